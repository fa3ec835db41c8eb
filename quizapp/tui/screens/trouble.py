"""Something went wrong that the learner can do something about."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from quizapp.errors import QuizappError
from quizapp.tui.texts import plain
from quizapp.tui.widgets.keybar import KeyBar


class TroubleScreen(ModalScreen[bool]):
    """Says what happened and what to do; gives True to try again, False to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "choose(True)", "Try again", id="trouble.again"),
        Binding("escape", "choose(False)", "Back", id="trouble.back"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "#again"

    def __init__(self, error: QuizappError) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """Lay out the sentences and two buttons."""
        with Vertical(classes="dialog"):
            yield Static("✗ This did not work", classes="title", markup=False)
            yield Static(plain(self._error.what + "."), markup=False)
            if self._error.where:
                yield Static(plain(self._error.where), classes="quiet", markup=False)
            if self._error.todo:
                yield Static(plain(self._error.todo + "."), markup=False)
            yield Static("What you typed is still there.", classes="quiet", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Try again", id="again", compact=True)
                yield Button("Back", id="back", compact=True)
        yield KeyBar()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "again")

    def action_choose(self, again: bool) -> None:  # noqa: FBT001 - an action's argument has no name
        """Try again, or go back."""
        self.dismiss(again)
