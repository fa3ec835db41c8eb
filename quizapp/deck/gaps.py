"""The gaps of a cloze: `[[#label wording|other::hint]]`, with a backslash for a character as it is."""

import re
from typing import NamedTuple

from quizapp.deck.model import Gap
from quizapp.deck.names import is_id, normalise, slug

# How Anki begins a gap.
ANKI = re.compile(r"\{\{c\d+::")


class GapProblem(NamedTuple):
    """What is wrong in a cloze and where: `offset` and `length` in characters of its text."""

    code: str
    offset: int
    length: int
    words: dict[str, str]


class _Open(NamedTuple):
    """A gap as found: where it starts, the text and place of its label, wordings and hint."""

    offset: int
    end: int
    label: str | None
    wordings: list[tuple[str, int]]
    hint: str | None


_OPENS, _CLOSES = "[[", "]]"
_SIGN = re.compile(r"\\(?P<as_is>.)|\[\[|\]\]|::|\|", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def parse(text: str) -> tuple[tuple[str | Gap, ...], list[GapProblem]]:
    """Return the pieces of a cloze and what is wrong with it; the pieces are whole if nothing is."""
    pieces: list[str | Gap] = []
    opens: list[_Open] = []
    problems: list[GapProblem] = []
    behind = at = 0
    while sign := _SIGN.search(text, at):
        at = sign.end()
        if sign.group() != _OPENS:
            continue
        if sign.start() > behind:
            pieces.append(_ESCAPE.sub(r"\1", text[behind : sign.start()]))
        gap, at = _gap(text, sign.start(), problems)
        behind = at
        if gap is not None:
            opens.append(gap)
            pieces.append(_built(gap))
    if behind < len(text):
        pieces.append(_ESCAPE.sub(r"\1", text[behind:]))
    problems += _clashes(opens, pieces)
    if not opens and not problems:
        anki = ANKI.search(text)
        if anki is None:
            problems.append(GapProblem("E130", 0, len(text), {}))
        else:
            problems.append(GapProblem("E018", anki.start(), len(anki.group()), {"then": ""}))
    return tuple(pieces), problems


def _gap(text: str, start: int, problems: list[GapProblem]) -> tuple[_Open | None, int]:
    """Read one gap from its `[[` on; return it (None if it is broken) and the place behind it."""
    parts, end = _parts(text, start, problems)
    if parts is None:
        return None, end
    before = len(problems)
    label, wordings, hint = None, [], None
    for number, (sign, value, at) in enumerate(parts):
        if sign == "::":
            hint = value.strip()
            if not hint:
                problems.append(GapProblem("E132", at, 1, {"what": "hint"}))
            continue
        wording = value
        if number == 0 and text[at] == "#":
            label, _, wording = value[1:].partition(" ")
            if not is_id(label):
                problems.append(GapProblem("E134", at, 1 + len(label), {"label": label}))
        if not wording.strip():
            problems.append(GapProblem("E132", at, 1, {"what": "wording"}))
        wordings.append((wording.strip(), at))
    if len(problems) > before:
        return None, end
    return _Open(start, end, label, wordings, hint), end


def _parts(
    text: str, start: int, problems: list[GapProblem]
) -> tuple[list[tuple[str, str, int]] | None, int]:
    """Split a gap at `|` and `::`: for each part the sign before it, its text and its place."""
    parts: list[tuple[str, str, int]] = []
    last, begin = "", start + 2
    at, before = start + 2, len(problems)
    while sign := _SIGN.search(text, at):
        at, found = sign.end(), sign.group()
        if sign["as_is"] is not None:
            continue
        if found == _OPENS:
            # The gap before was never closed, or a gap stands in a gap; both end here.
            problems.append(GapProblem("E135", sign.start(), 2, {}))
            return None, _behind(text, sign.start())
        parts.append((last, _ESCAPE.sub(r"\1", text[begin : sign.start()]), begin))
        if found == _CLOSES:
            return (parts if len(problems) == before else None), at
        if last == "::":
            problems.append(GapProblem("E133", sign.start(), len(found), {"sign": found}))
        last, begin = found, at
    problems.append(GapProblem("E131", start, 2, {}))
    return None, len(text)


def _behind(text: str, at: int) -> int:
    """Return the place behind the last `]]` that closes what is open at `at`, as far as can be told."""
    close = text.find(_CLOSES, at)
    if close < 0:
        return len(text)
    after = close + 2
    rest = text.find(_CLOSES, after)
    following = text.find(_OPENS, after)
    return rest + 2 if rest >= 0 and (following < 0 or rest < following) else after


def _built(gap: _Open) -> Gap:
    wordings = [wording for wording, _ in gap.wordings]
    face = gap.label if gap.label is not None else slug(wordings[0])
    return Gap(face, wordings[0], tuple(dict.fromkeys(wordings[1:])), gap.hint)


def _clashes(opens: list[_Open], pieces: list[str | Gap]) -> list[GapProblem]:
    """Find gaps that would be hidden together though nobody said so: their wordings make one name."""
    named: dict[str, _Open] = {}
    problems = []
    built = [piece for piece in pieces if isinstance(piece, Gap)]
    for found, gap in zip(opens, built, strict=True):
        first = named.setdefault(gap.face, found)
        alike = normalise(first.wordings[0][0]) == normalise(gap.wording)
        if found.label != first.label or (found.label is None and not alike):
            words = {"face": gap.face, "wording": gap.wording, "first": first.wordings[0][0]}
            problems.append(GapProblem("E136", found.offset, found.end - found.offset, words))
    return problems
