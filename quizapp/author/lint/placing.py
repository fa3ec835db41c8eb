"""Where in the file a finding stands: below which key, under which words."""

import re
from collections.abc import Sequence

from quizapp.deck.model import Question

_INDENT = re.compile(r"[ \t]*")
_DASHES = re.compile(r"\s*(?:-\s+)*")


class Place:
    """The lines of one question: line and column of its first key, and the last line that has content."""

    def __init__(self, question: Question, lines: Sequence[str]) -> None:
        self.line = question.line
        self.column = question.column
        self.indent = _dash(question, lines)
        self.last = self.line
        for number in range(self.line + 1, len(lines) + 1):
            text = lines[number - 1]
            bare = text.strip()
            if not bare or bare.startswith("#"):
                continue
            if len(text) - len(text.lstrip()) <= self.indent:
                break
            self.last = number


def _dash(question: Question, lines: Sequence[str]) -> int:
    """How far the question's dash is indented; that of its first key if there is none."""
    for number in (question.line, question.line - 1):
        if 0 < number <= len(lines):
            before = (
                lines[number - 1][: question.column - 1] if number == question.line else lines[number - 1]
            )
            if before.lstrip().startswith("-"):
                return len(before) - len(before.lstrip())
    return max(0, question.column - 2)


def locate(place: Place, lines: Sequence[str], key: str, text: str) -> tuple[int, int, int]:
    """Return line, column (from 1) and length of `text` below `key`, or of what comes nearest to it."""
    start = _key(place, lines, key)
    if start is None:
        return place.line, place.column, 1
    if text:
        for part in _parts(text):
            for number in range(start[0], place.last + 1):
                at = lines[number - 1].find(part, start[1] - 1 + len(key) if number == start[0] else 0)
                if at >= 0:
                    return number, at + 1, len(part)
    return (*start, len(key))


def _parts(text: str) -> list[str]:
    """A text and ever shorter beginnings of it: long texts are folded over several lines."""
    said = text.split()
    return [text, *(" ".join(said[:count]) for count in (8, 4, 2, 1) if count < len(said))]


def _key(place: Place, lines: Sequence[str], key: str) -> tuple[int, int] | None:
    if not key:
        return None
    pattern = re.compile(rf"(?:^|[\s{{,])(['\"]?{re.escape(key)}['\"]?)\s*:(?=\s|$)")
    for number in range(place.line, min(place.last, len(lines)) + 1):
        if found := pattern.search(lines[number - 1]):
            return number, found.start(1) + 1
    return None
