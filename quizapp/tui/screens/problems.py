"""What is wrong in the decks, and how to put it right."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.study.desk import Desk
from quizapp.tui.texts import plain
from quizapp.tui.widgets.keybar import KeyBar


class ProblemsScreen(ModalScreen[None]):
    """Lists the problems of all decks, each with its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,p,enter,space", "close", "Close", id="problems.close"),
        Binding("up,k", "scroll(-1)", "Scroll up", show=False, id="problems.up"),
        Binding("down,j", "scroll(1)", "Scroll down", show=False, id="problems.down"),
        Binding("pageup", "scroll(-9)", "Page up", show=False, id="problems.page_up"),
        Binding("pagedown", "scroll(9)", "Page down", show=False, id="problems.page_down"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Lay out a paragraph for each problem."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("Problems in the decks", classes="title", markup=False)
            yield Static(plain("\n\n".join(self._reports())), markup=False)
        yield KeyBar()

    def _reports(self) -> Iterator[str]:
        for entry in self._desk.library.decks():
            if entry.problems:
                yield self._desk.library.report(entry.id)

    def action_scroll(self, by: int) -> None:
        """Scroll a long list."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
