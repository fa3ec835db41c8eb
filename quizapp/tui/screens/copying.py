"""Asks before a deck that came with the program is copied to be edited."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button

from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph


class CopyScreen(Dialog[bool]):
    """Gives True to copy the deck into the learner's own folder."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "choose(True)", "Copy", id="copy.copy"),
        Binding("escape,q", "choose(False)", "Back", id="copy.back"),
    ]

    def __init__(self, title: str, folder: str) -> None:
        """`title` is the deck's, `folder` where its copy will be."""
        super().__init__()
        self._title = title
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Say what a copy means, and offer it."""
        parts = [
            paragraph(f"{self._title} came with the program and can't be changed itself."),
            paragraph("A copy can: from then on you study it, with all your progress."),
            paragraph(f"It goes to {self._folder}", "quiet"),
        ]
        buttons = (DialogButton("Copy and edit", YES), DialogButton("Back", "back"))
        yield from self.box("Edit a copy?", [*parts], buttons)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == YES)

    def action_choose(self, copy: bool) -> None:
        """Copy, or go back."""
        self.dismiss(copy)
