"""A long text in blocks that can be gone through one by one: lines of styled pieces, wrapped when drawn."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.styling import style_of
from quizapp.tui.texts import clean
from quizapp.tui.widgets.rows import CURSOR

TONES = ("text", "strong", "quiet", "accent", "right", "partly", "wrong", "rule")
Pieces = tuple[tuple[str, str], ...]


class Text(NamedTuple):
    """A line before it is wrapped: pieces with their tones; `lead` cells stay free under the first line."""

    pieces: Pieces
    lead: int = 0


class Block(NamedTuple):
    """Lines that belong together. stops: whether the cursor stops here."""

    lines: tuple[Text, ...]
    stops: bool = False


def line(*pieces: tuple[str, str], lead: int = 0) -> Text:
    """Return a line of these pieces."""
    return Text(pieces, lead)


GAP = Text(())


class Sheet(Widget):
    """Blocks under each other, the one at the cursor with a bar beside its first line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"sheet--{tone}" for tone in TONES), "sheet--cursor"}

    cursor = reactive(-1, init=False)

    class Moved(Message):
        """The cursor stands at another block, or at none."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._laid: tuple[int, list[Content], list[int]] | None = None

    def show(self, blocks: Sequence[Block], cursor: int = -1) -> None:
        """Show these blocks; `cursor` is the number of one among those that stop it, or -1."""
        self._blocks = tuple(blocks)
        self._laid = None
        self.set_reactive(Sheet.cursor, self.validate_cursor(cursor))
        self.refresh(layout=True)

    @property
    def stops(self) -> list[int]:
        """The places of the blocks at which the cursor stops."""
        return [place for place, block in enumerate(self._blocks) if block.stops]

    def _lay(self, width: int) -> tuple[list[Content], list[int]]:
        """All lines at this width, and the line at which each block begins."""
        if self._laid is None or self._laid[0] != width:
            lines: list[Content] = []
            begins: list[int] = []
            for block in self._blocks:
                begins.append(len(lines))
                for text in block.lines:
                    lines.extend(self._wrap(text, max(width - 2, 8)))
            self._laid = (width, lines, begins)
        return self._laid[1], self._laid[2]

    def _wrap(self, text: Text, width: int) -> list[Content]:
        content = Content.assemble(
            *((clean(said), style_of(self, f"sheet--{tone}")) for said, tone in text.pieces)
        )
        if not text.lead:
            return list(content.wrap(width)) or [Content("")]
        head, body = content[: text.lead], content[text.lead :]
        wrapped = list(body.wrap(max(width - text.lead, 8))) or [Content("")]
        free = Content(" " * text.lead)
        return [head + wrapped[0], *(free + part for part in wrapped[1:])]

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are at this width."""
        return len(self._lay(width)[0])

    def render(self) -> RenderResult:
        """Draw all lines; a terminal's worth of them is in sight, the rest is kept."""
        lines, begins = self._lay(self.size.width)
        here = begins[self.stops[self.cursor]] if 0 <= self.cursor < len(self.stops) else -1
        bar = Content.assemble((CURSOR, style_of(self, "sheet--cursor")), " ")
        free = Content("  ")
        return Content("\n").join([(bar if at == here else free) + text for at, text in enumerate(lines)])

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor at a block, or before the first."""
        return max(-1, min(cursor, len(self.stops) - 1))

    def watch_cursor(self) -> None:
        """Show the block at the cursor from its first line on."""
        self.refresh()
        self.post_message(self.Moved())
        if not isinstance(self.parent, Widget):
            return
        if self.cursor < 0:
            self.parent.scroll_home(animate=False)
            return
        top = self._lay(self.size.width)[1][self.stops[self.cursor]]
        self.parent.scroll_to(y=self.virtual_region.y + top, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor to a block."""
        begins = self._lay(self.size.width)[1]
        at = [number for number, place in enumerate(self.stops) if begins[place] <= event.y]
        if at and self.stops:
            self.cursor = at[-1]
