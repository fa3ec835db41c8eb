"""What a teacher says of an exam: how many questions of which sort, what they are worth, the time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EXAM_SUFFIX = ".exam.yaml"
ORDERS = ("shuffled", "deck", "parts")
FEEDBACK = ("end", "each")
CLOCKS = ("runs", "stands")

Place = tuple[int, int, int]
"""Line and column from 1, and how many characters a key's value has."""


@dataclass(frozen=True, slots=True)
class Part:
    """Questions of one sort. What is given under several keys must all fit; of several values, any.

    count: how many; None for all that fit. kind, topic, tag, source: as decks write them, case doesn't
    matter. points, seconds, penalty: as in `Blueprint`, for these questions. places: of its keys.
    """

    count: int | None = None
    deck: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[int, ...] = ()
    points: float | None = None
    seconds: int | None = None
    penalty: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How a paper is made and sat.

    decks: names of decks, as the file gives them; empty in a deck's own `exam`.
    count: how many questions; with parts it can only be their sum. None without parts: all.
    minutes: for the whole, seconds: for each question that has none of its own; None: no limit.
    points: what a question is worth that doesn't say so itself. penalty: what a wrong answer costs:
    points (`0.5`), or a share of the question's (`25%`). passing: percent of the points to pass.
    order: shuffled, deck (as decks and their questions stand) or parts (one after the other, each
    shuffled). feedback: end (an exam) or each (practice). clock: runs on, or stands still, while the
    quiz is interrupted; None lets the program choose. certainty: asked with each answer.
    """

    title: str | None = None
    decks: tuple[str, ...] = ()
    count: int | None = None
    parts: tuple[Part, ...] = ()
    minutes: int | None = None
    seconds: int | None = None
    points: float | None = None
    penalty: str | None = None
    passing: float | None = None
    order: str = "shuffled"
    feedback: str = "end"
    clock: str | None = None
    certainty: bool = False
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, hash=False)

    @property
    def wanted(self) -> tuple[Part, ...]:
        """The parts; where none are given, one that says how many of all."""
        return self.parts or (Part(count=self.count, places=self.places),)
