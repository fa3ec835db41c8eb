"""What screens beside studying are made of: a title, a page of at most 80 columns, and the keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ScreenResultType
from textual.widgets import Static

from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.texts import plain
from quizapp.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp


class Framed(LeftOnce[ScreenResultType]):
    """A screen with a title above and the keys below."""

    CSS_PATH = "../styles/frame.tcss"
    AUTO_FOCUS: ClassVar[str | None] = ""
    TITLE_LINE: ClassVar[str] = ""

    @contextmanager
    def page(self) -> Iterator[None]:
        """Lay out what is between the title and the keys."""
        with Vertical(classes="framed"):
            yield None

    def heading(self, text: str | None = None) -> Static:
        """Return the title."""
        return Static(plain(self.TITLE_LINE if text is None else text), classes="heading", markup=False)

    def foot(self) -> ComposeResult:
        """Lay out the keys."""
        with Vertical(id="foot"):
            yield KeyBar()

    @property
    def quizapp(self) -> "QuizApp":
        """The application."""
        from quizapp.tui.app import QuizApp  # noqa: PLC0415 - the application knows its screens

        assert isinstance(self.app, QuizApp)
        return self.app
