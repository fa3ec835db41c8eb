"""Something went wrong that the learner can do something about."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from quizapp.errors import QuizappError
from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph


class TroubleScreen(Dialog[bool]):
    """Says what happened and what to do; gives True to try again, False to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "choose(True)", "Try again", id="trouble.again"),
        Binding("escape,q", "choose(False)", "Back", id="trouble.back"),
    ]

    def __init__(self, error: QuizappError, kept: str = "") -> None:
        """`kept`: what is not lost, in a sentence."""
        super().__init__()
        self._error = error
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Lay out the sentences and two buttons."""
        error = self._error
        parts: list[Widget] = [paragraph(f"{error.what}.")]
        if error.where:
            parts.append(paragraph(error.where, "quiet"))
        if error.todo:
            parts.append(paragraph(f"{error.todo}."))
        if self._kept:
            parts.append(paragraph(self._kept, "quiet"))
        buttons = (DialogButton("Try again", YES), DialogButton("Back", "back"))
        yield from self.box("✗ This did not work", parts, buttons)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == YES)

    def action_choose(self, again: bool) -> None:
        """Try again, or go back."""
        self.dismiss(again)
