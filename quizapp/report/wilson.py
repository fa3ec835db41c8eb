"""How sure a share is, given few or many trials."""

from math import sqrt
from typing import NamedTuple

_Z = 1.959964


class Share(NamedTuple):
    """`right` of `trials`, with the interval that holds the true share in 95 of 100 cases.

    value, low, high: 0 to 1; None without a trial.
    """

    right: int
    trials: int
    value: float | None
    low: float | None
    high: float | None


def share(right: int, trials: int) -> Share:
    """Return a share with Wilson's score interval (Wilson 1927, without continuity correction)."""
    if not trials:
        return Share(0, 0, None, None, None)
    value = right / trials
    square = _Z * _Z / trials
    middle = (value + square / 2) / (1 + square)
    half = _Z * sqrt(value * (1 - value) / trials + square / (4 * trials)) / (1 + square)
    return Share(right, trials, value, max(0.0, middle - half), min(1.0, middle + half))
