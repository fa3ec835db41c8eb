"""What can be typed to find cards."""

from textual.app import ComposeResult

from quizapp.tui.cardwords import filter_lines
from quizapp.tui.screens.dialog import paragraph
from quizapp.tui.screens.page import PageScreen
from quizapp.tui.widgets.sheet import Block, Sheet


class FiltersScreen(PageScreen):
    """Lists the words and filters the search knows."""

    def compose(self) -> ComposeResult:
        """Lay out a line for each."""
        told = paragraph("A card has to fit everything that is typed. A minus turns a filter round.", "quiet")
        yield from self.box("What to type", [told, Sheet()])

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(Sheet).show(lambda _: (Block(filter_lines()),))
