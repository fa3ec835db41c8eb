"""The one text field of the program."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

LONGEST = 2_000
"""Characters a response may have; what is longer is never judged."""


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

    def action_leave(self) -> None:
        """Give the keys back, so that letters are keys again."""
        self.screen.set_focus(None)
