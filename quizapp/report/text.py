"""Tables as text: drawn with characters for eighty columns, or in words alone for a screen reader."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from quizapp.memory.days import date_of
from quizapp.report.calendar import Calendar
from quizapp.report.how import HOW
from quizapp.report.selection import MONTHS
from quizapp.report.tables import Table

WIDTH = 80
SHADES = "·░▒▓█"
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_BAR = 24
_LEAST_BAR = 6
_WEEKS = 53
_SHAPE = 4
_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def drawn(tables: Iterable[Table], width: int = WIDTH) -> Iterator[str]:
    """The lines of tables, with bars, parted by empty lines."""
    for number, table in enumerate(tables):
        if number:
            yield ""
        title = wrap(table.title, width)
        yield from title
        yield "─" * max(map(len, title), default=0)
        for sentence in table.sentences:
            yield from wrapped(sentence, width)
        yield from table.strip
        yield from _grid(table, width)
        yield from wrap(table.how, width, initial_indent="  ", subsequent_indent="  ")


def spoken(tables: Iterable[Table]) -> Iterator[str]:
    """The same in sentences: no columns and no art; each row says what its numbers are."""
    for number, table in enumerate(tables):
        if number:
            yield ""
        yield f"{table.title}."
        yield from (sentence for sentence in table.sentences if sentence.strip())
        for row in table.rows:
            named = zip(table.head, row, strict=True)
            cells = [f"{name} {cell}" if name else cell for name, cell in named if cell]
            yield f"{', '.join(cells)}."
        if table.how:
            yield f"How it is computed: {table.how}"


def heat_map(found: Calendar, width: int = WIDTH) -> list[str]:
    """A year of study days, a column a week, at most as many weeks as fit; the newest on the right.

    In the first weeks, when there is no shape to see yet, the days in words.
    """
    weeks = found.weeks()[-min(_WEEKS, width - 4) :]
    if len(weeks) < _SHAPE:
        return [found.days[day].words for day in sorted(found.days)]
    lines = [_months(weeks).rstrip()]
    for weekday, name in enumerate(_NAMES):
        cells = (week[weekday] for week in weeks)
        marks = "".join(" " if day is None else SHADES[found.level(day)] for day in cells)
        lines.append(f"{name:3} {marks}".rstrip())
    return [*lines, *wrap(_legend(found), width, initial_indent="    ", subsequent_indent="    ")]


def bar(share: float, width: int) -> str:
    """A bar of a length from 0 to 1, exact to an eighth of a character; nothing but 0 is empty."""
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else ""))[:width]


def wrapped(text: str, width: int) -> list[str]:
    """A sentence in lines; where it is indented, its further lines are, a little more."""
    own = text[: len(text) - len(text.lstrip())]
    return wrap(text.strip(), width, initial_indent=own, subsequent_indent=own and f"{own}  ") or [""]


def _grid(table: Table, width: int) -> Iterator[str]:
    if not table.rows:
        return
    rows: Sequence[Sequence[str]] = [table.head, *table.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    taken = sum(widths) + 2 * len(widths)
    room = min(_BAR, width - taken)
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(own) if at in table.right else cell.ljust(own)
            for at, (cell, own) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells)
        if table.bars and number and room >= _LEAST_BAR:
            line += f"  {bar(table.bars[number - 1], room)}"
        line = line.rstrip()
        if len(line) <= width:
            yield line
        else:
            yield from wrap(line, width, subsequent_indent=" " * (sum(widths[:-1]) + 2 * (len(widths) - 1)))


def _months(weeks: Sequence[Sequence[int | None]]) -> str:
    """The names of months above the weeks in which they begin, where there is room."""
    line = [" "] * (len(weeks) + 6)
    free = 0
    for place, week in enumerate(weeks):
        first = next((day for day in week if day is not None and date_of(day).day == 1), None)
        if first is not None and place >= free:
            line[place : place + 3] = MONTHS[date_of(first).month - 1][:3]
            free = place + 4
    return "    " + "".join(line)


def _legend(found: Calendar) -> str:
    parts = [f"{SHADES[0]} none"]
    edges = found.edges
    for level in range(1, len(SHADES)):
        if level < len(edges) and edges[level] == edges[level - 1]:
            continue
        parts.append(f"{SHADES[level]} from {edges[level - 1]:,}")
    return f"{', '.join(parts)} answers. {HOW['calendar']}"
