"""A few things to say, each with its key, to be pressed or clicked."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.styling import style_of


class Say(NamedTuple):
    """One of them: the key, the words, and the component class they have (plain, right, partly, wrong)."""

    key: str
    words: str
    role: str = "plain"


class AskBar(Widget):
    """A question and what can be said to it, in one line or two; empty, it takes no room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "askbar--asks",
        "askbar--key",
        "askbar--plain",
        "askbar--right",
        "askbar--partly",
        "askbar--wrong",
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._asks = ""
        self._says: tuple[Say, ...] = ()
        self.display = False

    def ask(self, asks: str, says: Sequence[Say]) -> None:
        """Ask this; with nothing to say it goes away."""
        self._asks, self._says = asks, tuple(says)
        self.display = bool(says)
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """Draw the question, and under it what can be said, or both in one line where there is room."""
        says = Content("   ").join([self._say(say) for say in self._says])
        asks = Content.styled(self._asks, style_of(self, "askbar--asks"))
        if cell_len(self._asks) + 3 + says.cell_length <= self.size.width:
            return Content("   ").join([asks, says])
        return Content("\n").join([asks, says])

    def _say(self, say: Say) -> Content:
        press = Style.from_meta({"say": say.key})
        return Content.assemble(
            (say.key, style_of(self, "askbar--key") + press),
            (f" {say.words}", style_of(self, f"askbar--{say.role}") + press),
        )

    def on_click(self, event: events.Click) -> None:
        """A click presses the key."""
        event.stop()
        key = event.style.meta.get("say")
        if isinstance(key, str):
            self.app.simulate_key(key)
