"""A paper at a glance: its questions as a grid of numbers, and as one line."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.styling import style_of

LATER = "⚑"
HERE = "◆"
_COLUMNS = 10
_LEAST = 5


class Mark(StrEnum):
    """How a question stands; the value is its sign."""

    BLANK = "○"
    GIVEN = "●"
    RIGHT = "✓"
    PARTLY = "◐"
    WRONG = "✗"
    CLOSED = "–"

    @property
    def role(self) -> str:
        """The component class it has in both widgets."""
        return self.name.lower()


class Cell(NamedTuple):
    """A question in the grid. later: marked to be looked at again."""

    mark: Mark
    later: bool = False


class Grid(Widget, can_focus=True):
    """The questions of a paper by number, each with a sign; arrows move, digits name a number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Go there", id="grid.choose"),
        Binding("left", "move(-1)", "Left", show=False, id="grid.left"),
        Binding("right", "move(1)", "Right", show=False, id="grid.right"),
        Binding("up", "row(-1)", "Up", show=False, id="grid.up"),
        Binding("down", "row(1)", "Down", show=False, id="grid.down"),
        Binding("home", "move(-9999)", "First", show=False, id="grid.first"),
        Binding("end", "move(9999)", "Last", show=False, id="grid.last"),
        *(
            Binding(str(digit), f"digit({digit})", "Number", key_display="1…", id=f"grid.digit.{digit}")
            for digit in range(10)
        ),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"grid--{mark.role}" for mark in Mark),
        "grid--number",
        "grid--later",
        "grid--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Chosen(Message):
        """The learner wants to go to this question; place from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, cells: Sequence[Cell], place: int) -> None:
        """`place`: where the learner is."""
        super().__init__()
        self._cells = tuple(cells)
        self._typed = 0
        self.set_reactive(Grid.cursor, place)

    @property
    def _wide(self) -> int:
        """Cells of one number with its signs."""
        return len(str(len(self._cells))) + 4

    @property
    def columns(self) -> int:
        """Numbers in a row: ten, or five where ten don't fit."""
        return _COLUMNS if self.size.width >= _COLUMNS * self._wide else _LEAST

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the numbers need at this width."""
        columns = _COLUMNS if width >= _COLUMNS * self._wide else _LEAST
        return -(-len(self._cells) // columns)

    def render(self) -> RenderResult:
        """Draw all numbers."""
        columns = self.columns
        rows = [range(len(self._cells))[at : at + columns] for at in range(0, len(self._cells), columns)]
        return Content("\n").join([Content("").join([self._cell(place) for place in row]) for row in rows])

    def _cell(self, place: int) -> Content:
        cell, here = self._cells[place], place == self.cursor
        digits = self._wide - 4
        drawn = Content.assemble(
            (f" {place + 1:>{digits}} ", style_of(self, "grid--number")),
            (cell.mark.value, style_of(self, f"grid--{cell.mark.role}")),
            (LATER, style_of(self, "grid--later")) if cell.later else " ",
        )
        return drawn.stylize_before(style_of(self, "grid--cursor")) if here else drawn

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a number."""
        return max(0, min(cursor, len(self._cells) - 1))

    def watch_cursor(self) -> None:
        """Keep the terminal's cursor, and the part in sight, there."""
        self.refresh()
        self._place_cursor()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the number."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        row, column = divmod(self.cursor, self.columns)
        at = Offset(column * self._wide, row)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + at
        if isinstance(self.parent, Widget):
            region = Region(self.virtual_region.x, self.virtual_region.y + row, 1, 1)
            self.parent.scroll_to_region(region, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many numbers."""
        self._typed = 0
        self.cursor += by

    def action_row(self, by: int) -> None:
        """Move the cursor by so many rows."""
        self._typed = 0
        wanted = self.cursor + by * self.columns
        if 0 <= wanted < len(self._cells):
            self.cursor = wanted

    def action_digit(self, digit: int) -> None:
        """Go to a number digit by digit; one that isn't there begins anew."""
        longer = self._typed * 10 + digit
        self._typed = longer if longer <= len(self._cells) else digit
        if 1 <= self._typed <= len(self._cells):
            self.cursor = self._typed - 1

    def action_choose(self) -> None:
        """Go to the question at the cursor."""
        self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a question."""
        place = event.y * self.columns + event.x // self._wide
        if event.x // self._wide < self.columns and place < len(self._cells):
            self.cursor = place
            self.action_choose()


class PaperLine(Widget):
    """The whole paper in one line: thick where something was given, thin where nothing was; a click jumps.

    It only moves when the learner does.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"paperline--{mark.role}" for mark in Mark),
        "paperline--here",
        "paperline--later",
    }
    ALLOW_SELECT = False

    class Chosen(Message):
        """The learner wants to go to this question; place from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self._here = 0

    def show(self, cells: Sequence[Cell], here: int) -> None:
        """Show these questions; `here` is the place the learner is at."""
        if (self._cells, self._here) != (tuple(cells), here):
            self._cells, self._here = tuple(cells), here
            self.refresh()

    def _edges(self) -> list[int]:
        """Where each question begins on the line, and where the last one ends."""
        count, width = len(self._cells), self.size.width
        return [place * width // count for place in range(count + 1)]

    def render(self) -> RenderResult:
        """Draw the line."""
        if not self._cells:
            return Content("")
        edges = self._edges()
        parts = [self._part(place, edges[place + 1] - edges[place]) for place in range(len(self._cells))]
        return Content("").join(parts)

    def _part(self, place: int, width: int) -> Content:
        cell = self._cells[place]
        line = ("─" if cell.mark is Mark.BLANK else "━") * width
        if place == self._here:
            before = max(0, (width - 1) // 2)
            mark: tuple[str, Style] = (HERE, style_of(self, "paperline--here"))
            line_style = style_of(self, f"paperline--{cell.mark.role}")
            return Content.assemble((line[:before], line_style), mark, (line[before + 1 :], line_style))
        drawn = Content.styled(line, style_of(self, f"paperline--{cell.mark.role}"))
        if cell.later and width:
            flag: tuple[str, Style] = (LATER, style_of(self, "paperline--later"))
            drawn = Content.assemble(flag, drawn[1:])
        return drawn

    def on_click(self, event: events.Click) -> None:
        """A click goes to a question."""
        event.stop()
        edges = self._edges() if self._cells else []
        found = next(
            (place for place in range(len(edges) - 1) if edges[place] <= event.x < edges[place + 1]), None
        )
        if found is not None:
            self.post_message(self.Chosen(found))
