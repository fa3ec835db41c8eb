"""The keys of the screen one is on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.widgets.keybar import KeyBar


class HelpScreen(ModalScreen[None]):
    """Lists every key that does something where the learner is, made from the bindings themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter,space", "close", "Close", id="help.close"),
        Binding("up,k", "scroll(-1)", "Scroll up", show=False, id="help.up"),
        Binding("down,j", "scroll(1)", "Scroll down", show=False, id="help.down"),
        Binding("pageup", "scroll(-9)", "Page up", show=False, id="help.page_up"),
        Binding("pagedown", "scroll(9)", "Page down", show=False, id="help.page_down"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out a line for each thing to do."""
        width = max((len(keys) for keys, _ in self._keys), default=0)
        lines = [Content.assemble((f"{keys:>{width}}", "bold"), f"  {does}") for keys, does in self._keys]
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("Keys here", classes="title", markup=False)
            yield Static(Content("\n").join(lines), markup=False)
            yield Static(
                "While you type, letters are text: use the F keys, or press Escape first.",
                classes="quiet",
                markup=False,
            )
        yield KeyBar()

    def action_scroll(self, by: int) -> None:
        """Scroll a long list."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
