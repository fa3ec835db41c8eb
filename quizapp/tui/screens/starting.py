"""What is to be known of a deck before it is started for the first time."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from quizapp.study.overview import DeckRow
from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph


class StartScreen(Dialog[bool]):
    """Shows a deck's notice; gives True to start the deck."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="start.back")]

    def __init__(self, deck: DeckRow) -> None:
        super().__init__()
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Lay out what the deck is about, and what its author wants to be read first."""
        deck = self._deck
        parts: list[Widget] = []
        if deck.about:
            parts.append(paragraph(deck.about))
        if deck.notice:
            parts.append(paragraph(deck.notice, "notice"))
        yield from self.box(deck.title, parts, (DialogButton("Start", YES), DialogButton("Back", "back")))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == YES)

    def action_back(self) -> None:
        """Leave things as they are."""
        self.dismiss(False)  # noqa: FBT003 - what the screen gives
