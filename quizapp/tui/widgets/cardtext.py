"""Card text on the screen: laid out anew for each width, never longer than it needs."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.formatting import NO_LOOKS, Looks, lay_out, marks_code
from quizapp.tui.inline import Role, is_long
from quizapp.tui.styling import style_of

CLASSES = {f"card--{role}" for role in Role}
"""Component classes of every widget that shows card text; the style sheet gives them one look for all."""
_CODE_LAST = re.compile(r"(```|\n {4}[^\n]*)\s*\Z")


def looks_of(widget: Widget) -> Looks:
    """Return how code and emphasis look in a widget that has `CLASSES` among its component classes."""
    return {role: style_of(widget, f"card--{role}") for role in Role}


@lru_cache(maxsize=64)
def height_of(text: str, width: int, *, marked: bool = False) -> int:
    """Return how many lines a card text takes. marked: signs say what is code."""
    return len(lay_out(text, width, {Role.CODE: Style()} if marked else NO_LOOKS))


class CardText(Widget):
    """A prompt, or whatever else a teacher wrote.

    What is longer than two lines has the class `-long`, what ends with lines of code `-code`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._text = text

    @property
    def text(self) -> str:
        """The text as it was written."""
        return self._text

    def update(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.set_class(is_long(text), "-long")
        self.set_class(_CODE_LAST.search(text) is not None, "-code")
        self.refresh(layout=True)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs at this width."""
        return height_of(self._text, width, marked=marks_code(looks_of(self)))

    def render(self) -> RenderResult:
        """Draw the text."""
        return joined(lay_out(self._text, self.size.width, looks_of(self)))


def joined(lines: Sequence[Content]) -> Content:
    """Put lines under each other."""
    return Content("\n").join(lines)
