"""A form that is one list: labels, values, and what there is to say of them. It draws what is in sight."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean


class Sort(StrEnum):
    """What a line of the form is: something to do, to open, to step through; a heading, or a sentence."""

    ACT = "act"
    OPEN = "open"
    STEP = "step"
    HEAD = "head"
    SAY = "say"


_IDLE = frozenset({Sort.HEAD, Sort.SAY})
_LABELLED = frozenset({Sort.OPEN, Sort.STEP})


class Line(NamedTuple):
    """One line. name: what it is for the screen; label, value, note: as they are shown."""

    name: str
    label: str
    value: str = ""
    note: str = ""
    sort: Sort = Sort.SAY


class Form(ScrollView, can_focus=True):
    """Lines with a cursor that passes over those that are only to be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="form.choose"),
        Binding("left,h", "step(-1)", "Less", show=False, id="form.less"),
        Binding("right,l,space", "step(1)", "Change", key_display="← →", id="form.more"),
        Binding("up,k", "move(-1)", "Up", show=False, id="form.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="form.down"),
        Binding("home,pageup", "edge(1)", "First", show=False, id="form.first"),
        Binding("end,pagedown", "edge(-1)", "Last", show=False, id="form.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "form--label",
        "form--value",
        "form--note",
        "form--act",
        "form--key",
        "form--head",
        "form--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Chosen(Message):
        """A line to do or to open was chosen."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Stepped(Message):
        """A value is to be the next one, or the one before."""

        def __init__(self, name: str, by: int) -> None:
            super().__init__()
            self.name = name
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[Line, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line], at: str | None = None) -> None:
        """Show these lines; the cursor stays on the line it was on, or goes to the one named `at`."""
        wanted = at or self.here
        self._given = tuple(lines)
        self._lines = self._wrapped()
        self.virtual_size = Size(0, len(self._lines))
        found = next((place for place, line in enumerate(self._lines) if line.name == wanted), 0)
        self.cursor = found if self._lines and self._lines[found].sort not in _IDLE else self._first(1)
        self.refresh(layout=True)
        self.refresh_bindings()

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return self.scrollable_content_region.width

    def _wrapped(self) -> tuple[Line, ...]:
        """The lines, sentences cut into as many as they need."""
        room = max(self._room - 3, 20)
        return tuple(part for line in self._given for part in _parts_of(line, room))

    def on_resize(self) -> None:
        """Wrap sentences anew."""
        if self._given:
            self.show(self._given)

    @property
    def here(self) -> str | None:
        """The name of the line at the cursor."""
        return self._lines[self.cursor].name if self.cursor < len(self._lines) else None

    def _first(self, by: int) -> int:
        places = range(len(self._lines))[::by]
        return next((place for place in places if self._lines[place].sort not in _IDLE), 0)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each."""
        return len(self._lines)

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the line at the cursor can do."""
        sort = self._lines[self.cursor].sort if self.cursor < len(self._lines) else Sort.SAY
        if action == "choose":
            return sort not in _IDLE
        if action == "step":
            return sort is Sort.STEP
        return True

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in sight, and put the terminal's own there."""
        top, height = int(self.scroll_offset.y), max(1, self.size.height)
        if cursor < top or cursor <= self._first(1):
            self.scroll_to(y=0 if cursor <= self._first(1) else cursor, animate=False)
        elif cursor >= top + height:
            self.scroll_to(y=cursor - height + 1, animate=False)
        self.refresh()
        self.refresh_bindings()
        self._place_cursor()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the line."""
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus:
            line = self.cursor - int(self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def action_move(self, by: int) -> None:
        """Move the cursor to the next line where something can be done."""
        place = self.cursor + by
        while 0 <= place < len(self._lines) and self._lines[place].sort in _IDLE:
            place += by
        if 0 <= place < len(self._lines):
            self.cursor = place

    def action_edge(self, by: int) -> None:
        """Move the cursor to the first or the last such line."""
        self.cursor = self._first(by)

    def action_choose(self) -> None:
        """Do or open what stands at the cursor; a value becomes the next one."""
        line = self._lines[self.cursor]
        self.post_message(self.Chosen(line.name))

    def action_step(self, by: int) -> None:
        """Take the next value, or the one before."""
        self.post_message(self.Stepped(self._lines[self.cursor].name, by))

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line; left of a value's middle it steps back."""
        place = event.y + int(self.scroll_offset.y)
        if not 0 <= place < len(self._lines) or self._lines[place].sort in _IDLE:
            return
        self.cursor = place
        if self._lines[place].sort is Sort.STEP and event.x == self._label + 1:
            self.action_step(-1)
        elif self._lines[place].sort is Sort.STEP:
            self.action_step(1)
        else:
            self.action_choose()

    @property
    def _label(self) -> int:
        """Cells of the labels and the gap behind them."""
        longest = max((cell_len(line.label) for line in self._lines if line.sort in _LABELLED), default=0)
        return min(longest + 2, self._room // 2)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        place = y + int(self.scroll_offset.y)
        width = self._room
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place]
        here = place == self.cursor and self.has_focus and line.sort not in _IDLE
        under = self.rich_style
        if here:
            under += style_of(self, "form--cursor").rich_style

        def style(name: str) -> RichStyle:
            return under + style_of(self, f"form--{name}").rich_style

        parts = [(CURSOR if here else " ", "key"), *self._parts(line, here=here)]
        return Strip([Segment(text, style(name)) for text, name in fitted(parts, width) if text], width)

    def _parts(self, line: Line, *, here: bool) -> list[tuple[str, str]]:
        """The pieces of a line, each with its style."""
        if line.sort is Sort.ACT:
            return [(f"▶ {line.label}", "act"), (f"  {line.value}", "value"), (f"  {line.note}", "note")]
        if line.sort is Sort.HEAD:
            return [(line.label, "head")]
        if line.sort is Sort.SAY:
            return [("  ", "note"), (line.value, "note")]
        label = (set_cell_size(line.label, self._label), "label")
        less, more = ("‹", "›") if here and line.sort is Sort.STEP else (" ", " ")
        value = [(f"{less} ", "key"), (line.value, "value"), (f" {more}", "key")]
        return [label, *value, (f" {line.note}" if line.note else "", "note")]


def _parts_of(line: Line, room: int) -> list[Line]:
    if line.sort is not Sort.SAY or cell_len(line.value) <= room:
        return [line]
    return [line._replace(value=part.plain) for part in Content(clean(line.value)).wrap(room)]


def fitted(parts: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Cut or fill pieces of a line so that together they take `width` cells; a cut is told by `…`."""
    done: list[tuple[str, str]] = []
    room = width
    for text, name in parts:
        said = clean(text).replace("\n", " ")
        if cell_len(said) > room:
            done.append((set_cell_size(said, max(0, room - 1)) + ("…" if room else ""), name))
            return done
        done.append((said, name))
        room -= cell_len(said)
    return [*done, (" " * room, parts[-1][1] if parts else "")]
