"""The decks, one a row, with what waits in each. Only rows in sight are drawn."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.study.overview import DeckRow
from quizapp.tui.styling import style_of
from quizapp.tui.texts import clean
from quizapp.tui.widgets.rows import CURSOR

STARTED, OFF = "●", "○"
_COUNT = 8
_NARROW = 60
_LEAD = 4


class DeckList(ScrollView, can_focus=True):
    """Rows of decks under a heading."""

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
        "decklist--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Moved(Message):
        """The cursor stands on another deck."""

    class Toggled(Message):
        """The sign of a deck was clicked."""

    class Opened(Message):
        """A deck was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self._decks: tuple[DeckRow, ...] = ()

    def show(self, decks: Sequence[DeckRow]) -> None:
        """Show these decks; the cursor stays on the deck it was on."""
        here = self.current
        self._decks = tuple(decks)
        self.virtual_size = Size(0, len(self._decks) + 1)
        found = next((at for at, deck in enumerate(self._decks) if here and deck.id == here.id), 0)
        self.cursor = found
        self.refresh(layout=True)

    @property
    def current(self) -> DeckRow | None:
        """The deck at the cursor."""
        return self._decks[self.cursor] if self.cursor < len(self._decks) else None

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """A line each, and the heading."""
        return len(self._decks) + 1

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a deck."""
        return max(0, min(cursor, len(self._decks) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in sight, and put the terminal's own there."""
        top, height = int(self.scroll_offset.y), max(1, self.size.height - 1)
        if not top <= cursor < top + height:
            self.scroll_to(y=cursor if cursor < top else cursor - height + 1, animate=False)
        self.refresh()
        self._place_cursor()
        self.post_message(self.Moved())

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus:
            line = self.cursor - int(self.scroll_offset.y) + 1
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many decks."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.cursor += by * max(1, self.size.height - 2)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a deck, on its sign starts or stops it, twice opens it."""
        row = event.y - 1 + int(self.scroll_offset.y)
        if not (event.y >= 1 and 0 <= row < len(self._decks)):
            return
        self.cursor = row
        if event.x < _LEAD:
            self.post_message(self.Toggled())
        elif event.chain >= 2:
            self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        """Draw one line: the heading stays on top, decks pass under it."""
        width = self.size.width
        if y == 0:
            return self._heading(width)
        row = y - 1 + int(self.scroll_offset.y)
        if row >= len(self._decks):
            return Strip.blank(width, self.rich_style)
        return self._deck(self._decks[row], width, here=row == self.cursor)

    def _columns(self, width: int) -> tuple[int, int]:
        """Cells of the title, and of each count."""
        count = 5 if width < _NARROW else _COUNT
        return max(8, width - _LEAD - 3 * count - 1), count

    def _heading(self, width: int) -> Strip:
        title, count = self._columns(width)
        names = ("New", "Lrn", "Due") if width < _NARROW else ("New", "Learn", "Due")
        text = " " * _LEAD + set_cell_size("Deck", title) + "".join(f"{name:>{count}}" for name in names)
        style = self.get_component_rich_style("decklist--heading")
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)

    def _deck(self, deck: DeckRow, width: int, *, here: bool) -> Strip:
        under = self.rich_style
        if here:
            under += style_of(self, "decklist--cursor").rich_style

        def style(name: str) -> RichStyle:
            return under + style_of(self, name).rich_style

        title, count = self._columns(width)
        name = clean(deck.title).replace("\n", " ")
        fitted = name if cell_len(name) <= title else set_cell_size(name, title - 1) + "…"
        sign, mark = ("decklist--sign", STARTED) if deck.started else ("decklist--off", OFF)
        segments = [
            Segment(CURSOR if here else " ", style("decklist--sign")),
            Segment(f" {mark} ", style(sign)),
            Segment(set_cell_size(fitted, title), style("decklist--title")),
        ]
        for number in (deck.new, deck.learning, deck.review):
            name = "decklist--count" if number and deck.started else "decklist--none"
            segments.append(Segment(f"{number or '–':>{count}}", style(name)))
        return Strip(segments).adjust_cell_length(width, under)
