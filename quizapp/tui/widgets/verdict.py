"""What was right, why, and where it comes from."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.answer.verdict import Result
from quizapp.tui.formatting import Looks, inline, lay_out
from quizapp.tui.styling import style_of
from quizapp.tui.telling import HEADINGS, Judged, Line, Piece, Tone, judged_lines, revealed_lines
from quizapp.tui.texts import clean
from quizapp.tui.widgets.cardtext import CLASSES, joined, looks_of

_NARROWEST = 12
_DIFFERS = "verdict--differs"


class VerdictPanel(Widget):
    """A panel whose sign, word and edge say how it went."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(tone.value for tone in Tone), _DIFFERS, *CLASSES}

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.display = False

    def say(self, lines: Iterable[Line], result: Result) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        for one in Result:
            self.set_class(one is result, f"-{one.value}")
        self.display = True
        self.refresh(layout=True)

    def hide(self) -> None:
        """Take no room."""
        self.display = False

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as are needed at this width."""
        return len(self._drawn(width))

    def render(self) -> RenderResult:
        """Draw all lines."""
        return joined(self._drawn(self.size.width))

    def _drawn(self, width: int) -> list[Content]:
        looks = looks_of(self)
        return [drawn for line in self._lines for drawn in self._draw(line, max(width, _NARROWEST), looks)]

    def _draw(self, line: Line, width: int, looks: Looks) -> Iterator[Content]:
        lead = Content("").join([self._piece(piece, looks) for piece in line.lead])
        taken = lead.cell_length
        if taken > width - _NARROWEST:
            yield from lead.wrap(width)
            lead, taken = Content("  "), 2
        first = line.pieces[0] if len(line.pieces) == 1 else None
        room = width - taken
        if first is not None and first.card:
            body = lay_out(first.text, room, looks, style_of(self, first.tone))
        else:
            body = Content("").join([self._piece(piece, looks) for piece in line.pieces]).wrap(room)
        for at, part in enumerate(body or [Content("")]):
            yield (lead if at == 0 else Content(" " * taken)) + part

    def _piece(self, piece: Piece, looks: Looks) -> Content:
        style = style_of(self, piece.tone)
        if piece.card:
            return inline(piece.text, looks, style)
        # Marks are places in the text as it was typed: cleaning each part alone keeps them there.
        parts, at = [], 0
        for begin, end in piece.marks:
            start = max(begin, at)
            parts += [(clean(piece.text[at:start]), style)]
            parts += [(clean(piece.text[start:end]), style + style_of(self, _DIFFERS))]
            at = end
        return Content.assemble(*parts, (clean(piece.text[at:]), style))


__all__ = ["HEADINGS", "Judged", "Line", "Piece", "Tone", "VerdictPanel", "judged_lines", "revealed_lines"]
