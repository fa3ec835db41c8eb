"""The whole log as lines, and back: nothing is added twice, nothing half."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from store.making import CARDS, draft, review, wording_of

from quizapp.errors import StoreError
from quizapp.store import owner
from quizapp.store.codec import event_from_json, event_to_json
from quizapp.store.event import Event, Kind
from quizapp.store.store import Store
from quizapp.store.transfer import export_log, import_log


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    with Store.open(tmp_path / "from" / "progress.db") as store:
        store.append(review(CARDS[0]), review(CARDS[3]), wordings=[wording_of(CARDS[0])])
        return list(export_log(store))


def test_a_new_log_takes_over_all_and_the_learner(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        report = import_log(store, lines)
        assert (report.added, report.known, report.wordings, report.cards, report.learner) == (
            2,
            0,
            1,
            2,
            True,
        )
        assert list(export_log(store)) == lines
        assert store.wording(*wording_of(CARDS[0])[1::-1]) == wording_of(CARDS[0])
        assert store.check() == []
        (event,) = store.append(review(CARDS[1]))
        assert (event.seq, event.stamp) == (1, 3)


def test_the_same_log_twice_adds_nothing(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        import_log(store, lines)
        report = import_log(store, [f"{line}\n" for line in lines])
        assert (report.added, report.known, report.wordings, report.cards, report.learner) == (
            0,
            2,
            0,
            0,
            False,
        )


def test_the_log_of_another_learner_is_refused(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        store.append(review(CARDS[1]))
        with pytest.raises(StoreError, match="another learner"):
            import_log(store, lines)
        assert len(list(store.events())) == 1


def _spoil(line: str, **fields: object) -> str:
    event = json.loads(line)["event"]
    return json.dumps({"event": {**event, **fields}})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"rating": 7}, "'rating' must be 1 to 4"),
        ({"rating": None}, "a review without 'rating'"),
        ({"day": "monday"}, "'day' must be a whole number"),
        ({"day": True}, "'day' must be a whole number"),
        ({"seq": 0}, "count from 1"),
        ({"stamp": 2**62}, "'stamp' must be a whole number"),
        ({"kind": "wish"}, "'wish', which this quizapp doesn't know"),
        ({"card": None}, "no 'card'"),
        ({"card": "\ud800"}, "half a character"),
        ({"after_phase": "asleep"}, "no phase"),
        ({"mood": "good"}, "unknown field 'mood'"),
        ({"target": ["a"]}, "a device and a number"),
    ],
)
def test_lines_that_cannot_be_read_are_told_and_nothing_is_imported(
    lines: list[str], tmp_path: Path, fields: dict[str, object], told: str
) -> None:
    spoilt = [*lines[:-1], _spoil(lines[-1], **fields)]
    with Store.open(tmp_path / "progress.db") as store:
        with pytest.raises(StoreError, match=f"line {len(lines)}: .*{told}"):
            import_log(store, spoilt)
        assert list(store.events()) == []
        assert import_log(store, lines).added == 2


def test_every_bad_line_is_told_by_its_number(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        with pytest.raises(StoreError, match=r"line 2: not JSON.*line 4: neither"):
            import_log(store, [lines[0], "{", lines[2], '{"poem": 1}'])
        assert list(store.events()) == []


def test_a_file_that_was_cut_off_is_told(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        with pytest.raises(StoreError, match="not whole: it has 1 of 2 events"):
            import_log(store, lines[:-1])
        assert list(store.events()) == []


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("", "not an exported log"),
        ("[]", "not an exported log"),
        ('{"format": 1, "kind": "recipe"}', "not an exported log"),
        ('{"format": 3, "kind": "quizapp-log"}', "format 3; this quizapp knows formats up to 2"),
        ('{"format": 1, "kind": "quizapp-log"}', "first line .* damaged"),
    ],
)
def test_what_is_no_log_of_ours_is_told(lines: list[str], tmp_path: Path, header: str, told: str) -> None:
    with Store.open(tmp_path / "progress.db") as store, pytest.raises(StoreError, match=told):
        import_log(store, [header, *lines[1:]])


def test_another_event_of_the_same_name_is_refused(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        import_log(store, lines)
        with pytest.raises(StoreError, match=r"event 2 of device .* another one here"):
            import_log(store, [*lines[:-1], _spoil(lines[-1], rating=1)])
        assert list(export_log(store)) == lines


def test_a_void_that_arrives_takes_back_what_was_here(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as here, Store.open(tmp_path / "b.db") as there:
        (event,) = here.append(review(CARDS[0]))
        import_log(there, list(export_log(here)))
        there.append(draft(Kind.VOID, CARDS[0], target=event.key))
        assert import_log(here, list(export_log(there))).added == 1
        assert here.standing(CARDS[0]) == there.standing(CARDS[0])
        assert here.answered(event.day) == (0, 0, 0)


def test_a_long_log_is_united_as_a_short_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.store.transfer._FEW", 3)
    with Store.open(tmp_path / "a.db") as here, Store.open(tmp_path / "b.db") as there:
        here.append(*(review(card) for card in CARDS), draft(Kind.START, "heart-1"))
        import_log(there, list(export_log(here)))
        assert [there.standing(card) for card in CARDS] == [here.standing(card) for card in CARDS]
        assert there.started() == ("heart-1",)
        assert there.check() == []


_text = st.text(st.characters(exclude_categories=["Cs"]))
_texts = _text.filter(bool)
_whole = st.integers(-(2**53), 2**53)
_number = st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.builds(
        Event,
        device=_texts,
        seq=st.integers(1, 2**53),
        stamp=st.integers(1, 2**53),
        kind=st.just(Kind.FLAG),
        card=_texts,
        sitting=_text,
        at=_whole,
        offset=_whole,
        day=_whole,
        front=_text,
        version=_text,
        target=st.none() | st.tuples(_texts, _whole),
        rating=st.none() | st.integers(1, 4),
        score=st.none() | _number,
        response=st.none() | _texts,
        value=st.none() | _whole,
    )
)
def test_an_event_written_and_read_again_is_the_same(event: Event) -> None:
    assert event_from_json(json.loads(event_to_json(event))["event"]) == event


def test_a_learner_moves_to_a_new_machine_and_goes_on(lines: list[str], tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.db") as store:
        import_log(store, lines)
        assert store.learner == json.loads(lines[0])["learner"]
        assert store.device == owner.read(store.database, "device")
        assert store.device not in {event.device for event in store.events()}
