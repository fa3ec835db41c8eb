"""Pieces that prompts share: numbered options, and reading numbers and texts."""

import re
from collections.abc import Sequence

from quizapp.answer.response import DontKnow, Response, Typed


class Unclear(Exception):  # noqa: N818 - an answer that can't be read, not an error
    """A line that can't be read as a response; its text says what would be."""


def numbered(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts with their numbers from 1; further lines of a text are set in."""
    return tuple(f"{place}. {indented(text)}" for place, text in enumerate(texts, 1))


def indented(text: str) -> str:
    """Set in every line but the first, so that only numbered lines start at the margin."""
    return text.rstrip("\n").replace("\n", "\n   ")


def numbers(line: str, most: int, todo: str) -> list[int]:
    """Read numbers from 1 to `most`, in any usual writing (`1 3`, `1,3`, `2. 1.`), none of them twice.

    Raises Unclear, ending in `todo`.
    """
    words = [word for word in re.split(r"[\s,;.>→]+", line) if word]
    # Digits run together can only mean several numbers while each number is one digit.
    if len(words) == 1 and 1 < len(words[0]) <= most < 10:
        words = list(words[0])
    found = [number(word, most, todo) for word in words]
    for each in found:
        if found.count(each) > 1:
            raise Unclear(f"{each} is there twice. {todo}")
    return found


def number(word: str, most: int, todo: str) -> int:
    """Read one number from 1 to `most`. Raises Unclear, ending in `todo`."""
    if not (word.isascii() and word.isdecimal() and len(word) < 10):
        raise Unclear(f"'{word}' is not a number. {todo}")
    found = int(word)
    if not 1 <= found <= most:
        raise Unclear(f"There is no {found}. {todo}")
    return found


def typed(texts: Sequence[str]) -> Response:
    """Return what was typed; nothing at all means that the learner doesn't know."""
    return Typed(tuple(texts)) if any(text.strip() for text in texts) else DontKnow()
