"""Cards the learner rates themselves: think, then look."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quizapp.answer.response import Revealed
from quizapp.study.item import Item
from quizapp.tui.widgets.responses.base import ResponseWidget


class RevealResponse(ResponseWidget, can_focus=True):
    """Nothing to type: the answer is shown at a key."""

    NAME = "Answer in your head"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "submit", "Answer", id="reveal.show"),
    ]

    def compose(self) -> ComposeResult:
        """Say what to do."""
        yield Static("Say the answer to yourself, then press Space to see it.", markup=False)

    def load(self, item: Item) -> None:
        """Ask again."""
        self.display = True

    def focus_target(self) -> Widget:
        """The widget itself takes the keys."""
        return self

    def action_submit(self) -> None:
        """Ask for the answer to be shown."""
        self.give(Revealed())

    def on_click(self, event: events.Click) -> None:
        """A click shows the answer too."""
        event.stop()
        self.action_submit()
