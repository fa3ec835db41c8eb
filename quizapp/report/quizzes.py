"""How questions fare in quizzes: everybody answers the same paper once, so shares can be compared."""

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.report.wilson import Share, share
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit

RIGHT = 0.999


class Quizzed(NamedTuple):
    """A card in quizzes that were handed in. asked: on how many papers. right: full scores of these.

    score: mean, 0 to 1.
    """

    card: str
    asked: int
    right: Share
    score: float


def quizzed(desk: Desk, decks: Sequence[str]) -> tuple[Quizzed, ...]:
    """Sum up the quizzes of this log, card by card, the lowest mean score first."""
    wanted = set(decks)
    scores: dict[str, list[float]] = {}
    for past in sit.past(desk, decks):
        if past.short is None:
            continue
        for one in sit.result(desk, past.attempt.id).answers:
            if one.entry.item.card.deck in wanted:
                scores.setdefault(str(one.entry.item.card), []).append(one.score)
    found = [
        Quizzed(card, len(own), share(sum(score >= RIGHT for score in own), len(own)), sum(own) / len(own))
        for card, own in scores.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.score, one.card)))
