"""What the store promises to whoever studies with it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from store.making import CARDS, DAY, SCHEDULING, TODAY, draft, place_all, review, wording_of

from quizapp.errors import StoreError
from quizapp.memory.model import Progress, Rating
from quizapp.store.event import Draft, Kind
from quizapp.store.queries import Stages
from quizapp.store.shelf import Place
from quizapp.store.store import Store, Wording

BEAT, BACK, VALVE, AIR = CARDS
BY_DAY = SCHEDULING._replace(learning=(), relearning=(), fuzz=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data" / "progress.db") as opened:
        place_all(opened)
        yield opened


def learnt(card: str, day: int = TODAY, **more: Any) -> Draft:
    # The names of a draft's fields.
    return review(card, day=day, scheduling=BY_DAY, **more)


def test_what_is_appended_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "data" / "progress.db"
    with Store.open(path) as store:
        place_all(store)
        saved = store.append(review(BEAT), draft(Kind.FLAG, BEAT, value=2), wordings=[wording_of(BEAT)])
        standing, learner, device = store.standing(BEAT), store.learner, store.device
    with Store.open(path) as store:
        assert tuple(store.events()) == saved
        assert [event.key for event in saved] == [(device, 1), (device, 2)]
        assert [event.stamp for event in saved] == [1, 2]
        assert store.standing(BEAT) == standing
        assert (store.learner, store.device) == (learner, device)
        assert store.wording(BEAT, f"1:{BEAT}:one") == wording_of(BEAT)


def test_files_are_the_learners_alone(store: Store) -> None:
    store.append(review(BEAT))
    for path in store.path.parent.iterdir():
        assert path.stat().st_mode & 0o077 == 0
    assert store.path.parent.stat().st_mode & 0o077 == 0


def test_an_answer_is_synced_to_the_disk(store: Store) -> None:
    assert store.database.value("PRAGMA journal_mode") == "wal"
    assert store.database.value("PRAGMA synchronous") == 2
    assert store.database.value("PRAGMA foreign_keys") == 1


def test_a_wording_is_kept_once_and_never_changed(store: Store) -> None:
    store.append(review(BEAT), wordings=[wording_of(BEAT)])
    store.append(review(BEAT), wordings=[Wording(f"1:{BEAT}:one", BEAT, "Other?", "Other", "flashcard")])
    assert store.wording(BEAT, f"1:{BEAT}:one") == wording_of(BEAT)


def test_several_events_are_appended_all_or_none(store: Store) -> None:
    with pytest.raises(ValueError, match="'rating'"):
        store.append(review(BEAT), draft(Kind.STUDY, AIR))
    assert list(store.events()) == []
    standing = store.standing(BEAT)
    assert standing
    assert standing.reviews == 0
    assert len(store.append(review(BEAT))) == 1


def test_placing_again_keeps_what_was_learned_and_hides_what_is_gone(store: Store) -> None:
    store.append(learnt(BEAT), learnt(VALVE))
    store.place("heart-1", "second", [Place(VALVE, VALVE, 0, "short", "1:new:new")])
    known = store.known("heart-1")
    assert {card: one.present for card, one in known.items()} == {BEAT: False, BACK: False, VALVE: True}
    assert known[VALVE].fingerprint == "1:new:new"
    assert known[VALVE].wording == f"1:{VALVE}:one"
    assert known[BEAT].seen
    assert not known[BACK].seen
    assert store.marks()["heart-1"] == "second"
    assert store.counts(TODAY + 400)["heart-1"] == (0, 0, 1, 1)
    store.unplace(["heart-1"])
    assert "heart-1" not in store.marks()
    assert "heart-1" not in store.counts(TODAY)
    place_all(store)
    assert store.counts(TODAY + 400)["heart-1"] == (1, 0, 2, 3)


def test_cards_are_found_by_question_and_by_either_part_of_their_fingerprint(store: Store) -> None:
    store.place("lung-1", "m", [Place(AIR, AIR, 0, "short", "1:asked:answered")])
    assert [one.card for one in store.find(question=BEAT)] == [BEAT, BACK]
    assert [one.card for one in store.find(fingerprint="1:asked:else")] == [AIR]
    assert [one.card for one in store.find(fingerprint="1:else:answered")] == [AIR]
    assert store.find(fingerprint="2:asked:answered") == []
    assert store.find(fingerprint="") == []


def test_the_queue_has_each_card_once_where_it_belongs(store: Store) -> None:
    decks = ["lung-1", "heart-1"]
    assert [card.card for card in store.new(decks, TODAY, limit=9)] == [AIR, BEAT, BACK, VALVE]
    assert [card.card for card in store.new(decks, TODAY, limit=2)] == [AIR, BEAT]
    store.append(review(BEAT), learnt(VALVE))
    assert [card.card for card in store.learning(decks, TODAY)] == [BEAT]
    (later,) = store.reviews(decks, TODAY + 30, limit=9)
    assert later.card == VALVE
    assert later.due_day is not None
    assert store.reviews(decks, later.due_day - 1, limit=9) == []
    assert store.reviews(["lung-1"], TODAY + 30, limit=9) == []
    assert store.counts(TODAY + 30) == {"heart-1": (1, 1, 1, 3), "lung-1": (1, 0, 0, 1)}


def test_suspended_and_buried_cards_wait_in_no_queue(store: Store) -> None:
    store.append(learnt(BEAT), draft(Kind.SUSPEND, BEAT), draft(Kind.BURY, AIR, value=TODAY + 2))
    assert store.counts(TODAY + 1) == {"heart-1": (2, 0, 0, 3), "lung-1": (0, 0, 0, 1)}
    assert store.new(["lung-1"], TODAY + 1, limit=9) == []
    assert [card.card for card in store.new(["lung-1"], TODAY + 2, limit=9)] == [AIR]
    assert store.reviews(["heart-1"], TODAY + 90, limit=9) == []
    store.append(draft(Kind.RESUME, BEAT))
    assert [card.card for card in store.reviews(["heart-1"], TODAY + 90, limit=9)] == [BEAT]


def test_reviews_come_by_due_day_then_in_an_order_that_changes_with_the_day(store: Store) -> None:
    cards = [f"many-1/q{number}" for number in range(40)]
    store.place("many-1", "m", [Place(card, card, 0, "short", "") for card in cards])
    store.append(*(learnt(card) for card in cards[:39]), learnt(cards[39], TODAY - 1))
    days = [TODAY + 30, TODAY + 31]
    first, second = ([card.card for card in store.reviews(["many-1"], day, limit=99)] for day in days)
    assert first[0] == second[0] == cards[39]
    assert sorted(first) == sorted(second) == sorted(cards)
    assert first != second
    assert first == [card.card for card in store.reviews(["many-1"], days[0], limit=99)]
    assert first[:7] == [card.card for card in store.reviews(["many-1"], days[0], limit=7)]


def test_a_backlog_can_be_taken_from_either_end(store: Store) -> None:
    store.append(
        review(BEAT, Rating.EASY, scheduling=BY_DAY),
        learnt(VALVE),
        review(AIR, Rating.HARD, scheduling=BY_DAY),
    )
    decks, day = ["heart-1", "lung-1"], TODAY + 60
    likely = [card.card for card in store.reviews(decks, day, limit=9, order="likely")]
    risky = [card.card for card in store.reviews(decks, day, limit=9, order="risky")]
    assert likely == [BEAT, VALVE, AIR]
    assert risky == [AIR, VALVE, BEAT]


def test_a_days_counts_leave_out_cramming_and_what_was_undone(store: Store) -> None:
    first, *_ = store.append(learnt(BEAT), learnt(VALVE), review(AIR, kind=Kind.CRAM, answer_ms=999_999))
    standing = store.standing(VALVE)
    assert standing
    store.append(
        review(VALVE, Rating.AGAIN, before=standing.progress), draft(Kind.VOID, BEAT, target=first.key)
    )
    counted = store.day_count(TODAY)
    assert (counted.new, counted.reviews) == ({"heart-1": 1}, {"heart-1": 1})
    assert store.answered(TODAY) == (3, 2, 2_000 + 2_000 + 60_000)
    assert store.answered(TODAY + 1) == (0, 0, 0)


def test_answers_are_counted_day_by_day(store: Store) -> None:
    for ahead in (-3, -1, -1, 0):
        store.append(learnt(BEAT, TODAY + ahead))
    assert store.answered_each(TODAY - 2, TODAY) == {TODAY - 1: 2, TODAY: 1}


def test_a_streak_holds_until_a_day_is_missed(store: Store) -> None:
    assert store.streak(TODAY) == 0
    store.append(*(learnt(BEAT, TODAY - back) for back in (5, 3, 2, 1)))
    assert [store.streak(TODAY + ahead) for ahead in (-1, 0, 1)] == [3, 3, 0]
    store.append(learnt(BEAT))
    assert store.streak(TODAY) == 4


def test_only_started_decks_count_for_tomorrow(store: Store) -> None:
    store.append(learnt(BEAT), learnt(AIR), draft(Kind.START, "heart-1"))
    assert store.due_on(TODAY + 90) == 1
    store.append(draft(Kind.STOP, "heart-1"), draft(Kind.START, "lung-1"), draft(Kind.SUSPEND, AIR))
    assert store.due_on(TODAY + 90) == 0
    assert store.last_days() == {"heart-1": TODAY, "lung-1": TODAY}


def test_cards_put_off_come_back_on_their_day_beside_the_reviews(store: Store) -> None:
    store.append(
        draft(Kind.START, "heart-1"), *(draft(Kind.BURY, card, value=TODAY + 1) for card in (BEAT, AIR))
    )
    assert [store.put_off(TODAY + ahead) for ahead in (0, 1, 2)] == [0, 1, 0]
    store.append(draft(Kind.SUSPEND, BEAT))
    assert store.put_off(TODAY + 1) == 0


def test_the_next_day_with_reviews_of_started_decks_is_found(store: Store) -> None:
    store.append(learnt(BEAT), learnt(AIR), draft(Kind.START, "heart-1"))
    standing = store.standing(BEAT)
    assert standing
    assert standing.due_day is not None
    assert store.next_due(TODAY) == (standing.due_day, 1)
    assert store.next_due(standing.due_day) is None


def test_stages_tell_how_the_cards_of_a_deck_stand(store: Store) -> None:
    assert store.stages() == {"heart-1": Stages(new=3), "lung-1": Stages(new=1)}
    store.append(learnt(BEAT), review(VALVE, Rating.AGAIN), learnt(AIR))
    assert store.stages() == {"heart-1": Stages(new=1, learning=1, young=1), "lung-1": Stages(young=1)}
    standing = store.standing(AIR)
    assert standing
    store.append(review(AIR, Rating.EASY, TODAY + 30, before=standing.progress), draft(Kind.SUSPEND, BEAT))
    assert store.stages() == {
        "heart-1": Stages(new=1, learning=1, suspended=1),
        "lung-1": Stages(mature=1),
    }
    store.unplace(["lung-1"])
    assert store.stages().keys() == {"heart-1"}


def test_gaps_lie_between_the_answers_of_one_sitting(store: Store) -> None:
    at = TODAY * DAY
    store.append(
        learnt(BEAT, sitting="one", at=at),
        learnt(BACK, sitting="one", at=at + 7_000),
        learnt(VALVE, sitting="two", at=at + 90_000),
        learnt(AIR, sitting="two", at=at + 95_000),
    )
    assert sorted(store.gaps(99)) == [5_000, 7_000]
    assert store.gaps(2) == [5_000]


def test_undo_goes_back_through_the_sitting_then_the_day_and_no_further(store: Store) -> None:
    store.append(learnt(AIR, TODAY - 1, sitting="old"))
    morning, _ = store.append(
        learnt(BEAT, sitting="morning"), draft(Kind.ADOPT, BACK, origin=BEAT, sitting="")
    )
    evening = store.append(learnt(VALVE), draft(Kind.SUSPEND, VALVE))
    undone = []
    while event := store.last_undoable(sitting="s1", day=TODAY):
        undone.append(event.key)
        store.append(draft(Kind.VOID, event.card, target=event.key))
    assert undone == [evening[1].key, evening[0].key, morning.key]


def test_the_last_day_is_that_of_the_newest_thing_done_not_undone(store: Store) -> None:
    assert store.last_day() is None
    store.append(learnt(BEAT, TODAY + 900))
    (wrong,) = store.append(learnt(VALVE, TODAY + 901))
    assert store.last_day() == TODAY + 901
    store.append(draft(Kind.VOID, VALVE, TODAY + 902, target=wrong.key))
    assert store.last_day() == TODAY + 900
    assert [(one.card, one.day) for one in store.recent_days(5)] == [(BEAT, TODAY + 900)]


def test_a_log_opened_for_reading_is_not_written_nor_made(tmp_path: Path) -> None:
    path = tmp_path / "none" / "progress.db"
    with Store.open(path, read_only=True) as store:
        assert store.counts(TODAY) == {}
        with pytest.raises(StoreError, match="reading only"):
            store.append(review(BEAT))
    assert not path.parent.exists()


def test_weights_of_a_later_version_are_replaced_by_ours(store: Store) -> None:
    store.append(review(BEAT, before=Progress()), review(AIR, weights="next-year"))
    ours, theirs = store.standing(BEAT), store.standing(AIR)
    assert ours
    assert theirs
    assert ours.memory == theirs.memory


def test_what_waits_is_read_from_its_indexes_however_old_the_notes_of_sizes_are(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    with Store.open(path) as store:
        place_all(store)
        for sql in ("ANALYZE", "DELETE FROM sqlite_stat1 WHERE idx = 'standing_learning'"):
            store.database.run(sql)
        store.database.run("UPDATE sqlite_stat1 SET stat = '100000 90000 1 1 1' WHERE idx = 'standing_due'")
    with Store.open(path) as store:
        asked: list[str] = []
        store.database.connection.set_trace_callback(asked.append)
        decks = ["d"]
        store.learning(decks, TODAY)
        store.reviews(decks, TODAY, limit=10)
        store.new(decks, TODAY, limit=10)
        store.due_on(TODAY)
        store.next_due(TODAY)
        store.put_off(TODAY)
        store.database.connection.set_trace_callback(None)
        steps = [row[3] for sql in asked for row in store.database.rows(f"EXPLAIN QUERY PLAN {sql}")]
    used = [step for step in steps if step.startswith(("SEARCH s ", "SCAN s "))]
    assert len(used) >= len(asked) == 7
    assert all(re.search("standing_(learning|due|new)|PRIMARY KEY", step) for step in used), used
