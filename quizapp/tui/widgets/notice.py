"""A quiet bar for sentences that are said once."""

from collections.abc import Iterable

from textual import events
from textual.widgets import Static

from quizapp.tui.texts import plain


class Notice(Static):
    """Says something until something else happens; empty, it takes no room."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._said: tuple[str, ...] = ()
        self.display = False

    def say(self, sentences: Iterable[str]) -> None:
        """Show these sentences, one a line, or nothing if there are none."""
        self._said = tuple(dict.fromkeys(sentences))
        self.update(plain("\n".join(self._said)))
        self.display = bool(self._said)

    def add(self, sentence: str) -> None:
        """Show one more sentence."""
        self.say((*self._said, sentence))

    def on_click(self, event: events.Click) -> None:
        """A click puts it away."""
        event.stop()
        self.say(())
