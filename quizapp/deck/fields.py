"""What a field is, and the shapes its value can have. Scalars arrive as text; a shape types them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from quizapp.deck.nodes import PLAIN, Items, Node, Table, Text
from quizapp.deck.problems import Report, listed
from quizapp.text import is_safe

LONG = 10_000
SHORT = 500
MANY = 200


class Shape(Protocol):
    """Reads one value."""

    def read(self, node: Node, key: str, report: Report) -> Any | None:
        """Return the typed value, or None after reporting why it can't be used."""


class Field(NamedTuple):
    """One key of an entry.

    help: one sentence for the manual and the editor. example: as it stands behind `key: ` in YAML.
    inherits: it may also stand in the deck's `defaults`.
    """

    name: str
    shape: Shape
    help: str
    example: str
    required: bool = False
    inherits: bool = False


class Plain(NamedTuple):
    """Any text up to `limit` characters; outer white space goes."""

    limit: int = SHORT

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the text."""
        if type(node) is Text and node.style != '"':
            text: str | None = node.text.strip()
            if text and len(text) <= self.limit:
                return text
        text = scalar(node, key, "text", report)
        if text is not None and len(text) > self.limit:
            report.at("E106", node, key=key, count=len(text), limit=self.limit)
            return None
        return text


class Checked(NamedTuple):
    """Text that `check` accepts; `what` says what it must be, with its article, `like` shows one.

    pattern: for editors, an expression (for Python and ECMAScript alike) that fits whatever `check`
    accepts and as little else as it can.
    """

    what: str
    check: Callable[[str], bool]
    like: str
    code: str = "E112"
    limit: int = SHORT
    pattern: str = ""

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the text."""
        text = Plain(self.limit).read(node, key, report)
        if text is not None and not self.check(text):
            # Many countries write a comma for the point.
            point = text.replace(",", ".", 1)
            like = point if point != text and self.check(point) else self.like
            report.at(self.code, node, key=key, value=text, what=self.what, like=like)
            return None
        return text


class Flag:
    """True or false; yes and no are understood too, in any case."""

    __slots__ = ()

    def read(self, node: Node, key: str, report: Report) -> bool | None:
        """Return the truth value."""
        text = scalar(node, key, "true or false", report)
        if text is None:
            return None
        value = _TRUTH.get(text.casefold())
        if value is None:
            report.at("E108", node, key=key, value=text)
        return value


_BULLETS = ("•", "–", "—", "·")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


class Whole(NamedTuple):
    """A whole number from `low` to `high`."""

    low: int
    high: int

    def read(self, node: Node, key: str, report: Report) -> int | None:
        """Return the number."""
        text = scalar(node, key, "a whole number", report)
        if text is None:
            return None
        if text.isascii() and text.isdigit() and len(text) <= 9 and self.low <= int(text) <= self.high:
            return int(text)
        report.at("E109", node, key=key, value=text, what="a whole number", low=self.low, high=self.high)
        return None


class Real(NamedTuple):
    """A number from `low` to `high`."""

    low: float
    high: float

    def read(self, node: Node, key: str, report: Report) -> float | None:
        """Return the number."""
        from quizapp.deck import numbers  # noqa: PLC0415 - few decks use such a field

        text = scalar(node, key, "a number", report)
        if text is None:
            return None
        value = numbers.parse(text)
        if value is not None and self.low <= value <= self.high:
            return float(value)
        report.at(
            "E109", node, key=key, value=text, what="a number", low=f"{self.low:g}", high=f"{self.high:g}"
        )
        return None


class OneOf(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the word."""
        text = scalar(node, key, "one word", report)
        if text is not None and text not in self.words:
            report.at("E110", node, key=key, value=text, words=listed(self.words, "or"))
            return None
        return text


class Several(NamedTuple):
    """A list of `least` to `most` values of one shape; `single`: one value without a list will do.

    commas: in such a lone text they are part of it; else they leave doubt whether a list was meant.
    """

    of: Shape
    least: int = 0
    most: int = MANY
    single: bool = False
    commas: bool = True

    def read(self, node: Node, key: str, report: Report) -> tuple[Any, ...] | None:
        """Return the values."""
        if not isinstance(node, Items):
            if self.single:
                if type(node) is Text and _is_bulleted(node):
                    entry = report.lines[node.line - 1][node.column :].strip()
                    report.add("E027", node.line, node.column, 1, dash=node.text[0], key=entry)
                    return None
                if type(node) is Text and not self.commas and node.style == PLAIN and ", " in node.text:
                    report.at("W206", node, key=key, value=node.text)
                value = self.of.read(node, key, report)
                return None if value is None else (value,)
            wrong_shape(node, key, "a list", report)
            return None
        if not self.least <= len(node.items) <= self.most:
            report.at("E107", node, key=key, count=len(node.items), low=self.least, high=self.most)
            return None
        values = [self.of.read(item, key, report) for item in node.items]
        return None if None in values else tuple(values)


class Named(NamedTuple):
    """A mapping from text to values of one shape, kept as pairs in order."""

    of: Shape
    least: int = 0
    most: int = MANY

    def read(self, node: Node, key: str, report: Report) -> tuple[tuple[str, Any], ...] | None:
        """Return the pairs."""
        if not isinstance(node, Table):
            wrong_shape(node, key, "a mapping", report)
            return None
        if not self.least <= len(node.values) <= self.most:
            report.at("E107", node, key=key, count=len(node.values), low=self.least, high=self.most)
            return None
        before = report.errors
        pairs = []
        for name, value in node.values.items():
            text = name.strip()
            line, column = node.keys[name]
            if not text:
                report.add("E104", line, column, 1, key=key)
            elif len(text) > SHORT:
                report.add("E106", line, column, 1, key=key, count=len(text), limit=SHORT)
            if type(value) is Text and not value.text and value.style == PLAIN:
                report.add("E104", line, column, len(name), key=name)
                continue
            pairs.append((text, self.of.read(value, key, report)))
        return tuple(pairs) if report.errors == before else None


def scalar(node: Node, key: str, wanted: str, report: Report) -> str | None:
    """Return a node's text without outer white space, or None after reporting that it has none."""
    if type(node) is not Text:
        wrong_shape(node, key, wanted, report)
        return None
    text = node.text.strip()
    if not text:
        report.at("E104", node, key=key)
        return None
    # The file itself holds no such characters; only an escape in double quotes can still make one.
    if node.style == '"' and not is_safe(text):
        report.at("E111", node, key=key)
        return None
    return text


def _is_bulleted(node: Text) -> bool:
    """Tell whether lines that begin with a bullet or a long dash were read as one text."""
    return node.text[:1] in _BULLETS and node.style == PLAIN and node.end_line > node.line


def tell_colon(node: Node, report: Report) -> bool:
    """Report a text that YAML takes for a key and its value; tell whether it is one.

    It is on one line, without braces, and not in quotes.
    """
    if type(node) is not Table or len(node.values) != 1 or node.line > len(report.lines):
        return False
    (name,), (value,) = node.values, node.values.values()
    line = report.lines[node.line - 1]
    at = line.find(":", node.column - 1 + len(name))
    if type(value) is not Text or value.style != PLAIN or value.end_line != node.line or at < 0:
        return False
    text = line[node.column - 1 : value.end_column - 1].strip()
    if not text.startswith(name) or node.keys[name] != (node.line, node.column):
        return False
    from quizapp.deck.syntax import quote  # noqa: PLC0415 - sound decks never need it

    report.add("E011", node.line, at + 1, 1, quoted=quote(text))
    return True


def wrong_shape(node: Node, key: str, wanted: str, report: Report, *, like: str = "") -> None:
    """Report that a value isn't what its field wants; `like` shows one."""
    if wanted == "text" and tell_colon(node, report):
        return
    found = "text" if type(node) is Text else "a list" if type(node) is Items else "a mapping"
    line = report.lines[node.line - 1] if node.line <= len(report.lines) else ""
    behind = line[node.column - 1 :]
    if type(node) is not Text and wanted == "text" and behind[:1] in ("[", "{"):
        from quizapp.deck.syntax import quote  # noqa: PLC0415 - sound decks never need it

        report.at("E113", node, key=key, found=found, start=behind[0], quoted=quote(behind.strip()))
        return
    cure = _CURES.get(wanted, "write {key}: {wanted}").format(key=key, wanted=like or wanted)
    report.at("E105", node, key=key, wanted=wanted, found=found, cure=cure)


_CURES: Mapping[str, str] = {
    "text": "write the text behind {key}: on one line, or in quotes",
    "a list": "write {key}: [first, second], or one '- entry' a line below it",
    "a mapping": "write one 'name: value' a line below {key}:",
    "true or false": "write {key}: true, or {key}: false",
}
