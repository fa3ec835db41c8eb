"""Matching: each left side has a letter, each right side a number; `a2 b1` joins them."""

import re
from functools import partial

from quizapp.answer.layout import Layout
from quizapp.answer.response import Matched
from quizapp.deck.model import Matching
from quizapp.line.prompts.one_line import OneLine
from quizapp.line.prompts.reading import Unclear, indented, number, numbered

_PAIR = re.compile(r"([a-z]+)(?:[\s:=>-]*([0-9]+)|\s*-)", re.ASCII)
_BETWEEN = re.compile(r"[\s,;.]*")
_TODO = "Give a number for each letter, like a2 b1; a- leaves a letter out."


def start(body: Matching, _face: str, layout: Layout) -> OneLine:
    """Show the left sides with letters, then the right sides with numbers."""
    lefts = tuple(f"{_letters(place)}. {indented(left)}" for place, (left, _) in enumerate(body.pairs))
    rights = numbered([body.rights[place] for place in layout.options])
    shown = (*lefts, "go with", *rights, _TODO)
    labels = tuple(left for left, _ in body.pairs)
    return OneLine(shown, partial(_read, len(body.pairs), layout), labels)


def _read(count: int, layout: Layout, line: str) -> Matched:
    names = [_letters(place) for place in range(count)]
    joined = _joined(line.casefold(), names)
    missing = [name for name in names if name not in joined]
    if missing:
        raise Unclear(f"Missing: {', '.join(missing)}. {_TODO}")
    most = len(layout.options)
    numbers = [None if joined[name] == "-" else number(joined[name], most, _TODO) for name in names]
    return Matched(tuple(None if each is None else layout.options[each - 1] for each in numbers))


def _joined(line: str, names: list[str]) -> dict[str, str]:
    """Read `a2 b1`, or one number for each letter in turn (`2 1`)."""
    words = [word for word in re.split(r"[\s,;.]+", line) if word]
    if len(words) == len(names) and all(word == "-" or word.isdecimal() for word in words):
        return dict(zip(names, words, strict=True))
    joined: dict[str, str] = {}
    at = _end_of_gap(line, 0)
    while at < len(line):
        pair = _PAIR.match(line, at)
        if pair is None or pair[1] not in names:
            raise Unclear(f"'{line[at : at + 20].strip()}' can't be read. {_TODO}")
        if pair[1] in joined:
            raise Unclear(f"{pair[1]} is there twice. {_TODO}")
        joined[pair[1]] = pair[2] or "-"
        at = _end_of_gap(line, pair.end())
    return joined


def _end_of_gap(line: str, at: int) -> int:
    gap = _BETWEEN.match(line, at)
    return gap.end() if gap else at


def _letters(place: int) -> str:
    """Name a left side: a, b, … z, aa, ab and so on."""
    name = ""
    while place >= 0:
        place, letter = divmod(place, 26)
        name = chr(ord("a") + letter) + name
        place -= 1
    return name
