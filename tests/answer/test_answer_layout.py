"""The order in which options, items and right sides are shown."""

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from quizapp.answer.layout import Layout, decode_layout, encode_layout, layout
from quizapp.deck.model import Choice, Flashcard, Matching, Ordering, TrueFalse, Wrong


def _choice(count: int, *, shuffle: bool = True) -> Choice:
    return Choice("?", ("right",), tuple(Wrong(f"wrong {n}") for n in range(count - 1)), shuffle=shuffle)


@given(st.text(max_size=40), st.integers(2, 12))
def test_a_layout_shows_everything_once(seed: str, count: int) -> None:
    everything = list(range(count))
    pairs = Matching("?", tuple((f"l{n}", f"r{n}") for n in range(count)))
    items = Ordering("?", tuple(f"i{n}" for n in range(count)))
    for body in (_choice(count), pairs, items):
        shown = layout(body, "front", seed)
        assert sorted(shown.options) == everything
        assert layout(body, "front", seed) == shown
        assert decode_layout(encode_layout(shown)) == shown
    assert list(layout(items, "front", seed).options) != everything


def test_a_seed_gives_the_same_layout_on_every_python() -> None:
    assert layout(_choice(5), "front", "deck/question:0").options == (0, 3, 1, 2, 4)
    assert layout(_choice(5), "front", "deck/question:1").options == (0, 4, 1, 3, 2)
    assert layout(Ordering("?", tuple("abcd")), "front", "d/q:12").options == (3, 1, 2, 0)


def test_every_order_comes_equally_often() -> None:
    draws = 6000
    orders = Counter(layout(_choice(4), "front", f"deck/q:{n}").options for n in range(draws))
    expected = draws / 24
    chi_square = sum((count - expected) ** 2 / expected for count in orders.values())
    assert len(orders) == 24
    # 49.7 is the 0.999 quantile for 23 degrees of freedom; the seeds are fixed, so this can't flicker.
    assert chi_square < 49.7


def test_an_order_never_starts_out_right_even_with_two_items() -> None:
    two = Ordering("?", ("first", "second"))
    assert {layout(two, "front", f"s{n}").options for n in range(50)} == {(1, 0)}
    assert layout(Ordering("?", ("only",)), "front", "s").options == (0,)


def test_options_that_stay_put_stand_in_an_order_that_does_not_tell() -> None:
    words = Choice(
        "?", ("Kidney",), (Wrong("all of the above"), Wrong("liver"), Wrong("Heart")), shuffle=False
    )
    assert layout(words, "front", "s").options == (3, 0, 2, 1)
    sizes = Choice("?", ("100 mg",), (Wrong("20 mg"), Wrong("1,000 mg"), Wrong("−5 mg")), shuffle=False)
    assert layout(sizes, "front", "s").options == (3, 1, 0, 2)


def test_true_and_false_stand_still_and_typed_kinds_show_nothing() -> None:
    assert layout(TrueFalse("?", answer=False), "front", "s").options == (0, 1)
    assert layout(Flashcard("?", "a"), "front", "s") == Layout()


@pytest.mark.parametrize("junk", ["", "x", "{}", "[1,1]", "[-1]", "[true]", '["a"]', "[1.0]", "null"])
def test_junk_is_no_layout(junk: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_layout(junk)
