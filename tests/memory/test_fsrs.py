"""The model: agreement with py-fsrs, and what holds for every history."""

from datetime import UTC, datetime, timedelta
from math import isclose, isfinite
from random import Random

import fsrs
import pytest
from hypothesis import given, strategies as st

from quizapp.memory.fsrs import DEFAULT, WEIGHTS, interval, next_memory, retrievability
from quizapp.memory.model import Memory, Rating

MEMORIES = st.builds(Memory, st.floats(0.001, 36_500), st.floats(1, 10))
GAPS = st.one_of(st.integers(0, 4_000_000), st.floats(0, 1e9))
RATINGS = st.sampled_from(list(Rating))


def test_the_default_weights_are_those_of_py_fsrs() -> None:
    assert tuple(fsrs.Scheduler().parameters) == DEFAULT == WEIGHTS["fsrs6-default"]


def test_a_thousand_random_histories_agree_with_py_fsrs() -> None:
    """Gaps are whole days, or minutes within the hour, where both count days alike."""
    random, oracle = Random(6), fsrs.Scheduler(enable_fuzzing=False)
    compared = 0
    for number in range(1_000):
        card = fsrs.Card(card_id=number + 1)
        now, memory = datetime(2024, 1, 1, 12, tzinfo=UTC), None
        for _ in range(random.randint(1, 12)):
            days = random.choice((0, 0, 1, 1, 2, 3, 7, 20, 90, 700)) if memory else 0
            now += timedelta(days=days) if days else timedelta(minutes=random.randint(1, 5))
            rating = random.choice((1, 2, 3, 3, 3, 4))
            card, _log = oracle.review_card(card, fsrs.Rating(rating), now)
            memory = next_memory(DEFAULT, memory, rating, days)
            assert card.stability is not None
            assert card.difficulty is not None
            if card.stability >= 36_500:
                break
            assert isclose(memory.stability, card.stability, rel_tol=1e-9)
            assert isclose(memory.difficulty, card.difficulty, rel_tol=1e-9)
            compared += 1
    assert compared > 5_000


@given(MEMORIES, RATINGS, GAPS)
def test_memory_keeps_its_bounds(memory: Memory, rating: Rating, gap: float) -> None:
    stability, difficulty = next_memory(DEFAULT, memory, rating, gap)
    assert 0.001 <= stability <= 36_500
    assert 1 <= difficulty <= 10


@given(MEMORIES, GAPS)
def test_a_better_rating_never_leaves_less_memory(memory: Memory, gap: float) -> None:
    after = [next_memory(DEFAULT, memory, rating, gap) for rating in Rating]
    assert [each.stability for each in after[1:]] == sorted(each.stability for each in after[1:])
    assert [each.difficulty for each in after] == sorted((each.difficulty for each in after), reverse=True)


@given(MEMORIES, st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY]), GAPS)
def test_a_pass_never_weakens_memory(memory: Memory, rating: Rating, gap: float) -> None:
    assert next_memory(DEFAULT, memory, rating, gap).stability >= memory.stability


@given(MEMORIES, st.integers(1, 4_000_000))
def test_forgetting_never_strengthens_memory(memory: Memory, gap: int) -> None:
    assert next_memory(DEFAULT, memory, Rating.AGAIN, gap).stability <= memory.stability


@given(st.floats(0.001, 36_500), st.floats(-10, 1e9), st.floats(0, 1e9))
def test_recall_only_fades(stability: float, elapsed: float, later: float) -> None:
    now = retrievability(DEFAULT, elapsed, stability)
    assert 0 <= retrievability(DEFAULT, elapsed + later, stability) <= now <= 1


@given(st.floats(0.001, 36_500))
def test_stability_is_the_time_to_nine_in_ten(stability: float) -> None:
    assert isclose(retrievability(DEFAULT, stability, stability), 0.9, rel_tol=1e-12)


@given(st.floats(0.001, 36_500), st.floats(0.7, 0.97), st.integers(1, 36_500))
def test_intervals_keep_their_bounds(stability: float, retention: float, maximum: int) -> None:
    assert 1 <= interval(DEFAULT, stability, retention, maximum) <= maximum


@given(st.floats(0.001, 36_500), st.floats(0.7, 0.97), st.floats(0.7, 0.97))
def test_wanting_to_know_more_means_coming_back_no_later(stability: float, one: float, two: float) -> None:
    less, more = sorted((one, two))
    assert interval(DEFAULT, stability, more) <= interval(DEFAULT, stability, less)


@pytest.mark.parametrize(
    ("stability", "days"), [(2.5, 3), (3.5, 4), (2.4999, 2), (0.001, 1), (36_500, 36_500)]
)
def test_half_days_go_up(stability: float, days: int) -> None:
    assert interval(DEFAULT, stability, 0.9) == days


def test_a_gap_that_no_calendar_has_is_still_counted() -> None:
    after = next_memory(DEFAULT, Memory(0.001, 10), Rating.EASY, 1e300)
    assert all(isfinite(each) for each in after)
