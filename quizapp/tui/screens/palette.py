"""The command palette: whatever can be done, found by typing a part of its name."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from quizapp.tui.commands import Command, Finder
from quizapp.tui.screens.dialog import Dialog
from quizapp.tui.screens.kept import Kept
from quizapp.tui.texts import plain
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.items import Entry, ItemList
from quizapp.tui.widgets.keybar import KeyBar


class PaletteField(Field):
    """The field of the palette; the arrows move over what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Do it", id="palette.submit"),
        Binding("escape", "screen.close", "Close", id="palette.close"),
        Binding("up", "screen.move(-1)", "Up", show=False, id="palette.up"),
        Binding("down", "screen.move(1)", "Down", show=False, id="palette.down"),
        Binding("pageup", "screen.page(-1)", "Page up", show=False, id="palette.page_up"),
        Binding("pagedown", "screen.page(1)", "Page down", show=False, id="palette.page_down"),
    ]


class Found(ItemList, can_focus=False):
    """What fits the text so far."""


class PaletteScreen(Dialog[Command], Kept[Command]):
    """Gives the command that was chosen. A theme is shown while the cursor is on it."""

    CSS_PATH = "../styles/frame.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "PaletteField"

    def begin(self, finder: Finder) -> Self:
        """Show what there is to do. finder: knows it all."""
        self._finder = finder
        return self.anew()

    def compose(self) -> ComposeResult:
        """Lay out the field and what it finds."""
        with Vertical(classes="dialog palette"):
            yield PaletteField(placeholder="A deck, a theme, an action")
            yield Found()
            yield Static("", id="none", markup=False)
        with Vertical(id="foot"):
            yield KeyBar()

    def fill(self) -> None:
        """Show what comes first, with nothing typed."""
        self._theme: str | None = None
        field = self.query_one(PaletteField)
        field.put("")
        self._find("")
        field.focus()

    def _find(self, text: str) -> None:
        self._found = self._finder.find(text)
        entries = list(_entries(self._found, headed=not text.strip()))
        found = self.query_one(Found)
        found.display = bool(entries)
        found.show(entries, at="0")
        none = self.query_one("#none", Static)
        none.display = not entries
        none.update(plain("Nothing is called that."))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose()

    @on(ItemList.Chosen)
    def _choose(self) -> None:
        command = self._command
        if command is not None:
            self._show_theme(None)
            self.dismiss(command)

    @property
    def _command(self) -> Command | None:
        current = self.query_one(Found).current
        return self._found[int(current.id)] if current and int(current.id) < len(self._found) else None

    @on(ItemList.Moved)
    def _moved(self) -> None:
        command = self._command
        self._show_theme(command.theme if command else None)

    def _show_theme(self, name: str | None) -> None:
        """Show a theme for a look, or the one that is set."""
        if name is not None and self._theme is None:
            self._theme = self.app.theme
        wanted = name or self._theme
        if wanted is not None and wanted != self.app.theme:
            self.app.theme = wanted

    def action_move(self, by: int) -> None:
        """Move over what was found."""
        self.query_one(Found).action_move(by)

    def action_page(self, by: int) -> None:
        """Move over it by a screen."""
        self.query_one(Found).action_page(by)

    def action_close(self) -> None:
        """Do nothing."""
        self._show_theme(None)
        self.dismiss()


def _entries(commands: Iterable[Command], *, headed: bool) -> Iterator[Entry]:
    """Write commands as lines; headed: each group under its name, else the name before each of them."""
    group = ""
    for number, command in enumerate(commands):
        if headed and command.group != group:
            group = command.group
            yield Entry("", group)
        yield Entry(str(number), command.text, "" if headed else command.group, command.tail)
