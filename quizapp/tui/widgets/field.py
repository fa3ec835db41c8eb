"""The one text field of the program."""

from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

LONGEST = 2_000
"""Characters a response may have; what is longer is never judged."""

_UNDERLINE = Style(underline=True)


class Field(Input):
    """A line to type a response on. Its cursor stands still, and nothing is completed or guessed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Check", id="field.submit"),
        Binding("escape", "leave", "Stop typing", id="field.leave"),
    ]

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(
            placeholder=placeholder, id=id, max_length=LONGEST, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def put(self, text: str) -> None:
        """Set the text as the program does it: no message tells of it."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)

    def on_resize(self) -> None:
        """Keep the cursor in sight: a text that was put in before there was room begins at its start."""
        at = self.cursor_screen_offset.x - self.content_region.x + int(self.scroll_offset.x)
        self.scroll_to_region(Region(at, 0, 1, 1), force=True, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the line; where no ground can show how long it is, all of it is underlined."""
        strip = super().render_line(y)
        return strip.apply_style(_UNDERLINE) if self.has_pseudo_class("ansi") else strip

    def action_leave(self) -> None:
        """Give the keys back, so that letters are keys again."""
        self.screen.set_focus(None)
