"""What dialogs are made of."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Static

from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.texts import plain
from quizapp.tui.widgets.keybar import KeyBar

YES = "yes"
_LOW = 18
_AROUND_LOW, _AROUND = 5, 9
"""Lines that frame, title, buttons and keys take, in few lines and in many."""


class DialogButton(Button):
    """A flat button; the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Choose", id="dialog.press"),
        Binding("left,up", "app.focus_previous", "The other one", show=False, id="dialog.previous"),
        Binding("right,down", "app.focus_next", "The other one", show=False, id="dialog.next"),
    ]

    def __init__(self, label: str, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(plain(label), id=id, compact=True)


class Dialog(ModalScreen[ScreenResultType], LeftOnce[ScreenResultType]):
    """A box over the screen: a title, text that scrolls when it is long, and buttons."""

    PAGE_WIDTH: ClassVar[int] = 66
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup,K", "scroll_text(-9)", "Page up", show=False, id="dialog.page_up"),
        Binding("pagedown,J", "scroll_text(9)", "Page down", show=False, id="dialog.page_down"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = f"#{YES}"

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What Enter does: what the button says that has the focus."""
        return {"Choose": str(self.focused.label)} if isinstance(self.focused, DialogButton) else {}

    def box(self, title: str, parts: list[Widget], buttons: tuple[DialogButton, ...] = ()) -> ComposeResult:
        """Lay the box out."""
        with Vertical(classes="dialog" if buttons else "dialog -plain"):
            yield Static(plain(title), classes="title", markup=False)
            with VerticalScroll(classes="text", can_focus=False):
                yield from parts
            if buttons:
                with Horizontal(classes="buttons"):
                    yield from buttons
        with Vertical(id="foot"):
            yield KeyBar()

    def on_mount(self) -> None:
        """Leave the text as much room as there is."""
        self._fit()

    def on_resize(self) -> None:
        """Leave the text as much room as there is now."""
        self._fit()

    def _fit(self) -> None:
        # A box that is as high as it needs to be takes no notice of limits that aren't given in lines.
        height = self.app.size.height
        around = _AROUND_LOW if height < _LOW else _AROUND
        for text in self.query(".text"):
            text.styles.max_height = max(1, height - around)

    def action_scroll_text(self, by: int) -> None:
        """Scroll a long text."""
        self.query_one(".text", VerticalScroll).scroll_relative(y=by, animate=False)


def paragraph(text: str, classes: str = "") -> Static:
    """Return a paragraph of a dialog."""
    return Static(plain(text), classes=classes, markup=False)
