"""A long text in blocks that can be gone through one by one, laid out anew for each width."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.formatting import inline, lay_out
from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean, wrap
from quizapp.tui.widgets.cardtext import CLASSES, looks_of

TONES = ("text", "strong", "quiet", "accent", "right", "partly", "wrong", "rule")
_NARROWEST = 8


class Piece(NamedTuple):
    """A piece of a line. tone: one of `TONES`. card: text that a teacher wrote, with its own marks."""

    text: str
    tone: str = "text"
    card: bool = False


class Line(NamedTuple):
    """A line; what is too long goes on under the first piece. lead: stands before it."""

    pieces: tuple[Piece, ...] = ()
    lead: tuple[Piece, ...] = ()


class Block(NamedTuple):
    """Lines that belong together. stops: whether the cursor stops here."""

    lines: tuple[Line, ...]
    stops: bool = False


Make = Callable[[int], Sequence[Block]]
"""Makes the blocks for a width in cells; how many stop the cursor must not depend on it."""


class Sheet(Widget):
    """Blocks under each other, the one at the cursor with a bar beside its first line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"sheet--{tone}" for tone in TONES), "sheet--cursor", *CLASSES}

    cursor = reactive(-1, init=False)

    class Moved(Message):
        """The cursor stands at another block, or at none."""

    def __init__(self) -> None:
        super().__init__()
        self._make: Make = lambda _width: ()
        self._laid: tuple[int, list[Content], list[int]] | None = None

    def show(self, make: Make) -> None:
        """Show other blocks; the cursor goes before the first."""
        self._make = make
        self._laid = None
        self.set_reactive(Sheet.cursor, -1)
        self.refresh(layout=True)

    def notify_style_update(self) -> None:
        """Lay the text out anew, in the colours there are now."""
        self._laid = None
        super().notify_style_update()

    def _lay(self, width: int) -> tuple[list[Content], list[int]]:
        """All lines at this width, and the lines at which the cursor stops."""
        if self._laid is None or self._laid[0] != width:
            lines: list[Content] = []
            stops: list[int] = []
            room = max(width - 2, _NARROWEST)
            for block in self._make(room):
                if block.stops:
                    stops.append(len(lines))
                for line in block.lines:
                    lines.extend(self._draw(line, room))
            self._laid = (width, lines, stops)
        return self._laid[1], self._laid[2]

    def _draw(self, line: Line, width: int) -> Iterator[Content]:
        lead = Content("").join([self._piece(piece) for piece in line.lead])
        room = max(width - lead.cell_length, _NARROWEST)
        first = line.pieces[0] if len(line.pieces) == 1 else None
        if first is not None and first.card:
            body = lay_out(first.text, room, looks_of(self), style_of(self, f"sheet--{first.tone}"))
        else:
            body = wrap(Content("").join([self._piece(piece) for piece in line.pieces]), room)
        free = Content(" " * lead.cell_length)
        for at, part in enumerate(body or [Content("")]):
            yield (free if at else lead) + part

    def _piece(self, piece: Piece) -> Content:
        style = style_of(self, f"sheet--{piece.tone}")
        return (
            inline(piece.text, looks_of(self), style)
            if piece.card
            else Content.styled(clean(piece.text), style)
        )

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at this width."""
        return len(self._lay(width)[0])

    def render(self) -> RenderResult:
        """Draw all lines."""
        lines, stops = self._lay(self.size.width)
        here = stops[self.cursor] if 0 <= self.cursor < len(stops) else -1
        bar = Content.assemble((CURSOR, style_of(self, "sheet--cursor")), " ")
        free = Content("  ")
        return Content("\n").join([(bar if at == here else free) + text for at, text in enumerate(lines)])

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor at a block, or before the first."""
        return max(-1, min(cursor, len(self._lay(self.size.width)[1]) - 1))

    def watch_cursor(self) -> None:
        """Show the block at the cursor from its first line on."""
        self.refresh()
        self.post_message(self.Moved())
        if isinstance(self.parent, Widget):
            stops = self._lay(self.size.width)[1]
            top = stops[self.cursor] if self.cursor >= 0 else -self.virtual_region.y
            self.parent.scroll_to(y=self.virtual_region.y + top, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor to a block."""
        stops = self._lay(self.size.width)[1]
        before = [number for number, line in enumerate(stops) if line <= event.y - self.gutter.top]
        if before:
            self.cursor = before[-1]
