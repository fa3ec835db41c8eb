"""Where a word that was typed differs from the word that was wanted."""

from difflib import SequenceMatcher

from rich.cells import cell_len

Spans = tuple[tuple[int, int], ...]
_LONGEST = 200
_LIKENESS = 0.6


def differing(given: str, wanted: str) -> tuple[Spans, Spans]:
    """Return the places in `given` and in `wanted` that the other one doesn't have.

    Case doesn't count. Two texts with little in common, or of more than 200 characters, have none: marks
    all over say nothing.
    """
    if max(len(given), len(wanted)) > _LONGEST:
        return (), ()
    match = SequenceMatcher(None, _signs(given), _signs(wanted), autojunk=False)
    if match.ratio() < _LIKENESS:
        return (), ()
    changes = [change for change in match.get_opcodes() if change[0] != "equal"]
    ours = tuple(_whole(given, start, end) for _, start, end, _, _ in changes if end > start)
    theirs = tuple(_whole(wanted, start, end) for *_, start, end in changes if end > start)
    return ours, theirs


def _signs(text: str) -> list[str]:
    return [sign.casefold() for sign in text]


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the letter along that an accent of no width stands on: alone it would not be seen."""
    while start > 0 and cell_len(text[start]) == 0:
        start -= 1
    return start, end
