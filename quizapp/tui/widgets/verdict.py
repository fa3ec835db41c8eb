"""What was right, why, and where it comes from."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.study.item import Item
from quizapp.tui.styling import style_of
from quizapp.tui.texts import clean

HEADINGS = {
    Result.CORRECT: "✓ Right",
    Result.PARTLY: "◐ Partly right",
    Result.WRONG: "✗ Wrong",
    Result.SELF: "Answer",
}
_SAID_BY_HEADING = frozenset({"exact", "normalised", "number", "right", "wrong", "wrong-option"})
_LABEL = 14


class Tone(StrEnum):
    """Which component class a piece of text has."""

    HEADING = "verdict--heading"
    LABEL = "verdict--label"
    TEXT = "verdict--text"
    RIGHT = "verdict--right"
    WRONG = "verdict--wrong"
    QUIET = "verdict--quiet"


Line = tuple[tuple[str, Tone], ...]
"""Pieces of one line; a line of none is a gap between groups."""


class Judged(NamedTuple):
    """A judged card as it is told.

    labels: what stands before each part of the response; None where the options themselves show how
    it fared.
    """

    verdict: Verdict
    sentence: str
    interval: str
    response: Response | None
    labels: Sequence[str] | None


def judged_lines(item: Item, judged: Judged, sources: Sequence[str]) -> Iterator[Line]:
    """Yield what to say of a judged card, from the verdict down to the sources."""
    verdict = judged.verdict
    again = f"   again in {judged.interval}" if judged.interval else ""
    heading = "✗ Not known" if verdict.rule == "dont-know" else HEADINGS[verdict.result]
    yield ((heading, Tone.HEADING), (again, Tone.QUIET))
    if verdict.why or verdict.rule not in _SAID_BY_HEADING:
        yield ((judged.sentence, Tone.TEXT),)
    if judged.labels is not None:
        yield from _given_and_wanted(item, judged, judged.labels)
    yield from _after(item, sources)


def revealed_lines(item: Item, sources: Sequence[str]) -> Iterator[Line]:
    """Yield the answer of a card the learner rates themselves."""
    yield ((HEADINGS[Result.SELF], Tone.HEADING),)
    yield ((item.answers, Tone.TEXT),)
    yield from _after(item, sources)


def _given_and_wanted(item: Item, judged: Judged, labels: Sequence[str]) -> Iterator[Line]:
    yield ()
    parts = judged.verdict.parts
    if len(parts) > 1:
        width = max((cell_len(label) for label in labels), default=0)
        for part, label in zip_longest(parts, labels[: len(parts)], fillvalue=""):
            assert isinstance(part, Part)
            assert isinstance(label, str)
            yield _part(part, f"{label}{' ' * (width - cell_len(label))}  " if width else "")
        return
    if isinstance(judged.response, Typed):
        given = ", ".join(text for text in judged.response.texts if text.strip())
        if given and given != item.answers:
            yield (_label("You wrote"), (given, Tone.TEXT))
    yield (_label("Right answer"), (item.answers, Tone.RIGHT))


def _part(part: Part, label: str) -> Line:
    sign, tone = ("✓", Tone.RIGHT) if part.right else ("✗", Tone.WRONG)
    line: Line = ((f"{sign} ", tone), (label, Tone.LABEL))
    if part.given is None:
        line += ((part.wanted or "", Tone.RIGHT), ("  not given", Tone.QUIET))
    elif part.right:
        line += ((part.given, Tone.TEXT),)
    elif part.wanted is None:
        line += ((part.given, Tone.TEXT), ("  not asked for", Tone.QUIET))
    else:
        line += ((part.given, Tone.TEXT), ("  →  ", Tone.QUIET), (part.wanted, Tone.RIGHT))
    if part.why:
        line += ((f"  {part.why}", Tone.QUIET),)
    return line


def _label(text: str) -> tuple[str, Tone]:
    return (f"{text:<{_LABEL}}", Tone.LABEL)


def _after(item: Item, sources: Sequence[str]) -> Iterator[Line]:
    """Yield the explanation and the sources."""
    if item.question.explain:
        yield ()
        yield ((item.question.explain, Tone.TEXT),)
    for at, source in enumerate(sources):
        if at == 0:
            yield ()
        yield ((f"Source: {source}", Tone.QUIET),)


class VerdictPanel(Widget):
    """A panel whose sign, word and edge say how it went."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {tone.value for tone in Tone}

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.display = False

    def say(self, lines: Iterator[Line], result: Result) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        for one in Result:
            self.set_class(one is result, f"-{one.value}")
        self.display = True
        self.refresh(layout=True)

    def hide(self) -> None:
        """Take no room."""
        self.display = False

    def render(self) -> RenderResult:
        """Draw all lines."""
        return Content("\n").join([self._draw(line) for line in self._lines])

    def _draw(self, line: Line) -> Content:
        return Content.assemble(*((clean(text), self._style(tone)) for text, tone in line))

    def _style(self, tone: Tone) -> Style:
        return style_of(self, tone.value)
