"""What is kept about cards is what their events say, whatever happened and in whatever order it came."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import given, settings, strategies as st
from store import slow
from store.making import CARDS, TODAY, Doing, Learner, acts, draft, place_all, review

from quizapp.memory.model import Phase, Rating
from quizapp.store import owner
from quizapp.store.event import Event, Kind
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.store.transfer import export_log, import_log


def _kept(store: Store) -> dict[str, Standing]:
    """What the store keeps about the cards its events name."""
    named = slow.standings(store.events())
    return {card: standing for card in named if (standing := store.standing(card))}


def _reviews(store: Store) -> set[tuple[Any, ...]]:
    sql = (
        "SELECT s.card, e.device, e.seq, r.day, r.rating FROM review r"
        " JOIN standing s ON s.id = r.card JOIN event e ON e.id = r.id"
    )
    return set(store.database.rows(sql))


def _agrees(store: Store, events: Iterable[Event] | None = None) -> None:
    log = list(store.events() if events is None else events)
    assert _kept(store) == slow.standings(log)
    assert _reviews(store) == slow.reviews(log)
    assert list(store.started()) == slow.started(log)


@given(st.lists(acts, max_size=40))
def test_after_every_act_the_cache_is_what_replaying_the_log_gives(doings: list[Doing]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "progress.db") as store:
        place_all(store)
        learner = Learner(store)
        log: list[Event] = []
        for doing in doings:
            log += learner.do(doing)
            _agrees(store, log)
        assert list(store.events()) == log
        assert store.check() == []
        before = _kept(store)
        store.refold()
        assert _kept(store) == before
        _agrees(store, log)


@given(st.lists(st.tuples(st.sampled_from(["first", "second", "both ways"]), acts), max_size=40))
@settings(max_examples=40)
def test_uniting_two_devices_gives_the_same_in_either_order(doings: list[tuple[str, Doing]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stores = {name: Store.open(Path(folder) / f"{name}.db") for name in ("first", "second", "ab", "ba")}
        try:
            first, second = stores["first"], stores["second"]
            for name, store in stores.items():
                owner.write(store.database, "device", name)
            for other in (second, stores["ab"], stores["ba"]):
                import_log(other, export_log(first))
            learners = {"first": Learner(first), "second": Learner(second)}
            for name, doing in doings:
                if name in learners:
                    learners[name].do(doing)
                else:
                    import_log(first, list(export_log(second)))
            logs = [list(export_log(first)), list(export_log(second))]
            union = {event.key: event for store in (first, second) for event in store.events()}
            for store, order in ((stores["ab"], logs), (stores["ba"], logs[::-1])):
                for log in order:
                    import_log(store, log)
            import_log(first, logs[1])
            import_log(second, logs[0])
            for store in stores.values():
                assert list(store.events()) == slow.in_order(union.values())
                _agrees(store, union.values())
                assert store.check() == []
        finally:
            for store in stores.values():
                store.close()


def test_two_devices_that_give_one_history_to_different_cards_agree_in_the_end(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as here, Store.open(tmp_path / "b.db") as there:
        import_log(there, export_log(here))
        here.append(review(CARDS[0]))
        import_log(there, list(export_log(here)))
        here.append(draft(Kind.ADOPT, CARDS[1], origin=CARDS[0]))
        there.append(draft(Kind.SUSPEND, CARDS[3]), review(CARDS[0], Rating.EASY, TODAY + 5))
        there.append(draft(Kind.ADOPT, CARDS[2], origin=CARDS[0]))
        logs = list(export_log(here)), list(export_log(there))
        import_log(here, logs[1])
        import_log(there, logs[0])
        for store in (here, there):
            reviews = [(store.standing(card) or Standing(card)).reviews for card in CARDS[:3]]
            # The earlier adoption takes what was there by then; what came after goes to the later one.
            assert reviews == [0, 1, 1]


def test_a_history_handed_round_in_a_ring_is_not_lost(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        store.append(review(CARDS[0]))
        for old, new in [(0, 1), (1, 2), (2, 0), (0, 0)]:
            store.append(draft(Kind.ADOPT, CARDS[new], origin=CARDS[old]))
        assert [(store.standing(card) or Standing(card)).reviews for card in CARDS[:3]] == [1, 0, 0]
        assert next(event.kind for event in store.events(CARDS[0])) is Kind.STUDY


def test_undo_of_an_adoption_gives_the_history_back(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        store.append(review(CARDS[0]))
        (adopt,) = store.append(draft(Kind.ADOPT, CARDS[1], origin=CARDS[0]))
        store.append(draft(Kind.VOID, CARDS[1], target=adopt.key))
        assert [(store.standing(card) or Standing(card)).reviews for card in CARDS[:2]] == [1, 0]


def test_undo_then_the_same_answer_gives_the_same_standing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        store.append(review(CARDS[0]))
        before = store.standing(CARDS[0])
        assert before
        again = review(CARDS[0], Rating.HARD, TODAY + 3, before=before.progress)
        (event,) = store.append(again)
        after = store.standing(CARDS[0])
        store.append(draft(Kind.VOID, CARDS[0], target=event.key))
        assert store.standing(CARDS[0]) == before
        store.append(again)
        assert store.standing(CARDS[0]) == after


def test_an_evening_with_a_wrong_clock_can_be_counted_for_another_day(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        (event,) = store.append(review(CARDS[0], day=TODAY + 2_000))
        store.append(draft(Kind.OVERRIDE, CARDS[0], target=event.key, counted_day=TODAY))
        standing = store.standing(CARDS[0])
        assert standing
        assert (standing.first_day, standing.last_day, standing.phase) == (TODAY, TODAY, Phase.LEARNING)
        assert store.last_day() == TODAY
        assert store.day_count(TODAY).new == {"heart-1": 1}
        assert store.day_count(TODAY + 2_000).new == {}


def test_started_decks_come_in_the_order_they_were_started_in(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        store.append(*(draft(Kind.START, deck) for deck in ("b", "a", "b", "c")))
        assert store.started() == ("b", "a", "c")
        store.append(draft(Kind.STOP, "b"), draft(Kind.START, "b"))
        assert store.started() == ("a", "c", "b")
