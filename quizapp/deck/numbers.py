"""Numbers as teachers type them, read exactly."""

import re
from fractions import Fraction

DIGITS = 40
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_MINUS = ("-", "\u2212")
_SIGN = "[+\\-\u2212]?"
_DECIMAL = re.compile(
    rf"(?P<mantissa>{_SIGN}(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))"
    r"(?:[eE](?P<e>[+-]?[0-9]{1,2})|\s?[×x*·]\s?10\^?(?P<ten>[+\-\u2212]?[0-9]{1,2}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))?"
)
_RATIO = re.compile(rf"({_SIGN}[0-9]+)\s?/\s?([0-9]+)")
# The same for editors, whose expressions know no such names for groups.
PATTERN = f"(?:{re.sub('[?]P<[a-z]+>', '?:', _DECIMAL.pattern)}|{_RATIO.pattern})"
POSITIVE = f"(?![-\u2212]){PATTERN}"


def parse(text: str) -> Fraction | None:
    """Return the exact number a teacher typed, or None if it is none.

    Understood are 12, -1.10, .5, 3/4, 6.02e23 and 6.02×10^23 (or 10²³), with up to 40 digits and
    exponents up to 99; the decimal sign is a point and digits aren't grouped.
    """
    text = text.strip()
    if not _is_short(text):
        return None
    if ratio := _RATIO.fullmatch(text):
        below = int(ratio[2])
        return Fraction(int(_ascii(ratio[1])), below) if below else None
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    exponent = match["e"] or match["ten"] or "0"
    power = int(_ascii(exponent.translate(_SUPERSCRIPTS)))
    return Fraction(_ascii(match["mantissa"])) * Fraction(10) ** power


def parse_tolerance(text: str) -> tuple[Fraction, bool] | None:
    """Return how far off a number may be, and whether that is percent; None if it isn't like 2 or 5%."""
    text = text.strip()
    value = None if text.startswith(_MINUS) else parse(text.removesuffix("%"))
    return None if value is None else (value, text.endswith("%"))


def is_number(text: str) -> bool:
    """Tell whether `parse` understands `text`, without the cost of an exact number."""
    if text.isascii() and text.isdigit():
        return len(text) <= DIGITS
    match = _DECIMAL.fullmatch(text) if _is_short(text) else None
    return match is not None or parse(text) is not None


def is_factor(text: str) -> bool:
    """Tell whether `text` is a number above zero."""
    value = parse(text)
    return value is not None and value > 0


def is_tolerance(text: str) -> bool:
    """Tell whether `parse_tolerance` understands `text`."""
    return not text.startswith(_MINUS) and is_number(text.removesuffix("%").rstrip())


def _is_short(text: str) -> bool:
    return len(text) <= 2 * DIGITS and sum(map(str.isdigit, text)) <= DIGITS


def _ascii(text: str) -> str:
    return text.replace("\u2212", "-")
