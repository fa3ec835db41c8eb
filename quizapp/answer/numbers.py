"""Reads numbers as people type them: separators, fractions, powers of ten, percent and units."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NamedTuple

from quizapp.answer.counting import figures
from quizapp.answer.signs import plain
from quizapp.answer.tokens import point_first

# Longer numbers, and larger powers of ten, are not read.
_MOST_DIGITS = 60
_LARGEST_POWER = 400

_NUMBER = re.compile(
    r"""
    (?P<sign>[-+]?)\s*
    (?:
        (?P<whole>\d+)\s+(?P<part>\d+\s*/\s*\d+)
      | (?P<over>\d+)\s*/\s*(?P<under>\d+)
      | (?P<ten>10)\s*\^\s*(?P<bare>[-+]?\d{1,4})
      | (?P<digits>\d(?:[\d.,']|\ (?=\d{3}(?!\d)))*|[.,]\d+)
        (?:[eE](?P<exponent>[-+]?\d{1,4})(?![\w.,])|\s*[*xX]\s*10\s*\^\s*(?P<power>[-+]?\d{1,4}))?
    )
    (?P<rest>.*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BEFORE = re.compile(r"(?P<sign>[-+]?)\s*(?P<unit>[$€£¥])\s*(?P<number>\d.*)", re.DOTALL)
# `g = 5` says 5.
_NAMED = re.compile(r"(?:[^\W\d_]\w{0,2}\s*)?=\s*")
_YEAR = re.compile(r"(?:in\s+)?(?:(?:the\s+)?year\s+)?(?=\d{3,4}$)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|approximately|approx|around|roughly|circa|ca)\b\.?\s*|[~≈]\s*", re.IGNORECASE)
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE = re.compile(rf"({'|'.join(_SCALES)})s?\b", re.IGNORECASE)
# What would make a unit a second number: `5 to 6`, `5-6`; but not m/s^2, m s^-1, kg m2.
_LEFTOVER = re.compile(r"[/^*+]|.*?(?<![^\W\d_])(?<!\^)(?<!\^-)(?<![^\W\d_]-)\d", re.DOTALL)


class Quantity(NamedTuple):
    """A number and what stands behind it: its unit as typed, or nothing."""

    value: Fraction
    unit: str = ""


def quantity(text: str, base: str = "en", *, about: bool = False) -> Quantity | None:
    """Read the one number `text` says, in a language (without region); None if it says none, or several.

    `1,234.5` is read as the language writes it. Written as another language does, it is read only
    if it can't be anything else: `0,5` in English, but not `12,34,567`. In English numbers up to
    ninety-nine, and hundred to trillion behind any number, may be words, and a year may be said as
    `in 2014`.
    about: a number said to be rough (`about 5`, `≈ 5`) is read like another.
    """
    text = plain(text).strip()
    if len(text) > _MOST_DIGITS * 4:
        return None
    text = _NAMED.sub("", text, count=1) if _NAMED.match(text) else text
    text = _ABOUT.sub("", text, count=1) if about and _ABOUT.match(text) else text
    if base == "en":
        text = figures(_YEAR.sub("", text, count=1) if _YEAR.match(text) else text)
    if before := _BEFORE.fullmatch(text):
        text = f"{before['sign']}{before['number']} {before['unit']}"
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    value = _value(found, base)
    rest = found["rest"].strip().removesuffix(".").rstrip()
    if value is not None and base == "en" and (scale := _SCALE.match(rest)):
        value, rest = value * 10 ** _SCALES[scale[1].lower()], rest[scale.end() :].lstrip()
    if value is None or _LEFTOVER.match(rest):
        return None
    return Quantity(-value if found["sign"] == "-" else value, rest)


def _value(found: re.Match[str], base: str) -> Fraction | None:
    if found["whole"]:
        part = _ratio(*re.split(r"\s*/\s*", found["part"]))
        whole = _decimal(found["whole"])
        # 1 1/2 is one and a half; 1 3/2 is not how anyone writes a number.
        return whole + part if part is not None and whole is not None and part < 1 else None
    if found["over"]:
        return _ratio(found["over"], found["under"])
    if found["ten"]:
        return _scaled(Fraction(1), found["bare"])
    number = _decimal(_pointed(found["digits"], base))
    power = found["exponent"] or found["power"]
    return number if number is None or power is None else _scaled(number, power)


def _ratio(over: str, under: str) -> Fraction | None:
    top, bottom = _decimal(over), _decimal(under)
    return top / bottom if top is not None and bottom else None


def _scaled(number: Fraction, power: str) -> Fraction | None:
    return number * Fraction(10) ** int(power) if abs(int(power)) <= _LARGEST_POWER else None


def _decimal(digits: str | None) -> Fraction | None:
    if not digits or len(digits) > _MOST_DIGITS:
        return None
    try:
        return Fraction(Decimal(digits))
    except InvalidOperation:
        return None


def _pointed(digits: str, base: str) -> str | None:
    """Return digits with a decimal point and without groups, or None if they can't be read."""
    digits = digits.rstrip(".,'")
    own, other = (",", ".") if point_first(base) else (".", ",")
    for group, point in ((own, other), (other, own)):
        found = _ungrouped(digits, group, point)
        if found is not None:
            return found
    return None


def _ungrouped(digits: str, group: str, point: str) -> str | None:
    whole, mark, part = digits.partition(point)
    separators = {char for char in whole if not char.isdigit()}
    if (mark and not part.isdigit()) or len(separators) > 1 or not separators <= {group, "'", " "}:
        return None
    if separators:
        first, *groups = re.split(r"[.,' ]", whole)
        if not 1 <= len(first) <= 3 or any(len(one) != 3 for one in groups):
            return None
    whole = re.sub(r"[.,' ]", "", whole)
    return f"{whole or '0'}.{part}" if part else whole or None
