"""Texts cut to a line."""

from hypothesis import given, strategies as st

from quizapp.text import shortened


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_text_cut_is_one_line_that_fits_and_begins_the_same(text: str, length: int) -> None:
    cut = shortened(text, length)
    whole = " ".join(text.split())
    assert len(cut) <= length
    assert cut == whole or (cut.endswith("…") and whole.startswith(cut[:-1]))
