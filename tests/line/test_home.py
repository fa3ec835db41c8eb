"""Choosing a deck, and what happens around sittings."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from quizapp.clock import SetClock
from quizapp.errors import StoreError
from quizapp.line.commands import HELP
from quizapp.line.home import Home
from quizapp.line.talk import StreamTalk
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan

CARDS = """\
- {id: one, question: First?, answer: alpha, typed: true, hint: A letter.}
- {id: two, question: Second?, answer: beta, wrong: [gamma, delta]}
- {id: three, question: Third?, answer: omega}
"""
Converse = Callable[..., str]


@pytest.fixture(autouse=True)
def decks(write_deck: Callable[..., None]) -> None:
    write_deck("greek", CARDS, "about: Letters.\nnotice: Old letters only.\n")
    write_deck("latin", "- {question: A?, answer: b}\n- {answer: lonely}\n")


def test_decks_are_listed_with_numbers_and_how_they_stand(converse: Converse) -> None:
    said = converse([])
    assert "1. Deck greek: not started, 3 cards.\n" in said
    assert (
        "2. Deck latin: not started, 1 card; 1 question left out because of mistakes in the file.\n" in said
    )
    assert said.endswith("Deck, 1 to 2: \n")


def test_naming_a_deck_starts_it_and_its_notice_is_said_once(converse: Converse) -> None:
    said = converse(["1", "/quit", "greek", "/quit"])
    assert said.count("Please note: Old letters only.") == 1
    assert said.count("First?") == 2
    assert "1. Deck greek: 3 new, of 3 cards." in said


def test_mistakes_in_a_deck_are_told_before_it_is_studied(converse: Converse) -> None:
    assert "1 question is left out because of mistakes" in converse(["/quit"], "latin")


def test_an_empty_line_studies_all_that_is_started(converse: Converse) -> None:
    assert "No deck is started yet. Give the number" in converse(["", "/quit"])
    assert "New card, from Deck greek." in converse(["1", "/quit", "", "/quit", "/quit"])


def test_a_deck_that_is_stopped_waits_no_more(converse: Converse, desk: Desk) -> None:
    said = converse(["1", "/quit", "/stop 1", "/list", "/quit"])
    assert "Deck greek is left out of daily studying." in said
    assert desk.store.started() == ()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("3", "There is no deck 3. Give 1 to 2."),
        ("0", "There is no deck 0."),
        ("greec", "Did you mean"),
        ("/stop", "This needs a deck. Give its number."),
        ("/dance", "There is no command /dance here."),
        ("/problems 2", "E"),
        ("/problems 1", "There are no problems in this deck."),
        ("/about 1", "Letters."),
        ("/undo", "There is nothing to take back."),
    ],
)
def test_what_cannot_be_done_is_said_and_asked_again(line: str, answer: str, converse: Converse) -> None:
    said = converse([line, "/quit"])
    assert answer in said
    assert said.endswith(": /quit\n")


@pytest.mark.parametrize(
    ("line", "answer"),
    [("?", "/quit ends quizapp."), ("help", "/quit ends quizapp."), ("about 1", "Letters."), ("list", "2. ")],
)
def test_a_command_without_its_slash_is_understood(line: str, answer: str, converse: Converse) -> None:
    said = converse([line, "/quit"])
    assert answer in said.split(f": {line}\n")[1]


@pytest.mark.parametrize("word", ["quit", "exit", "q"])
def test_a_newcomer_finds_the_way_out(word: str, converse: Converse) -> None:
    assert converse([word]).endswith(f": {word}\n")


def test_a_question_mark_is_no_answer_but_asks_for_help(converse: Converse, desk: Desk) -> None:
    assert "/hint shows a hint" in converse(["1", "?", "/quit", "/quit"])
    assert list(desk.store.events(sitting=None))[1:] == []


def test_an_answer_can_be_taken_back_after_the_sitting_and_after_a_restart(
    converse: Converse, desk: Desk
) -> None:
    converse(["alpha", "/quit"], "greek")
    assert "Your answer is taken back." in converse(["/undo", "/quit"])
    standing = desk.store.standing("greek/one")
    assert standing is not None
    assert standing.reviews == 0


def test_a_changed_answer_is_told_at_each_card_it_concerns(
    write_deck: Callable[..., None], converse: Converse
) -> None:
    cards = "- {{id: a, question: First?, answer: {0}}}\n- {{id: b, question: Second?, answer: {0}}}\n"
    write_deck("changing", cards.format("old"))
    converse(["", "/good", "", "/good"], "changing")
    write_deck("changing", cards.format("new"))
    said = converse(["", "/good", "", "/good"], "changing")
    assert said.count("The answer to this question has changed since you last answered it.") == 2


def test_the_end_of_the_input_ends_a_sitting_with_its_sum(converse: Converse, desk: Desk) -> None:
    said = converse(["alpha"], "greek")
    assert "Done in this sitting: 1 answer, 1 right, 1 new card" in said
    standing = desk.store.standing("greek/one")
    assert standing is not None
    assert standing.reviews == 1


def test_every_command_in_the_help_does_something(converse: Converse) -> None:
    for name in HELP:
        assert "There is no command" not in converse([f"/{name}", "/quit"], "greek")


def test_an_answer_that_could_not_be_stored_is_kept_and_tried_again(
    converse: Converse, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = desk.store.append
    troubles = [StoreError("The disk is full", todo="Free some space")] * 2

    def failing(*drafts: object, **more: object) -> object:
        if troubles and any(getattr(draft, "rating", None) for draft in drafts):
            raise troubles.pop()
        return append(*drafts, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(desk.store, "append", failing)
    said = converse(["alpha", "", "", "/quit"], "greek")
    assert said.count("The disk is full. Free some space.") == 2
    assert said.count("Not stored, Enter tries again, /quit gives up: ") == 2
    assert "Right.\nAnswer: alpha\nGood" in said


def test_giving_up_on_an_answer_that_cannot_be_stored_is_an_error(
    converse: Converse, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start("greek")

    def failing(*_drafts: object, **_more: object) -> object:
        raise StoreError("The disk is full")

    monkeypatch.setattr(desk.store, "append", failing)
    with pytest.raises(StoreError):
        converse(["alpha", "/quit"], "greek")


WORDS = [f"/{name}" for name in HELP if name != "quit"]


@settings(max_examples=30)
@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from([*WORDS, "", "1", "2", "3", "alpha", "/flag 2", "//"]), st.text(max_size=12)
        ),
        max_size=25,
    )
)
def test_whatever_is_typed_the_sitting_goes_on_to_its_sum(lines: list[str]) -> None:
    source = io.StringIO("".join(line.replace("\n", " ") + "\n" for line in lines))
    sink = io.StringIO()
    clock = SetClock(datetime.fromisoformat("2026-03-02T10:00+01:00"), timedelta(seconds=90))
    with TemporaryDirectory() as folder:
        decks = paths_from({"QUIZAPP_HOME": folder}).decks
        decks.mkdir(parents=True)
        (decks / "greek.deck.yaml").write_text(f"format: 1\ndeck: Greek\nid: greek\nquestions:\n{CARDS}")
        with Desk.open({"QUIZAPP_HOME": folder}, front="line", clock=clock) as desk:
            Home(desk, StreamTalk(source, sink)).run(Plan(decks=("greek",)))
            assert desk.store.check() == []
    assert "in this sitting" in sink.getvalue()


def test_about_says_what_is_in_a_deck_and_where_it_lies(converse: Converse, desk: Desk) -> None:
    said = converse(["/about 1", "/quit"])
    assert "Deck greek: 3 cards, in your decks folder.\nLetters.\nPlease note: Old letters only.\n" in said
    assert "Questions by kind: flashcard 1, multiple choice 1 and short answer 1.\n" in said
    assert f"File: {(desk.paths.decks / 'greek.deck.yaml').resolve()}\n" in said


def test_what_waits_is_told_in_minutes_and_a_deck_with_its_last_day(converse: Converse, desk: Desk) -> None:
    assert "Today: 3 new in all, about 1 minute." in converse(["1", "/quit", "/quit"])
    converse(["1", "alpha", "", "/quit", "/quit"])
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=20))
    said = converse(["/quit"])
    assert "of 3 cards, studied 2 weeks ago." in said
    assert "Good to have you back after 20 days." in said


def test_a_quiz_and_an_exam_of_a_deck_begin_where_decks_are_listed(
    converse: Converse, write_deck: Callable[..., None]
) -> None:
    write_deck("d", "- {id: q, question: Which?, answer: this, typed: true}\n")
    said = converse(["/quiz 1", "", "this", "", "", "/exam 1", "", "/quit", "/exam d", "/handin yes", ""])
    assert "Practice: 1 question" in said
    assert "1 of 1 point, 100 percent." in said
    assert "Exam: 1 question" in said
    assert "Going on with Deck d" in said
    assert "0 of 1 point, 0 percent." in said
