"""Texts cut to a line, sorted as people would, and numbers with their nouns."""

import pytest
from hypothesis import given, strategies as st

from quizapp.text import counted, natural, shortened


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_text_cut_is_one_line_that_fits_and_begins_the_same(text: str, length: int) -> None:
    cut = shortened(text, length)
    whole = " ".join(text.split())
    assert len(cut) <= length
    assert cut == whole or (cut.endswith("…") and whole.startswith(cut[:-1]))


def test_numbers_in_titles_are_sorted_by_their_value_and_letters_in_any_case() -> None:
    wanted = ["Anatomy", "anatomy 2", "Anatomy 2, part 2", "Anatomy 2, part 10", "Anatomy 10", "Zoology 1"]
    mixed = wanted[::-1]
    assert sorted(mixed, key=natural) == wanted
    assert sorted(["Zoo", "Ärzte", "Art", "Äpfel"], key=natural) == ["Äpfel", "Art", "Ärzte", "Zoo"]
    assert sorted(["10", "9", "", "007", "ab", "a1b"], key=natural) == ["", "007", "9", "10", "a1b", "ab"]


@given(st.lists(st.text(max_size=12)))
def test_any_texts_can_be_sorted_so(texts: list[str]) -> None:
    assert [*map(natural, sorted(texts, key=natural))] == sorted(map(natural, texts))


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("card",), "0 cards"),
        (1, ("card",), "1 card"),
        (2, ("card",), "2 cards"),
        (1, ("quiz", "quizzes"), "1 quiz"),
        (12_000, ("quiz", "quizzes"), "12,000 quizzes"),
    ],
)
def test_a_number_agrees_with_its_noun(number: int, words: tuple[str, ...], said: str) -> None:
    assert counted(number, *words) == said
