"""Section 2: the calendar as a map of days, and its months in numbers."""

from collections.abc import Iterator, Sequence

from quizapp.memory.days import date_of
from quizapp.report.calendar import Calendar
from quizapp.report.how import HOW
from quizapp.report.progress import Progress
from quizapp.report.selection import MONTHS
from quizapp.report.tables import calendar_table
from quizapp.report.text import SHADES
from quizapp.tui.progress.drawing import BLANK, fit, heading, prose
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

_HERE = "◆"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NAME = 4
_MOST_WEEKS = 53
_DOUBLE = 2
_NARROW = 56

Week = Sequence[int | None]


def rows(view: View, width: int) -> list[Row]:
    """As many weeks as fit side by side, the newest first; then the months."""
    found: Progress = view.found
    if found.empty:
        return [
            *prose(f"Nothing was answered in {found.period.name}.", width, "strong"),
            *prose("Days with answers get their place on a map here.", width),
        ]
    calendar = found.calendar
    weeks = calendar.weeks()
    room = width - _NAME
    wide = _DOUBLE if room >= min(len(weeks), _MOST_WEEKS) * _DOUBLE else 1
    most = min(_MOST_WEEKS, room // wide)
    made: list[Row] = []
    # The newest weeks first, so that a screen too narrow for all of them begins with today.
    for end in range(len(weeks), 0, -most):
        made += _block(calendar, weeks[max(0, end - most) : end], wide)
        made += [BLANK] if end - most > 0 else []
    return [*made, *_legend(calendar, width), *_months(found, width)]


def glance(found: Progress, width: int) -> list[Row]:
    """The newest weeks alone, without places to stop at."""
    weeks = found.calendar.weeks()
    wide = _DOUBLE if width - _NAME >= min(len(weeks), _MOST_WEEKS) * _DOUBLE else 1
    drawn = _block(found.calendar, weeks[-min(_MOST_WEEKS, (width - _NAME) // wide) :], wide)
    still = (Row(tuple(mark._replace(stop="", here="") for mark in row.marks)) for row in drawn)
    return [*still, *_legend(found.calendar, width)]


def order(view: View) -> list[str]:
    """All days, one after the other."""
    found: Progress = view.found
    return (
        [str(day) for day in range(found.calendar.first, found.calendar.last + 1)] if not found.empty else []
    )


def at(view: View) -> str:
    """The cursor begins at today."""
    found: Progress = view.found
    return str(min(found.day, found.calendar.last))


def said(view: View, stop: str) -> list[str]:
    """The day at the cursor in words."""
    found: Progress = view.found
    return [found.calendar.at(int(stop)).words] if stop else []


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["calendar"]


def _block(calendar: Calendar, weeks: Sequence[Week], wide: int) -> Iterator[Row]:
    yield Row((Mark(" " * _NAME), Mark(_names(weeks, wide), "quiet")))
    for weekday, name in enumerate(_WEEKDAYS):
        cells = [_cell(calendar, week[weekday], wide) for week in weeks]
        yield Row((Mark(f"{name:<{_NAME}}", "quiet"), *(each for cell in cells for each in cell)))


def _cell(calendar: Calendar, day: int | None, wide: int) -> tuple[Mark, ...]:
    if day is None:
        return (Mark(" " * wide),)
    level = calendar.level(day)
    tone, sign = "accent" if level else "quiet", SHADES[level]
    first = Mark(sign, tone, stop=str(day), here=_HERE)
    return (first, Mark(sign if level else " ", tone)) if wide == _DOUBLE else (first,)


def _names(weeks: Sequence[Week], wide: int) -> str:
    """The names of months above the weeks in which they begin, where there is room."""
    line = [" "] * (len(weeks) * wide + 6)
    free = 0
    for place, week in enumerate(weeks):
        first = next((day for day in week if day is not None and date_of(day).day == 1), None)
        if first is not None and place * wide >= free:
            month = date_of(first).month
            name = MONTHS[month - 1][:3] + (
                f" {date_of(first).year}" if month == 1 and wide == _DOUBLE else ""
            )
            line[place * wide : place * wide + len(name)] = name
            free = place * wide + len(name) + 1
    return "".join(line).rstrip()


def _legend(calendar: Calendar, width: int) -> Iterator[Row]:
    edges, signs = calendar.edges, SHADES
    marks = [Mark(" " * _NAME), Mark(signs[0], "quiet"), Mark(" none", "quiet")]
    for level in range(1, len(signs)):
        if level < len(edges) and edges[level] == edges[level - 1]:
            continue
        marks += [Mark(f"  {signs[level]}", "accent"), Mark(f" {edges[level - 1]:,}+", "quiet")]
    yield Row((*marks, Mark(" answers" if width >= _NARROW else "", "quiet")))


def _months(found: Progress, width: int) -> Iterator[Row]:
    table = calendar_table(found)
    columns = (10, 6, 9, 8, 13) if width >= _NARROW else (9, 5, 8, 7)
    head = ("", "days", "answers", "right", "time") if width >= _NARROW else ("", "days", "answers", "right")
    yield from heading(table.title)
    yield _months_row(head, columns, "quiet")
    for row in reversed(table.rows):
        month, _, year = row[0].partition(" ")
        yield _months_row((f"{month[:3]} {year}", *row[1:]), columns, "text")


def _months_row(cells: Sequence[str], columns: Sequence[int], tone: str) -> Row:
    drawn = (
        fit(cell, column, right=number > 0)
        for number, (cell, column) in enumerate(zip(cells, columns, strict=False))
    )
    return Row((Mark("".join(drawn), tone),))
