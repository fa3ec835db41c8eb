"""Numbers, with a tolerance and a unit. Nothing about a number is ever forgiven as a slip."""

import re
from enum import StrEnum
from fractions import Fraction

from quizapp.answer import normal
from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import misfit
from quizapp.answer.numbers import Quantity, quantity
from quizapp.answer.response import Response, Typed
from quizapp.answer.units import unit as read_unit
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck import numbers
from quizapp.deck.model import Numeric

_PERCENT = read_unit("%")
_ENGLISH = normal.Rules("en")
_WORD = re.compile(r"\w+")
# What is counted stands between these words and the next small one.
_COUNTED = re.compile(
    r"\bhow many ((?:\w+ ){1,4}?)"
    r"(?:of|is|are|was|were|do|does|did|has|have|had|can|in|on|per|from|for|make|there)\b",
    re.IGNORECASE,
)


class _Unit(StrEnum):
    """How a unit stands to the one asked for."""

    FITS = "fits"
    STRANGE = "strange"
    UNASKED = "unasked"


def judge(body: Numeric, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge a number, turned into the unit asked for: right within the tolerance, its ends included.

    A number without a unit is taken to be in the unit asked for. One said to be rough (`about 5`)
    will do where there is a tolerance.
    """
    if not isinstance(response, Typed):
        raise misfit("numeric", response)
    text = " ".join(response.texts).strip()
    if text == body.number.strip():
        return _verdict(body, text, "exact")
    wanted, given = numbers.parse(body.number), quantity(text, context.base, about=body.tolerance is not None)
    if given is None or wanted is None:
        return _verdict(body, text, "no-number")
    value, unit = _in_unit(given, body, wanted, context)
    if _within(value, wanted, body.tolerance):
        if unit is _Unit.FITS:
            return _verdict(body, text, "number")
        return _verdict(body, text, "unit" if unit is _Unit.STRANGE else "unit-unasked", near=True)
    if unit is not _Unit.FITS:
        return _verdict(body, text, "number-off")
    if wanted and _within(-value, wanted, body.tolerance):
        return _verdict(body, text, "number-sign")
    return _verdict(
        body, text, "number-off", confused=context.answers.get(normal.key(text, context.language))
    )


def _verdict(
    body: Numeric, text: str, rule: str, *, near: bool = False, confused: str | None = None
) -> Verdict:
    fits = rule in {"exact", "number"}
    wanted = f"{body.number} {body.unit}" if body.unit else body.number
    values = {"given": text, "wanted": wanted, "unit": body.unit or ""}
    return Verdict(
        Result.CORRECT if fits else Result.WRONG,
        1.0 if fits else 0.0,
        rule,
        values,
        (Part(text, wanted, fits),),
        near=near,
        confused=confused,
    )


def _in_unit(given: Quantity, body: Numeric, wanted: Fraction, context: Context) -> tuple[Fraction, _Unit]:
    """Turn a quantity into the unit asked for, and say how its own unit stands to that."""
    if not given.unit:
        return given.value, _Unit.FITS
    own = read_unit(given.unit)
    if body.unit is None:
        if own == _PERCENT and not _within(given.value, wanted, body.tolerance):
            return given.value / 100, _Unit.FITS
        counted = context.base == "en" and _is_counted(given.unit, body.question)
        return given.value, _Unit.FITS if counted else _Unit.UNASKED
    if own == read_unit(body.unit):
        return given.value, _Unit.FITS
    for name, factor in body.units:
        if own == read_unit(name):
            times = numbers.parse(factor)
            return (given.value, _Unit.STRANGE) if times is None else (given.value * times, _Unit.FITS)
    return given.value, _Unit.STRANGE


def _is_counted(unit: str, question: str) -> bool:
    """Tell whether `unit` is the thing the question counts: the kinds of `How many main kinds are there?`."""
    found = _COUNTED.search(question)
    words = [
        [normal.common(word.casefold(), word, _ENGLISH) for word in _WORD.findall(text)]
        for text in (unit, found[1] if found else "")
    ]
    return bool(words[0]) and set(words[0]) <= set(words[1])


def _within(value: Fraction, wanted: Fraction, tolerance: str | None) -> bool:
    read = numbers.parse_tolerance(tolerance) if tolerance else None
    if read is None:
        return value == wanted
    size, percent = read
    return abs(value - wanted) <= (abs(wanted) * size / 100 if percent else size)
