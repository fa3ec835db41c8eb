"""A list in which any number of entries can be ticked. Only rows in sight are drawn."""

from collections.abc import Collection, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR
from quizapp.tui.widgets.form import fitted


class Tick(NamedTuple):
    """An entry: what stands for it, how it is shown, and what is said behind it."""

    key: str
    text: str
    note: str = ""


class CheckList(ScrollView, can_focus=True):
    """Entries with a box each; space ticks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "tick", "Tick", id="checklist.tick"),
        Binding("a", "all", "All, none", id="checklist.all"),
        Binding("up,k", "move(-1)", "Up", show=False, id="checklist.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="checklist.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="checklist.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="checklist.page_down"),
        Binding("home", "move(-999999)", "First", show=False, id="checklist.first"),
        Binding("end", "move(999999)", "Last", show=False, id="checklist.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "checklist--box",
        "checklist--text",
        "checklist--note",
        "checklist--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Changed(Message):
        """Another choice of entries is ticked."""

    def __init__(self, entries: Sequence[Tick], ticked: Collection[str] = ()) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._ticked = {entry.key for entry in entries if entry.key in ticked}
        self.virtual_size = Size(0, len(self._entries))
        first = next((at for at, entry in enumerate(entries) if entry.key in self._ticked), 0)
        self.set_reactive(CheckList.cursor, first)

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked, in the list's order."""
        return tuple(entry.key for entry in self._entries if entry.key in self._ticked)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each."""
        return len(self._entries)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, len(self._entries) - 1))

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self._place_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._place_cursor()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        top, height = int(self.scroll_offset.y), max(1, self.size.height)
        if not top <= self.cursor < top + height:
            top = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=top, animate=False)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(0, self.cursor - top)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many entries."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.cursor += by * max(1, self.size.height - 1)

    def action_tick(self) -> None:
        """Tick the entry at the cursor, or take its tick away."""
        if self._entries:
            self._ticked ^= {self._entries[self.cursor].key}
            self._told()

    def action_all(self) -> None:
        """Tick all, or none if all are ticked."""
        every = {entry.key for entry in self._entries}
        self._ticked = set() if self._ticked == every else every
        self._told()

    def _told(self) -> None:
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """A click ticks."""
        place = event.y + int(self.scroll_offset.y)
        if 0 <= place < len(self._entries):
            self.cursor = place
            self.action_tick()

    def render_line(self, y: int) -> Strip:
        """Draw one entry."""
        place, width = y + int(self.scroll_offset.y), self.scrollable_content_region.width
        if place >= len(self._entries):
            return Strip.blank(width, self.rich_style)
        entry, here = self._entries[place], place == self.cursor and self.has_focus
        under = self.rich_style
        if here:
            under += style_of(self, "checklist--cursor").rich_style
        parts = [
            (CURSOR if here else " ", "box"),
            ("[x] " if entry.key in self._ticked else "[ ] ", "box"),
            (entry.text, "text"),
            (f"  {entry.note}" if entry.note else "", "note"),
        ]
        return Strip(
            [
                Segment(text, under + style_of(self, f"checklist--{name}").rich_style)
                for text, name in fitted(parts, width)
                if text
            ],
            width,
        )
