"""The entries of `questions`: from nodes to questions, with every problem of each."""

from bisect import bisect_left
from typing import Any

from quizapp.deck.fields import Field
from quizapp.deck.identity import provisional_id
from quizapp.deck.kinds import KINDS
from quizapp.deck.kinds.kind import Entry, Kind
from quizapp.deck.layout import COMMON
from quizapp.deck.model import Body, Question, Source
from quizapp.deck.nodes import Items, Node, Table, Text
from quizapp.deck.problems import Report, listed, short
from quizapp.deck.records import absent, read_table, resembling, tell_unknown

_TELLING = tuple((key, kind) for kind in KINDS for key in kind.told_by)
_FIELDS: dict[str, dict[str, Field]] = {
    kind.name: {field.name: field for field in (*kind.fields, *COMMON)} for kind in KINDS
}
_OWN = {kind.name: frozenset(field.name for field in kind.fields) for kind in KINDS}
_REQUIRED = {kind.name: tuple(field for field in kind.fields if field.required) for kind in KINDS}
_OWNERS: dict[str, list[str]] = {}
for _kind in KINDS:
    for _field in _kind.fields:
        _OWNERS.setdefault(_field.name, []).append(_kind.name)
_WORDS = [*_OWNERS, *(field.name for field in COMMON)]
_COMMON = tuple(field.name for field in COMMON if field.name not in ("id", "tags", "source", "hint"))


class Reader:
    """Reads the questions of one deck.

    defaults: typed values for keys that a question doesn't give. documents: keys of the deck's sources,
    None if they couldn't be read.
    """

    def __init__(self, report: Report, defaults: dict[str, Any], documents: frozenset[str] | None) -> None:
        self._report = report
        self._defaults = defaults
        self._own_defaults = {
            kind: {name: value for name, value in defaults.items() if name in own}
            for kind, own in _OWN.items()
        }
        self._common_defaults = {name: value for name, value in defaults.items() if name in _COMMON}
        self._documents = documents
        self._hurt = sorted(report.places)
        self._ids: dict[str, int] = {}
        self._lines: list[int] = []

    def read(self, nodes: list[Node]) -> tuple[tuple[Question, ...], int]:
        """Return the sound questions and how many were left out."""
        questions = []
        hurt = self._hurt
        for node in nodes:
            question = self._question(node)
            if question is not None and not (hurt and self._is_hurt(node)):
                questions.append(question)
        return tuple(questions), len(nodes) - len(questions)

    def _is_hurt(self, node: Node) -> bool:
        """Tell whether an error found before any key was looked at lies in a node."""
        at = bisect_left(self._hurt, (node.line, node.column))
        return at < len(self._hurt) and self._hurt[at] < (node.end_line, node.end_column)

    def _question(self, node: Node) -> Question | None:
        report = self._report
        if type(node) is not Table:
            self._tell_no_table(node)
            return None
        before = report.errors
        kind, telling = _told(node)
        values, sound = self._values(node, kind, telling)
        body = self._body(node, kind, values) if sound else None
        self._check_sources(node, values)
        name = self._id(node, body, values.get("id"))
        if body is None or name is None or report.errors > before:
            return None
        return self._made(node, kind, name, body, values)

    def _tell_no_table(self, node: Node) -> None:
        from quizapp.deck.slips import colon  # noqa: PLC0415 - sound decks never need it

        slip = colon(node.text, node.line) if type(node) is Text else None
        if slip is None:
            self._report.at("E140", node, found="text" if type(node) is Text else "a list")
        else:
            self._report.add(slip.code, node.line, node.column, slip.length, **slip.values)

    def _values(self, node: Table, kind: Kind, telling: str | None) -> tuple[dict[str, Any], bool]:
        """Return the typed values, and whether those of the kind's own keys are all there and sound."""
        before = self._report.errors
        values, others = read_table(node, _FIELDS[kind.name], self._report)
        required = _REQUIRED[kind.name]
        whole = all(field.name in values for field in required)
        if whole and not others and self._report.errors == before:
            return values, True
        foreign = [name for name in others if name in _OWNERS]
        if foreign:
            self._tell_foreign(node, kind, telling, foreign)
        misspelt = [self._tell_unknown(node, kind, name) for name in others if name not in _OWNERS]
        explained = bool(foreign) or any(misspelt)
        for field in required:
            if field.name not in values and absent(node, field.name):
                self._tell_missing(node, kind, field, explained=explained)
        own = _OWN[kind.name]
        unread = any(name in own and name not in values and not absent(node, name) for name in node.values)
        return values, whole and not unread

    def _body(self, node: Table, kind: Kind, values: dict[str, Any]) -> Body | None:
        own = _OWN[kind.name]
        mine = self._own_defaults[kind.name].copy()
        for name, value in values.items():
            if name in own:
                mine[name] = value
        return kind.build(Entry(mine, node, self._report))

    def _tell_foreign(self, node: Table, kind: Kind, telling: str | None, names: list[str]) -> None:
        owners = [owner for owner in _OWNERS[names[0]] if owner != kind.name]
        line, column = node.keys[names[0]]
        because = (
            f'"{telling}" makes this one {kind.name}'
            if telling
            else f"nothing here makes this one {owners[0]}"
        )
        key = telling or next(told for told, other in _TELLING if other.name == owners[0])
        cure = f'delete "{telling}" or ' if telling else f'add "{key}" or '
        self._report.add(
            "E103",
            line,
            column,
            len(names[0]),
            keys=listed([f'"{name}"' for name in names]),
            belong="belongs" if len(names) == 1 else "belong",
            owners=listed(owners, "or"),
            because=because,
            kind=kind.name,
            cure=cure + f"delete {listed([f'{short(name)}' for name in names])}",
        )

    def _tell_unknown(self, node: Table, kind: Kind, name: str) -> bool:
        """Report an unknown key; tell whether it is a misspelt one that explains a missing key."""
        where = f"a {kind.name} question"
        if kind.name[0] in "aeiou":
            where = f"an {kind.name} question"
        close = tell_unknown(name, node, sorted(_OWN[kind.name]), where, self._report, _WORDS)
        # Beyond the messages that are kept nothing is compared; then it may well be misspelt.
        return (
            self._report.full
            or close in [field.name for field in _REQUIRED[kind.name]]
            or any(close == key for key, _ in _TELLING)
        )

    def _tell_missing(self, node: Table, kind: Kind, field: Field, *, explained: bool) -> None:
        if field.name in node.keys:
            line, column = node.keys[field.name]
            self._report.add("E104", line, column, len(field.name), key=field.name)
        elif not explained:
            where = f"this {kind.name} question"
            self._report.add(
                "E102", node.line, node.column, key=field.name, where=where, example=field.example
            )

    def _check_sources(self, node: Table, values: dict[str, Any]) -> None:
        if self._documents is None or "source" not in values:
            return
        written = node.values["source"]
        places = written.items if type(written) is Items else [written]
        for place, source in zip(places, values["source"], strict=True):
            if source.doc not in self._documents:
                at = place.values["doc"] if type(place) is Table else place
                tell_unknown_document(at, source, self._documents, self._report)

    def _id(self, node: Table, body: Body | None, written: str | None) -> str | None:
        """Return the question's id, or None after reporting that another question has it."""
        number = len(self._lines)
        self._lines.append(node.line)
        if written is not None:
            name = written
        elif body is None or not absent(node, "id"):
            return None
        else:
            name = provisional_id(body)
        first = self._ids.setdefault(name, number)
        if first == number:
            return name
        line = self._lines[first]
        if written is None:
            self._report.at("E141", node, first=line)
        else:
            self._report.at("E114", node.values["id"], id=written, first=line)
        return None

    def _made(self, node: Table, kind: Kind, name: str, body: Body, values: dict[str, Any]) -> Question:
        defaults = self._defaults
        common = self._common_defaults.copy()
        for key in _COMMON:
            if key in values:
                common[key] = values[key]
        tags = (*defaults.get("tags", ()), *values.get("tags", ()))
        return Question(
            id=name,
            kind=kind.name,
            body=body,
            written="id" in values,
            tags=tuple(dict.fromkeys(tags)) if tags else (),
            hints=values.get("hint", ()),
            sources=values.get("source", defaults.get("source", ())),
            line=node.line,
            column=node.column,
            **common,
        )


def tell_unknown_document(at: Node, source: Source, documents: frozenset[str], report: Report) -> None:
    """Report a source whose document the deck doesn't name."""
    close = None if report.full else resembling(source.doc, sorted(documents))
    if close:
        cure = f'did you mean "{close}"?'
    elif documents:
        cure = f"write one of {listed(sorted(documents))}, or add it to the deck's sources"
    else:
        cure = f"add it to the deck:  sources: {{{source.doc}: {{title: The title}}}}"
    report.at("E116", at, doc=source.doc, cure=cure)


def _told(node: Table) -> tuple[Kind, str | None]:
    for key, kind in _TELLING:
        if key in node.values:
            return kind, key
    return KINDS[-1], None
