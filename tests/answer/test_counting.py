"""Numbers in words."""

from fractions import Fraction

import pytest

from quizapp.answer.counting import figures
from quizapp.answer.judge import judge
from quizapp.answer.numbers import quantity
from quizapp.answer.response import Typed
from quizapp.answer.verdict import Result
from quizapp.deck.model import FRONT, Numeric, Question


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("three", "3"),
        ("Twenty-one days", "21 days"),
        ("forty two", "42"),
        ("minus five", "-5"),
        ("minus 5", "-5"),
        ("nineteen eighty", "19 eighty"),
        ("tenth", "tenth"),
        ("oneself", "oneself"),
        ("one-way", "one-way"),
        ("5", "5"),
        ("", ""),
    ],
)
def test_words_become_figures(text: str, wanted: str) -> None:
    assert figures(text) == wanted


def test_each_number_below_a_hundred_has_its_own_words() -> None:
    ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    for place, tens in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    ):
        assert figures(tens) == str(place * 10)
        for value, word in enumerate(ones, start=1):
            assert figures(f"{tens}-{word}") == str(place * 10 + value)


@pytest.mark.parametrize(
    ("text", "result"), [("three", "correct"), ("four", "wrong"), ("nineteen eighty", "wrong")]
)
def test_a_number_in_words_is_judged_as_a_number(text: str, result: str) -> None:
    question = Question("q", "numeric", Numeric("How many?", "3"))
    assert judge(question, FRONT, Typed((text,))).result is Result(result)


def test_words_are_read_in_english_only() -> None:
    assert quantity("one", "en") is not None
    assert quantity("one", "en").value == Fraction(1)  # type: ignore[union-attr]  # the line above
    assert quantity("one", "fr") is None
