"""Section 3: what was kept, drawn with its interval beside what was aimed at."""

from collections.abc import Iterator

from quizapp.report.how import HOW
from quizapp.report.progress import Progress
from quizapp.report.retention import Kept, in_words
from quizapp.report.selection import MONTHS
from quizapp.report.tables import between, percent
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, fit, heading, lowest, prose, scale, share_marks
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

_NAME = 10
_SHARE = 6
_COUNTS = 18
_BETWEEN = 11
_FORETOLD = 10
_GAP = 2
_MOST = 41
_LEAST = 12
_WIDE = 66


def rows(view: View, width: int) -> list[Row]:
    """All reviews, young and mature ones, and month by month."""
    found: Progress = view.found
    kept = found.retention
    if not kept.both.kept.trials:
        return [
            *prose("No card has come back after a day or more yet.", width, "strong"),
            *prose("When they do, it shows how much you keep: look again in a few days.", width),
        ]
    months = [(f"{MONTHS[month - 1][:3]} {year}", both) for (year, month), _, _, both in kept.months]
    ages = [("all", kept.both), ("young", kept.young), ("mature", kept.mature)]
    every = [*ages, *months]
    first = lowest([share for _, one in every for share in (one.kept.low, one.aimed)])
    made = [
        *prose(
            f"{percent(kept.both.kept.value)} of {counted(kept.both.kept.trials, 'review')} kept,"
            f" {percent(kept.both.aimed)} aimed at.",
            width,
            "strong",
        ),
        *prose(in_words(kept.both), width),
        BLANK,
        _axis(width, first),
    ]
    for name, one in ages:
        made += _line(name, one, width, first)
    made += [*prose("● kept   ├─┤ 95 % interval   ┊ aimed at   ◉ both", width, "quiet")]
    made += [*heading("Month by month"), _axis(width, first)]
    for name, one in reversed(months):
        made += _line(name, one, width, first)
    return made


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["retention"]


def _columns(width: int) -> tuple[int, int]:
    """Cells of the name and of the share."""
    return (_NAME, _SHARE) if width >= _WIDE else (_NAME - 1, _SHARE - 1)


def _cells(width: int) -> int:
    """Cells of the range."""
    taken = sum(_columns(width)) + _GAP
    if width < _WIDE:
        return max(width - taken - _GAP, _LEAST)
    cells = width - taken - _COUNTS - _BETWEEN
    return min(_MOST, cells - _FORETOLD if cells - _FORETOLD >= _MOST // 2 else cells)


def _foretells(width: int) -> bool:
    return width - sum(_columns(width)) - _GAP - _COUNTS - _BETWEEN - _cells(width) >= _FORETOLD


def _axis(width: int, first: float) -> Row:
    lead, cells = sum(_columns(width)) + _GAP, _cells(width)
    line = fit(" " * lead + scale(cells, first), lead + cells + 2)
    if width >= _WIDE:
        line += fit("kept of", _COUNTS - 2, right=True) + fit("interval", _BETWEEN, right=True)
        line += fit("foretold", _FORETOLD, right=True) if _foretells(width) else ""
    return Row((Mark(line.rstrip(), "quiet"),))


def _line(name: str, one: Kept, width: int, first: float) -> Iterator[Row]:
    if not one.kept.trials:
        return
    named, shared = _columns(width)
    share = fit(percent(one.kept.value), shared, right=True) + " " * _GAP
    marks = (Mark(fit(name, named), "quiet"), Mark(share, "strong"))
    bar = share_marks(one.kept, _cells(width), first, one.aimed)
    counts = f"{one.kept.right:,} of {one.kept.trials:,}"
    if width < _WIDE:
        yield Row((*marks, *bar))
        yield Row((Mark(" " * named), Mark(f"{counts}, {between(one.kept)}", "quiet")))
        return
    said = fit(counts, _COUNTS, right=True) + fit(between(one.kept), _BETWEEN, right=True)
    said += fit(percent(one.foretold), _FORETOLD, right=True) if _foretells(width) else ""
    yield Row((*marks, *bar, Mark(said)))
