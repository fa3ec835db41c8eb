"""An act on many cards is written in few steps, and says what it would say card by card."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from store import slow
from store.making import CARDS, TODAY, Doing, Learner, acts, draft, place_all

from quizapp.store import many
from quizapp.store.event import TOGETHER, Event, Kind
from quizapp.store.many import Target
from quizapp.store.store import Store

ACTS = st.sampled_from(sorted(many.ACTS))
SOME = st.lists(st.sampled_from(CARDS), min_size=1, unique=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.db") as opened:
        place_all(opened)
        yield opened


def agrees(store: Store) -> None:
    kept = {standing.card: standing for standing in store.standings()}
    for card, standing in slow.standings(store.events()).items():
        assert kept[card] == standing
    assert store.check() == []


@given(st.lists(acts, max_size=25), ACTS, SOME, st.lists(acts, max_size=5))
@settings(max_examples=60)
def test_whatever_happened_before_it_is_folded_in_and_taken_back_as_replaying_says(
    doings: list[Doing], kind: Kind, cards: list[str], later: list[Doing]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "progress.db") as store:
        learner = Learner(store)
        for doing in doings:
            learner.do(doing)
        act = draft(kind, "", learner.day, sitting=TOGETHER + "1", value=2, due_day=learner.day + 3)
        many.append(store, act, cards)
        agrees(store)
        for doing in later:
            learner.do(doing)
        targets = many.of_sitting(store, TOGETHER + "1", kind)
        assert [target.card for target in targets] == cards
        many.take_back(store, draft(Kind.VOID, "", learner.day), targets)
        agrees(store)


def test_its_events_are_those_that_are_written_one_by_one(store: Store, tmp_path: Path) -> None:
    act = draft(Kind.FLAG, "", value=3)
    many.append(store, act, CARDS)
    many.take_back(store, draft(Kind.VOID, ""), many.of_sitting(store, "s1", Kind.FLAG))
    with Store.open(tmp_path / "other.db") as other:
        flagged = other.append(*(draft(Kind.FLAG, card, value=3) for card in CARDS))
        other.append(*(draft(Kind.VOID, event.card, target=event.key) for event in flagged))
        assert _bare(store) == _bare(other)


def _bare(store: Store) -> list[tuple[object, ...]]:
    """The events of a log, without the random id of its device."""
    return [(one.seq, one.stamp, one.kind, one.card, one.value, _target(one)) for one in store.events()]


def _target(event: Event) -> int | None:
    return event.target[1] if event.target else None


def test_what_is_stopped_half_way_has_not_begun(store: Store) -> None:
    cards = [f"heart-1/q{number}" for number in range(1_200)]
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        many.append(store, draft(Kind.SUSPEND, ""), cards, stop)
    assert told[0] == (0, 1_200)
    assert len(told) > 2
    assert [list(store.events()), store.standing(cards[0])] == [[], None]
    many.append(store, draft(Kind.SUSPEND, ""), cards)
    assert len(list(store.events())) == 1_200
    agrees(store)


def test_only_acts_are_done_to_many_and_only_a_void_takes_back(store: Store) -> None:
    with pytest.raises(ValueError, match="many cards"):
        many.append(store, draft(Kind.ADOPT, "", origin=CARDS[0]), CARDS)
    with pytest.raises(ValueError, match="nothing back"):
        many.take_back(store, draft(Kind.FLAG, ""), [Target(CARDS[0], ("a", 1))])


def test_undo_finds_what_was_done_before_an_act_that_was_taken_back(store: Store) -> None:
    (first,) = store.append(draft(Kind.FLAG, CARDS[0], sitting="morning", value=1))
    for number in range(3):
        sitting = f"{TOGETHER}{number}"
        many.append(store, draft(Kind.SUSPEND, "", sitting=sitting), CARDS)
        last = store.last_undoable(sitting=None, day=TODAY)
        assert last is not None
        assert (last.sitting, last.card) == (sitting, CARDS[-1])
        many.take_back(store, draft(Kind.VOID, ""), many.of_sitting(store, sitting, Kind.SUSPEND))
    assert store.last_undoable(sitting=None, day=TODAY) == first
    assert store.last_undoable(sitting="s1", day=TODAY) == first
