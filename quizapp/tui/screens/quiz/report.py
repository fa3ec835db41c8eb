"""The result of a quiz as blocks of a sheet: the score, its parts, and every question again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from quizapp.study.quiz.given import right_words
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.result import Answered, Group, Result, Short, Sureness
from quizapp.study.quiz.sit import Past
from quizapp.study.quiz.wording import (
    CERTAINTIES,
    NO_TOPIC,
    STATES,
    details,
    many_points,
    number,
    when,
)
from quizapp.text import counted
from quizapp.tui.screens.quiz.words import bar, percent, span
from quizapp.tui.texts import bound, whole
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
_MOST_GROUPS = 12


class View(NamedTuple):
    """What the sheet shows. missed: only what was not right. big: with large figures. told: said on top."""

    result: Result
    before: Sequence[Past]
    missed: bool = False
    big: bool = True
    told: Line | None = None


def blocks(view: View, width: int) -> list[Block]:
    """Return the blocks of a result for a width in cells."""
    result = view.result
    shown = result.missed if view.missed else result.answers
    heading = f"{len(shown)} missed" if view.missed else f"All {len(shown)} questions"
    return [
        Block(tuple(_top(view, width))),
        Block(tuple(_groups("By topic", result.by_topic, width))),
        Block(tuple(_groups("By kind", result.by_kind, width))),
        Block(tuple(_groups("By deck", result.by_deck, width))),
        Block(tuple(_sure(result.certainty, width))),
        Block((Line(), Line((Piece(heading, "strong"),)), Line())),
        *(Block(tuple(_question(one, result.paper.rules.passing is not None)), stops=True) for one in shown),
        Block((Line((Piece(f"Paper code  {result.paper.code}", "quiet"),)),)),
    ]


def _top(view: View, width: int) -> Iterator[Line]:
    result, short = view.result, view.result.short
    sort = "exam" if short.exam else "practice"
    head, about = Piece(result.paper.title, "strong"), f"{sort} · {when(result.attempt)}"
    if cell_len(result.paper.title) + cell_len(about) + 3 <= width:
        yield Line((head, Piece(f"   {about}", "quiet")))
    else:
        yield Line((head,))
        yield Line((Piece(about, "quiet"),))
    yield Line()
    tone = "accent" if short.passed is None else "right" if short.passed else "wrong"
    yield from _score(number(round(short.percent)), tone, list(_facts(short, tone)), big=view.big)
    last = next((one.short.percent for one in view.before if one.short is not None), None)
    if last is not None:
        yield Line((Piece(_compared(round(short.percent), round(last))),))
        yield _past(view.before, short.percent)
    if view.told:
        yield from () if last is None and view.big else (Line(),)
        yield view.told


def _facts(short: Short, tone: str) -> Iterator[Line]:
    """Yield what stands beside the score: three lines at most, as many as its figures are high."""
    points = Piece(f"{number(short.points)} of {many_points(short.of)}", "strong")
    if short.passed is not None:
        said = "✓ Passed" if short.passed else "✗ Not passed"
        yield Line((Piece(said, tone), Piece(f"   {number(short.passing or 0)} % needed", "quiet")))
    yield Line((points,))
    yield Line((Piece(details(short)),))


def _score(figures: str, tone: str, facts: Sequence[Line], *, big: bool) -> Iterator[Line]:
    if not big:
        yield Line((Piece(f"{figures} %   ", tone), *facts[0].pieces))
        yield from facts[1:]
        return
    for row, beside in zip(range(3), [*facts, Line()], strict=False):
        drawn = " ".join(_BIG[figure][row] for figure in figures)
        unit = " %" if row == 2 else "  "
        yield Line(beside.pieces, (Piece(drawn, tone), Piece(f"{unit}    ", tone)))
    yield Line()


def _compared(now: int, last: int) -> str:
    """Compare what is shown: in whole percent."""
    if now == last:
        return f"The same as last time ({last} %)."
    side = "more" if now > last else "less"
    return f"{counted(abs(now - last), 'percentage point')} {side} than last time ({last} %)."


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
    weakest = sorted(groups, key=lambda group: group.percent)
    names = max(_wide(group.name or NO_TOPIC) for group in groups)
    for group in weakest[:_MOST_GROUPS]:
        said = f"{group.right} of {group.questions} right"
        yield _bar(group.name or NO_TOPIC, group.percent / 100, said, width, names)
    more = len(groups) - _MOST_GROUPS
    if more > 0:
        least = weakest[_MOST_GROUPS].percent
        said = "all right" if least == 100 else f"each {percent(least / 100)} or more"
        yield Line((Piece(f"and {more} more, {said}", "quiet"),))


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


def _question(one: Answered, graded: bool) -> Iterator[Line]:
    sign, tone = SIGNS[one.state]
    facts = [STATES[one.state]]
    if graded or one.of != 1 or 0 < one.score < 1 or one.points < 0:
        facts.append(f"{number(one.points)} of {many_points(one.of)}")
    if one.certainty:
        facts.append(CERTAINTIES[one.certainty])
    facts.append(span(one.spent_ms / 1000))
    if one.later:
        facts.append(f"{LATER} for later")
    lead = (Piece(f"{one.number:>2} ", "quiet"), Piece(f"{sign} ", tone))
    yield Line((Piece(facts[0], tone), Piece(" · ".join(["", *map(whole, facts[1:])]), "quiet")), lead)
    free, right = (Piece("     "),), right_words(one.entry.item)
    yield Line((Piece(one.entry.item.asks, "strong", card=True),), free)
    if one.given is not None and one.state is not State.DONT_KNOW:
        yield _labelled("Your answer", Piece(one.given, "text"))
    # What was right to the letter needn't be read twice.
    if one.state is not State.RIGHT or one.given != right.replace(" → ", "; "):
        tone = "right" if one.state is not State.RIGHT else "text"
        yield _labelled("Right answer", Piece(right, tone, card=True))
    if one.verdict not in _SAID_BY_SIGN and one.state is not State.DONT_KNOW:
        yield Line((Piece(one.verdict, "text"),), free)
    if one.explain:
        yield Line((Piece(one.explain, "text", card=True),), free)
    for source in one.sources:
        yield Line((Piece(bound(source), "quiet"),), (*free, Piece("Source: ", "quiet")))
    yield Line()


def _labelled(label: str, piece: Piece) -> Line:
    return Line((piece,), (Piece(f"     {label:<{_LABEL}}", "quiet"),))
