"""Section 3: what was kept, drawn with its interval beside what was aimed at."""

from collections.abc import Iterator

from quizapp.report.how import HOW
from quizapp.report.progress import Progress
from quizapp.report.retention import Kept, in_words
from quizapp.report.selection import MONTHS
from quizapp.report.tables import between, counted, percent
from quizapp.tui.progress.drawing import BLANK, fit, heading, lowest, prose, scale, share_marks
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

_NAME = 10
_SHARE = 6
_COUNTS = 18
_BETWEEN = 11
_FORETOLD = 10
_MOST = 41
_LEAST = 12
_WIDE = 66


def rows(view: View, width: int) -> list[Row]:
    """All reviews, young and mature ones, and month by month."""
    found: Progress = view.found
    kept = found.retention
    if not kept.both.kept.trials:
        said = "No card has come back after a day or more yet. What you keep shows when they do: look again"
        return [*prose(f"{said} in a few days.", width)]
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


def _cells(width: int) -> int:
    taken = _NAME + _SHARE + 2
    if width >= _WIDE:
        taken += _COUNTS + _BETWEEN
    cells = min(_MOST, width - taken)
    return cells - _FORETOLD if width >= _WIDE and cells - _FORETOLD >= _MOST // 2 else max(cells, _LEAST)


def _axis(width: int, first: float) -> Row:
    line = " " * (_NAME + _SHARE + 2) + scale(_cells(width), first)
    if width >= _WIDE:
        line = fit(line, _NAME + _SHARE + 2 + _cells(width) + 3)
        line = line + fit("kept of", _COUNTS - 3, right=True) + fit("interval", _BETWEEN, right=True)
        if _foretells(width):
            line += fit("foretold", _FORETOLD, right=True)
    return Row((Mark(line.rstrip(), "quiet"),))


def _foretells(width: int) -> bool:
    return width - (_NAME + _SHARE + 2 + _COUNTS + _BETWEEN + _cells(width)) >= _FORETOLD


def _line(name: str, one: Kept, width: int, first: float) -> Iterator[Row]:
    if not one.kept.trials:
        return
    lead = (
        Mark(fit(name, _NAME), "quiet"),
        Mark(fit(percent(one.kept.value), _SHARE, right=True) + "  ", "strong"),
    )
    bar = share_marks(one.kept, _cells(width), first, one.aimed)
    counts = f"{one.kept.right:,} of {one.kept.trials:,}"
    if width >= _WIDE:
        said = fit(counts, _COUNTS, right=True)
        said += fit(between(one.kept), _BETWEEN, right=True)
        said += fit(percent(one.foretold), _FORETOLD, right=True) if _foretells(width) else ""
        yield Row((*lead, *bar, Mark(said)))
        return
    yield Row((*lead, *bar))
    yield Row((Mark(" " * (_NAME + _SHARE + 2)), Mark(f"{counts}, {between(one.kept)}", "quiet")))
