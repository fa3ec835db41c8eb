"""What differs between two words is found where it is, and nowhere else."""

import pytest
from hypothesis import given, strategies as st

from quizapp.tui.differing import differing


@pytest.mark.parametrize(
    ("typed", "wanted", "ours", "theirs"),
    [
        ("nitrite", "nitrate", ["i"], ["a"]),
        ("fotosynthesis", "photosynthesis", ["f"], ["ph"]),
        ("antibodie", "antibodies", [], ["s"]),
        ("Antibodies", "antibodies", [], []),
        ("a protein", "a lymph node", [], []),
        ("x" * 201, "x" * 200, [], []),
    ],
)
def test_the_letters_that_differ(typed: str, wanted: str, ours: list[str], theirs: list[str]) -> None:
    one, other = differing(typed, wanted)
    assert [typed[start:end] for start, end in one] == ours
    assert [wanted[start:end] for start, end in other] == theirs


@given(st.text(max_size=60), st.text(max_size=60))
def test_places_lie_in_their_text_one_behind_the_other(typed: str, wanted: str) -> None:
    for text, places in zip((typed, wanted), differing(typed, wanted), strict=True):
        for start, end in places:
            assert 0 <= start < end <= len(text)


@given(st.text(max_size=60))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differing(text, text) == ((), ())
