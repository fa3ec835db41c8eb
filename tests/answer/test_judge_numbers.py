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


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        ("m/s²", "2 m/s2"),
        ("m/s²", "2 m s^-2"),
        ("m/s²", "2 m·s⁻²"),
        ("m/s²", "2 metres per second squared"),
        ("mg", "2 milligrams"),
        ("L", "2 liters"),
        ("min", "2 minutes"),
        ("hours", "2 h"),
        ("µm", "2 um"),
        ("µg", "2 mcg"),
        ("m²", "2 square meters"),
        ("mg/kg", "2 mg per kg"),
        ("°C", "2 degrees Celsius"),
        ("°C", "2º C"),
        ("$", "2 dollars"),
        ("%", "2 per cent"),
        ("N m", "2 N·m"),
        ("cells", "2 cell"),
    ],
)
def test_a_unit_may_be_written_in_any_usual_way(asked: str, response: str) -> None:
    assert number(response, Numeric("?", "2", unit=asked)).rule == "number"


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        ("mg", "2 Mg"),
        ("m/s²", "2 m/s"),
        ("m/s", "2 m s"),
        ("ms", "2 m s"),
        ("mg", "2 micrograms"),
        ("m/s²", "2 m2/s"),
        ("°C", "2 °F"),
        ("h", "2 min"),
        ("kg", "2 g"),
    ],
)
def test_another_unit_is_never_taken_for_the_one_asked_for(asked: str, response: str) -> None:
    verdict = number(response, Numeric("?", "2", unit=asked))
    assert (verdict.rule, verdict.near) == ("unit", True)


@pytest.mark.parametrize(
    ("right", "response"),
    [
        ("3000000", "3 million"),
        ("2500", "2.5 thousand"),
        ("1000000", "one million"),
        ("5", "x = 5"),
        ("5", "= 5"),
    ],
)
def test_large_numbers_may_be_said_in_words_and_a_quantity_named(right: str, response: str) -> None:
    assert number(response, Numeric("?", right)).score == 1.0


def test_a_rough_number_will_do_only_where_there_is_a_tolerance() -> None:
    for response in ("about 5", "≈5", "~ 5", "approx. 5"):
        assert number(response, Numeric("?", "5", tolerance="2%")).score == 1.0
        assert number(response, Numeric("?", "5")).score == 0.0


def test_percent_that_nobody_asked_for_is_near_and_not_a_hundredth() -> None:
    verdict = number("50%", Numeric("?", "50"))
    assert (verdict.rule, verdict.near) == ("unit-unasked", True)


@pytest.mark.parametrize("digits", [61, 1999, 5000])
def test_thousands_of_digits_are_refused(digits: int) -> None:
    assert number("9" * digits, Numeric("?", "9")).score == 0.0


@pytest.mark.parametrize("response", ["in 2014", "In the year 2014", "the year 2014"])
def test_a_year_may_be_said_with_its_preposition(response: str) -> None:
    assert number(response, Numeric("In which year?", "2014")).score == 1.0
    assert number(response, Numeric("In which year?", "2015")).score == 0.0


COUNTED = "How many main kinds of blood cell does the article count?"


@pytest.mark.parametrize("response", ["3 kinds", "three kinds", "3 main kinds", "3 Kinds"])
def test_the_thing_counted_may_be_said_behind_its_number(response: str) -> None:
    assert number(response, Numeric(COUNTED, "3")).rule == "number"


@pytest.mark.parametrize(
    ("question", "right", "response"),
    [
        (COUNTED, "3", "3 types"),
        (COUNTED, "3", "3 articles"),
        ("How many millimetres are in a metre?", "1000", "1000 metres"),
        ("How many grams of salt are in a litre?", "9", "9 litres"),
        ("How many?", "3", "3 kinds"),
    ],
)
def test_another_thing_behind_a_number_is_asked_about(question: str, right: str, response: str) -> None:
    verdict = number(response, Numeric(question, right))
    assert (verdict.score, verdict.near) == (0.0, True)
