"""The decks, one a row, started ones first, with what waits in each. Only rows in sight are drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.tui.styling import style_of
from quizapp.tui.texts import clean
from quizapp.tui.widgets.deckline import BLANK, Columns, Piece, columns, has_bar, heading_pieces, row_pieces

if TYPE_CHECKING:
    from quizapp.study.overview import DeckRow

_SIGN = 4
"""Cells at the left of a row in which a click starts or stops the deck."""


class Line(NamedTuple):
    """What stands on a line: a deck by its place, or else the heading of the decks started or not."""

    deck: int | None
    heading: bool | None = None


def lines_of(decks: "Sequence[DeckRow]") -> tuple[Line, ...]:
    """Put a heading over the decks started and over those not, and a blank line between them."""
    found: list[Line] = []
    for started in (True, False):
        places = [at for at, deck in enumerate(decks) if deck.started is started]
        if places:
            found += [Line(None)] if found else []
            found += [Line(None, started), *(Line(at) for at in places)]
    return tuple(found)


class DeckList(ScrollView, can_focus=True):
    """Rows of decks under their headings; the heading of what is in sight stays on top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="decks.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="decks.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="decks.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="decks.page_down"),
        Binding("home", "move(-999999)", "First", show=False, id="decks.first"),
        Binding("end", "move(999999)", "Last", show=False, id="decks.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "decklist--heading",
        "decklist--title",
        "decklist--off",
        "decklist--count",
        "decklist--none",
        "decklist--sign",
        "decklist--known",
        "decklist--seen",
        "decklist--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Moved(Message):
        """The cursor stands on another deck, or that deck stands otherwise."""

    class Toggled(Message):
        """The sign of a deck was clicked."""

    class Opened(Message):
        """A deck was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self._decks: tuple[DeckRow, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._places: tuple[int, ...] = ()
        self._day = 0
        self._longest = 0
        self._barred = False

    def show(self, decks: "Sequence[DeckRow]", day: int, *, at: str | None = None) -> None:
        """Show these decks on the study day `day`; the cursor goes to deck `at`, or stays on its deck."""
        here = at or (self.current.id if self.current else None)
        self._lines = lines_of(decks)
        order = [line.deck for line in self._lines if line.deck is not None]
        self._decks = tuple(decks[place] for place in order)
        new = {old: now for now, old in enumerate(order)}
        self._lines = tuple(line if line.deck is None else Line(new[line.deck]) for line in self._lines)
        self._places = tuple(y for y, line in enumerate(self._lines) if line.deck is not None)
        self._day = day
        self._longest = max((cell_len(clean(deck.title)) for deck in self._decks), default=0)
        self._barred = any(map(has_bar, self._decks)) and not any(deck.started for deck in self._decks)
        self.virtual_size = Size(0, len(self._lines))
        self.cursor = next((at for at, deck in enumerate(self._decks) if deck.id == here), 0)
        self.refresh(layout=True)
        self.call_after_refresh(self._keep_in_sight)
        self.post_message(self.Moved())

    @property
    def current(self) -> "DeckRow | None":
        """The deck at the cursor."""
        return self._decks[self.cursor] if self.cursor < len(self._decks) else None

    @property
    def height_wanted(self) -> int:
        """A line for each deck, and the headings."""
        return len(self._lines)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return self.height_wanted

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a deck."""
        return max(0, min(cursor, len(self._decks) - 1))

    def watch_cursor(self) -> None:
        """Keep the cursor in sight, and put the terminal's own there."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        if not self._places:
            return
        line, top, height = self._places[self.cursor], int(self.scroll_offset.y), max(2, self.size.height)
        if line <= top:
            self.scroll_to(y=line - 1, animate=False)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False)
        self._place_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the screen shrinks."""
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus and self._places:
            line = self._places[self.cursor] - int(self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many decks."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.cursor += by * max(1, self.size.height - 2)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a deck, on its sign starts or stops it, twice opens it."""
        y = self._line_at(event.y)
        deck = self._lines[y].deck if y < len(self._lines) else None
        if deck is None:
            return
        self.cursor = deck
        if event.x < _SIGN:
            self.post_message(self.Toggled())
        elif event.chain >= 2:
            self.post_message(self.Opened())

    def _line_at(self, y: int) -> int:
        """The line drawn at `y`: the topmost one is always a heading."""
        line = y + int(self.scroll_offset.y)
        if y > 0 or line >= len(self._lines):
            return line
        while line > 0 and self._lines[line].heading is None:
            line -= 1
        return line

    def render_line(self, y: int) -> Strip:
        """Draw one line: the heading stays on top, decks pass under it."""
        width, place = self.scrollable_content_region.width, self._line_at(y)
        line = self._lines[place] if place < len(self._lines) else BLANK_LINE
        if line.deck is not None:
            deck, here = self._decks[line.deck], line.deck == self.cursor
            return self._strip(row_pieces(deck, self._columns(width), self._day, here=here), width, here=here)
        if line.heading is not None:
            layout, barred = self._columns(width), self._barred
            return self._strip(heading_pieces(layout, started=line.heading, barred=barred), width)
        return Strip.blank(width, self.rich_style)

    def _columns(self, width: int) -> Columns:
        return columns(width, self._longest)

    def _strip(self, pieces: Sequence[Piece], width: int, *, here: bool = False) -> Strip:
        under = self.rich_style
        if here:
            under += style_of(self, "decklist--cursor").rich_style

        def style(role: str) -> RichStyle:
            return under if role == BLANK else under + style_of(self, f"decklist--{role}").rich_style

        segments = [Segment(piece.text, style(piece.role)) for piece in pieces]
        return Strip(segments).adjust_cell_length(width, under)


BLANK_LINE = Line(None)
