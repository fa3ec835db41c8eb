"""A list of any length to choose from, with headings between. Only lines in sight are drawn."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

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

from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean

_GAP = 2
_WIDEST_LEAD = 0.45
_LOW = 18


class Entry(NamedTuple):
    """One line.

    id: what its parent knows it by; empty for a heading, which can't be chosen. lead: a column before
    the text. tail: said at the right edge. strong: what differs from the usual is set off.
    """

    id: str
    text: str
    lead: str = ""
    tail: str = ""
    strong: bool = False


def headed(text: str, *, first: bool = False) -> tuple[Entry, ...]:
    """Return a heading with a blank line above, but for the first."""
    return (Entry("", text),) if first else (Entry("", ""), Entry("", text))


class ItemList(ScrollView, can_focus=True, inherit_bindings=False):
    """Entries with a cursor. What choosing one means is its parent's business."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="items.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="items.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="items.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="items.page_down"),
        Binding("home", "move(-999999)", "First", show=False, id="items.first"),
        Binding("end", "move(999999)", "Last", show=False, id="items.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "items--heading",
        "items--lead",
        "items--text",
        "items--strong",
        "items--tail",
        "items--sign",
        "items--cursor",
    }
    ALLOW_SELECT = False
    SHOWS_CURSOR: ClassVar[bool] = True
    """Whether the cursor is shown although something else has the focus."""

    cursor = reactive(0, init=False, always_update=True)

    class Moved(Message):
        """The cursor stands on another entry."""

    class Chosen(Message):
        """An entry was clicked twice, or clicked where the cursor stood already."""

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[Entry, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._low = False
        self._lead = 0

    def show(self, entries: Sequence[Entry], *, at: str | None = None) -> None:
        """Show these entries; the cursor goes to the entry `at`, or stays on the one it was on."""
        here = at or (self.current.id if self.current else "")
        self._given, self._low = tuple(entries), self.app.size.height < _LOW
        self._entries = tuple(entry for entry in entries if entry.id or entry.text or not self._low)
        self._lead = max((cell_len(clean(entry.lead)) for entry in self._entries), default=0)
        self.virtual_size = Size(0, len(self._entries))
        found = next(
            (number for number, entry in enumerate(self._entries) if here and entry.id == here), None
        )
        if found is None:
            found = next((number for number, entry in enumerate(self._entries) if entry.id), 0)
            self.scroll_to(y=0, animate=False)
        self.cursor = found
        self.refresh(layout=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight; leave blank lines out where lines are scarce."""
        if self._given and self._low != (self.app.size.height < _LOW):
            self.show(self._given)
        elif self._entries:
            self._keep_in_sight(self.cursor)
            self._place_cursor()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, headings too."""
        return self._entries

    @property
    def current(self) -> Entry | None:
        """The entry at the cursor."""
        if self.cursor < len(self._entries) and self._entries[self.cursor].id:
            return self._entries[self.cursor]
        return None

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each."""
        return len(self._entries)

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in sight, with its heading if that is just above, and tell the parent."""
        self._keep_in_sight(cursor)
        self.refresh()
        self._place_cursor()
        self.post_message(self.Moved())

    def _keep_in_sight(self, cursor: int) -> None:
        top, height = int(self.scroll_offset.y), max(1, self.size.height)
        first = cursor
        while first > 0 and not self._entries[first - 1].id:
            first -= 1
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif cursor >= top + height:
            self.scroll_to(y=cursor - height + 1, animate=False)

    def on_focus(self) -> None:
        """Put the terminal's cursor on the entry."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus:
            line = self.cursor - int(self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many entries, over headings."""
        places = [number for number, entry in enumerate(self._entries) if entry.id]
        if not places:
            return
        here = next((at for at, number in enumerate(places) if number >= self.cursor), len(places) - 1)
        self.cursor = places[max(0, min(here + by, len(places) - 1))]

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.action_move(by * max(1, self.size.height - 1))

    def on_click(self, event: events.Click) -> None:
        """A click goes to an entry; where the cursor stands already, it chooses it."""
        row = event.y + int(self.scroll_offset.y)
        if not (0 <= row < len(self._entries) and self._entries[row].id):
            return
        if row == self.cursor or event.chain >= 2:
            self.cursor = row
            self.post_message(self.Chosen())
        else:
            self.cursor = row

    def render_line(self, y: int) -> Strip:
        """Draw one line; the scroll bar covers none of it."""
        width = self.scrollable_content_region.width
        row = y + int(self.scroll_offset.y)
        if row >= len(self._entries):
            return Strip.blank(width, self.rich_style)
        entry = self._entries[row]
        if not entry.id:
            style = self.rich_style + style_of(self, "items--heading").rich_style
            return Strip([Segment(f" {_fit(clean(entry.text), max(1, width - 2))} ", style)])
        return self._entry(entry, width, here=row == self.cursor and (self.has_focus or self.SHOWS_CURSOR))

    def _entry(self, entry: Entry, width: int, *, here: bool) -> Strip:
        under = self.rich_style
        if here:
            under += style_of(self, "items--cursor").rich_style

        def style(name: str) -> RichStyle:
            return under + style_of(self, f"items--{name}").rich_style

        lead = min(self._lead, int(width * _WIDEST_LEAD))
        tail = clean(entry.tail)
        room = max(1, width - 2 - (lead + _GAP if lead else 0) - (cell_len(tail) + _GAP if tail else 0) - 1)
        segments = [Segment(f"{CURSOR if here else ' '} ", style("sign"))]
        if lead:
            segments.append(Segment(_fit(clean(entry.lead), lead) + " " * _GAP, style("lead")))
        segments.append(Segment(_fit(clean(entry.text), room), style("strong" if entry.strong else "text")))
        if tail:
            segments.append(Segment(" " * _GAP + tail, style("tail")))
        return Strip(segments).adjust_cell_length(width, under)


def _fit(text: str, width: int) -> str:
    """Cut a text to `width` cells, or fill it up."""
    text = text.replace("\n", " ")
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
