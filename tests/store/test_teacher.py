"""A teacher is given the answers to one deck, and not who gave them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.making import CARDS, TODAY, draft, place_all, review, wording_of

from quizapp.errors import StoreError
from quizapp.store.answers import exported
from quizapp.store.event import Kind
from quizapp.store.store import Store
from quizapp.store.tables import COLUMNS, event_rows
from quizapp.store.teacher import content, export_for_teacher
from quizapp.store.transfer import import_log

TYPED = '["typed",["my own words"]]'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.db") as opened:
        place_all(opened)
        wordings = [wording_of(card) for card in CARDS]
        first, *_ = opened.append(
            review(CARDS[0], response=TYPED, sitting="very-private"),
            review(CARDS[3], response=TYPED),
            review(CARDS[2], response='["chosen",[1]]', day=TODAY + 1),
            draft(Kind.FLAG, CARDS[0], value=2),
            draft(Kind.SUSPEND, CARDS[2]),
            wordings=wordings,
        )
        opened.append(draft(Kind.VOID, CARDS[0], target=first.key), draft(Kind.START, "heart-1"))
        yield opened


def test_only_that_decks_answers_are_in_it_and_nothing_typed(store: Store) -> None:
    lines = list(export_for_teacher(store, ["heart-1"], responses=False))
    text = "\n".join(lines)
    for private in (store.learner, store.device, "very-private", "my own words", "lung-1", "suspend", "flag"):
        assert private not in text
    header, *rest = map(json.loads, lines)
    events = [line["event"] for line in rest if "event" in line]
    assert [(event["kind"], event["card"]) for event in events] == [
        ("study", CARDS[0]),
        ("study", CARDS[2]),
        ("void", CARDS[0]),
    ]
    assert (header["format"], header["kind"], header["events"]) == (1, "quizapp-for-teacher", 3)
    assert events[2]["target"] == [events[0]["device"], events[0]["seq"]]
    assert events[1]["response"] == '["chosen",[1]]'


def test_what_was_typed_comes_along_when_asked_for(store: Store) -> None:
    assert any("my own words" in line for line in export_for_teacher(store, ["heart-1"], responses=True))


def test_the_random_name_stays_for_a_deck_and_differs_between_decks(store: Store) -> None:
    heart, again, lung = (content(store, [deck]).learner for deck in ("heart-1", "heart-1", "lung-1"))
    assert heart == again
    assert len({heart, lung, store.learner}) == 3


def test_what_is_in_it_is_told_beforehand(store: Store) -> None:
    found = content(store, ["heart-1"])
    assert (found.events, found.reviews, found.cards) == (3, 2, 2)
    assert (found.first_day, found.last_day) == (TODAY, TODAY + 1)
    assert (found.typed, found.chosen) == (1, 1)


def test_it_can_be_read_beside_a_log_and_not_imported_into_one(store: Store) -> None:
    lines = list(export_for_teacher(store, ["heart-1"], responses=False))
    learned = exported(lines, "file")
    # The first answer was taken back.
    assert [answer.card for answer in learned.answers] == [CARDS[2]]
    with pytest.raises(StoreError, match="stats DECK --items FILE"):
        import_log(store, lines)


def test_the_table_has_a_row_for_each_event_with_the_words_asked(store: Store) -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in event_rows(store)]
    assert len(rows) == len(list(store.events()))
    assert rows[0]["format"] == 1
    assert (rows[0]["card"], rows[0]["question"]) == (CARDS[0], wording_of(CARDS[0]).question)
    assert rows[3]["question"] is None
