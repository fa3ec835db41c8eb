"""Card text laid out: prose, lists and code, each line as it fits a width.

What teachers write in a deck is plain text with a few marks. Marks that are certain are shown as
what they mean; whatever isn't certain is shown as it was typed. Nothing here is ever Textual's markup.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.style import Style

from quizapp.tui.inline import Role, Run, runs
from quizapp.tui.texts import clean

Looks = Mapping[Role, Style]
NO_LOOKS: Looks = {}
_EDGE = "│ "
"""Stands before code where no ground shows that it is code."""
GOES_ON = "↪ "
"""Stands before what didn't fit on a line of code."""
_NARROWEST = 8
_FENCE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})[^`]*$")
_ITEM = re.compile(r"(?P<indent> {0,8})(?P<mark>[-*•]|\d{1,3}[.)]) +(?P<text>\S.*)$")
_CODE_INDENT = " " * 4


class Line(NamedTuple):
    """A line as it was written. lead: stands before it, and what goes on below hangs behind it."""

    runs: tuple[Run, ...]
    lead: str = ""
    code: bool = False


@lru_cache(maxsize=256)
def lines_of(text: str) -> tuple[Line, ...]:
    """Cut card text into lines of prose, items of lists, and code."""
    return tuple(_lines(clean(text).split("\n")))


def _lines(rows: Sequence[str]) -> Iterator[Line]:
    fence, lead = "", ""
    for at, row in enumerate(rows):
        if fence:
            if row.strip().startswith(fence) and not row.strip().strip(fence[0]):
                fence = ""
            else:
                yield Line((Run(row, frozenset({Role.CODE})),), code=True)
            continue
        if (mark := _FENCE.match(row)) and _closes(mark["sign"], rows[at + 1 :]):
            fence, lead = mark["sign"], ""
            continue
        if item := _ITEM.match(row):
            sign = "•" if item["mark"] in "-*•" else item["mark"]
            lead = f"{item['indent']}{sign} "
            yield Line(runs(item["text"]), lead)
            continue
        indent = len(row) - len(row.lstrip(" "))
        if not row.strip():
            yield Line(())
        elif lead and indent >= 2:
            yield Line(runs(row.strip()), " " * cell_len(lead))
        elif row.startswith(_CODE_INDENT):
            yield Line((Run(row[4:], frozenset({Role.CODE})),), code=True)
        else:
            lead = ""
            yield Line(runs(row.lstrip(" ")), " " * indent)


def _closes(sign: str, rows: Sequence[str]) -> bool:
    """Tell whether a fence is closed; one that isn't is no fence."""
    return any(row.strip().startswith(sign) and not row.strip().strip(sign[0]) for row in rows)


def lay_out(text: str, width: int, looks: Looks = NO_LOOKS, base: Style | str = "") -> list[Content]:
    """Return card text as lines of at most `width` cells (not less than 8).

    base: how all of it looks; looks: what comes on top for code, strong and emphasised text.
    """
    room = max(width, _NARROWEST)
    found: list[Content] = []
    block: list[Content] = []
    for line in lines_of(text):
        if line.code:
            block += _code(line, room, looks, base)
            continue
        found += _even(block, room, looks)
        block = []
        found += _prose(line, room, looks, base)
    return [*found, *_even(block, room, looks)]


def marks_code(looks: Looks) -> bool:
    """Tell whether signs must say what is code, since the terminal's own colours give it no ground."""
    look = looks.get(Role.CODE)
    return look is not None and (look.background is None or look.background.ansi is not None)


def _prose(line: Line, width: int, looks: Looks, base: Style | str) -> Iterator[Content]:
    lead = line.lead if cell_len(line.lead) <= width - _NARROWEST else ""
    wrapped = styled(line.runs, looks, base).wrap(max(width - cell_len(lead), _NARROWEST)) or [Content("")]
    for at, part in enumerate(wrapped):
        hanging = lead if at == 0 else " " * cell_len(lead)
        yield Content.assemble((hanging, base), part) if lead else part


def _code(line: Line, width: int, looks: Looks, base: Style | str) -> Iterator[Content]:
    """Break code where the line ends, wherever that is: its spaces are part of it."""
    text = "".join(run.text for run in line.runs)
    look = looks.get(Role.CODE, "")
    before, after = (_EDGE, "") if marks_code(looks) else (" ", " ")
    room = width - 2
    first = chop_cells(text, room)[:1] if cell_len(text) > room else [text]
    yield Content.assemble((f"{before}{''.join(first)}{after}", base)).stylize(look)
    rest = text[len("".join(first)) :]
    for part in chop_cells(rest, room - cell_len(GOES_ON)) if rest else ():
        yield Content.assemble((f"{before}{GOES_ON}{part}{after}", base)).stylize(look)


def _even(block: Sequence[Content], width: int, looks: Looks) -> Iterator[Content]:
    """Make the lines of a block of code equally long, so that its ground is a rectangle."""
    longest = min(width, max((line.cell_length for line in block), default=0))
    for line in block:
        yield line.pad_right(longest - line.cell_length).stylize(looks.get(Role.CODE, ""))


def styled(parts: Sequence[Run], looks: Looks = NO_LOOKS, base: Style | str = "") -> Content:
    """Return runs as content."""
    found = Content("")
    ticks = "`" if marks_code(looks) else ""
    for run in parts:
        text = f"{ticks}{run.text}{ticks}" if Role.CODE in run.roles else run.text
        piece = Content.styled(text, base) if base else Content(text)
        for role in Role:
            if role in run.roles and role in looks:
                piece = piece.stylize(looks[role])
        found += piece
    return found


def inline(text: str, looks: Looks = NO_LOOKS, base: Style | str = "") -> Content:
    """Return card text of which only the marks inside a line count, such as an option."""
    return styled(runs(clean(text)), looks, base)
