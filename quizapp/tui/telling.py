"""What is said of an answered card: lines of pieces, from the verdict down to the sources."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck.model import Body, ListAnswer
from quizapp.study.item import Item
from quizapp.tui.differing import Spans, differing
from quizapp.tui.inline import bare, is_long

HEADINGS = {
    Result.CORRECT: "✓ Right",
    Result.PARTLY: "◐ Partly right",
    Result.WRONG: "✗ Wrong",
    Result.SELF: "Answer",
}
_SAID_BY_HEADING = frozenset(
    {
        *("exact", "normalised", "number", "right", "wrong", "wrong-option", "dont-know", "number-off"),
        *("is-true", "is-false"),
    }
)
_LABEL = 14


class Tone(StrEnum):
    """Which component class a piece of text has."""

    HEADING = "verdict--heading"
    LABEL = "verdict--label"
    TEXT = "verdict--text"
    STRONG = "verdict--strong"
    RIGHT = "verdict--right"
    WRONG = "verdict--wrong"
    QUIET = "verdict--quiet"


class Piece(NamedTuple):
    """A piece of a line. marks: places in it that differ. card: text of the card, with its own marks."""

    text: str
    tone: Tone
    marks: Spans = ()
    card: bool = False


class Line(NamedTuple):
    """A line; what is too long goes on under the first piece. A line of none is a gap.

    lead: stands before it. instead: what was wanted in its place, shown behind an arrow; column: cells
    before the arrow at least, None if it stands on the next line. quiet: gives way where lines are scarce.
    """

    pieces: tuple[Piece, ...] = ()
    lead: tuple[Piece, ...] = ()
    instead: tuple[Piece, ...] = ()
    column: int | None = 0
    quiet: bool = False


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
    yield Line((Piece(heading, Tone.HEADING), Piece(again, Tone.QUIET)))
    if verdict.rule not in _SAID_BY_HEADING:
        why = verdict.why or ""
        yield Line((Piece(judged.sentence.removesuffix(why).rstrip(), Tone.TEXT),))
    if verdict.why:
        yield _card(verdict.why)
    if judged.labels is not None:
        yield from _given_and_wanted(item, judged, judged.labels)
    yield from _after(item, sources)


def revealed_lines(item: Item, sources: Sequence[str]) -> Iterator[Line]:
    """Yield the answer of a card the learner rates themselves."""
    yield Line((Piece(HEADINGS[Result.SELF], Tone.HEADING),))
    yield _card(item.answers, Tone.TEXT if is_long(item.answers) else Tone.STRONG)
    yield from _after(item, sources)


def _given_and_wanted(item: Item, judged: Judged, labels: Sequence[str]) -> Iterator[Line]:
    yield Line()
    parts = judged.verdict.parts
    if len(parts) > 1:
        yield from _parts(item.question.body, parts, labels)
        return
    given = ""
    if isinstance(judged.response, Typed):
        given = ", ".join(text for text in judged.response.texts if text.strip())
    if not given or given == item.answers:
        yield Line((Piece(item.answers, Tone.RIGHT, card=True),), (_label("Right answer"),))
        return
    wanted = bare(item.answers)
    verdict = judged.verdict
    marked = verdict.result is not Result.CORRECT or verdict.rule == "slip"
    ours, theirs = differing(given, wanted) if marked else ((), ())
    yield Line((Piece(given, Tone.TEXT, ours),), (_label("You wrote"),))
    right = Piece(wanted, Tone.RIGHT, theirs) if theirs else Piece(item.answers, Tone.RIGHT, card=True)
    yield Line((right,), (_label("Right answer"),))


def _parts(body: Body, parts: Sequence[Part], labels: Sequence[str]) -> Iterator[Line]:
    """Yield a line for each part; where not all of a list are asked for, what wasn't given is one line."""
    width = max((cell_len(label) for label in labels), default=0)
    need = body.need if isinstance(body, ListAnswer) and body.need < len(body.items) else 0
    spare = [bare(part.wanted) for part in parts if need and part.given is None and part.wanted]
    for part, label in zip_longest(parts, labels[: len(parts)], fillvalue=""):
        assert isinstance(part, Part)
        assert isinstance(label, str)
        if not need or part.given is not None:
            yield _part(part, f"{label}{' ' * (width - cell_len(label))}  " if width else "")
    if spare:
        missing = need - sum(part.right for part in parts)
        said, tone = (f"{missing} of these: ", Tone.RIGHT) if missing > 0 else ("Also right: ", Tone.QUIET)
        yield Line((Piece(", ".join(spare), tone),), (Piece(said, Tone.QUIET),))


def _part(part: Part, label: str) -> Line:
    sign, tone = ("✓ ", Tone.RIGHT) if part.right else ("✗ ", Tone.WRONG)
    lead = (Piece(sign, tone), Piece(bare(label), Tone.LABEL))
    why = (Piece(f"  {bare(part.why)}", Tone.QUIET),) if part.why else ()
    given, wanted = part.given, bare(part.wanted or "")
    if given is None:
        return Line((Piece(wanted, Tone.RIGHT), Piece("  not given", Tone.QUIET), *why), lead)
    if part.right:
        return Line((Piece(given, Tone.TEXT), *why), lead)
    if part.wanted is None:
        return Line((Piece(given, Tone.TEXT), Piece("  not asked for", Tone.QUIET), *why), lead)
    ours, theirs = differing(given, wanted)
    return Line((Piece(given, Tone.TEXT, ours),), lead, (Piece(wanted, Tone.RIGHT, theirs), *why))


def _label(text: str) -> Piece:
    return Piece(f"{text:<{_LABEL}}", Tone.LABEL)


def _card(text: str, tone: Tone = Tone.TEXT) -> Line:
    return Line((Piece(text, tone, card=True),))


def _after(item: Item, sources: Sequence[str]) -> Iterator[Line]:
    """Yield the explanation and the first source; the key for passages leads to all of them."""
    if item.question.explain:
        yield Line()
        yield _card(item.question.explain)
    if sources:
        more = f", and {len(sources) - 1} more" if len(sources) > 1 else ""
        yield Line()
        yield Line((Piece(sources[0] + more, Tone.QUIET),), (Piece("Source: ", Tone.QUIET),), quiet=True)
