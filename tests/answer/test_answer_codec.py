"""Responses to and from the log."""

import pytest
from hypothesis import given, strategies as st

from quizapp.answer.codec import decode, encode
from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed

_PLACES = st.lists(st.integers(0, 99), max_size=8).map(tuple)
_RESPONSES = st.one_of(
    st.builds(Typed, st.lists(st.text(st.characters(exclude_categories=())), max_size=4).map(tuple)),
    st.builds(Chosen, _PLACES),
    st.builds(Truth, st.booleans()),
    st.builds(Ordered, _PLACES),
    st.builds(Matched, st.lists(st.none() | st.integers(0, 99), max_size=8).map(tuple)),
    st.just(Revealed()),
    st.just(DontKnow()),
)


@given(_RESPONSES)
def test_a_response_comes_back_as_it_was(response: Response) -> None:
    text = encode(response)
    assert decode(text) == response
    assert text.encode().decode() == text


def test_the_log_can_be_read_by_people() -> None:
    assert encode(Typed(("naïve T cell",))) == '["typed",["naïve T cell"]]'
    assert encode(Matched((1, None))) == '["matched",[1,null]]'
    assert encode(DontKnow()) == '["dont-know"]'


@pytest.mark.parametrize(
    "junk",
    ["", "{", "[]", "null", '["typed"]', '["typed",[1]]', '["chosen",[true]]', '["truth",1]', "[" * 100_000],
)
def test_junk_is_no_response(junk: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(junk)
