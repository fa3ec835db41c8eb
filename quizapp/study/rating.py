"""From a verdict to the rating that the memory model is told."""

from quizapp.answer.verdict import Result, Verdict
from quizapp.deck.model import Body, Choice, TrueFalse
from quizapp.memory.model import Rating

PASS_SCORE = 0.8
_RECOGNISED = (Choice, TrueFalse)


def helped(*, hints: int, tries: int, guessed: bool) -> bool:
    """Tell whether a right answer had help, so that it can be rated Hard at most."""
    return hints > 0 or tries > 1 or guessed


def rating_of(verdict: Verdict, *, help_had: bool) -> Rating:
    """Return the rating a judged response gets by itself.

    Below 0.8 it is Again; from 0.8, or right with help, Hard; right, Good. Easy is only ever the
    learner's own word: FSRS's authors advise to map wrong to Again and right to Good.
    """
    if verdict.score < PASS_SCORE:
        return Rating.AGAIN
    if verdict.score < 1 or help_had:
        return Rating.HARD
    return Rating.GOOD


def ratings_offered(body: Body, verdict: Verdict, *, help_had: bool) -> tuple[Rating, ...]:
    """Return the ratings the learner may give after this verdict, from Again upwards.

    A response that was wrong can only be overruled, not rated up. Easy is not offered where the
    answer was on the screen to be recognised (choice, true/false).
    """
    if verdict.result is not Result.SELF and verdict.score < PASS_SCORE:
        return (Rating.AGAIN,)
    if help_had or (verdict.result is not Result.SELF and verdict.score < 1):
        return (Rating.AGAIN, Rating.HARD)
    if isinstance(body, _RECOGNISED):
        return (Rating.AGAIN, Rating.HARD, Rating.GOOD)
    return tuple(Rating)
