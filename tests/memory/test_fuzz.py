"""Fuzz: the same on every machine and every Python, and evenly spread."""

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from quizapp.memory.fuzz import bounds, delayed, fuzzed, luck

CHANCES = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(
    ("seed", "millionths"),
    [("", 889_415), ("images-7k3m/brake\n3", 279_302), ("Zürich/ß#κ\n12", 747_398), ("\ud800", 568_946)],
)
def test_a_seed_gives_the_same_number_on_every_python(seed: str, millionths: int) -> None:
    assert int(luck(seed) * 1_000_000) == millionths


@given(st.text())
def test_every_seed_gives_a_number_from_0_to_1(seed: str) -> None:
    assert 0 <= luck(seed) < 1


def test_seeds_in_a_row_spread_evenly() -> None:
    tenths = Counter(int(luck(f"deck/question\n{number}") * 10) for number in range(10_000))
    assert len(tenths) == 10
    assert all(880 < count < 1_120 for count in tenths.values())


def test_every_day_within_the_bounds_is_as_likely() -> None:
    days = Counter(fuzzed(10, 1, 36_500, part / 5_000) for part in range(5_000))
    assert days == dict.fromkeys(range(8, 13), 1_000)


@given(st.floats(0.001, 40_000), st.integers(1, 36_500))
def test_bounds_hold_the_interval_and_keep_the_maximum(interval: float, maximum: int) -> None:
    low, high = bounds(interval, maximum)
    assert 1 <= low <= high <= maximum
    assert low <= max(interval + 0.5, 1)
    assert high >= min(interval - 0.5, maximum)


@given(st.integers(1, 40_000), st.integers(1, 40_000), st.integers(1, 36_500), CHANCES)
def test_fuzz_keeps_floor_and_maximum(interval: int, floor: int, maximum: int, chance: float) -> None:
    days = fuzzed(interval, floor, maximum, chance)
    assert min(floor, maximum) <= days <= maximum


@given(st.integers(1, 86_399), st.integers(1, 300), CHANCES)
def test_a_step_grows_by_a_quarter_and_five_minutes_at_most_and_ends_today(
    seconds: int, left: int, chance: float
) -> None:
    to_rollover = seconds + left
    wait = delayed(seconds, to_rollover, chance)
    assert seconds <= wait <= seconds + min(seconds * 0.25, 300)
    assert wait < to_rollover
