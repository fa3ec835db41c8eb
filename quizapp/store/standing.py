"""How a card stands: a cache, folded from its events alone."""

from dataclasses import dataclass

from quizapp.memory.model import Memory, Phase, Progress

LEECH_AT = 8
LEECH_EVERY = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card stands.

    due_day: study day it is due, None while new. due_at: UTC ms within learning, else None.
    reviews: ratings that count. lapses: times it was forgotten in review. last_at: UTC ms of the last
    review. buried_until: first study day it is back, None if not buried. flag: 0 none, 1 to 4.
    wording: fingerprint of the last wording answered. first_day: study day of the first review.
    """

    card: str
    phase: Phase = Phase.NEW
    step: int = 0
    memory: Memory | None = None
    interval: int = 0
    due_day: int | None = None
    due_at: int | None = None
    first_day: int | None = None
    last_day: int | None = None
    last_at: int | None = None
    reviews: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_until: int | None = None
    flag: int = 0
    revision: int = 1
    wording: str | None = None

    @property
    def leech(self) -> bool:
        """Forgotten so often that the card itself is the likely fault."""
        return self.lapses >= LEECH_AT

    @property
    def progress(self) -> Progress:
        """What the scheduler needs to know."""
        return Progress(self.phase, self.step, self.memory, self.last_day, self.interval, self.reviews)
