"""One line of the log."""

from dataclasses import dataclass
from enum import StrEnum

TOGETHER = "act-"
"""How the sittings of acts begin: all events of such a sitting are one act, and are taken back together."""


class Kind(StrEnum):
    """What an event says happened. STUDY, EARLY and CRAM are reviews; the others are acts."""

    STUDY = "study"
    EARLY = "early"
    CRAM = "cram"
    OVERRIDE = "override"
    VOID = "void"
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    FLAG = "flag"
    RESET = "reset"
    RESCHEDULE = "reschedule"
    ADOPT = "adopt"
    REVISE = "revise"
    START = "start"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be appended. Whatever doesn't fit its kind stays None.

    card: a card's key; for START and STOP a deck's id. sitting: random id of the run it happened in.
    at, offset, day: as in `quizapp.memory.model.Moment`. front: line, tui or cli.
    target: (device, seq) of the event a VOID takes back or an OVERRIDE changes.
    rating, rated_by: 1 to 4, and judge or learner. verdict, rule, score: as in `Verdict`.
    response, shown: JSON text of the response and of what was shown in which order.
    certainty: sure, think or guess. confused: key of the card whose answer was given.
    first_key_ms, answer_ms: from the question's appearance to the first key and to submission.
    phase, step: the card's before. after_phase, after_step, interval, due_day, due_at: decided.
    stability, difficulty: memory before. retention, weights: what it was decided with.
    wording: fingerprint of the wording asked. origin: for ADOPT, the key whose history this card takes over.
    value: for FLAG the flag (0 none, 1 to 4); for BURY the first study day it is back.
    counted_day: for OVERRIDE, the study day the review counts for, if its own was from a wrong clock.
    """

    kind: Kind
    card: str
    sitting: str
    at: int
    offset: int
    day: int
    front: str
    version: str
    target: tuple[str, int] | None = None
    rating: int | None = None
    rated_by: str | None = None
    verdict: str | None = None
    rule: str | None = None
    score: float | None = None
    response: str | None = None
    shown: str | None = None
    hints: int | None = None
    tries: int | None = None
    certainty: str | None = None
    confused: str | None = None
    first_key_ms: int | None = None
    answer_ms: int | None = None
    phase: str | None = None
    step: int | None = None
    after_phase: str | None = None
    after_step: int | None = None
    interval: int | None = None
    due_day: int | None = None
    due_at: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    retention: float | None = None
    weights: str | None = None
    revision: int | None = None
    wording: str | None = None
    origin: str | None = None
    value: int | None = None
    counted_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Draft):
    """A draft that has its place in the log. Order everywhere is (stamp, device).

    device, seq: its key; seq counts from 1 on each device. stamp: 1 + the greatest in the log when
    it was appended.
    """

    device: str
    seq: int
    stamp: int

    @property
    def key(self) -> tuple[str, int]:
        """What names this event."""
        return (self.device, self.seq)
