"""Which cards are asked today, and in which order."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from quizapp.memory.model import Phase
from quizapp.settings import DeckLimits, Settings
from quizapp.store.diary import DayCount
from quizapp.store.queries import Waiting
from quizapp.study.plan import Plan
from quizapp.study.queue import Counts, Queue, _mix, allowance, catching_up

NOTHING = DayCount({}, {})
MINUTE = 60_000
AHEAD = 20 * MINUTE


def card(name: str, phase: Phase = Phase.REVIEW, due_at: int | None = None) -> Waiting:
    return Waiting(name, "d", name, phase, 0, due_at, None, None, 0, 0)


def order(queue: Queue, now: int = 0) -> list[str]:
    """What is taken one after the other when every card is answered for good at once."""
    taken: list[str] = []
    while (found := queue.take(now, AHEAD, taken[-1] if taken else None)) is not None:
        taken.append(found.card)
    return taken


def test_learning_cards_that_are_due_come_first_and_those_due_soon_last() -> None:
    learning = [card("soon", Phase.LEARNING, 5 * MINUTE), card("due", Phase.LEARNING, -MINUTE)]
    assert order(Queue([card("a"), card("b")], learning)) == ["due", "a", "b", "soon"]


def test_a_learning_card_beyond_learn_ahead_is_waited_for() -> None:
    queue = Queue([], [card("later", Phase.LEARNING, AHEAD + MINUTE)])
    assert queue.take(0, AHEAD, None) is None
    assert queue.next_at() == AHEAD + MINUTE


def test_a_learning_card_from_a_clock_years_ahead_is_due_at_once() -> None:
    assert order(Queue([], [card("lost", Phase.LEARNING, 10**12)])) == ["lost"]


def test_the_last_card_is_not_repeated_while_another_can_be_shown() -> None:
    queue = Queue([card("a")], [card("again", Phase.LEARNING, -MINUTE)])
    found = queue.take(0, AHEAD, "again")
    assert found is not None
    assert found.card == "a"
    assert order(queue) == ["again"]


def test_the_last_card_is_repeated_if_it_is_alone() -> None:
    queue = Queue([], [card("only", Phase.LEARNING, MINUTE)])
    found = queue.take(0, AHEAD, "only")
    assert found is not None


def test_a_card_put_back_comes_first() -> None:
    queue = Queue([card("a"), card("b")], [])
    first = queue.take(0, AHEAD, None)
    assert first is not None
    queue.put_back(first)
    assert order(queue) == ["a", "b"]


@given(st.integers(0, 60), st.integers(0, 60))
def test_new_cards_are_spread_evenly_between_reviews(reviews: int, new: int) -> None:
    mixed = _mix(
        [card(f"r{n}") for n in range(reviews)], [card(f"n{n}", Phase.NEW) for n in range(new)], "mixed"
    )
    names = [one.card for one in mixed]
    assert [name for name in names if name[0] == "r"] == [f"r{n}" for n in range(reviews)]
    assert [name for name in names if name[0] == "n"] == [f"n{n}" for n in range(new)]
    places = [place for place, name in enumerate(names) if name[0] == "n"]
    gaps = [after - before for before, after in pairwise(places)]
    if gaps:
        assert max(gaps) - min(gaps) <= 2


def test_new_cards_may_come_first_or_last() -> None:
    reviews, new = [card("r")], [card("n", Phase.NEW)]
    assert [one.card for one in _mix(reviews, new, "first")] == ["n", "r"]
    assert [one.card for one in _mix(reviews, new, "last")] == ["r", "n"]


@pytest.mark.parametrize(
    ("done", "plan", "new", "reviews"),
    [
        (NOTHING, Plan(), 20, 200),
        (DayCount({"a": 15, "b": 4}, {"a": 150}), Plan(), 1, 50),
        (DayCount({"a": 30}, {"a": 300}), Plan(), 0, 0),
        (DayCount({"a": 20}, {}), Plan(more=5), 5, 200),
        (DayCount({"a": 2}, {}), Plan(new=3), 1, 200),
    ],
)
def test_limits_leave_what_the_day_has_not_used(done: DayCount, plan: Plan, new: int, reviews: int) -> None:
    allowed = allowance(Settings(), plan, done)
    assert (allowed.new, allowed.reviews) == (new, reviews)


def test_a_deck_may_have_less() -> None:
    settings = Settings(decks={"a": DeckLimits(new_per_day=5), "b": DeckLimits(reviews_per_day=7)})
    allowed = allowance(settings, Plan(), DayCount({"a": 4}, {"b": 9}))
    assert (allowed.deck_new, allowed.deck_reviews) == ({"a": 1}, {"b": 0})


def test_catching_up_begins_when_more_waits_than_a_day_may_bring() -> None:
    allowed = allowance(Settings(), Plan(), NOTHING)
    assert not catching_up(Settings(), 200, allowed)
    assert catching_up(Settings(), 201, allowed)
    assert not catching_up(Settings(catch_up=False), 5_000, allowed)
    assert not catching_up(Settings(reviews_per_day=0), 5_000, allowed)


def test_counts_tell_new_learning_and_reviews_apart() -> None:
    queue = Queue([card("r"), card("n", Phase.NEW)], [card("l", Phase.LEARNING, 5)])
    assert queue.counts == Counts(1, 1, 1)
    assert Counter(one.phase for one in queue) == {Phase.REVIEW: 1, Phase.NEW: 1, Phase.LEARNING: 1}
    queue.drop("n")
    assert queue.counts == Counts(0, 1, 1)
