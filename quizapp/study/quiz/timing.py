"""How much of an attempt's time is used: the only thing of a quiz that looks at the clock."""

from datetime import datetime

from quizapp.clock import Clock
from quizapp.study.timekeeper import Timekeeper


class Timer:
    """Milliseconds of an attempt's time.

    before: used when the program took the attempt up. began: UTC milliseconds of the attempt's start, if
    the clock runs on whatever happens: then sleep of the machine, and the time in which the program was
    not running, count too. Else only the time in which it is shown.
    """

    def __init__(self, time: Timekeeper, before: int, began: int | None) -> None:
        self._time = time
        self._before = before
        self._began = began
        self._since = time.clock.monotonic()

    @property
    def clock(self) -> Clock:
        """The clock it looks at."""
        return self._time.clock

    def spent(self) -> int:
        """Milliseconds used by now."""
        shown = self._before + round((self.clock.monotonic() - self._since) * 1000)
        return shown if self._began is None else max(shown, _utc(self.clock.now()) - self._began)


def _utc(now: datetime) -> int:
    return round(now.timestamp() * 1000)
