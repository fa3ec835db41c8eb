"""The gaps of a cloze: `[[#label wording|other::hint]]`, with a backslash for a character as it is."""

from typing import NamedTuple

from quizapp.deck.names import is_id, normalise, slug
from quizapp.deck.model import Gap


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


_GAP_OPENS, _GAP_CLOSES = "[[", "]]"


def parse(text: str) -> tuple[tuple[str | Gap, ...], list[GapProblem]]:
    """Return the pieces of a cloze and what is wrong with it; the pieces are whole if nothing is."""
    pieces: list[str | Gap] = []
    opens: list[_Open] = []
    problems: list[GapProblem] = []
    plain: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            plain.append(text[at + 1])
            at += 2
        elif text.startswith(_GAP_OPENS, at):
            gap, at = _gap(text, at, problems)
            if gap is not None:
                if plain:
                    pieces.append("".join(plain))
                    plain = []
                opens.append(gap)
                pieces.append(_built(gap))
        else:
            plain.append(text[at])
            at += 1
    if plain:
        pieces.append("".join(plain))
    problems += _clashes(opens, pieces)
    if not opens and not problems:
        problems.append(GapProblem("E130", 0, len(text), {}))
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
        if number == 0 and text[at] == "#":
            label, _, value = value[1:].partition(" ")
            if not is_id(label):
                problems.append(GapProblem("E134", at, 1 + len(label), {"label": label}))
        if not value.strip():
            problems.append(GapProblem("E132", at, 1, {"what": "wording"}))
        wordings.append((value.strip(), at))
    if len(problems) > before:
        return None, end
    return _Open(start, end, label, wordings, hint), end


def _parts(
    text: str, start: int, problems: list[GapProblem]
) -> tuple[list[tuple[str, str, int]] | None, int]:
    """Split a gap at `|` and `::`: for each part the sign before it, its text and its place."""
    parts: list[tuple[str, str, int]] = []
    sign, begin, letters = "", start + 2, list[str]()
    at, before = start + 2, len(problems)
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            letters.append(text[at + 1])
            at += 2
            continue
        if text.startswith(_GAP_OPENS, at):
            # The gap before was never closed, or a gap stands in a gap; read on from the inner one.
            problems.append(GapProblem("E135", at, 2, {}))
            return None, _behind(text, at)
        closes = text.startswith(_GAP_CLOSES, at)
        found = "::" if text.startswith("::", at) else "|" if text[at] == "|" else ""
        if not closes and not found:
            letters.append(text[at])
            at += 1
            continue
        parts.append((sign, "".join(letters), begin))
        if closes:
            return (parts if len(problems) == before else None), at + 2
        if sign == "::":
            problems.append(GapProblem("E133", at, len(found), {"sign": found}))
        sign, letters = found, []
        at += len(found)
        begin = at
    problems.append(GapProblem("E131", start, 2, {}))
    return None, len(text)


def _behind(text: str, at: int) -> int:
    """Return the place behind the last `]]` that closes what is open at `at`, as far as can be told."""
    close = text.find(_GAP_CLOSES, at)
    if close < 0:
        return len(text)
    after = close + 2
    rest = text.find(_GAP_CLOSES, after)
    following = text.find(_GAP_OPENS, after)
    return rest + 2 if 0 <= rest and (following < 0 or rest < following) else after


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
        if first.label != found.label or (found.label is None and not alike):
            words = {"face": gap.face, "wording": gap.wording, "first": first.wordings[0][0]}
            problems.append(GapProblem("E136", found.offset, found.end - found.offset, words))
    return problems
