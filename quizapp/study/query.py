"""What is typed to find cards: words and filters on one line, read leniently."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from quizapp.library.search import MOST_WORDS, KindOf, Label, Words, searchable
from quizapp.memory.fsrs import DEFAULT, pace
from quizapp.store.browse import MEASURES, SORTS, STATES, Measure, Stands

DECK_ORDER = "deck"
QUESTION = "question"
ORDERS = (DECK_ORDER, QUESTION, *SORTS)
KINDS = (
    *("flashcard", "short answer", "multiple choice", "true/false", "numeric"),
    *("ordering", "matching", "list", "cloze"),
)
GONE = "gone"

HELP = (
    ("word", "with all words typed, or words that begin so, in question, answer, tags or topic"),
    ('"two words"', "with these words, whole and one after the other"),
    ("deck:name", "of that deck and those it includes; a part of its title is enough"),
    ("tag:name", "with that tag; tag:bio* for all that begin so"),
    ("topic:name", "of that topic"),
    ("source:name", "from that document"),
    ("kind:cloze", ", ".join(KINDS)),
    ("is:due", ", ".join((*STATES, GONE))),
    ("due:7", "due within 7 days; due<0 is overdue"),
    ("flag:2", "with that flag"),
    ("lapses>3", "also reviews, interval, stability, difficulty, last (days ago), recall<80%"),
    ("-tag:name", "without it: a minus turns any of these round"),
    ("sort:due", f"in that order: {', '.join(ORDERS)}; sort:-due backwards"),
)
"""What can be typed, and what it finds."""


class InDeck(NamedTuple):
    """Of a deck with that id, or that text in its title."""

    name: str


class Named(NamedTuple):
    """The card with this key, or all cards of the question with it."""

    key: str


Wanted = Words | Label | KindOf | Stands | Measure | InDeck | Named


class Clause(NamedTuple):
    """One condition; `but`: cards that don't fit it."""

    wanted: Wanted
    but: bool = False


class Query(NamedTuple):
    """What is looked for, in which order. gone: among cards that no deck at hand has.

    problems: sentences about what could not be read; it is left out.
    """

    clauses: tuple[Clause, ...] = ()
    sort: str = DECK_ORDER
    backwards: bool = False
    gone: bool = False
    problems: tuple[str, ...] = ()


_TOKEN = re.compile(
    r"(?P<minus>[-−])?(?:(?P<name>[A-Za-z]+)(?P<sign>:|<=|>=|<|>|=))?"
    r'(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>\S*))'
)
_NUMBER = re.compile(r"(?P<sign><=|>=|<|>|=)?(?P<number>[-+]?\d+(?:\.\d+)?)(?P<percent>%)?")
_ALIASES = {"tags": "tag", "decks": "deck", "order": "sort", "state": "is", "type": "kind", "lapse": "lapses"}
_LABELS = ("tag", "topic", "source")
_RECALL = "recall"
_TODAY = {"today": "0", "now": "0", "tomorrow": "1", "week": "7"}


def parse(text: str) -> Query:
    """Read what was typed. It never raises: what can't be read is told in `problems`."""
    reader = _Reader()
    for match in _tokens(text):
        reader.take(match)
    query = reader.query
    if query.gone and any(not isinstance(clause.wanted, Words | KindOf | InDeck) for clause in query.clauses):
        told = "Of cards that are gone only words, 'deck:' and 'kind:' can be asked."
        query = query._replace(problems=(*query.problems, told))
    return query


def _tokens(text: str) -> Iterator[re.Match[str]]:
    for match in _TOKEN.finditer(text):
        if match.group().strip():
            yield match


class _Reader:
    """Takes one thing after the other."""

    def __init__(self) -> None:
        self.query = Query()

    def take(self, match: re.Match[str]) -> None:
        name = (match["name"] or "").lower()
        name = _ALIASES.get(name, name)
        quoted = match["quoted"]
        value = quoted if quoted is not None else match["bare"]
        but = bool(match["minus"])
        read = _READERS.get(name)
        if read is None:
            before = f"{match['name']}{match['sign']}" if match["name"] else ""
            self._words(before + value, whole=bool(match["closed"]), but=but)
        elif value:
            self._read(read, name, match["sign"], value, but=but)

    def _read(self, read: "_Read", name: str, sign: str, value: str, *, but: bool) -> None:
        found = read(name, sign, value)
        if isinstance(found, str):
            self.query = self.query._replace(problems=(*self.query.problems, found))
        elif isinstance(found, dict):
            self.query = self.query._replace(**found)
        else:
            self._add(found, but=but)

    def _words(self, text: str, *, whole: bool, but: bool) -> None:
        if searchable(text):
            self._add(Words(text, whole), but=but)

    def _add(self, wanted: Wanted, *, but: bool) -> None:
        clauses = self.query.clauses
        if len(clauses) < MOST_WORDS:
            self.query = self.query._replace(clauses=(*clauses, Clause(wanted, but)))


_Found = Wanted | dict[str, Any] | str
_Read = Callable[[str, str, str], _Found]


def _label(name: str, _sign: str, value: str) -> _Found:
    return Label(name, value)


def _deck(_name: str, _sign: str, value: str) -> _Found:
    return InDeck(value)


def _card(_name: str, _sign: str, value: str) -> _Found:
    return Named(value)


def _kind(_name: str, _sign: str, value: str) -> _Found:
    kinds = kinds_named(value)
    return KindOf(kinds) if kinds else f"There is no kind '{value}'. Kinds are: {', '.join(KINDS)}."


def _state(_name: str, _sign: str, value: str) -> _Found:
    if value.lower() == GONE:
        return {"gone": True}
    known = value.lower() in STATES
    return Stands(value.lower()) if known else f"'is:' knows {', '.join((*STATES, GONE))}, but not '{value}'."


def _sort(_name: str, _sign: str, value: str) -> _Found:
    sort = value.lower().removeprefix("-")
    if sort not in ORDERS:
        return f"Cards can't be sorted by '{value}', but by {', '.join(ORDERS)}."
    return {"sort": sort, "backwards": value.startswith("-")}


def _measure(name: str, sign: str, value: str) -> _Found:
    match = _NUMBER.fullmatch(_TODAY.get(value.lower(), value) if name == "due" else value)
    if match is None:
        return f"'{name}' is compared with a number, which '{value}' is not."
    comparison = match["sign"] or sign
    if comparison == ":":
        comparison = "<=" if name == "due" else "="
    number = float(match["number"])
    if name == _RECALL:
        return _recall(comparison, number, match["percent"])
    return Measure(name, comparison, number)


def _recall(comparison: str, number: float, percent: str | None) -> _Found:
    share = number / 100 if percent or number > 1 else number
    if not 0 < share < 1:
        return "'recall' is compared with a share between 0 and 100 %."
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}[comparison]
    return Measure("faded", turned, pace(DEFAULT, share))


def kinds_named(text: str) -> tuple[str, ...]:
    """Return the kinds of question that a part of a name means: `choice` is multiple choice."""
    wanted = _letters(text)
    return tuple(kind for kind in KINDS if wanted and wanted in _letters(kind))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


_READERS: dict[str, _Read] = {
    "deck": _deck,
    "card": _card,
    "kind": _kind,
    "is": _state,
    "sort": _sort,
    _RECALL: _measure,
    **dict.fromkeys(_LABELS, _label),
    **dict.fromkeys((name for name in MEASURES if name != "faded"), _measure),
}
