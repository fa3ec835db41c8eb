"""Rows that a cursor moves over: options, items to order, sides to match. One widget, drawn by itself."""

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.formatting import NO_LOOKS, Looks, inline
from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean
from quizapp.tui.widgets.cardtext import CLASSES, looks_of

CHOSEN = "●"
"""Stands before what was chosen where only one can be."""
FREE = " "
"""Keeps the place of a mark, so that options don't move when they are judged."""
_MARGIN = 2
_NARROWEST = 8
_JUDGED = frozenset({"right", "wrong"})


class Row(NamedTuple):
    """A row as it is shown.

    key: what to press for it. mark: a sign before the text. note: said behind it, in other words than
    colour. role: how it stands, a component class of `Rows`: plain, chosen, held, used, right or wrong.
    """

    key: str
    text: str
    mark: str = ""
    note: str = ""
    role: str = "plain"


class Line(NamedTuple):
    """One line on the screen: of which row, its key, its mark, the text, and its note."""

    row: int
    lead: str
    mark: str
    text: Content
    note: str

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.lead + self.mark) + self.text.cell_length + cell_len(self.note)


def lay_out(rows: tuple[Row, ...], width: int, looks: Looks = NO_LOOKS) -> list[Line]:
    """Wrap rows to `width` cells, text hanging under text; keys and marks each in a column of their own."""
    keys = max((cell_len(row.key) for row in rows), default=0)
    marks = max((cell_len(row.mark) for row in rows), default=0)
    lines: list[Line] = []
    for number, row in enumerate(rows):
        lead = f" {row.key:>{keys}}  "
        mark = row.mark + " " * (marks - cell_len(row.mark) + 1) if marks else ""
        room = max(width - cell_len(lead + mark) - _MARGIN, _NARROWEST)
        empty = (" " * cell_len(lead), " " * cell_len(mark))
        for at, (text, note) in enumerate(_noted(inline(row.text, looks), clean(row.note), room)):
            lines.append(Line(number, *((lead, mark) if at == 0 else empty), text, note))
    return lines


def _noted(text: Content, note: str, room: int) -> list[tuple[Content, str]]:
    """Wrap a text, and put its note behind the last line, or on one of its own if it doesn't fit there."""
    wrapped = [(line, "") for line in text.wrap(room) or [Content("")]]
    if not note:
        return wrapped
    last = wrapped[-1][0]
    if last.cell_length + 2 + cell_len(note) <= room:
        return [*wrapped[:-1], (last + "  ", note)]
    return [*wrapped, *((Content(""), line.plain) for line in Content(note).wrap(room))]


class Rows(Widget, can_focus=True):
    """Rows with a cursor. It only shows and moves; what a row means is its parent's business."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="rows.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="rows.down"),
        Binding("home", "move(-9999)", "First", show=False, id="rows.first"),
        Binding("end", "move(9999)", "Last", show=False, id="rows.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--key",
        "rows--cursor",
        "rows--plain",
        "rows--chosen",
        "rows--held",
        "rows--used",
        "rows--right",
        "rows--wrong",
        "rows--note",
        *CLASSES,
    }

    SHOWS_CURSOR: ClassVar[bool] = False
    """Whether the cursor is shown although something else has the focus."""

    cursor = reactive(0, init=False)
    rows: reactive[tuple[Row, ...]] = reactive((), layout=True, init=False)
    live = reactive(default=True, init=False)
    """Whether the cursor is shown: not once the answer is in."""

    class Moved(Message):
        """The cursor moved."""

        def __init__(self, rows: "Rows", cursor: int) -> None:
            super().__init__()
            self.rows = rows
            self.cursor = cursor

        @property
        def control(self) -> "Rows":
            """The rows it moved over."""
            return self.rows

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, rows: "Rows", row: int) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> "Rows":
            """The rows that were clicked."""
            return self.rows

    def show(self, rows: tuple[Row, ...], *, cursor: int | None = None, live: bool = True) -> None:
        """Show these rows; the cursor stays where it was unless told otherwise."""
        self.rows = rows
        self.live = live
        # Only what the learner does is told.
        with self.prevent(Rows.Moved):
            self.cursor = max(0, min(self.cursor if cursor is None else cursor, len(rows) - 1))
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the whole width there is."""
        return container.width

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows need at this width."""
        return len(lay_out(self.rows, width, looks_of(self)))

    def render(self) -> Content:
        """Draw all rows; the list is short, long ones belong to a virtual list."""
        width = self.size.width
        lines = [self._line(line, width) for line in lay_out(self.rows, width, looks_of(self))]
        return Content("\n").join(lines)

    def _line(self, line: Line, width: int) -> Content:
        here = self.live and (self.has_focus or self.SHOWS_CURSOR) and line.row == self.cursor
        role = self._style(f"rows--{self.rows[line.row].role}")
        content = Content.assemble(
            (CURSOR if here else " ", self._style("rows--key")),
            (line.lead, self._style("rows--key")),
            (line.mark, role if self.rows[line.row].role in _JUDGED else self._style("rows--key")),
            line.text.stylize_before(role),
            (line.note, self._style("rows--note")),
        ).pad_right(max(0, width - 1 - line.width))
        return content.stylize_before(self._style("rows--cursor")) if here else content

    def _style(self, name: str) -> Style:
        return style_of(self, name)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Tell the parent, and put the terminal's cursor there."""
        self.post_message(self.Moved(self, cursor))
        self.keep_in_sight()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row."""
        self._place_cursor()

    def keep_in_sight(self) -> None:
        """Scroll to the row at the cursor."""
        self._bring_in_sight(self._place_cursor())

    def _place_cursor(self) -> int:
        """Put the terminal's cursor on the row, and return the row's first line."""
        lines = lay_out(self.rows, self.size.width, looks_of(self))
        top = next((at for at, line in enumerate(lines) if line.row == self.cursor), 0)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(0, top)
        return top

    def _bring_in_sight(self, top: int) -> None:
        """Scroll whatever scrolls around these rows to a line of them, and no further than that."""
        if not self.is_mounted or not (self.has_focus or self.SHOWS_CURSOR):
            return
        view = next((node for node in self.ancestors if isinstance(node, ScrollableContainer)), None)
        if view is not None and self.size.height:
            y, seen = self.content_region.y + top, view.region
            past = y - seen.bottom + 1 if y >= seen.bottom else min(0, y - seen.y)
            view.scroll_relative(y=past, animate=False)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows."""
        self.cursor += by

    def row_at(self, y: int) -> int | None:
        """Return the row that stands on a line of the widget."""
        lines = lay_out(self.rows, self.size.width, looks_of(self))
        return lines[y].row if 0 <= y < len(lines) else None

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        row = self.row_at(event.y)
        if self.live and row is not None:
            self.cursor = row
            self.post_message(self.Clicked(self, self.cursor))
