"""FSRS-6, the model of memory, in double precision.

Every formula is the one that open-spaced-repetition publishes as FSRS-6 ("The Algorithm" in the
wiki of its awesome-fsrs repository). `w` are its 21 weights, S is stability, D difficulty, R
retrievability, G the rating (1 to 4).
"""

from collections.abc import Mapping
from math import exp, floor

from quizapp.memory.model import Memory, Rating

DEFAULT: tuple[float, ...] = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # S after the first rating
    *(6.4133, 0.8334, 3.0194, 0.001),  # D
    *(1.8722, 0.1666, 0.796),  # S when recalled
    *(1.4835, 0.0614, 0.2629, 1.6483),  # S when forgotten
    *(0.6014, 1.8729),  # Hard, Easy
    *(0.5425, 0.0912, 0.0658),  # S within a day
    0.1542,  # the curve of forgetting
)
WEIGHTS: Mapping[str, tuple[float, ...]] = {"fsrs6-default": DEFAULT}
"""Weights by the id that the log keeps."""

LEAST_STABILITY = 0.001
MOST_STABILITY = 36_500.0
MOST_DAYS = 36_500

# Members of an enum cost more to look up than the arithmetic around them.
_AGAIN, _HARD, _EASY = int(Rating.AGAIN), int(Rating.HARD), int(Rating.EASY)


def next_memory(
    weights: tuple[float, ...], memory: Memory | None, rating: int, elapsed_days: float
) -> Memory:
    """Return the memory after a rating, `elapsed_days` after the one before it.

    FSRS-6: without memory S = w[G-1] and D = D0(G). Less than a day after the last rating, S follows
    the same-day formula, else the one for recall or for forgetting, each with the D before.
    """
    if memory is None:
        return Memory(_bounded(weights[rating - 1]), _between(_first_difficulty(weights, rating)))
    stability, difficulty = memory
    if elapsed_days < 1:
        after = _within_day(weights, stability, rating)
    else:
        lost = 1 - retrievability(weights, elapsed_days, stability)
        if rating == _AGAIN:
            after = _forgotten(weights, memory, lost)
        else:
            after = _recalled(weights, memory, lost, rating)
    return Memory(_bounded(after), _next_difficulty(weights, difficulty, rating))


def retrievability(weights: tuple[float, ...], elapsed_days: float, stability: float) -> float:
    """Return the chance, 0 to 1, to recall a card now; time before its review counts as none.

    FSRS-6: R = (1 + f·t/S)^-w20, where f = 0.9^(-1/w20) - 1 makes R = 0.9 at t = S.
    """
    if elapsed_days <= 0:
        return 1.0
    decay = -weights[20]
    known: float = (1 + (0.9 ** (1 / decay) - 1) * elapsed_days / stability) ** decay
    return known


def interval(weights: tuple[float, ...], stability: float, retention: float, maximum: int = MOST_DAYS) -> int:
    """Return the whole days, 1 to `maximum`, after which R has fallen to `retention`; halves go up."""
    return whole(stability * pace(weights, retention), maximum)


def pace(weights: tuple[float, ...], retention: float) -> float:
    """Return after how many days R has fallen to `retention`, for each day of stability.

    FSRS-6: t/S = (r^(-1/w20) - 1)/f, with f as in `retrievability`.
    """
    power = -1 / weights[20]
    days: float = (retention**power - 1) / (0.9**power - 1)
    return days


def whole(days: float, maximum: int) -> int:
    """Return `days` as whole days from 1 to `maximum`; halves go up."""
    return min(max(floor(min(days, MOST_DAYS) + 0.5), 1), maximum)


def _within_day(weights: tuple[float, ...], stability: float, rating: int) -> float:
    """FSRS-6: S' = S·e^(w17·(G-3+w18))·S^-w19; a pass never lowers S."""
    growth: float = exp(weights[17] * (rating - 3 + weights[18])) * stability ** -weights[19]
    return stability * growth if growth > 1 or rating == _AGAIN else stability


def _recalled(weights: tuple[float, ...], memory: Memory, lost: float, rating: int) -> float:
    """FSRS-6: S' = S·(1 + e^w8·(11-D)·S^-w9·(e^(w10·(1-R))-1)·[w15 if Hard]·[w16 if Easy])."""
    stability, difficulty = memory
    damping: float = stability ** -weights[9]
    growth = exp(weights[8]) * (11 - difficulty) * damping * (exp(weights[10] * lost) - 1)
    if rating == _HARD:
        growth *= weights[15]
    elif rating == _EASY:
        growth *= weights[16]
    return stability * (1 + growth)


def _forgotten(weights: tuple[float, ...], memory: Memory, lost: float) -> float:
    """FSRS-6: S' = w11·D^-w12·((S+1)^w13-1)·e^(w14·(1-R)), at most S/e^(w17·w18)."""
    stability, difficulty = memory
    after: float = weights[11] * difficulty ** -weights[12] * ((stability + 1) ** weights[13] - 1)
    return min(after * exp(weights[14] * lost), stability / exp(weights[17] * weights[18]))


def _first_difficulty(weights: tuple[float, ...], rating: int) -> float:
    """FSRS-6: D0(G) = w4 - e^(w5·(G-1)) + 1, not yet bounded."""
    return weights[4] - exp(weights[5] * (rating - 1)) + 1


def _next_difficulty(weights: tuple[float, ...], difficulty: float, rating: int) -> float:
    """FSRS-6: D' = w7·D0(4) + (1-w7)·(D - w6·(G-3)·(10-D)/9)."""
    moved = difficulty - weights[6] * (rating - 3) * (10 - difficulty) / 9
    return _between(weights[7] * _first_difficulty(weights, _EASY) + (1 - weights[7]) * moved)


def _bounded(stability: float) -> float:
    if stability < LEAST_STABILITY:
        return LEAST_STABILITY
    return min(stability, MOST_STABILITY)


def _between(difficulty: float) -> float:
    if difficulty < 1:
        return 1.0
    return min(difficulty, 10.0)
