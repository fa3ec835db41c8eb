"""What was typed can be taken out of the log for good; nothing else changes."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st
from store.making import CARDS, TODAY, draft, place_all, review

from quizapp.errors import StoreError
from quizapp.memory.model import Rating
from quizapp.store.backup import backup
from quizapp.store.event import Kind
from quizapp.store.forget import What, blanked, copies, forget, holds, typed
from quizapp.store.store import Store
from quizapp.store.transfer import export_log, import_log

SECRET = "mysecretanswer"
TYPED = f'["typed",["{SECRET}"]]'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.db") as opened:
        place_all(opened)
        yield opened


def fill(store: Store) -> None:
    store.append(
        review(CARDS[0], day=TODAY - 3, response=TYPED, confused=CARDS[2], verdict="wrong", rule="wrong"),
        review(CARDS[0], Rating.AGAIN, day=TODAY - 1, response=TYPED, verdict="wrong", rule="near"),
        review(CARDS[2], day=TODAY, response='["chosen",[1]]'),
        review(CARDS[3], day=TODAY, response=TYPED.replace(SECRET, "other")),
    )


def text_of(path: Path) -> bytes:
    beside = [path, *(path.with_name(path.name + end) for end in ("-wal", "-journal"))]
    return b"".join(file.read_bytes() for file in beside if file.exists())


def test_what_was_typed_is_gone_from_the_file_and_beside_it(store: Store) -> None:
    fill(store)
    assert SECRET.encode() in text_of(store.path)
    before = list(store.standings())
    done = forget(store, What(card=CARDS[0]))
    assert (done.responses, done.cards) == (2, 1)
    assert SECRET.encode() not in text_of(store.path)
    first = next(event for event in store.events() if event.card == CARDS[0])
    assert (first.response, first.confused, first.verdict, first.rule, first.rating) == (
        None,
        None,
        "wrong",
        "wrong",
        3,
    )
    assert list(store.standings()) == before
    assert [event.response for event in store.events(CARDS[2])] == ['["chosen",[1]]']


def test_since_a_day_takes_everything_typed_then(store: Store) -> None:
    fill(store)
    assert typed(store, What(since=TODAY - 1)).responses == 2
    forget(store, What(since=TODAY - 1))
    assert [event.response for event in store.events(CARDS[0])] == [TYPED, None]
    assert typed(store, What(since=TODAY - 1)).responses == 0


def test_a_second_time_there_is_nothing_left(store: Store) -> None:
    fill(store)
    forget(store, What(card=CARDS[0]))
    assert forget(store, What(card=CARDS[0])) == (0, 0, 0, 0)


def test_overrides_and_what_a_card_took_over_are_forgotten_with_it(store: Store) -> None:
    first, *_ = store.append(review(CARDS[1], response=TYPED))
    store.append(
        draft(Kind.OVERRIDE, CARDS[1], target=first.key, rating=3, response=TYPED),
        draft(Kind.ADOPT, CARDS[0], origin=CARDS[1]),
    )
    assert forget(store, What(card=CARDS[0])).responses == 2
    assert not any(event.response for event in store.events())


def test_the_fold_is_the_same_and_stays_so(store: Store) -> None:
    fill(store)
    forget(store, What(since=0))
    before = list(store.standings())
    store.refold()
    assert list(store.standings()) == before
    assert store.check() == []


def test_an_older_export_brings_nothing_back_and_a_forgotten_one_takes_nothing(
    store: Store, tmp_path: Path
) -> None:
    fill(store)
    old = list(export_log(store))
    with Store.open(tmp_path / "other.db") as other:
        import_log(other, old)
        forget(store, What(since=0))
        assert import_log(store, old).added == 0
        assert not any(SECRET in line for line in export_log(store))
        assert import_log(other, export_log(store)).added == 0
        assert any(SECRET in line for line in export_log(other))


def test_an_event_that_says_something_else_is_still_refused(store: Store) -> None:
    fill(store)
    lines = [line.replace('"rating": 3', '"rating": 4') for line in export_log(store)]
    with pytest.raises(StoreError, match="another one here"):
        import_log(store, lines)


def test_copies_that_still_hold_it_are_named(store: Store, tmp_path: Path) -> None:
    fill(store)
    kept = backup(store.path, tmp_path / "backups", day=TODAY, budget_bytes=10**9)
    forget(store, What(card=CARDS[0]))
    (tmp_path / "progress-before-restore-1.db").write_bytes(b"no database")
    half = tmp_path / "backups" / ".before-schema-3.db.77.part"
    half.write_bytes(b"half a copy")
    found = copies(store.path, tmp_path / "backups")
    assert half in found
    assert [path for path in found if holds(path, What(card=CARDS[0]))] == found
    assert kept in found
    assert not holds(kept, What(card=CARDS[2]))


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(CARDS), st.sampled_from(list(Rating)), st.booleans()), max_size=8))
def test_forgetting_keeps_every_standing(steps: list[tuple[str, Rating, bool]]) -> None:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "p.db") as store:
        place_all(store)
        for number, (card, rating, with_text) in enumerate(steps):
            standing = store.standing(card)
            stood = standing.progress if standing else None
            given_text = TYPED if with_text else None
            store.append(review(card, rating, TODAY + number, before=stood, response=given_text))
        before = list(store.standings())
        assert forget(store, What(since=0)).responses == sum(with_text for *_, with_text in steps)
        store.refold()
        assert list(store.standings()) == before


ANSWER = (
    '{"response":["typed",["mysecretanswer",""]],"verdict":{"result":"partly","score":0.5,"rule":"partly",'
    '"values":{"given":"mysecretanswer"},"parts":[["mysecretanswer","right",true,null]],"near":false,'
    '"confused":null,"why":null},"certainty":"sure"}'
)


def fill_attempt(store: Store, *, over: bool = True) -> None:
    """A quiz with one typed answer, handed in or not."""
    run = store.database.run
    run("INSERT INTO attempt VALUES ('a', 'dev', 1, 0, ?, 'tui', '0', 'T', 'CODE', '{}')", (TODAY,))
    run("INSERT INTO attempt_question VALUES ('a', 0, 'heart-1', ?, '{}')", (CARDS[0],))
    run("INSERT INTO attempt_event VALUES ('a', 'dev', 1, 1, 0, ?, 5, 'answer', 0, ?)", (TODAY, ANSWER))
    if over:
        run("INSERT INTO attempt_event VALUES ('a', 'dev', 2, 2, 0, ?, 9, 'finish', NULL, '{}')", (TODAY,))


def test_answers_in_quizzes_lose_their_text_and_keep_their_marks(store: Store) -> None:
    fill_attempt(store)
    old = list(export_log(store))
    done = forget(store, What(card=CARDS[0]))
    assert (done.quizzes, done.cards, done.open) == (1, 1, 0)
    assert SECRET.encode() not in text_of(store.path)
    value = json.loads(store.database.value("SELECT value FROM attempt_event WHERE kind = 'answer'"))
    assert value["response"] == ["typed", ["", ""]]
    assert (value["verdict"]["score"], value["verdict"]["parts"]) == (0.5, [[None, "right", True, None]])
    assert value["certainty"] == "sure"
    assert typed(store, What(since=0)) == (0, 0, 0, 0)
    assert import_log(store, old).attempts == 0
    assert SECRET.encode() not in text_of(store.path)


def test_a_response_kept_before_it_was_given_loses_its_text_too(store: Store) -> None:
    fill_attempt(store)
    store.database.run("UPDATE attempt_event SET kind = 'keep' WHERE kind = 'answer'")
    assert forget(store, What(card=CARDS[0])).quizzes == 1
    assert SECRET.encode() not in text_of(store.path)


def test_a_copy_that_holds_only_an_answer_in_a_quiz_is_named(store: Store, tmp_path: Path) -> None:
    fill_attempt(store)
    kept = backup(store.path, tmp_path / "backups", day=TODAY, budget_bytes=10**9)
    assert SECRET.encode() in text_of(kept)
    assert holds(kept, What(card=CARDS[0]))
    assert holds(kept, What(since=TODAY))
    assert not holds(kept, What(card=CARDS[1]))


def test_a_quiz_that_is_not_handed_in_keeps_its_answers(store: Store) -> None:
    fill_attempt(store, over=False)
    assert forget(store, What(since=0)) == (0, 0, 0, 1)
    assert store.database.value("SELECT value FROM attempt_event") == ANSWER


@given(
    st.text(max_size=20) | st.none() | st.sampled_from(['{"response":["typed",3]}', '{"response":7}', "[]"])
)
def test_what_is_no_answer_is_left_as_it_is(value: str | None) -> None:
    assert blanked(value) == value
