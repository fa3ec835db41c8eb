"""The only place that reads the clock."""

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from quizapp.errors import UsageError

VARIABLE = "QUIZAPP_NOW"


class Clock(Protocol):
    """Tells the time to whoever needs it."""

    def now(self) -> datetime:
        """The wall time here, with its offset from UTC."""

    def monotonic(self) -> float:
        """Seconds on a count that never goes back; only differences mean something."""

    def submitted(self) -> None:
        """Called once for each response a learner submits; a stepping clock moves on."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The wall time here, with its offset from UTC."""
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()

    def submitted(self) -> None:
        """Do nothing: real time passes by itself."""


class ShiftedClock:
    """A clock that was set to `start` when it was made and runs on from there."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The start plus the time that has passed since."""
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    def monotonic(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()

    def submitted(self) -> None:
        """Do nothing: it runs by itself."""


class SetClock:
    """A clock that stands still and moves on by `step` at each submission, or when it is told to."""

    def __init__(self, start: datetime, step: timedelta = timedelta(0)) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock needs an offset from UTC")
        self._now = start
        self._step = step
        self._ticks = 0.0

    def now(self) -> datetime:
        """The time it was set to."""
        return self._now

    def monotonic(self) -> float:
        """Seconds it was moved on so far; setting it anew does not change this count."""
        return self._ticks

    def submitted(self) -> None:
        """Move on by one step."""
        self.advance(self._step)

    def advance(self, by: timedelta) -> None:
        """Move on by `by`, which must not be negative."""
        self._ticks += by.total_seconds()
        self._now += by

    def set(self, now: datetime) -> None:
        """Jump to `now`, as somebody would who sets the clock of the machine or travels."""
        self._now = now


def clock_from(environment: Mapping[str, str]) -> Clock:
    """Return the clock that `QUIZAPP_NOW` asks for, or the machine's own.

    `2026-03-28T23:50+01:00` starts there and runs; with `,+90s` behind it, it stands still and
    steps 90 seconds at each submission. Raises UsageError for anything else.
    """
    wanted = environment.get(VARIABLE, "").strip()
    if not wanted:
        return SystemClock()
    moment, comma, step = wanted.partition(",")
    try:
        start = datetime.fromisoformat(moment.strip())
        seconds = float(step.strip().removeprefix("+").removesuffix("s")) if comma else None
    except ValueError:
        raise _unreadable(wanted) from None
    if start.tzinfo is None or (seconds is not None and not 0 <= seconds <= 10 * 86_400):
        raise _unreadable(wanted)
    return ShiftedClock(start) if seconds is None else SetClock(start, timedelta(seconds=seconds))


def _unreadable(wanted: str) -> UsageError:
    return UsageError(
        f"{VARIABLE} is '{wanted}', which is not a time with an offset",
        todo="Write it like 2026-03-28T23:50+01:00, or 2026-03-28T23:50+01:00,+90s",
    )


def file_time() -> int:
    """The machine's time in nanoseconds, as file systems stamp files; `QUIZAPP_NOW` leaves it alone."""
    return time.time_ns()
