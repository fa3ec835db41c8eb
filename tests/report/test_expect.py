"""The mark to be expected: its range holds the true mark of learners whose true weights are known."""

import pytest
from hypothesis import given, strategies as st
from report.learners import Learner

from quizapp.memory.model import Memory
from quizapp.report.expect import ENOUGH, Known, belief, corrected, expect
from quizapp.report.goal import Candidate, Pace, work

PACE = Pace(review=10, fresh=2, retention=0.9, factor=0.0)
OLD = Candidate(Memory(30.0, 5.0), last_day=100, due_day=130)
NEW = Candidate(None, None, None)


def held(days: int, wait: int, cards: int, a_day: int, spread: float) -> int:
    """For how many of a hundred learners the range holds the mark they get."""
    found = 0
    for seed in range(100):
        learner = Learner(seed, cards=cards, a_day=a_day, spread=spread)
        learner.study(days)
        day = days + wait
        whole, _ = expect(learner.foretold(day), belief(learner.rows()), str(seed))
        assert whole.low is not None
        assert whole.high is not None
        found += whole.low <= learner.mark(day) <= whole.high
    return found


def test_the_range_holds_the_true_mark_of_eight_learners_in_ten() -> None:
    assert 70 <= held(days=60, wait=21, cards=150, a_day=5, spread=0.2) <= 90


@pytest.mark.long
@pytest.mark.parametrize("spread", [0.15, 0.2, 0.3])
@pytest.mark.parametrize(
    ("days", "wait", "cards", "a_day"),
    [(30, 7, 150, 6), (60, 21, 150, 5), (90, 60, 300, 4), (45, 3, 400, 12)],
)
def test_it_does_for_all_sorts_of_learners(
    days: int, wait: int, cards: int, a_day: int, spread: float
) -> None:
    assert 70 <= held(days, wait, cards, a_day, spread) <= 90


def test_the_same_seed_gives_the_same_figures() -> None:
    cards = [Known("a", 0.8)] * 30 + [Known("b", None)] * 10
    believed = belief([(900, 100, 90)])
    assert expect(cards, believed, "s") == expect(cards, believed, "s")
    assert expect(cards, believed, "s") != expect(cards, believed, "t")


def test_unseen_cards_count_as_unknown() -> None:
    believed = belief([(900, 10_000, 9_000)])
    half, _ = expect([Known("a", 0.9)] * 100 + [Known("a", None)] * 100, believed, "s")
    whole, _ = expect([Known("a", 0.9)] * 100, believed, "s")
    assert half.mean is not None
    assert half.mean == pytest.approx((whole.mean or 0) / 2, abs=0.005)
    assert half.mean == pytest.approx(0.45, abs=0.02)
    assert (half.cards, half.reviewed) == (200, 100)


def test_nothing_is_said_of_a_topic_with_few_reviewed_cards() -> None:
    cards = [Known("few", 0.9)] * (ENOUGH - 1) + [Known("few", None)] * 100 + [Known("many", 0.9)] * ENOUGH
    whole, topics = expect(cards, belief([]), "s")
    assert [(topic.topic, topic.mean is None) for topic in topics] == [("few", True), ("many", False)]
    assert whole.mean is not None


def test_who_forgets_more_than_foretold_is_expected_to() -> None:
    cards = [Known("a", 0.8)] * 200
    slow, _ = expect(cards, belief([(900, 500, 350)]), "s")
    even, _ = expect(cards, belief([(900, 500, 450)]), "s")
    sure, _ = expect(cards, belief([(900, 500, 490)]), "s")
    assert (slow.high or 0) < (even.mean or 0) < (sure.low or 0)


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 500)), max_size=20))
def test_a_belief_is_a_distribution_whatever_the_log_says(counts: list[tuple[int, int]]) -> None:
    found = belief([(chance, reviews, reviews // 2) for chance, reviews in counts])
    assert sum(found.weights) == pytest.approx(1)
    assert min(found.weights) >= 0


@given(st.floats(0.03, 0.99), st.floats(-2, 2))
def test_longer_memories_are_likelier_known(chance: float, factor: float) -> None:
    assert corrected(chance, 0.0) == pytest.approx(chance)
    assert (corrected(chance, factor) > chance) == (factor > 0) or abs(factor) < 1e-6


def test_a_goal_that_is_reached_already_takes_no_work() -> None:
    found = work([OLD] * 100, 101, 110, 0.5, PACE)
    assert (found.answers, found.minutes, found.enough) == (0, 0.0, True)


def test_a_higher_goal_never_takes_less_work() -> None:
    cards = [OLD] * 50 + [NEW] * 50
    needed = [work(cards, 101, 160, goal / 100, PACE).minutes for goal in range(5, 100, 5)]
    assert needed == sorted(needed)
    assert needed[-1] > 0


def test_new_cards_are_begun_when_the_goal_needs_them() -> None:
    found = work([OLD] * 50 + [NEW] * 50, 101, 160, 0.8, PACE)
    assert found.begin > 25
    assert found.enough
    assert found.reached >= 0.8 > found.without


def test_what_cannot_be_reached_is_said() -> None:
    found = work([NEW] * 10, 100, 130, 1.0, PACE)
    assert not found.enough
    assert found.reached < 1
    assert found.begin == 10


def test_no_cards_are_no_work() -> None:
    found = work([], 100, 130, 0.9, PACE)
    assert (found.answers, found.reached) == (0, 0.0)
    whole, topics = expect([], belief([]), "s")
    assert whole.mean is None
    assert topics == ()
