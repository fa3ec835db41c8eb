"""What a sitting came to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizapp.memory.model import Phase, Rating
from quizapp.study.reviews import Review

LONGEST_ANSWER_MS = 60_000
"""More than a minute over one card is a break, not thinking."""


class Summary(NamedTuple):
    """What was done in a sitting, and what comes.

    right: reviews rated better than Again. new: cards seen for the first time. tomorrow: reviews due
    on the next study day or before. put_off: other cards that come back then. next_at: UTC milliseconds
    of the next card within learning.
    """

    answered: int
    right: int
    new: int
    minutes: float
    by_rating: Mapping[Rating, int]
    tomorrow: int
    put_off: int
    next_at: int | None


def summary_of(reviews: Sequence[Review], tomorrow: int, put_off: int, next_at: int | None) -> Summary:
    """Sum up the reviews of a sitting; the rest as in `Summary`."""
    ratings = [review.judged.rating for review in reviews]
    spent = sum(min(review.effort.answer_ms, LONGEST_ANSWER_MS) for review in reviews)
    return Summary(
        answered=len(reviews),
        right=sum(rating is not Rating.AGAIN for rating in ratings),
        new=sum(review.item.phase is Phase.NEW for review in reviews),
        minutes=spent / 60_000,
        by_rating={rating: ratings.count(rating) for rating in Rating},
        tomorrow=tomorrow,
        put_off=put_off,
        next_at=next_at,
    )
