"""A list to pick from: what fits is found by typing a part of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizapp.author.preview import Preview
from quizapp.deck.kinds import asks, faces
from quizapp.tui.screens.dialog import Dialog
from quizapp.tui.screens.previewed import first_line
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.rows import Row, Rows

_MOST = 9
Find = Callable[[str], Sequence[int]]


class PickField(Field):
    """The field one types in; the arrows move over what was found."""

    DEFAULT_CSS = """
    PickField, Fitting { margin-bottom: 1; }
    .-low PickField, .-low Fitting { margin: 0; }
    """
    SCOPED_CSS = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go there", id="pick.submit"),
        Binding("escape", "screen.close", "Close", id="pick.close"),
        Binding("up", "screen.move(-1)", "Up", show=False, id="pick.up"),
        Binding("down", "screen.move(1)", "Down", show=False, id="pick.down"),
    ]


class Fitting(Rows, can_focus=False):
    """What fits the text so far."""

    SHOWS_CURSOR = True


class PickScreen(Dialog[int]):
    """Gives the place of the entry that was picked."""

    AUTO_FOCUS: ClassVar[str | None] = "PickField"

    def __init__(self, title: str, ask: str, entry: Callable[[int], Row], find: Find) -> None:
        """`find` returns the places of the entries that a text may mean, `entry` what one looks like."""
        super().__init__()
        self._title = title
        self._asked = ask
        self._entry = entry
        self._find = find
        self._found: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        """Lay out the field and what it finds."""
        yield from self.box(self._title, [PickField(placeholder=self._asked), Fitting()])

    def on_mount(self) -> None:
        """Show the first entries there are."""
        self._show("")

    def _show(self, text: str) -> None:
        self._found = self._find(text)[:_MOST]
        self.query_one(Fitting).show(tuple(map(self._entry, self._found)), cursor=0)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.query_one(Fitting).cursor)

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self._choose(event.row)

    def _choose(self, row: int) -> None:
        if row < len(self._found):
            self.dismiss(self._found[row])

    def action_move(self, by: int) -> None:
        """Move over what was found."""
        self.query_one(Fitting).action_move(by)

    def action_close(self) -> None:
        """Pick nothing."""
        self.dismiss()


def question_of(preview: Preview) -> PickScreen:
    """Return a list of a deck's questions, found by number, id, or words."""

    def entry(at: int) -> Row:
        body = preview.questions[at].body
        return Row(str(at + 1), first_line(asks(body, faces(body)[0])))

    return PickScreen("Go to", "A number, an id, or words", entry, preview.search)


def file_of(files: Sequence[Path]) -> PickScreen:
    """Return a list of files, found by a part of their names."""
    names = [path.name for path in files]

    def find(text: str) -> list[int]:
        return [at for at, name in enumerate(names) if text.casefold() in name.casefold()]

    return PickScreen("Which deck?", "A part of its name", lambda at: Row(str(at + 1), names[at]), find)
