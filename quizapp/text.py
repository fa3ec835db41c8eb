"""Makes text from outside harmless before it is printed, and short."""

import re
from unicodedata import combining, normalize

# C0 and C1 controls (but not newline and tab), the marks that reorder text on a screen, and line
# and paragraph separators. Right-to-left letters themselves are left alone.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_NUMBER = re.compile("([0-9]+)")


def safe(text: str) -> str:
    """Return `text` with each character that could steer a terminal shown as its code."""
    return _UNSAFE.sub(_code, text)


def is_safe(text: str) -> bool:
    """Tell whether `safe` would leave `text` as it is."""
    return _UNSAFE.search(text) is None


def shortened(text: str, length: int) -> str:
    """Return `text` on one line of at most `length` characters, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: `1 card`, `2 cards`, `1,200 cards`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def natural(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return what sorts `text` as people would: numbers in it by their value, letters in any case.

    Letters with accents stand among those without.
    """
    bare = "".join(sign for sign in normalize("NFD", text.casefold()) if not combining(sign))
    *pieces, rest = _NUMBER.split(bare)
    numbers = [digits.lstrip("0") for digits in pieces[1::2]]
    return (
        *((words, len(each), each) for words, each in zip(pieces[::2], numbers, strict=True)),
        (rest, 0, ""),
    )


def _code(match: re.Match[str]) -> str:
    number = ord(match.group())
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
