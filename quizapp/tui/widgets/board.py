"""Lines with places to stop at: rows of a table, or single cells of a map. Only what is in sight is drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean

TONES = ("text", "strong", "quiet", "accent", "rule", "under")
_LEAD = 2
_NARROWEST = 12
_FAR = 10**9


class Mark(NamedTuple):
    """A piece of a row. tone: one of `TONES`. stop: what its parent knows the cell by, if one can stop there.

    here: what stands in its place while the cursor does. press: what a click on it means, where the cursor
    doesn't stop.
    """

    text: str
    tone: str = "text"
    stop: str = ""
    here: str = ""
    press: str = ""


class Row(NamedTuple):
    """A line; what is too long is cut. stop: as in `Mark`, for the whole row."""

    marks: tuple[Mark, ...] = ()
    stop: str = ""


Make = Callable[[int], Sequence[Row]]
"""Makes the rows for a width in cells; which stops there are must not depend on it."""


class _Place(NamedTuple):
    stop: str
    y: int
    x: int
    whole: bool


class Board(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows to scroll through, or a cursor on the places to stop at. It only shows, moves and tells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(0, -1)", "Up", show=False, id="board.up"),
        Binding("down,j", "step(0, 1)", "Down", show=False, id="board.down"),
        Binding("left", "step(-1, 0)", "Left", show=False, id="board.left"),
        Binding("right", "step(1, 0)", "Right", show=False, id="board.right"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="board.page_up"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, id="board.page_down"),
        Binding("home", "edge(-1)", "First", show=False, id="board.first"),
        Binding("end", "edge(1)", "Last", show=False, id="board.last"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"board--{tone}" for tone in TONES),
        "board--sign",
        "board--cursor",
        "board--cell",
    }
    ALLOW_SELECT = False

    here = reactive("", init=False)

    class Moved(Message):
        """The cursor stands at another place."""

    class Chosen(Message):
        """A place was clicked where the cursor stood already, or clicked twice."""

    class Pressed(Message):
        """Something was clicked at which the cursor doesn't stop."""

        def __init__(self, press: str) -> None:
            super().__init__()
            self.press = press

    def __init__(self) -> None:
        super().__init__()
        self._make: Make = lambda _width: ()
        self._rows: Sequence[Row] = ()
        self._places: dict[str, _Place] = {}
        self._order: Sequence[str] = ()
        self._width = 0

    def show(self, make: Make, *, at: str | None = None, order: Sequence[str] = ()) -> None:
        """Show other rows; the cursor goes to `at`, or stays where it was if that is still there.

        order: the stops in the order that goes on where a line ends; without it as they are read.
        """
        self._make = make
        self._order = order
        self._width = 0
        self.set_reactive(Board.here, self.here if at is None else at)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._lay()
        self.post_message(self.Moved())

    @property
    def _stops(self) -> Sequence[str]:
        return self._order or list(self._places)

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._lay()
        self._follow()

    def _lay(self) -> None:
        """Make the rows once it is known how wide they are; the cursor goes where there is a stop."""
        width = self.scrollable_content_region.width
        if not width or width == self._width:
            return
        self._width = width
        self._rows = self._make(max(width - _LEAD - 1, _NARROWEST))
        self._places = _places(self._rows)
        self.virtual_size = Size(0, len(self._rows))
        # What is said of the place at the cursor stands right below, however much room there is.
        self.styles.max_height = max(1, len(self._rows))
        if self.here not in self._places:
            stops = self._stops
            self.set_reactive(Board.here, stops[0] if stops else "")
            self.post_message(self.Moved())
        self._follow()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, at = self.scrollable_content_region.width, y + int(self.scroll_offset.y)
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        here = bool(row.stop) and row.stop == self.here
        under = self.rich_style
        if here:
            under += style_of(self, "board--cursor").rich_style
        sign = under + style_of(self, "board--sign").rich_style
        segments = [Segment(CURSOR + " " if here else "  ", sign)]
        for mark in row.marks:
            style = under + style_of(self, f"board--{mark.tone}").rich_style
            at_cursor = bool(mark.stop) and mark.stop == self.here
            if at_cursor:
                style += style_of(self, "board--cell").rich_style
            segments.append(Segment(mark.here or mark.text if at_cursor else mark.text, style))
        return Strip(segments).adjust_cell_length(width, under)

    # Moving

    def watch_here(self) -> None:
        """Keep the cursor in sight, and tell the parent."""
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def on_focus(self) -> None:
        """Put the terminal's cursor there."""
        self._follow()

    def _follow(self) -> None:
        """Scroll to the cursor; from the first stop also to what stands above it."""
        place = self._places.get(self.here)
        if place is None:
            return
        top, height = int(self.scroll_offset.y), max(1, self.size.height)
        first = next(iter(self._places.values())).y
        wanted = 0 if place.y == first and place.y < height else top
        if not wanted <= place.y < wanted + height:
            wanted = place.y if place.y < wanted else place.y - height + 1
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(place.x, place.y - wanted)

    def action_step(self, across: int, down: int) -> None:
        """Go to the next stop in a direction; without stops, scroll."""
        if not self._places:
            self.scroll_relative(y=down, animate=False)
            return
        found = self._beside(across) if across else self._below(down)
        if found is None:
            found = self._next(across or down)
        if found is None:
            self.scroll_relative(y=down, animate=False)
        else:
            self.here = found

    def _beside(self, by: int) -> str | None:
        place = self._places[self.here]
        found = [each for each in self._places.values() if each.y == place.y and (each.x - place.x) * by > 0]
        return min(found, key=lambda each: abs(each.x - place.x)).stop if found else None

    def _below(self, by: int) -> str | None:
        place = self._places[self.here]
        if not place.whole and self._order:
            same = [each for each in self._places.values() if each.x == place.x and each.y == place.y + by]
            return same[0].stop if same else None
        found = [each for each in self._places.values() if (each.y - place.y) * by > 0]
        if not found:
            return None
        return min(found, key=lambda each: (abs(each.y - place.y), abs(each.x - place.x))).stop

    def _next(self, by: int) -> str | None:
        place = self._places[self.here]
        if place.whole:
            return None
        stops = self._stops
        at = stops.index(self.here) + by
        return stops[at] if 0 <= at < len(stops) else None

    def action_page(self, by: int) -> None:
        """Scroll by a screen, and take the cursor along."""
        step = by * max(1, self.size.height - 1)
        self.scroll_relative(y=step, animate=False, force=True, immediate=True)
        if self._places:
            wanted = self._places[self.here].y + step
            self.here = min(self._places.values(), key=lambda each: abs(each.y - wanted)).stop

    def action_edge(self, by: int) -> None:
        """Go to the first stop, or the last; without stops, scroll to the top, or the end."""
        stops = self._stops
        if stops:
            self.here = stops[0 if by < 0 else -1]
        else:
            self.scroll_to(y=0 if by < 0 else _FAR, animate=False, force=True, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a place; where the cursor stands already, it chooses it."""
        at = event.y + int(self.scroll_offset.y)
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        mark = _mark_at(row, event.x - _LEAD)
        if mark is not None and mark.press:
            self.post_message(self.Pressed(mark.press))
            return
        stop = (mark.stop if mark is not None else "") or self._row_of(at)
        if not stop:
            return
        again = stop == self.here or event.chain >= 2
        self.here = stop
        if again:
            self.post_message(self.Chosen())

    def _row_of(self, at: int) -> str:
        """The stop of a row, or of the row whose further lines stand here."""
        for number in range(at, -1, -1):
            if self._rows[number].stop:
                return self._rows[number].stop
            if not self._rows[number].marks:
                return ""
        return ""


def _places(rows: Sequence[Row]) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for y, row in enumerate(rows):
        if row.stop:
            found[row.stop] = _Place(row.stop, y, 0, whole=True)
        x = _LEAD
        for mark in row.marks:
            if mark.stop:
                found.setdefault(mark.stop, _Place(mark.stop, y, x, whole=False))
            x += cell_len(mark.text)
    return found


def _mark_at(row: Row, x: int) -> Mark | None:
    at = 0
    for mark in row.marks:
        at += cell_len(mark.text)
        if 0 <= x < at:
            return mark
    return None


def mark(text: str, tone: str = "text") -> Mark:
    """Return a piece that shows text of whatever origin."""
    return Mark(clean(text).replace("\n", " "), tone)
