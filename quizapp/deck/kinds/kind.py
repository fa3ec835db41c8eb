"""What the program must know of a kind of question."""

from collections.abc import Callable
from typing import Any, NamedTuple

from quizapp.deck.fields import LONG, Field, Flag, OneOf, Plain, Several, Shape
from quizapp.deck.model import FRONT, Body, Wrong
from quizapp.deck.nodes import Items, Node, Table
from quizapp.deck.problems import Report
from quizapp.deck.records import Record


class Entry(NamedTuple):
    """One question while it is read: its typed values, and the nodes they came from."""

    values: dict[str, Any]
    table: Table
    report: Report

    def node(self, key: str, place: int | None = None) -> Node:
        """Where a value stands; with `place`, where that item of its list does."""
        node = self.table.values.get(key, self.table)
        if place is not None and isinstance(node, Items):
            return node.items[place]
        return node

    def problem(self, code: str, key: str, place: int | None = None, **values: object) -> None:
        """Report a problem of that value."""
        self.report.at(code, self.node(key, place), key=key, **values)

    def repeats(self, code: str, key: str, texts: tuple[str, ...]) -> None:
        """Report each text of a list that was there before, whatever its spacing."""
        seen: dict[str, int] = {}
        for place, text in enumerate(texts):
            same = " ".join(text.split())
            first = seen.setdefault(same, place)
            if first != place:
                self.problem(code, key, place, value=text, line=self.node(key, first).line)


def front_only(_body: Any) -> tuple[str, ...]:
    """The faces of a kind that makes one card."""
    return (FRONT,)


def nothing(_body: Any, _face: str) -> tuple[str, ...]:
    """Options shown by a kind that shows none."""
    return ()


def no_answers(_body: Any) -> tuple[tuple[str, str], ...]:
    """Typed answers of a kind that has none."""
    return ()


class Kind(NamedTuple):
    """One kind of question.

    name: as people call it, and `Question.kind`. body: its class. told_by: the keys that tell it.
    about: one sentence for the manual. fields: its keys besides the common ones. build: makes the body
    from values read, or reports what doesn't fit together and returns None. asks, answers: prompt and
    right answer as plain text for a face. shown: options or items on the screen. faces: of its cards.
    self_rated: the learner rates. blanks: how many texts a learner types. typed: the right answers a
    learner may type, with their faces. thaw: makes a body from the values `codec` wrote down.
    """

    name: str
    body: type[Body]
    told_by: tuple[str, ...]
    about: str
    fields: tuple[Field, ...]
    build: Callable[[Entry], Body | None]
    asks: Callable[[Any, str], str]
    answers: Callable[[Any, str], str]
    thaw: Callable[[list[Any]], Body]
    shown: Callable[[Any, str], tuple[str, ...]] = nothing
    faces: Callable[[Any], tuple[str, ...]] = front_only
    self_rated: Callable[[Any], bool] = lambda _body: False
    blanks: Callable[[Any, str], int] = lambda _body, _face: 0
    typed: Callable[[Any], tuple[tuple[str, str], ...]] = no_answers


QUESTION = Field("question", Plain(LONG), "What is asked.", "What is asked?", required=True)
CREDIT = Field(
    "credit",
    OneOf(("part", "all")),
    "part: something right earns a part of the points; all: only all right counts.",
    "all",
    inherits=True,
)
TYPOS = Field(
    "typos",
    OneOf(("auto", "none", "1", "2")),
    "How many typing slips a word may have: auto (by its length), none, 1 or 2.",
    "none",
    inherits=True,
)
CASE = Field("case", Flag(), "Capitals matter.", "true", inherits=True)
ACCENTS = Field("accents", Flag(), "Accents matter.", "true", inherits=True)


class Answer(NamedTuple):
    """The shape of an answer that is one text; a list gets a message of its own."""

    where: str
    limit: int

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the text."""
        if isinstance(node, Items) and not any(isinstance(item, Items) for item in node.items):
            report.at("E123", node, where=self.where)
            return None
        return Plain(self.limit).read(node, key, report)


def wrongs(of: Shape) -> Record:
    """The shape of a wrong option or a refused answer: its text, or `{text, why}`."""
    return Record(
        (
            Field("text", of, "The wording.", "A wrong option", required=True),
            Field("why", Plain(LONG), "Why it is wrong; shown to whoever chose it.", "It does the opposite."),
        ),
        Wrong,
        main="text",
    )


def texts(least: int = 1, *, single: bool = False) -> Several:
    """The shape of a list of short texts."""
    return Several(Plain(), least, single=single, commas=not single)
