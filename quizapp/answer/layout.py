"""In which order options, items and right sides are shown: drawn from a seed, the same on every Python."""

import json
import re
from decimal import Decimal, InvalidOperation
from random import Random
from typing import NamedTuple

from quizapp.deck.model import Body, Choice, Matching, Ordering, TrueFalse

_LAST = re.compile(r"(all|none|both|neither|any) of (the|these|them|those)\b", re.IGNORECASE)


class Layout(NamedTuple):
    """The order of showing.

    options: places of the options, of the items to order or of the right sides to match, in the
    order they are shown; (0, 1) stands for True, False. Empty for kinds that show nothing to choose.
    Left sides are always shown in the question's own order.
    """

    options: tuple[int, ...] = ()


def layout(body: Body, face: str, seed: str) -> Layout:  # noqa: ARG001 - no kind shows its faces differently yet
    """Draw the layout of a question from `seed` (say `deck/question:12`, 12 being the reviews so far).

    Options of a choice that isn't to be shuffled stand in an order that doesn't tell: numbers by
    size, else by the alphabet, "all of the above" and its like last. Items to order never start in
    their right order.
    """
    match body:
        case Choice():
            options = body.options
            return Layout(_shuffled(len(options), seed) if body.shuffle else _neutral(options))
        case TrueFalse():
            return Layout((0, 1))
        case Matching():
            return Layout(_shuffled(len(body.rights), seed))
        case Ordering():
            return Layout(_disordered(len(body.order), seed))
        case _:
            return Layout()


def encode_layout(shown: Layout) -> str:
    """Write a layout for the log."""
    return json.dumps(shown.options, separators=(",", ":"))


def decode_layout(text: str) -> Layout:
    """Read what `encode_layout` wrote. Raises ValueError if `text` isn't a layout."""
    value = json.loads(text)
    if not isinstance(value, list) or not all(type(place) is int and place >= 0 for place in value):
        raise ValueError(f"{text!r} is not a layout")
    if len(set(value)) != len(value):
        raise ValueError(f"{text!r} names a place twice")
    return Layout(tuple(value))


def _shuffled(count: int, seed: str) -> tuple[int, ...]:
    return _fisher_yates(count, Random(seed))


def _disordered(count: int, seed: str) -> tuple[int, ...]:
    rng = Random(seed)
    right = tuple(range(count))
    places = _fisher_yates(count, rng)
    while count > 1 and places == right:
        places = _fisher_yates(count, rng)
    return places


def _fisher_yates(count: int, rng: Random) -> tuple[int, ...]:
    """Shuffle with nothing but `random()`, whose sequence for a seed Python promises to keep."""
    places = list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(rng.random() * (last + 1))
        places[last], places[other] = places[other], places[last]
    return tuple(places)


def _neutral(options: tuple[str, ...]) -> tuple[int, ...]:
    sizes = [_size(text) for text in options]
    if None not in sizes:
        return tuple(sorted(range(len(options)), key=lambda place: (sizes[place], options[place])))
    return tuple(
        sorted(
            range(len(options)),
            key=lambda place: (_LAST.match(options[place]) is not None, options[place].casefold()),
        )
    )


def _size(text: str) -> Decimal | None:
    """Read the number an option starts with, or None: `12`, `-3.5 mg`, `1,000`, `5%`."""
    found = re.match(r"\s*([-+−]?\d[\d,]*(?:\.\d+)?)\s*\S{0,8}\s*$", text)
    if found is None:
        return None
    try:
        return Decimal(found.group(1).replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None
