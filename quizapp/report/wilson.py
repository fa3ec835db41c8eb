"""How sure a share is, given few or many trials."""

from math import sqrt
from typing import NamedTuple

_Z = 1.959964


class Share(NamedTuple):
    """`right` of `count`, with the interval that holds the true share in 95 of 100 cases.

    value, low, high: 0 to 1; None without a trial.
    """

    right: int
    count: int
    value: float | None
    low: float | None
    high: float | None


def share(right: int, count: int) -> Share:
    """Return a share with Wilson's score interval (Wilson 1927, without continuity correction)."""
    if not count:
        return Share(0, 0, None, None, None)
    value = right / count
    square = _Z * _Z / count
    middle = (value + square / 2) / (1 + square)
    half = _Z * sqrt(value * (1 - value) / count + square / (4 * count)) / (1 + square)
    return Share(right, count, value, max(0.0, middle - half), min(1.0, middle + half))
