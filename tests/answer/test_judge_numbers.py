"""Numbers: separators, fractions, powers, tolerance and units. Never forgiving a digit."""

import pytest

from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.response import Typed
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import Numeric, Question


def number(response: str, body: Numeric, language: str = "en") -> Verdict:
    return judge(Question("q", "numeric", body), "front", Typed((response,)), Context(language))


@pytest.mark.parametrize(
    ("language", "right", "response"),
    [
        ("en", "1234.5", "1,234.5"),
        ("de", "1234.5", "1.234,5"),
        ("fr", "1234.5", "1 234,5"),
        ("fr", "1234.5", "1\u202f234,5"),
        ("en", "1234.5", "1'234.5"),
        ("en", "1234567.5", "1.234.567,5"),
        ("de", "0.5", "0.5"),
        ("en", "0.75", "3/4"),
        ("en", "1.5", "1 1/2"),
        ("en", "1.5", "1½"),
        ("en", "1500", "1.5e3"),
        ("en", "1500", "1.5×10³"),
        ("en", "1500", "1.5 x 10^3"),
        ("en", "0.001", "10⁻³"),
        ("en", "-5", "\u22125"),
        ("en", "0.38", "38%"),
        ("en", "6.02e23", "6.02·10²³"),
        ("en", "5", "5.0"),
    ],
)
def test_a_number_is_read_as_it_is_written(language: str, right: str, response: str) -> None:
    assert number(response, Numeric("?", right), language).score == 1.0


@pytest.mark.parametrize(
    ("language", "right", "response"),
    [
        ("en", "1500", "1.500"),
        ("de", "1.5", "1.500"),
        ("en", "1500", "15,00"),
        ("en", "1234567", "12,34,567"),
        ("en", "5", "-5"),
        ("en", "1914", "1915"),
        ("en", "3.14", "314"),
        ("en", "1000", "103"),
        ("en", "5", "5-6"),
        ("en", "5", "5 to 6"),
        ("en", "5", "1/0"),
        ("fr", "5", "five"),
        ("en", "100", "1e99999"),
    ],
)
def test_another_number_is_never_right(language: str, right: str, response: str) -> None:
    assert number(response, Numeric("?", right), language).score == 0.0


@pytest.mark.parametrize(
    ("tolerance", "response", "right"),
    [
        ("5%", "95", True),
        ("5%", "105", True),
        ("5%", "105.01", False),
        ("2", "98", True),
        ("2", "97.99", False),
        (None, "100.0", True),
        (None, "100.01", False),
    ],
)
def test_the_ends_of_the_tolerance_are_right(tolerance: str | None, response: str, *, right: bool) -> None:
    assert (number(response, Numeric("?", "100", tolerance=tolerance)).score == 1.0) is right


@pytest.mark.parametrize(
    ("response", "rule", "near"),
    [
        ("2", "exact", False),
        ("2 g", "number", False),
        ("2000 mg", "number", False),
        ("0.002kg", "number", False),
        ("2 mg", "number-off", False),
        ("2 kg", "number-off", False),
        ("2 t", "unit", True),
        ("2 Mg", "unit", True),
        ("-2 g", "number-sign", False),
        ("3 g", "number-off", False),
        ("two", "number", False),
        ("a pair", "no-number", False),
    ],
)
def test_a_unit_may_be_left_out_or_be_another_but_not_a_wrong_one(
    response: str, rule: str, *, near: bool
) -> None:
    body = Numeric("?", "2", unit="g", units=(("mg", "0.001"), ("kg", "1000")))
    verdict = number(response, body)
    assert (verdict.rule, verdict.near) == (rule, near)


def test_a_unit_that_nobody_asked_for_is_near() -> None:
    verdict = number("5 apples", Numeric("?", "5"))
    assert (verdict.rule, verdict.near) == ("unit-unasked", True)


@pytest.mark.parametrize("digits", [61, 1999, 5000])
def test_thousands_of_digits_are_refused(digits: int) -> None:
    assert number("9" * digits, Numeric("?", "9")).score == 0.0
