"""Pages to read and close: the problems of the decks."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizapp.tui.problemwords import told
from quizapp.tui.screens.dialog import Dialog, paragraph


class PageScreen(Dialog[None]):
    """A text in a box, closed by any key one would try."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,p,question_mark,f1", "close", "Close", id="page.close"),
        Binding("up,k", "scroll_text(-1)", "Scroll up", show=False, id="page.up"),
        Binding("down,j", "scroll_text(1)", "Scroll down", show=False, id="page.down"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


class ProblemsScreen(PageScreen):
    """What is wrong in the decks, as `quizapp check` says it, and where to mend it."""

    def __init__(self, reports: Sequence[str]) -> None:
        super().__init__()
        self._reports = reports

    def compose(self) -> ComposeResult:
        """Lay out the reports."""
        parts = [Static(told(report), markup=False) for report in self._reports]
        where = "Press i on a deck for its page, and e there to mend its file."
        yield from self.box("Problems in the decks", [*parts, paragraph(where, "quiet")])
