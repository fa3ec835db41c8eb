"""Lines with a label each, in two columns: one widget, however many there are."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.tui.styling import style_of
from quizapp.tui.texts import wrap

_LABEL = 11
_WIDEST, _NARROWEST = 72, 8
_SET_IN = 2


class Fact(NamedTuple):
    """A line: its label, and what it says."""

    label: str
    text: Content


class Facts(Widget):
    """Draws facts under each other; what is too long goes on under where it began."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"facts--label"}

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._facts: tuple[Fact, ...] = ()
        self._wrapped: tuple[int, list[tuple[str, Content]]] | None = None

    def show(self, facts: Iterable[Fact]) -> None:
        """Show other facts."""
        self._facts = tuple(facts)
        self._wrapped = None
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        if self._wrapped is None or self._wrapped[0] != width:
            room = max(min(width - _LABEL, _WIDEST), _NARROWEST)
            lines = [
                ("" if number else fact.label, line)
                for fact in self._facts
                for number, line in enumerate(_wrapped(fact.text, room))
            ]
            self._wrapped = (width, lines)
        return self._wrapped[1]

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at this width."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Draw all lines."""
        label = style_of(self, "facts--label")
        return Content("\n").join(
            [Content.styled(f"{name:<{_LABEL}}", label) + text for name, text in self._lines(self.size.width)]
        )


def _wrapped(text: Content, room: int) -> list[Content]:
    """Wrap each line of a text; of several, what goes on is set in, to tell where the next begins."""
    lines = text.split("\n")
    if len(lines) == 1:
        return wrap(text, room)
    return [
        Content(" " * _SET_IN) + part if number else part
        for line in lines
        for number, part in enumerate(wrap(line, room - _SET_IN))
    ]
