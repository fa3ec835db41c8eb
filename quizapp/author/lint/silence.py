"""Comments that silence a rule for one question: `# quizapp: ignore O5 because …`."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from quizapp.author.lint.placing import Place
from quizapp.deck.problems import short

_COMMENT = re.compile(r"(?P<before>^|^.*\s)(?P<comment>#\s*quizapp:\s*(?P<rest>.*?))\s*$", re.IGNORECASE)
_IGNORE = re.compile(
    r"ignore\s+(?P<codes>[A-Za-z]\d+(?:(?:\s*,\s*|\s+and\s+|\s+)[A-Za-z]\d+)*)(?:\s*[,:;–—-]?\s*because\b\s*(?P<reason>.*))?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]\d+")


@dataclass(slots=True)
class Silence:
    """One comment. place: the number of the question it belongs to, None for the deck as a whole.

    reason: as written; empty if the comment is of no use, and `wrong` says why. used: the codes of
    findings it silenced.
    """

    line: int
    column: int
    length: int
    codes: tuple[str, ...]
    reason: str
    wrong: str = ""
    place: int | None = None
    used: set[str] = field(default_factory=set)


def silences(lines: Sequence[str], places: Sequence[Place], first: int) -> list[Silence]:
    """Find the comments of a file. A comment belongs to the question it stands in or right above.

    places: of the questions, in order. first: the line of the key `questions`; comments before it hold
    for the deck. A comment that belongs to a question with an error is left out.
    """
    starts = [place.line for place in places]
    found = []
    for number, text in enumerate(lines, 1):
        match = _COMMENT.match(text) if "quizapp" in text else None
        if match is None:
            continue
        silence = _read(match, number)
        if number < first:
            found.append(silence)
            continue
        silence.place = _owner(number, match, lines, places, starts)
        if silence.place is not None:
            found.append(silence)
    return found


def _read(match: re.Match[str], number: int) -> Silence:
    said = _IGNORE.match(match["rest"])
    codes = tuple(code.upper() for code in _CODE.findall(said["codes"])) if said else ()
    reason = (said["reason"] or "").strip() if said else ""
    wrong = (
        "" if reason else "it names no reason" if codes else f"“{short(match['rest'], 40)}” is not understood"
    )
    return Silence(number, match.start("comment") + 1, len(match["comment"]), codes, reason, wrong)


def _owner(
    number: int, match: re.Match[str], lines: Sequence[str], places: Sequence[Place], starts: Sequence[int]
) -> int | None:
    after = bisect_left(starts, number + 1)
    if after:
        place = places[after - 1]
        inside = match.start("comment") > place.indent and _only_comments(lines, place.last, number)
        if number <= place.last or inside:
            return after - 1
    if after < len(places) and _only_comments(lines, number, places[after].line):
        return after
    return None


def _only_comments(lines: Sequence[str], above: int, below: int) -> bool:
    """Tell whether nothing but comments and blank lines (and a bare dash) stands between two lines."""
    return all(
        not bare or bare == "-" or bare.startswith("#")
        for bare in (lines[number - 1].strip() for number in range(above + 1, below))
    )


def troubles(
    found: Sequence[Silence], known: Collection[str], skipped: Collection[str]
) -> Iterator[tuple[str, Silence, dict[str, str]]]:
    """What is wrong with the comments themselves: code, comment and values.

    skipped: codes of rules that weren't asked, and so had nothing to say.
    """
    for silence in found:
        if silence.wrong:
            yield "Q1", silence, {"what": silence.wrong}
            continue
        for code in silence.codes:
            if code not in known:
                yield "Q2", silence, {"rule": code}
            elif code not in silence.used and code not in skipped:
                yield "Q3", silence, {"rule": code}
