"""Everything one screen tells of a learner's progress."""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.memory.model import Phase
from quizapp.report.calendar import Calendar, Day, Streak, calendar, streak
from quizapp.report.retention import Retention, retention
from quizapp.report.selection import EVERYTHING, Part, Period, Selection, part_of, past_year
from quizapp.store import figures
from quizapp.store.connection import Database
from quizapp.store.figures import DayCell, PhaseCell
from quizapp.study.desk import Desk

AHEAD = 30
ENOUGH_AN_HOUR = 30


class Coming(NamedTuple):
    """Reviews to come of the cards as they stand now, if nothing new is begun.

    days: study day and how many cards are due on it, today and the 29 days after it, each once.
    overdue: how many of today's were due before. load: reviews a study day that the present intervals
    amount to. minutes: that load, with the time an answer takes; None without any answer.
    """

    days: tuple[tuple[int, int], ...]
    overdue: int
    load: float
    minutes: float | None


class Cards(NamedTuple):
    """How cards stand; a suspended one is in no other number, a buried one in both."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0
    buried: int = 0

    @property
    def total(self) -> int:
        """All cards."""
        return self.new + self.learning + self.young + self.mature + self.suspended

    @property
    def seen(self) -> int:
        """Those that were answered and are not suspended."""
        return self.learning + self.young + self.mature


class Spent(NamedTuple):
    """Time spent in the period. a_day: minutes on each study day with an answer. an_answer: seconds."""

    minutes: float
    answers: int
    a_day: float | None
    an_answer: float | None


class Hour(NamedTuple):
    """An hour of the learner's clock (0 to 23). enough: so many answers that its share means something."""

    hour: int
    answers: int
    right: int
    enough: bool

    @property
    def share(self) -> float:
        """Of the answers, those that were right."""
        return self.right / self.answers


class Progress(NamedTuple):
    """What one screen tells. today: the study day's answers. hours: those with any answer.

    best: the hour with the largest share of right answers among those with enough; None if fewer than
    two have enough.
    """

    day: int
    period: Period
    today: Day
    streak: Streak
    calendar: Calendar
    coming: Coming
    retention: Retention
    cards: Cards
    spent: Spent
    hours: tuple[Hour, ...]
    best: Hour | None

    @property
    def empty(self) -> bool:
        """Nothing was answered in the period."""
        return not self.calendar.days


def progress(
    desk: Desk, day: int, selection: Selection = EVERYTHING, period: Period | None = None
) -> Progress:
    """Return the figures of a selection on the study day `day`; without a period, of the past 365 days.

    Raises UsageError for a tag that no card has, StoreError where the log can't be read.
    """
    period = period or past_year(day)
    part = part_of(desk, selection, period)
    database = desk.store.database
    with database.snapshot():
        return _progress(database, part, day, period)


def _progress(database: Database, part: Part, day: int, period: Period) -> Progress:
    cells = figures.days(database, part.reviews)
    ever = figures.days_studied(database, part.ever)
    first = max(period.first, min(ever, default=day))
    last = min(period.last, max([day, *ever[-1:]]))
    days = calendar(cells, min(first, last), last)
    today = days.at(day)
    if not period.first <= day <= period.last:
        today = calendar(figures.days(database, part.ever._replace(first=day, last=day)), day, day).at(day)
    spent = _spent(cells, len(days.days))
    standing = figures.phases(database, part.cards)
    hours = _hours(figures.hours(database, part.reviews))
    return Progress(
        day=day,
        period=period,
        today=today,
        streak=streak(ever, day, period.first, period.last),
        calendar=days,
        coming=_coming(database, part, day, load(standing), spent),
        retention=retention(cells),
        cards=cards(standing, day),
        spent=spent,
        hours=hours,
        best=_best(hours),
    )


def cards(cells: Iterable[PhaseCell], day: int) -> Cards:
    """Sum up how cards stand on the study day `day`."""
    found = Cards()
    for cell in cells:
        if cell.suspended:
            found = found._replace(suspended=found.suspended + cell.cards)
            continue
        if cell.buried_until is not None and cell.buried_until > day:
            found = found._replace(buried=found.buried + cell.cards)
        if cell.phase is Phase.NEW:
            found = found._replace(new=found.new + cell.cards)
        elif cell.phase is not Phase.REVIEW:
            found = found._replace(learning=found.learning + cell.cards)
        else:
            young = found.young + cell.cards - cell.mature
            found = found._replace(young=young, mature=found.mature + cell.mature)
    return found


def load(cells: Iterable[PhaseCell]) -> float:
    """Reviews a study day that the present intervals amount to."""
    return sum(cell.load for cell in cells if not cell.suspended and cell.phase is Phase.REVIEW)


def _coming(database: Database, part: Part, day: int, load: float, spent: Spent) -> Coming:
    last = day + AHEAD - 1
    counts = dict.fromkeys(range(day, last + 1), 0)
    overdue = 0
    for when, count in figures.due(database, part.cards, last):
        counts[max(when, day)] += count
        overdue += count if when < day else 0
    minutes = None if spent.an_answer is None else load * spent.an_answer / 60
    return Coming(tuple(counts.items()), overdue, load, minutes)


def _spent(cells: list[DayCell], days: int) -> Spent:
    ms, answers = sum(cell.ms for cell in cells), sum(cell.reviews for cell in cells)
    if not answers:
        return Spent(0.0, 0, None, None)
    return Spent(ms / 60_000, answers, ms / 60_000 / days, ms / 1000 / answers)


def _hours(rows: list[tuple[int, int, int]]) -> tuple[Hour, ...]:
    return tuple(Hour(hour, count, right, count >= ENOUGH_AN_HOUR) for hour, count, right in rows)


def _best(hours: tuple[Hour, ...]) -> Hour | None:
    known = [hour for hour in hours if hour.enough]
    return max(known, key=lambda hour: (hour.share, hour.answers)) if len(known) > 1 else None
