"""Asks before something is done to many cards."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button

from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph


class SureScreen(Dialog[bool]):
    """Gives True if it is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "choose(True)", "Yes", id="sure.yes"),
        Binding("escape,n,q", "choose(False)", "No", id="sure.no"),
    ]

    def __init__(self, question: str, told: str) -> None:
        super().__init__()
        self._question = question
        self._told = told

    def compose(self) -> ComposeResult:
        """Ask."""
        buttons = (DialogButton("Yes", YES), DialogButton("No", "no"))
        yield from self.box(self._question, [paragraph(self._told)], buttons)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == YES)

    def action_choose(self, yes: bool) -> None:
        """Answer."""
        self.dismiss(yes)
