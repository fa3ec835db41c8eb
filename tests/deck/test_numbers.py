"""Numbers as teachers type them."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from quizapp.deck.numbers import is_factor, is_number, is_tolerance, parse, parse_tolerance


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", Fraction(12)),
        ("007", Fraction(7)),
        ("1.10", Fraction(11, 10)),
        (".5", Fraction(1, 2)),
        ("-1.5", Fraction(-3, 2)),
        ("\u22121.5", Fraction(-3, 2)),
        ("+3", Fraction(3)),
        ("3/4", Fraction(3, 4)),
        ("-3 / 4", Fraction(-3, 4)),
        ("6.02e23", Fraction(602) * 10**21),
        ("1E-3", Fraction(1, 1000)),
        ("6.02×10^23", Fraction(602) * 10**21),
        ("6.02 · 10²³", Fraction(602) * 10**21),
        ("2x10^-3", Fraction(2, 1000)),
        ("2×10⁻³", Fraction(2, 1000)),
        ("9" * 40, Fraction(10**40 - 1)),
    ],
)
def test_numbers_are_exact(text: str, value: Fraction) -> None:
    assert parse(text) == value
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "three",
        "1,5",
        "1 000",
        "1_000",
        "0x1F",
        "1.",
        "1/0",
        "1/2/3",
        "5%",
        "nan",
        "inf",
        "1e100",
        "9" * 41,
        "²",
        "٣",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert parse(text) is None
    assert not is_number(text)


def test_a_tolerance_is_a_number_or_a_percentage() -> None:
    assert parse_tolerance("2") == (Fraction(2), False)
    assert parse_tolerance("0.5 %") == (Fraction(1, 2), True)
    assert not is_tolerance("-1")
    assert not is_tolerance("%")
    assert is_tolerance("0")


def test_a_factor_is_above_zero() -> None:
    assert is_factor("1/1000")
    assert not is_factor("0")
    assert not is_factor("-1")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_every_decimal_is_read_exactly(number: object) -> None:
    assert parse(f"{number:f}") == Fraction(str(number))


@given(st.text("0123456789.,/eE+-−×x*·^⁰¹²⁻ %", max_size=60))
def test_asking_and_reading_agree(text: str) -> None:
    assert is_number(text.strip()) == (parse(text) is not None)
