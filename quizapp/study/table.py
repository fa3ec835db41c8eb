"""The card on the table: hints shown and time passed since it was put there."""

from quizapp.clock import Clock
from quizapp.study.item import Item
from quizapp.study.recorder import Effort


class Table:
    """One card while it is being asked."""

    def __init__(self, item: Item, clock: Clock) -> None:
        self.item = item
        self.hints: tuple[str, ...] = ()
        self.guessed = False
        self.retrying = False
        self._clock = clock
        self._since = clock.monotonic()
        self._first_key_ms: int | None = None

    @property
    def hints_left(self) -> int:
        """Hints that can still be asked for."""
        return len(self.item.hints) - len(self.hints)

    def touched(self) -> None:
        """Note the first key."""
        if self._first_key_ms is None:
            self._first_key_ms = self._passed()

    def hint(self) -> str | None:
        """Show one more hint; None if there is none left."""
        if not self.hints_left:
            return None
        text = self.item.hints[len(self.hints)]
        self.hints = (*self.hints, text)
        return text

    def reworded(self, item: Item) -> None:
        """Go on with the same card as its deck reads now; hints shown stay, as far as there are so many."""
        self.item = item
        self.hints = item.hints[: len(self.hints)]

    def effort(self) -> Effort:
        """Return how the learner came to the response they give now."""
        return Effort(
            len(self.hints), 2 if self.retrying else 1, self.guessed, self._first_key_ms, self._passed()
        )

    def _passed(self) -> int:
        return round((self._clock.monotonic() - self._since) * 1000)
