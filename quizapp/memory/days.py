"""Study days, moments, and clocks that jump.

A study day is a local date that turns over some hours after midnight, counted from 1970-01-01 = 0.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from math import ceil
from typing import NamedTuple

from quizapp.memory.model import Moment

_EPOCH = date(1970, 1, 1).toordinal()
_FAR = 30
_UTC_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class ClockWarning(NamedTuple):
    """The clock says `today`, though the log already has reviews of `last`, more than one day later."""

    last: date
    today: date


def study_day(wall: datetime, starts_at: int) -> int:
    """Return the study day of a local wall time; days start at the hour `starts_at` (0 to 23)."""
    return wall.toordinal() - _EPOCH - (wall.hour < starts_at)


def date_of(day: int) -> date:
    """Return the date of a study day; days no calendar has become its first or last date."""
    return date.fromordinal(min(max(day + _EPOCH, 1), date.max.toordinal()))


def moment(now: datetime, starts_at: int, last_day: int | None) -> tuple[Moment, ClockWarning | None]:
    """Return `now`, a time with an offset, as the log keeps it.

    last_day: the latest study day in the log. If the local date is one day behind it, as after a flight
    eastward over the date line, the day stands still. If it is further behind, the clock was or is
    wrong: a warning tells both dates, and the date of `now` is used. Raises ValueError if `now` has no
    offset.
    """
    ahead = now.utcoffset()
    if ahead is None:
        raise ValueError("a moment needs an offset from UTC")
    day = today = study_day(now, starts_at)
    warning = None
    if last_day is not None and today == last_day - 1:
        day = last_day
    elif last_day is not None and today < last_day:
        warning = ClockWarning(date_of(last_day), date_of(today))
    passed = timedelta(
        hours=now.hour, minutes=now.minute, seconds=now.second, microseconds=now.microsecond
    ) - timedelta(hours=starts_at)
    left = timedelta(days=day - today + (now.hour >= starts_at)) - passed
    at = (now - _UTC_EPOCH) // timedelta(milliseconds=1)
    return Moment(at, ahead // timedelta(minutes=1), day, ceil(left.total_seconds())), warning


def misdated(days: Sequence[int], today: int) -> tuple[int, ...]:
    """Return which of the latest reviews were recorded under a clock that was wrong for one evening.

    days: the study days of the latest reviews in the order of the log. The answer is indices into it.
    Found are: at the end, a run of at most two study days that all lie after tomorrow, at least 30 days
    after the review before it (or with nothing before it); or a run of at most two study days more than
    30 days before the greatest day so far, once today is back at that day or later (or the day before).

    So careful because the clock that is wrong may be today's. A machine that wakes up in a past year
    sees months of true reviews lie in its future, and must not redate one of them: they span more
    than two days. And a few days' difference is what travel and a weekend look like.
    """
    ahead = _tail(days, lambda day: day > today + 1)
    if ahead:
        alone = len(ahead) == len(days) or min(days[i] for i in ahead) - days[ahead[0] - 1] >= _FAR
        return ahead if alone and _brief(days, ahead) else ()
    greatest = max(days, default=today)
    behind = _tail(days, lambda day: day < greatest - _FAR)
    return behind if behind and today >= greatest - 1 and _brief(days, behind) else ()


def _tail(days: Sequence[int], wanted: Callable[[int], bool]) -> tuple[int, ...]:
    """Indices of the longest run at the end whose days are all wanted."""
    start = len(days)
    while start and wanted(days[start - 1]):
        start -= 1
    return tuple(range(start, len(days)))


def _brief(days: Sequence[int], run: tuple[int, ...]) -> bool:
    """One evening is at most two study days, if it goes on past the rollover."""
    own = [days[index] for index in run]
    return max(own) - min(own) <= 1
