"""What was right, why, and where it comes from."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.answer.response import Chosen, Response, Truth, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck.model import Source
from quizapp.study.item import Item
from quizapp.tui.texts import clean

HEADINGS = {
    Result.CORRECT: "✓ Right",
    Result.PARTLY: "◐ Partly right",
    Result.WRONG: "✗ Wrong",
    Result.SELF: "Answer",
}
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


def judged_lines(
    item: Item, verdict: Verdict, sentence: str, interval: str, response: Response | None
) -> Iterator[Line]:
    """Yield what to say of a judged card, from the verdict down to the source."""
    again = f"   again in {interval}" if interval else ""
    yield ((HEADINGS[verdict.result], Tone.HEADING), (again, Tone.QUIET))
    if sentence:
        yield ((sentence, Tone.TEXT),)
    if verdict.why and verdict.why not in sentence:
        yield ((verdict.why, Tone.TEXT),)
    yield from _given_and_wanted(item, verdict, response)
    yield from after_lines(item)


def revealed_lines(item: Item) -> Iterator[Line]:
    """Yield the answer of a card the learner rates themselves."""
    yield ((HEADINGS[Result.SELF], Tone.HEADING),)
    yield ((item.answers, Tone.TEXT),)
    yield from after_lines(item)


def _given_and_wanted(item: Item, verdict: Verdict, response: Response | None) -> Iterator[Line]:
    if verdict.parts and not isinstance(response, Chosen):
        yield ()
        for part in verdict.parts:
            yield _part(part)
        return
    if isinstance(response, Chosen | Truth):
        return
    yield ()
    if isinstance(response, Typed) and (given := ", ".join(text for text in response.texts if text.strip())):
        yield (_label("You wrote"), (given, Tone.TEXT))
    if verdict.result is not Result.SELF:
        yield (_label("Right answer"), (item.answers, Tone.RIGHT))


def _part(part: Part) -> Line:
    sign, tone = ("✓", Tone.RIGHT) if part.right else ("✗", Tone.WRONG)
    given = part.given if part.given else "–"
    line: Line = ((f"{sign} ", tone), (given, Tone.TEXT))
    if not part.right and part.wanted:
        line += (("  →  ", Tone.QUIET), (part.wanted, Tone.RIGHT))
    if part.why:
        line += ((f"  {part.why}", Tone.QUIET),)
    return line


def _label(text: str) -> tuple[str, Tone]:
    return (f"{text:<{_LABEL}}", Tone.LABEL)


def after_lines(item: Item) -> Iterator[Line]:
    """Yield the explanation and the sources."""
    if item.question.explain:
        yield ()
        yield ((item.question.explain, Tone.TEXT),)
    for at, source in enumerate(item.question.sources):
        if at == 0:
            yield ()
        yield ((source_of(item, source), Tone.QUIET),)


def source_of(item: Item, source: Source) -> str:
    """Name a source as a reader would look it up."""
    title = next((document.title for document in item.documents if document.key == source.doc), source.doc)
    where = [title]
    if source.page:
        where.append(f"page {source.page}")
    if source.paragraph is not None:
        where.append(f"paragraph {source.paragraph}")
    if source.sentence is not None:
        where.append(f"sentence {source.sentence}")
    return "Source: " + ", ".join(where)


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
        return self.get_visual_style(tone.value, partial=True)
