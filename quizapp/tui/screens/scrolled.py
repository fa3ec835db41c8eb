"""Screens that are one long page, whose keys scroll it."""

from collections.abc import Iterator

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ScreenResultType

from quizapp.tui.screens.once import LeftOnce


def scroll_keys(name: str) -> Iterator[Binding]:
    """Yield the keys that scroll the page of the screen that is called `name` in the learner's keys."""
    yield Binding("up,k", "scroll(-1)", "Up", show=False, id=f"{name}.up")
    yield Binding("down,j", "scroll(1)", "Down", show=False, id=f"{name}.down")
    yield Binding("pageup", "page(-1)", "Page up", show=False, id=f"{name}.page_up")
    yield Binding("pagedown,space", "page(1)", "Page down", show=False, id=f"{name}.page_down")
    yield Binding("home", "edge(-1)", "Top", show=False, id=f"{name}.top")
    yield Binding("end", "edge(1)", "End", show=False, id=f"{name}.end")


class Scrolled(LeftOnce[ScreenResultType]):
    """Has one `VerticalScroll` that its keys scroll, whatever has the focus."""

    @property
    def page(self) -> VerticalScroll:
        """What is scrolled."""
        return self.query_one(VerticalScroll)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.page.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by screens, two lines of each left in sight."""
        self.action_scroll(by * max(1, self.page.size.height - 2))

    def action_edge(self, by: int) -> None:
        """Scroll to the top, or to the end."""
        self.page.scroll_to(y=0 if by < 0 else self.page.max_scroll_y, animate=False)
