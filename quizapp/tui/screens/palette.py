"""The command palette: everything the screen can do, found by typing a part of its name."""

from collections.abc import Sequence
from itertools import islice
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizapp.tui.screens.dialog import Dialog
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.keybar import Key
from quizapp.tui.widgets.rows import Row, Rows

_MOST = 10


class PaletteField(Field):
    """The field of the palette; the arrows move over what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Do it", id="palette.submit"),
        Binding("escape", "screen.close", "Close", id="palette.close"),
        Binding("up", "screen.move(-1)", "Up", show=False, id="palette.up"),
        Binding("down", "screen.move(1)", "Down", show=False, id="palette.down"),
    ]


class Found(Rows, can_focus=False):
    """What fits the text so far."""

    SHOWS_CURSOR = True


class PaletteScreen(Dialog[str]):
    """Gives the key of the command that was chosen."""

    AUTO_FOCUS: ClassVar[str | None] = "PaletteField"

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = [key for key in keys if key.enabled]
        self._found: list[Key] = []

    def compose(self) -> ComposeResult:
        """Lay out the field and what it finds."""
        yield from self.box("Do what?", [PaletteField(placeholder="Type a part of its name"), Found()])

    def on_mount(self) -> None:
        """Show everything there is to do."""
        self._find("")

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        fitting = (key for key in self._keys if all(word in key.does.casefold() for word in wanted))
        self._found = list(islice(fitting, _MOST))
        rows = tuple(Row(key.shown, key.does) for key in self._found)
        self.query_one(Found).show(rows, cursor=0)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.query_one(Found).cursor)

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self._choose(event.row)

    def _choose(self, row: int) -> None:
        if row < len(self._found):
            self.dismiss(self._found[row].key)

    def action_move(self, by: int) -> None:
        """Move over what was found."""
        self.query_one(Found).action_move(by)

    def action_close(self) -> None:
        """Do nothing."""
        self.dismiss()
