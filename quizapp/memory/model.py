"""The words of memory: ratings, phases, and what is decided at an answer."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Rating(IntEnum):
    """What the memory model is told."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(StrEnum):
    """Where a card stands in its learning."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Memory(NamedTuple):
    """FSRS-6's state of one card: stability in days (0.001 to 36,500), difficulty 1 to 10."""

    stability: float
    difficulty: float


class Moment(NamedTuple):
    """A point in time as the log keeps it.

    at: UTC milliseconds since 1970. offset: minutes that local wall time is ahead of UTC.
    day: the study day, counted from 1970-01-01 = 0. to_rollover: seconds until the next study day.
    """

    at: int
    offset: int
    day: int
    to_rollover: int


class Progress(NamedTuple):
    """What `decide` needs to know of a card.

    step: place in the learning or relearning steps, from 0. memory: None before the first review.
    last_day: the latest study day of a review, None before the first. interval: days last decided
    (0 within learning). reviews: how many ratings counted so far; seeds the fuzz.
    """

    phase: Phase = Phase.NEW
    step: int = 0
    memory: Memory | None = None
    last_day: int | None = None
    interval: int = 0
    reviews: int = 0


class Decision(NamedTuple):
    """What a rating does to a card.

    interval: days until it is due, 0 if it is due by the minute. due_day: the study day it is due.
    due_at: UTC milliseconds it is due, None if it is due by the day. phase, step: afterwards.
    lapse: this rating forgot a card in review. seconds: the step as it is told, 0 if due by the day;
    due_at lies a little later, so that cards learned together do not come back in the same order.
    """

    rating: Rating
    memory: Memory
    phase: Phase
    step: int
    interval: int
    due_day: int
    due_at: int | None
    lapse: bool
    seconds: int = 0


class Scheduling(NamedTuple):
    """The learner's choices that steer scheduling.

    weights: 21 numbers of FSRS-6, named by `weights_id` in the log. retention: 0.70 to 0.97.
    learning, relearning: seconds of each step. maximum: longest interval in days. fuzz: spread
    intervals a little.
    """

    weights: tuple[float, ...]
    weights_id: str
    retention: float
    learning: tuple[int, ...]
    relearning: tuple[int, ...]
    maximum: int = 36_500
    fuzz: bool = True
