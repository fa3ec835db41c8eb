"""A deck that is written as YAML or JSON is read back equal."""

from dataclasses import replace

from deck.making import decks, questions, written
from hypothesis import given

from quizapp.deck import codec
from quizapp.deck.model import Deck, Question
from quizapp.deck.read import read


def unplaced(deck: Deck) -> Deck:
    """The deck without the lines and columns that its file gave it."""
    bare = tuple(replace(question, line=1, column=1) for question in deck.questions)
    return replace(deck, questions=bare, line=1, column=1)


@given(decks())
def test_a_deck_written_as_yaml_is_read_back_equal(deck: Deck) -> None:
    reading = read(written(deck).encode(), "x.deck.yaml")
    assert reading.problems == ()
    assert reading.left_out == 0
    assert reading.deck is not None
    assert unplaced(reading.deck) == deck


@given(decks())
def test_a_deck_in_utf16_is_the_same_deck(deck: Deck) -> None:
    reading = read(written(deck).encode("utf-16"), "x.deck.yaml")
    assert [problem.code for problem in reading.problems] == ["W201"]
    assert reading.deck is not None
    assert unplaced(reading.deck) == deck


@given(decks())
def test_a_byte_order_mark_changes_nothing(deck: Deck) -> None:
    text = written(deck)
    assert read(text.encode("utf-8-sig"), "x") == read(text.encode(), "x")


@given(decks())
def test_windows_line_ends_change_nothing(deck: Deck) -> None:
    text = written(deck)
    assert read(text.replace("\n", "\r\n").encode(), "x") == read(text.encode(), "x")


@given(decks())
def test_a_deck_encoded_as_json_is_decoded_equal(deck: Deck) -> None:
    assert codec.decode_deck(codec.encode(deck)) == deck


@given(questions(documents=("a", "b")))
def test_a_question_encoded_as_json_is_decoded_equal(question: Question) -> None:
    line = codec.encode(question)
    assert "\n" not in line
    assert codec.decode_question(line) == question


@given(decks())
def test_each_question_is_where_its_place_says(deck: Deck) -> None:
    text = written(deck)
    reading = read(text.encode(), "x")
    assert reading.deck is not None
    lines = text.splitlines()
    for question in reading.deck.questions:
        assert lines[question.line - 1][question.column - 1 :].startswith("id: ")
