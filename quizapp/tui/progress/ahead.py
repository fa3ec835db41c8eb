"""Section 4: what comes in the next 30 days, a bar and a number each."""

from collections.abc import Iterator, Sequence

from quizapp.memory.days import date_of
from quizapp.report.calendar import minutes_in_words
from quizapp.report.how import HOW
from quizapp.report.progress import Coming, Progress
from quizapp.report.selection import MONTHS, WEEKDAYS
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, fit, measure, prose
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

_TWO = 64
_GAP = 3
_NAME = 11
_MOST = 60


def rows(view: View, width: int) -> list[Row]:
    """The load in words, then each day; in two columns where there is room."""
    coming: Coming = view.found.coming
    counts = [count for _, count in coming.days]
    if not any(counts):
        return [*_nothing(view.found, width)]
    made = [*prose(_load(coming), width, "strong")]
    told = f"{counted(sum(counts), 'review')} in the next {len(counts)} days"
    made += prose(told + (f", {coming.overdue:,} of them overdue." if coming.overdue else "."), width)
    made.append(BLANK)
    most, column = max(counts), (width - _GAP) // 2 if width >= _TWO else min(width, _MOST)
    drawn = [
        _day(day, count, most, column, today=number == 0) for number, (day, count) in enumerate(coming.days)
    ]
    if width < _TWO:
        return [*made, *(Row(tuple(each)) for each in drawn)]
    half = (len(drawn) + 1) // 2
    right = [*drawn[half:], *([()] * (2 * half - len(drawn)))]
    return made + [Row((*one, Mark(" " * _GAP), *two)) for one, two in zip(drawn[:half], right, strict=True)]


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["coming"]


def _load(coming: Coming) -> str:
    said = f"The load is {coming.load:.0f} reviews a study day"
    return said + ("." if coming.minutes is None else f", about {minutes_in_words(coming.minutes)}.")


def _nothing(found: Progress, width: int) -> Iterator[Row]:
    yield from prose("No review comes in the next 30 days.", width, "strong")
    if found.cards.new:
        yield from prose(f"{counted(found.cards.new, 'new card')} can be begun: that brings reviews.", width)
    elif not found.cards.total:
        yield from prose("No deck is started. Press Enter on one in the list of decks.", width)


def _day(day: int, count: int, most: int, width: int, *, today: bool) -> Sequence[Mark]:
    when = date_of(day)
    name = f"{WEEKDAYS[when.weekday()][:3]} {when.day:2d} {MONTHS[when.month - 1][:3]}"
    figures = len(f"{most:,}")
    drawn = measure(count / most, max(4, width - _NAME - figures - 2))
    named = Mark(fit("Today" if today else name, _NAME), "strong" if today else "quiet")
    return (named, Mark(f"{count:>{figures},}  "), *drawn)
