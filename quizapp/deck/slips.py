"""Slips of layout that YAML takes for something else: a colon, an indentation or a hyphen gone astray.

They are told by the keys of the format: a line that begins with one is meant to give it a value.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quizapp.deck.records import resembling

_LEAD = r"(?P<lead>\s*(?P<dash>-\s+)?)"
_NO_COLON = re.compile(rf"{_LEAD}(?P<key>[a-z]+)(?::(?=\S)|\s+)(?P<value>\S.*)")
_KEY = re.compile(rf"{_LEAD}(?P<key>[a-z]+)\s*:(?:\s|$)")
# A shorter word resembles too much.
_LONG = 5
_FIRST = ("question", "statement", "cloze")
# What a word processor or a missing space makes of the hyphen before an entry.
_DASH = re.compile(r"\s*(?P<dash>[-–—−•·*])(?P<space>\s*)(?P<key>[a-z]+)\s*:(?:\s|$)")


class Slip(NamedTuple):
    """A code, a place (from 1) and the words of its sentence."""

    code: str
    line: int
    column: int
    length: int
    values: dict[str, str]


def slip(lines: Sequence[str], numbers: Sequence[int]) -> Slip | None:
    """Return the first slip in the lines of these numbers (from 1), or None."""
    for number in numbers:
        if 0 < number <= len(lines):
            text = lines[number - 1].rstrip()
            found = dash(text, number) or colon(text, number) or _indent(lines, number)
            if found is not None:
                return found
    for number in numbers:
        if 0 < number <= len(lines) and (found := _misspelt(lines[number - 1].rstrip(), number)):
            return found
    return None


def dash(text: str, number: int) -> Slip | None:
    """Tell whether a line begins an entry with something that only looks like a hyphen and a space."""
    match = _DASH.match(text)
    if match is None or match["key"] not in _words() or (match["dash"] == "-" and match["space"]):
        return None
    return Slip("E027", number, match.start("dash") + 1, 1, {"key": match["key"], "dash": match["dash"]})


def colon(text: str, number: int) -> Slip | None:
    """Tell whether a line gives a key its value without a colon and a space between them."""
    match = _NO_COLON.fullmatch(text)
    return None if match is None or match["key"] not in _words() else _told(match, number, match["key"])


def _misspelt(text: str, number: int) -> Slip | None:
    """Tell whether a line begins with something like a key, and has no colon behind it."""
    match = _NO_COLON.fullmatch(text)
    word = resembling(match["key"], sorted(_words())) if match and len(match["key"]) >= _LONG else None
    return _told(match, number, word) if match and word else None


def _told(match: re.Match[str], number: int, word: str) -> Slip:
    key = match["key"]
    values = {"key": key, "word": word, "value": match["value"]}
    return Slip("E025", number, match.start("key") + 1, len(key), values)


def _indent(lines: Sequence[str], number: int) -> Slip | None:
    """Tell whether a key of a question, or a question, stands left or right of those above it."""
    here = _KEY.match(lines[number - 1])
    if here is None or here["key"] not in _words():
        return None
    above = next(
        (
            match
            for text in reversed(lines[: number - 1])
            if (match := _KEY.match(text)) and match["dash"] and match["key"] in _questions()
        ),
        None,
    )
    if above is None or not here["lead"]:
        return None
    if here["key"] in _FIRST and not here["dash"] and len(here["lead"]) == above.start("dash"):
        return Slip("E027", number, here.start("key") + 1, 1, {"key": here["key"], "dash": ""})
    of = "dash" if here["dash"] else "key"
    column, wanted = here.start(of) + 1, above.start(of) + 1
    if column == wanted:
        return None
    below = "the dash of the question before" if here["dash"] else f'"{above["key"]}"'
    return Slip("E026", number, column, len(here[of].rstrip()), {"column": str(wanted), "below": below})


@cache
def _questions() -> frozenset[str]:
    from quizapp.deck.kinds import KINDS  # noqa: PLC0415 - the tables import what reads YAML
    from quizapp.deck.layout import COMMON  # noqa: PLC0415 - as above

    return frozenset(part.name for part in (*COMMON, *(part for kind in KINDS for part in kind.fields)))


@cache
def _words() -> frozenset[str]:
    from quizapp.deck.layout import DECK_KEYS  # noqa: PLC0415 - as above

    return _questions() | {part.name for part in DECK_KEYS}
