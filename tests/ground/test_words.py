"""Errors that say what to do, and text that can't steer a terminal."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from quizapp.errors import DeckError, QuizappError, SettingsError, StoreError, UsageError
from quizapp.text import is_safe, safe


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (QuizappError("It broke"), "It broke."),
        (QuizappError("It broke", where="a:1:2"), "a:1:2: It broke."),
        (QuizappError("It broke", todo="Mend it"), "It broke. Mend it."),
        (QuizappError("It broke", where="a", todo="Mend it"), "a: It broke. Mend it."),
    ],
)
def test_an_error_is_a_sentence_a_person_can_act_on(error: QuizappError, words: str) -> None:
    assert str(error) == words


def test_exit_codes_tell_found_problems_from_wrong_use() -> None:
    assert QuizappError("").exit_code == 1
    assert {each.exit_code for each in (UsageError, DeckError, SettingsError, StoreError)} == {2}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\x07\x00\x7f", "a\\x07\\x00\\x7f"),
        ("one\rtwo", "one\\x0dtwo"),
        ("\x9b2J", "\\x9b2J"),
        ("abc\u202egnp.exe", "abc\\u202egnp.exe"),
        ("\u2066x\u2069\u200f\u061c", "\\u2066x\\u2069\\u200f\\u061c"),
        ("\ufeffa\u2028b", "\\ufeffa\\u2028b"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_its_code(text: str, shown: str) -> None:
    assert safe(text) == shown
    assert not is_safe(text)


@pytest.mark.parametrize(
    "text", ["", "two\nlines\tand a tab", "10² CD4⁺ µg Zürich", "שלום", "مرحبا", "👩‍🔬", "日本"]
)
def test_people_s_own_letters_are_left_alone(text: str) -> None:
    assert safe(text) == text
    assert is_safe(text)


@given(st.text(st.characters()))
def test_nothing_that_was_made_safe_steers_and_once_is_enough(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    assert is_safe(once)
    assert all(unicodedata.category(each) not in {"Cc", "Cs"} or each in "\n\t" for each in once)
    once.encode()
