"""A deck's page: its notice, what it is about, and what waits in it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from quizapp.study.overview import DeckRow
from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph
from quizapp.tui.texts import counted


class DeckScreen(Dialog[bool]):
    """Shows a deck; gives True if the learner chose to start or stop it, as the button says."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="deck.back")]

    def __init__(self, deck: DeckRow, yes: str) -> None:
        super().__init__()
        self._deck = deck
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        deck = self._deck
        parts: list[Widget] = []
        if deck.about:
            parts.append(paragraph(deck.about))
        if deck.notice:
            parts.append(paragraph(f"! {deck.notice}", "notice"))
        parts.append(paragraph(self._counts(), "quiet"))
        yield from self.box(deck.title, parts, (DialogButton(self._yes, YES), DialogButton("Back", "back")))

    def _counts(self) -> str:
        deck = self._deck
        waiting = f"today {deck.new} new, {deck.learning} in learning, {deck.review} due"
        state = "started" if deck.started else "not started"
        return f"{counted(deck.cards, 'card')} · {waiting} · {state}"

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == YES)

    def action_back(self) -> None:
        """Leave things as they are."""
        self.dismiss(False)  # noqa: FBT003 - what the screen gives
