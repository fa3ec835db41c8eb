"""How text is broken into lines."""

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from textual.content import Content

from quizapp.tui.texts import bound, whole, wrap

words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)


def broken(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in wrap(Content(text), width)]


@given(st.lists(st.lists(words, min_size=1, max_size=2), min_size=1, max_size=12))
def test_words_that_belong_together_stay_on_one_line(pairs: list[list[str]]) -> None:
    together = [whole(" ".join(pair)) for pair in pairs]
    width = max(cell_len(each) for each in together) + 3
    lines = broken(" ".join(together), width)
    assert all(cell_len(line) <= width for line in lines)
    assert " ".join(lines) == " ".join(together)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("kept 91 % of 30 reviews in all", ["91\u00a0%", "30\u00a0reviews"]),
        ("A long title, paragraph 10", ["paragraph\u00a010"]),
        ("1 × right, 2 and 3", ["1\u00a0×", "2\u00a0and"]),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, parts: list[str]) -> None:
    assert all(part in bound(text) for part in parts)
    assert bound(text).replace("\u00a0", " ") == text


def test_what_is_broken_keeps_its_looks() -> None:
    lines = wrap(Content.assemble(("one ", "bold"), (whole("2 3"), "italic")), 5)
    assert [(line.plain.strip(), [span.style for span in line.spans]) for line in lines] == [
        ("one", ["bold"]),
        ("2\u00a03", ["italic"]),
    ]
