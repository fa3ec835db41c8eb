"""Draws questions for a paper: pure, and the same for a seed on every Python."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from random import Random
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Chance = Callable[[], float]
SEED_BITS = 40


def seed_of(text: str) -> int:
    """Return the number that a seed given as text stands for, below 2 to the 40."""
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[: SEED_BITS // 8], "big")


def chance(seed: int, purpose: str) -> Chance:
    """Return a stream of numbers from 0 to below 1, one of its own for each purpose.

    `Random.random` after seeding with a text is what Python promises never to change.
    """
    return Random(f"{seed}/{purpose}").random


def pick(items: Sequence[T], count: int, luck: Chance) -> list[T]:
    """Pick `count` different items in random order: the first steps of a Fisher-Yates shuffle."""
    moved: dict[int, int] = {}
    picked = []
    for place in range(count):
        other = place + int(luck() * (len(items) - place))
        picked.append(items[moved.get(other, other)])
        moved[other] = moved.get(place, place)
    return picked


def shuffled(items: Sequence[T], luck: Chance) -> list[T]:
    """Return all items in random order."""
    return pick(items, len(items), luck)


def mark32(text: str) -> int:
    """A number of 32 bits that stands for `text`, well spread, the same everywhere."""
    spread = (zlib.crc32(text.encode("utf-8", "surrogatepass")) * 0x9E3779B1) & 0xFFFFFFFF
    return spread ^ (spread >> 15)


class Want(NamedTuple):
    """How many (None: all that are left) of which candidates."""

    candidates: Sequence[int]
    number: int | None


class Shortage(NamedTuple):
    """A want that can't be filled: its place, and how many there are for it."""

    want: int
    have: int


def draw(wants: Sequence[Want], seed: int, lately: Mapping[int, int]) -> list[list[int]] | Shortage:
    """Draw candidates for every want, none twice; fails only if no choice could fill them all.

    lately: the study day on which candidates were seen lately; they come last, the longest ago first.
    """
    picked: list[list[int]] = [[] for _ in wants]
    owner: dict[int, int] = {}
    order = sorted(range(len(wants)), key=lambda want: wants[want].number is None)
    for want in order:
        luck = chance(seed, f"part {want}")
        free = [candidate for candidate in wants[want].candidates if candidate not in owner]
        number = wants[want].number
        wanted = len(free) if number is None else number
        for candidate in _prefer(free, min(wanted, len(free)), lately, luck):
            picked[want].append(candidate)
            owner[candidate] = want
        while len(picked[want]) < wanted:
            if not _make_room(want, wants, picked, owner, luck):
                return Shortage(want, len(picked[want]))
    return picked


def _prefer(free: Sequence[int], count: int, lately: Mapping[int, int], luck: Chance) -> list[int]:
    if not lately:
        return pick(free, count, luck)
    fresh = [candidate for candidate in free if candidate not in lately]
    if len(fresh) >= count:
        return pick(fresh, count, luck)
    stale = shuffled([candidate for candidate in free if candidate in lately], luck)
    stale.sort(key=lambda candidate: lately[candidate])
    return shuffled(fresh, luck) + stale[: count - len(fresh)]


def _make_room(
    want: int, wants: Sequence[Want], picked: list[list[int]], owner: dict[int, int], luck: Chance
) -> bool:
    """Give `want` one more candidate of another want, which takes one instead that is free."""
    came: dict[int, tuple[int, int]] = {}
    reached = [want]
    for here in reached:
        for candidate in wants[here].candidates:
            other = owner.get(candidate)
            if other is not None and other != want and other not in came:
                came[other] = (candidate, here)
                reached.append(other)
        free = [candidate for candidate in wants[here].candidates if candidate not in owner]
        if here == want or not free:
            continue
        (instead,) = pick(free, 1, luck)
        picked[here].append(instead)
        owner[instead] = here
        while here != want:
            candidate, receiver = came[here]
            picked[here].remove(candidate)
            picked[receiver].append(candidate)
            owner[candidate] = receiver
            here = receiver  # noqa: PLW2901 - the chain is walked back, and the search ends with it
        return True
    return False
