"""The result of a quiz as blocks of a sheet: the score, its parts, and every question again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from quizapp.study.quiz.marks import State
from quizapp.study.quiz.result import Answered, Group, Result, Sureness
from quizapp.study.quiz.sit import Past
from quizapp.study.quiz.wording import (
    CERTAINTIES,
    NO_TOPIC,
    STATES,
    compared,
    details,
    many_points,
    number,
    when,
)
from quizapp.tui.screens.quiz.words import bar, percent, span
from quizapp.tui.widgets.paper import LATER
from quizapp.tui.widgets.sheet import Block, Line, Piece

_BIG = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ".": (" ", " ", "▀"),
}
_SPARKS = "▁▂▃▄▅▆▇█"
SIGNS = {
    State.RIGHT: ("✓", "right"),
    State.PARTLY: ("◐", "partly"),
    State.WRONG: ("✗", "wrong"),
    State.DONT_KNOW: ("✗", "wrong"),
    State.UNANSWERED: ("○", "quiet"),
}
_SAID_BY_SIGN = frozenset({"Right.", "Not right.", "No answer given.", ""})
_LABEL = 14
_NAME = 26
_BAR = 24
_MOST_PAST = 8


class View(NamedTuple):
    """What the sheet shows. missed: only what was not right. big: with large figures. told: said on top."""

    result: Result
    before: Sequence[Past]
    missed: bool = False
    big: bool = True
    told: str | None = None


def blocks(view: View, width: int) -> list[Block]:
    """Return the blocks of a result for a width in cells."""
    result = view.result
    shown = result.missed if view.missed else result.answers
    heading = f"{len(shown)} missed" if view.missed else "All questions"
    return [
        Block(tuple(_top(view))),
        Block(tuple(_groups("By topic", result.by_topic, width))),
        Block(tuple(_groups("By kind", result.by_kind, width))),
        Block(tuple(_groups("By deck", result.by_deck, width))),
        Block(tuple(_sure(result.certainty, width))),
        Block((Line(), Line((Piece(heading, "strong"),)))),
        *(Block(tuple(_question(one, result.paper.rules.passing is not None)), stops=True) for one in shown),
        Block((Line(), Line((Piece(f"Paper code  {result.paper.code}", "quiet"),)))),
    ]


def _top(view: View) -> Iterator[Line]:
    result, short = view.result, view.result.short
    sort = "exam" if short.exam else "practice"
    yield Line((Piece(result.paper.title, "strong"), Piece(f"   {sort} · {when(result.attempt)}", "quiet")))
    yield Line()
    tone = "accent" if short.passed is None else "right" if short.passed else "wrong"
    yield from _score(number(round(short.percent)), tone, big=view.big)
    if short.passed is not None:
        said = "✓ Passed" if short.passed else "✗ Not passed"
        yield Line((Piece(said, tone), Piece(f"   {number(short.passing or 0)} % needed", "quiet")))
    yield Line((Piece(f"{number(short.points)} of {many_points(short.of)}", "strong"),))
    yield Line((Piece(details(short)),))
    same = compared(short, view.before)
    if same:
        yield Line((Piece(same),))
        yield _past(view.before, short.percent)
    if view.told:
        yield Line()
        yield Line((Piece(view.told, "accent"),))


def _score(figures: str, tone: str, *, big: bool) -> Iterator[Line]:
    if not big:
        yield Line((Piece(f"{figures} %", tone),))
        return
    for row in range(3):
        drawn = " ".join(_BIG[figure][row] for figure in figures)
        yield Line((Piece(drawn, tone), Piece("  %" if row == 1 else "", tone)))
    yield Line()


def _past(before: Sequence[Past], now: float) -> Line:
    """Draw how it went from one attempt to the next, the oldest first."""
    earlier = [past.short.percent for past in before if past.short is not None][:_MOST_PAST]
    scores = [*reversed(earlier), now]
    sparks = "".join(_SPARKS[min(len(_SPARKS) - 1, int(score / 100 * len(_SPARKS)))] for score in scores)
    return Line(
        (
            Piece(f"{sparks}  ", "accent"),
            Piece(" → ".join(f"{number(round(one))}" for one in scores), "quiet"),
        )
    )


def _groups(title: str, groups: Sequence[Group], width: int) -> Iterator[Line]:
    if not groups:
        return
    yield Line()
    yield Line((Piece(title, "strong"),))
    for group in groups:
        said = f"{group.right} of {group.questions} right"
        share = group.percent / 100
        yield _bar(
            group.name or NO_TOPIC, share, said, width, max(_wide(one.name or NO_TOPIC) for one in groups)
        )


def _sure(rows: Sequence[Sureness], width: int) -> Iterator[Line]:
    if not rows:
        return
    yield Line()
    yield Line((Piece("How sure you were", "strong"),))
    for row in rows:
        said = f"{row.right} of {row.answers} right"
        names = max(_wide(name) for name in CERTAINTIES.values())
        yield _bar(CERTAINTIES[row.certainty], row.right / row.answers, said, width, names)


def _wide(name: str) -> int:
    return cell_len(name)


def _bar(name: str, share: float, said: str, width: int, longest: int) -> Line:
    """Draw a bar between its name and its numbers, as long as there is room for it."""
    figures = f"{percent(share):>6}  "
    room = width - len(figures)
    names = min(longest, _NAME, max(10, room // 2))
    cells = min(_BAR, room - names - 2 - 17)
    shown = name if cell_len(name) <= names else set_cell_size(name, names - 1) + "…"
    lead = (Piece(set_cell_size(shown, names) + "  ", "text"),)
    if cells < 6:
        return Line((Piece(figures), Piece(said, "quiet")), lead)
    thick, thin = bar(share, cells)
    return Line((Piece(thick, "accent"), Piece(thin, "rule"), Piece(figures), Piece(said, "quiet")), lead)


def _question(one: Answered, graded: bool) -> Iterator[Line]:  # noqa: FBT001 - whether points matter
    sign, tone = SIGNS[one.state]
    yield Line()
    facts = [STATES[one.state]]
    if graded or one.of != 1 or 0 < one.score < 1 or one.points < 0:
        facts.append(f"{number(one.points)} of {many_points(one.of)}")
    if one.certainty:
        facts.append(CERTAINTIES[one.certainty])
    facts.append(span(one.spent_ms / 1000))
    if one.later:
        facts.append(f"{LATER} for later")
    lead = (Piece(f"{one.number:>2} ", "quiet"), Piece(f"{sign} ", tone))
    yield Line((Piece(facts[0], tone), Piece(" · ".join(["", *facts[1:]]), "quiet")), lead)
    free = (Piece("     "),)
    yield Line((Piece(one.entry.item.asks, "strong", card=True),), free)
    if one.given is not None and one.state is not State.DONT_KNOW:
        yield _labelled("Your answer", Piece(one.given, "text"))
    yield _labelled(
        "Right answer", Piece(one.answer, "right" if one.state is not State.RIGHT else "text", card=True)
    )
    if one.verdict not in _SAID_BY_SIGN and one.state is not State.DONT_KNOW:
        yield Line((Piece(one.verdict, "text"),), free)
    if one.explain:
        yield Line((Piece(one.explain, "text", card=True),), free)
    for source in one.sources:
        yield Line((Piece(source, "quiet"),), (*free, Piece("Source: ", "quiet")))


def _labelled(label: str, piece: Piece) -> Line:
    return Line((piece,), (Piece(f"     {label:<{_LABEL}}", "quiet"),))
