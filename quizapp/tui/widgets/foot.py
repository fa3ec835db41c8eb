"""The end of a screen."""

from textual.app import ComposeResult
from textual.containers import Vertical

from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice


def foot() -> ComposeResult:
    """Lay out what is told, above the keys."""
    with Vertical(id="foot"):
        with Vertical(classes="centre"):
            yield Notice()
        yield KeyBar()
