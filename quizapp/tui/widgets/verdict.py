"""What was right, why, and where it comes from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
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
_LOW = 18
_ARROW = "  →  "
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
        looks, width = looks_of(self), max(width, _NARROWEST)
        lines: Sequence[Line] = self._lines
        if self.app.size.height < _LOW:
            lines = [line for line in lines if line.pieces and not line.quiet]
        return [drawn for line in _arranged(lines, width) for drawn in self._draw(line, width, looks)]

    def _draw(self, line: Line, width: int, looks: Looks) -> Iterator[Content]:
        lead, taken = self._join(line.lead, looks), _cells(line.lead)
        if taken > width - _NARROWEST:
            yield from lead.wrap(width)
            lead, taken = Content("  "), 2
        first = line.pieces[0] if len(line.pieces) == 1 else None
        room = width - taken
        if first is not None and first.card:
            body = lay_out(first.text, room, looks, style_of(self, first.tone))
        elif line.instead and line.column is not None:
            free = " " * (line.column - _cells(line.pieces))
            body = [self._join((*line.pieces, Piece(f"{free}{_ARROW}", Tone.QUIET), *line.instead), looks)]
        else:
            body = self._join(line.pieces, looks).wrap(room)
            arrow = self._join((Piece(_ARROW.strip() + " ", Tone.QUIET),), looks)
            under = self._join(line.instead, looks).wrap(room - len(arrow)) if line.instead else ()
            body += [(Content(" " * len(arrow)) if at else arrow) + part for at, part in enumerate(under)]
        for at, part in enumerate(body or [Content("")]):
            yield (lead if at == 0 else Content(" " * taken)) + part

    def _join(self, pieces: Iterable[Piece], looks: Looks) -> Content:
        return Content("").join([self._piece(piece, looks) for piece in pieces])

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


def _cells(pieces: Iterable[Piece]) -> int:
    return sum(cell_len(clean(piece.text)) for piece in pieces)


def _arranged(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Let what was wanted stand in a column, else beside what was given, else (no column) under it."""
    others = [line for line in lines if line.instead]
    column = max((_cells(line.pieces) for line in others), default=0)
    for wide in (column, 0, None):
        if wide is None or all(_width(line, wide) <= width for line in others):
            yield from (line._replace(column=wide) if line.instead else line for line in lines)
            return


def _width(line: Line, column: int) -> int:
    given = max(column, _cells(line.pieces))
    return _cells(line.lead) + given + len(_ARROW) + _cells(line.instead)


__all__ = ["HEADINGS", "Judged", "Line", "Piece", "Tone", "VerdictPanel", "judged_lines", "revealed_lines"]
