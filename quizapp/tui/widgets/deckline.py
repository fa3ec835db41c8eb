"""What stands on a line of the list of decks: pieces of text, each with its role. Pure."""

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from quizapp.memory.spans import ago
from quizapp.text import counted
from quizapp.tui.texts import CURSOR, clean

if TYPE_CHECKING:
    from quizapp.study.overview import DeckRow

STARTED, OFF = "●", "○"
BLANK = "blank"
MATURE, YOUNG, LEARNING, NEW = "━", "─", "╌", "·"
"""The signs of the bar: heavier the longer a card lasts."""
_LEAD = 4
_TITLE = 30
"""Columns that could be left out stay only while a title has so many cells, or all it needs."""
_NARROW = 56
_ROOMY, _TIGHT = (5, 7, 5), (4, 6, 5)
_BAR, _LEAST_BAR = 8, 6
_AROUND = 8
"""Cells around the bar: the gap before it, and the number behind it."""
_LAST = 16
_OFF_HEADING = "Not started"
_TIME = 9


class Piece(NamedTuple):
    """A text and its role, a component class of the list."""

    text: str
    role: str = BLANK


class Columns(NamedTuple):
    """Cells of each column; what there is no room for has none. bar: of the signs alone."""

    title: int
    counts: tuple[int, int, int]
    bar: int = 0
    last: int = 0
    time: int = 0

    @property
    def counted(self) -> int:
        """Cells of the three counts together."""
        return sum(self.counts)


def columns(width: int, longest: int) -> Columns:
    """Lay the columns out. longest: cells of the longest title."""
    counts = (4, 4, 5) if width < _NARROW else _ROOMY
    title = width - _LEAD - sum(counts)
    bar = last = time = 0
    longest = max(longest, len(_OFF_HEADING))
    needed = min(longest, _TITLE)
    if width >= _NARROW and title - _BAR - _AROUND >= needed:
        bar = _BAR
        title -= bar + _AROUND
    if bar and title < longest:
        # A title that would be cut by a few letters gets them from its neighbours.
        title += sum(counts) - sum(_TIGHT)
        counts = _TIGHT
        given = min(bar - _LEAST_BAR, max(0, longest - title))
        bar, title = bar - given, title + given
    if bar == _BAR and title - _LAST >= needed:
        last = _LAST
        title -= last
    if last and title - _TIME >= longest:
        time = _TIME
        title -= time
    if time and title - _BAR >= longest:
        bar += _BAR
        title -= _BAR
    return Columns(max(8, title), counts, bar, last, time)


def heading_pieces(layout: Columns, *, started: bool, barred: bool = False) -> list[Piece]:
    """Write the heading over decks that are started, or over those that aren't.

    barred: decks that aren't started have bars, and no heading above says what these are.
    """
    name = "Started" if started else _OFF_HEADING
    text = " " * _LEAD + set_cell_size(name, layout.title)
    if started:
        names = ("New", "Learn", "Due") if layout.counts[1] > len("Learn") else ("New", "Lrn", "Due")
        text += "".join(f"{each:>{cells}}" for each, cells in zip(names, layout.counts, strict=True))
        text += f"{'Time':>{layout.time}}" if layout.time else ""
    elif barred:
        text += " " * (layout.counted + layout.time)
    if started or barred:
        text += "  " + f"{'Known':<{layout.bar + 6}}" if layout.bar else ""
        text += "   " + set_cell_size("Studied", layout.last - 3) if layout.last else ""
    return [Piece(text, "heading")]


def row_pieces(deck: "DeckRow", layout: Columns, day: int, *, here: bool) -> list[Piece]:
    """Write the row of a deck; with `here` the cursor stands on it."""
    role, mark = ("sign", STARTED) if deck.started else ("off", OFF)
    found = [
        Piece(CURSOR if here else " ", "sign"),
        Piece(f" {mark} ", role),
        Piece(fitted(clean(deck.title).replace("\n", " "), layout.title), "title"),
        *_counts(deck, layout),
    ]
    if layout.time:
        time = minutes(deck.minutes) if deck.started and deck.minutes else ""
        found.append(Piece(f"{time:>{layout.time}}", "none"))
    if layout.bar:
        found += _bar(deck, layout.bar)
    if layout.last:
        last = "" if deck.last_day is None else ago(day - deck.last_day)
        found.append(Piece("   " + set_cell_size(last, layout.last - 3), "none"))
    return found


def _counts(deck: "DeckRow", layout: Columns) -> list[Piece]:
    if not deck.started:
        cards = counted(deck.cards, "card")
        return [Piece(f"{cards:>{layout.counted}}", "none")]
    numbers = (deck.new, deck.learning, deck.review)
    return [
        Piece(f"{number or '–':>{cells}}", "count" if number else "none")
        for number, cells in zip(numbers, layout.counts, strict=True)
    ]


def has_bar(deck: "DeckRow") -> bool:
    """Tell whether there is anything to draw of a deck: one that isn't started may have no card seen."""
    stages = deck.stages
    seen = stages.learning + stages.known
    return bool(seen or (stages.new and deck.started))


def _bar(deck: "DeckRow", width: int) -> list[Piece]:
    """Draw how the cards of a deck stand, and say how many in a hundred are known."""
    stages = deck.stages
    total = stages.new + stages.learning + stages.known
    if not has_bar(deck):
        return [Piece(" " * (width + _AROUND))]
    mature, young, learning, new = shares((stages.mature, stages.young, stages.learning, stages.new), width)
    known = 100 * stages.known // total
    return [
        Piece("  " + MATURE * mature + YOUNG * young, "known"),
        Piece(LEARNING * learning, "seen"),
        Piece(NEW * new, "none"),
        Piece(f"{known:>4} %", "none"),
    ]


def shares(numbers: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Divide `width` cells by `numbers`, which are not all 0; what is not 0 gets a cell at least.

    The largest shares give way for that.
    """
    total = sum(numbers)
    cells = [max(1 if number else 0, width * number // total) for number in numbers]
    while sum(cells) > width:
        cells[cells.index(max(cells))] -= 1
    while sum(cells) < width:
        short = [width * number / total - cell for number, cell in zip(numbers, cells, strict=True)]
        cells[short.index(max(short))] += 1
    return tuple(cells)


def minutes(number: float) -> str:
    """Say about how long something takes: "1 min" at the least, "1.5 h" from an hour on."""
    if number < 59.5:
        return f"{max(1, round(number))} min"
    return f"{number / 60:.1f} h".replace(".0 h", " h")


def fitted(text: str, cells: int) -> str:
    """Cut a text to so many cells, or fill it up."""
    return set_cell_size(text if cell_len(text) <= cells else set_cell_size(text, cells - 1) + "…", cells)
