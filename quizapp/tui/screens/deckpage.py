"""A deck's page: its notice, what it is about, and what waits in it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from quizapp.study.overview import DeckRow
from quizapp.tui.texts import counted, plain
from quizapp.tui.widgets.keybar import KeyBar


class DeckScreen(ModalScreen[bool]):
    """Shows a deck; gives True if the learner chose to start, stop or study it, as the button says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "choose(False)", "Back", id="deck.back"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="deck.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="deck.page_down"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "#yes"

    def __init__(self, deck: DeckRow, yes: str) -> None:
        super().__init__()
        self._deck = deck
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        deck = self._deck
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(plain(deck.title), classes="title", markup=False)
            if deck.notice:
                yield Static(plain(f"! {deck.notice}"), classes="notice", markup=False)
            if deck.about:
                yield Static(plain(deck.about), classes="about", markup=False)
            yield Static(plain(self._counts()), classes="quiet", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(self._yes, id="yes", compact=True)
                yield Button("Back", id="back", compact=True)
        yield KeyBar()

    def _counts(self) -> str:
        deck = self._deck
        waiting = f"today {deck.new} new, {deck.learning} in learning, {deck.review} due"
        state = "started" if deck.started else "not started"
        return f"{counted(deck.cards, 'card')} · {waiting} · {state}"

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_choose(self, yes: bool) -> None:  # noqa: FBT001 - an action's argument has no name
        """Go on, or back."""
        self.dismiss(yes)

    def action_scroll(self, by: int) -> None:
        """Scroll a long page."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)
