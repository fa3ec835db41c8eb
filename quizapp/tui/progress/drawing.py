"""What figures are drawn with: bars, ranges, sparks, wrapped sentences. Pure."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from quizapp.report.wilson import Share
from quizapp.tui.inline import bare
from quizapp.tui.texts import bound, clean, wrap
from quizapp.tui.widgets.board import Mark, Row

LABEL = 11
_SHORT_LABEL = 9
WIDEST = 72
"""Cells a sentence may have on a line."""
_ROOMY = 50
_SPARKS = "▁▂▃▄▅▆▇█"
BLANK = Row()


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Cut a text to so many cells, or fill it up."""
    shown = clean(text).replace("\n", " ")
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - 1).rstrip() + "…"
    missing = " " * (width - cell_len(shown))
    return missing + shown if right else shown + missing


def asked(text: str) -> str:
    """What a card asks, on one line, as it is shown elsewhere."""
    return " ".join(bare(clean(text)).split())


def lines(text: str, width: int) -> list[str]:
    """Wrap a sentence."""
    wrapped = wrap(Content(bound(clean(text))), max(width, 8))
    return [line.plain.replace("\u00a0", " ").rstrip() for line in wrapped] or [""]


def prose(text: str, width: int, tone: str = "text", *, indent: int = 0) -> Iterator[Row]:
    """A sentence as rows, no wider than one likes to read."""
    for line in lines(text, min(width, WIDEST) - indent):
        yield Row((Mark(" " * indent), Mark(line, tone)))


def heading(text: str) -> Iterator[Row]:
    """A line that begins something, with room above it."""
    yield BLANK
    yield Row((Mark(clean(text), "strong"),))


def fact(label: str, marks: Sequence[Mark], said: str, width: int, stop: str = "") -> Iterator[Row]:
    """A label, something drawn, and what it says beside or below it."""
    column = label_width(width)
    drawn = sum(cell_len(mark.text) for mark in marks)
    room = width - column
    lead = Mark(f"{label:<{column}}", "quiet")
    free = Mark(" " * column)
    if drawn and drawn + 2 + cell_len(said) <= room:
        yield Row((lead, *marks, Mark("  "), Mark(clean(said))), stop)
        return
    if drawn:
        yield Row((lead, *marks), stop)
    for number, line in enumerate(lines(said, room) if said else []):
        first = not drawn and not number
        yield Row((lead if first else free, Mark(line)), stop if first else "")


def label_width(width: int) -> int:
    """How wide the column of labels is."""
    return LABEL if width >= _ROOMY else _SHORT_LABEL


def measure(share: float, width: int) -> tuple[Mark, Mark]:
    """A bar, exact to half a cell, and what it leaves free; nothing but 0 is empty."""
    halves = max(round(min(share, 1.0) * width * 2), 1 if share > 0 else 0)
    drawn = "━" * (halves // 2) + ("╸" if halves % 2 else "")
    return Mark(drawn, "accent"), Mark(" " * (width - cell_len(drawn)))


def sparks(numbers: Sequence[float]) -> str:
    """A column each, as high as its number; nothing but 0 is empty."""
    most = max(numbers, default=0)
    if not most:
        return "·" * len(numbers)
    top = len(_SPARKS) - 1
    return "".join(_SPARKS[min(top, int(number / most * top + 0.5))] if number else "·" for number in numbers)


def ranged(
    value: float, low: float, high: float, width: int, *, first: float = 0.0, aim: float | None = None
) -> tuple[Mark, ...]:
    """A range with its middle, on a scale from `first` to 1, and what was aimed at.

    `●` the value, `├─┤` its range, `┊` the aim, `◉` value and aim in one cell.
    """

    def place(share: float) -> int:
        return min(width - 1, max(0, round((share - first) / (1 - first) * (width - 1))))

    cells = [("·", "rule")] * width
    for at in range(place(low), place(high) + 1):
        cells[at] = ("─", "accent")
    cells[place(low)], cells[place(high)] = ("├", "accent"), ("┤", "accent")
    if aim is not None:
        cells[place(aim)] = ("┊", "text")
    same = aim is not None and place(aim) == place(value)
    cells[place(value)] = ("◉" if same else "●", "accent")
    return tuple(Mark(sign, tone) for sign, tone in cells)


def scale(width: int, first: float) -> str:
    """The numbers above a range: its first, its middle if there is room, and 100 %."""
    line = [" "] * (width + 2)
    wanted = [(0, f"{100 * first:.0f}"), (width - 3, "100 %")]
    if width >= 16:
        wanted.insert(1, (round((width - 1) / 2) - 1, f"{100 * (1 + first) / 2:.0f}"))
    for at, text in wanted:
        line[at : at + len(text)] = text
    return "".join(line).rstrip()


def lowest(shares: Sequence[float | None]) -> float:
    """Where a scale begins so that all of these are on it: a multiple of 20 %, at most 60 %."""
    least = min((share for share in shares if share is not None), default=0.0)
    return min(0.6, int(least * 5) / 5)


def share_marks(share: Share, width: int, first: float, aim: float | None) -> tuple[Mark, ...]:
    """A share with its interval; blank where there is none."""
    if share.value is None or share.low is None or share.high is None:
        return (Mark(" " * width),)
    return ranged(share.value, share.low, share.high, width, first=first, aim=aim)
