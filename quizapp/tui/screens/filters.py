"""What can be typed to find cards."""

from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.tui.screens.dialog import paragraph
from quizapp.tui.screens.page import PageScreen


class FiltersScreen(PageScreen):
    """Lists the words and filters the search knows."""

    def compose(self) -> ComposeResult:
        """Lay out a line for each."""
        from quizapp.tui.screens.browse import filters  # noqa: PLC0415 - it opens this screen

        yield from self.box(
            "What to type",
            [paragraph("A card has to fit everything that is typed."), Static(filters(), markup=False)],
        )
