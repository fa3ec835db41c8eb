"""The moment a sitting stands at: the clock, the turn of the study day, and clocks that were wrong."""

from quizapp.clock import Clock
from quizapp.memory.days import ClockWarning, moment
from quizapp.memory.model import Moment
from quizapp.settings import Settings
from quizapp.store.store import Store


class Timekeeper:
    """Turns the clock's time into a `Moment`, and keeps what there is to say about the clock."""

    def __init__(self, clock: Clock, settings: Settings, store: Store) -> None:
        self.clock = clock
        self._starts_at = settings.day_starts_at
        self._last_day = store.last_day()
        self.warning: ClockWarning | None = None

    def moment(self) -> Moment:
        """Return where we are in time; a warning about the clock, if there is one, is kept."""
        here, warning = moment(self.clock.now(), self._starts_at, self._last_day)
        self.warning = warning or self.warning
        return here

    def passed(self, day: int) -> None:
        """Note that an event of this study day is now the newest in the log."""
        self._last_day = day
