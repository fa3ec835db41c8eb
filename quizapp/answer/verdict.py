"""What the judge says of a response."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Result(StrEnum):
    """The verdict in a word; SELF where the learner rates themselves."""

    CORRECT = "correct"
    PARTLY = "partly"
    WRONG = "wrong"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Part:
    """How one part of a response fared: a field typed, an option, an item, a pair.

    given: as the learner gave it (None: nothing). wanted: what is right there (None: nothing is).
    """

    given: str | None
    wanted: str | None
    right: bool
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says of a response.

    score: 0 to 1. rule: code of the layer that decided; `values` are the words its sentence needs
    (`quizapp.answer.wording.sentence`). parts: for kinds with several parts, in the question's own
    order. near: so close that one second try is fair. confused: the key of the card whose right
    answer was given instead, if there is one. why: the teacher's reason for a refused answer or a
    wrong option, if given.
    """

    result: Result
    score: float
    rule: str
    values: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    near: bool = False
    confused: str | None = None
    why: str | None = None
