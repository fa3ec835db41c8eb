"""What a response is worth."""

from enum import StrEnum

from quizapp.answer.verdict import Verdict
from quizapp.study.quiz.course import Slot
from quizapp.study.quiz.paper import Entry

_NOT_GIVEN = frozenset({"blank", "dont-know"})


class State(StrEnum):
    """How a question stands when everything is marked."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    DONT_KNOW = "dont-know"
    UNANSWERED = "unanswered"


def score(slot: Slot) -> float:
    """How right a response is, 0 to 1: as the judge or, on a flashcard, the learner says."""
    if slot.given is None:
        return 0.0
    if slot.mark is not None:
        return slot.mark
    return slot.given.verdict.score if slot.given.verdict else 0.0


def state(slot: Slot) -> State:
    """How the question stands."""
    if slot.given is None:
        return State.UNANSWERED
    verdict = slot.given.verdict
    if verdict is not None and verdict.rule in _NOT_GIVEN:
        return State.DONT_KNOW
    right = score(slot)
    return State.RIGHT if right >= 1 else State.PARTLY if right > 0 else State.WRONG


def points(entry: Entry, slot: Slot) -> float:
    """The points a response earns.

    A wrong one costs the question's penalty, if it has one. What was left open, and "don't know", cost
    nothing; nor does a flashcard, which learners mark themselves.
    """
    earned = score(slot) * entry.worth.points
    if earned > 0 or state(slot) is not State.WRONG or _self_marked(slot):
        return earned
    return -entry.worth.penalty


def _self_marked(slot: Slot) -> bool:
    return slot.given is not None and not isinstance(slot.given.verdict, Verdict)
