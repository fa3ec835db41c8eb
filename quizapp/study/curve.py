"""What is left of a memory, day by day, and its drawing in characters."""

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.memory.fsrs import retrievability
from quizapp.memory.model import Memory

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ASCII = "  .:-=+*#"
_LOWEST = 0.5
"""The drawing begins here, as a memory that is half gone is asked for long before."""


class Curve(NamedTuple):
    """What is left of a memory from its last review on.

    step: days from one point to the next. points: the chance to recall it, 0 to 1. today, due: which
    points those days are nearest to; None beyond the last.
    """

    step: float
    points: tuple[float, ...]
    today: int | None
    due: int | None


def curve(weights: tuple[float, ...], memory: Memory, elapsed: int, interval: int, count: int = 48) -> Curve:
    """Return the curve of a memory. elapsed: study days since its last review. interval: until it is due.

    It reaches a little beyond today and beyond the day it is due, whichever is later.
    """
    span = max(elapsed, interval, 1) * 1.25
    step = span / (count - 1)
    points = tuple(retrievability(weights, place * step, memory.stability) for place in range(count))
    return Curve(step, points, _nearest(elapsed, step, count), _nearest(interval, step, count))


def drawn(curve: Curve, height: int, *, plain: bool = False) -> list[str]:
    """Draw the curve in `height` lines of characters, the greatest chance on top; `plain`: in ASCII."""
    signs = _ASCII if plain else _EIGHTHS
    rows = []
    for row in range(height - 1, -1, -1):
        cells = (_cell(point, row, height, signs) for point in curve.points)
        rows.append("".join(cells))
    return rows


def axis(curve: Curve, *, plain: bool = False) -> str:
    """The line below the drawing: where today is (^) and where the card is due (|)."""
    line = [" "] * len(curve.points)
    if curve.due is not None:
        line[curve.due] = "|"
    if curve.today is not None:
        line[curve.today] = "^" if plain else "▲"
    return "".join(line).rstrip()


def _cell(point: float, row: int, height: int, signs: Sequence[str]) -> str:
    share = max(0.0, (point - _LOWEST) / (1 - _LOWEST)) * height - row
    return signs[max(0, min(len(signs) - 1, round(share * (len(signs) - 1))))]


def _nearest(day: int, step: float, count: int) -> int | None:
    place = round(day / step)
    return place if 0 <= place < count else None
