"""Study days: what was answered on each, days in a row, and how dark each stands in the calendar."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quizapp.memory.days import date_of
from quizapp.report.selection import WEEKDAYS, long_date
from quizapp.store.figures import DayCell
from quizapp.store.tally import Stage
from quizapp.text import counted

LEVELS = 4


class Day(NamedTuple):
    """What was answered on a study day. right: rated better than Again. new: cards seen first."""

    day: int
    reviews: int = 0
    right: int = 0
    minutes: float = 0.0
    new: int = 0

    @property
    def words(self) -> str:
        """The day in a sentence, for whoever points at it."""
        when = f"{WEEKDAYS[date_of(self.day).weekday()]} {long_date(self.day)}"
        if not self.reviews:
            return f"{when}: nothing answered."
        answers = counted(self.reviews, "answer")
        fresh = f", {self.new} new" if self.new else ""
        return f"{when}: {answers}, {self.right} right{fresh}, {minutes_in_words(self.minutes)}."


class Calendar(NamedTuple):
    """The study days `first` to `last`; `days` has those with an answer, in order.

    edges: a day with at least so many answers stands at the next darker of four levels.
    """

    first: int
    last: int
    days: Mapping[int, Day]
    edges: tuple[int, ...]

    def at(self, day: int) -> Day:
        """What was answered that day."""
        return self.days.get(day) or Day(day)

    def level(self, day: int) -> int:
        """How dark the day stands, 0 (nothing answered) to 4."""
        reviews = self.at(day).reviews
        return sum(reviews >= edge for edge in self.edges) if reviews else 0

    def weeks(self) -> tuple[tuple[int | None, ...], ...]:
        """The days in weeks from Monday to Sunday; None before the first and after the last."""
        start = self.first - date_of(self.first).weekday()
        return tuple(
            tuple(day if self.first <= day <= self.last else None for day in range(monday, monday + 7))
            for monday in range(start, self.last + 1, 7)
        )


class Streak(NamedTuple):
    """Study days in a row: up to today (or yesterday, while today may still come), and the most ever.

    days: those with an answer in the period.
    """

    current: int
    longest: int
    days: int


def calendar(cells: Iterable[DayCell], first: int, last: int) -> Calendar:
    """Return the calendar of the study days `first` to `last`."""
    days: dict[int, Day] = {}
    for cell in cells:
        day = days.get(cell.day) or Day(cell.day)
        days[cell.day] = Day(
            cell.day,
            day.reviews + cell.reviews,
            day.right + (cell.reviews if cell.rating > 1 else 0),
            day.minutes + cell.ms / 60_000,
            day.new + (cell.reviews if cell.stage is Stage.NEW else 0),
        )
    return Calendar(first, last, days, _edges([day.reviews for day in days.values()]))


def streak(days: Sequence[int], today: int, first: int, last: int) -> Streak:
    """Count days in a row; days: every study day with an answer, in order."""
    longest = run = current = 0
    before = None
    for day in days:
        run = run + 1 if before is not None and day == before + 1 else 1
        longest = max(longest, run)
        if day <= today:
            current = run if day >= today - 1 else 0
        before = day
    return Streak(current, longest, sum(first <= day <= last for day in days))


def minutes_in_words(minutes: float) -> str:
    """Say a time: `40 seconds`, `1 minute`, `12 minutes`, `3.5 hours`."""
    if minutes * 60 < 59.5:
        return counted(round(minutes * 60), "second")
    if minutes < 90:
        return counted(round(minutes), "minute")
    return f"{minutes / 60:.1f} hours"


def _edges(counts: list[int]) -> tuple[int, ...]:
    """The quartiles of the days with answers, so that light and dark tell something for everybody."""
    if not counts:
        return (1, 1, 1, 1)
    ordered = sorted(counts)
    quarters = (ordered[len(ordered) * part // LEVELS] for part in range(1, LEVELS))
    return (1, *quarters)
