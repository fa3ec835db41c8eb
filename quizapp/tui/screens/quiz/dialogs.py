"""The questions a quiz asks its learner beside those of the paper."""

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from quizapp.tui.screens.dialog import YES, Dialog, DialogButton, paragraph
from quizapp.tui.texts import clean
from quizapp.tui.widgets.checklist import CheckList, Tick
from quizapp.tui.widgets.field import Field

STYLES = "../../styles/quiz.tcss"


class PickScreen(Dialog[tuple[str, ...]]):
    """Entries to tick; gives those that are ticked, or None if things stay as they are."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take these", id="pick.take"),
        Binding("escape,q", "leave", "Leave it", id="pick.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "CheckList"

    def __init__(self, title: str, entries: Sequence[Tick], ticked: Collection[str], none: str) -> None:
        """`none`: what it means that nothing is ticked."""
        super().__init__()
        self._title = title
        self._entries = tuple(entries)
        self._ticked = ticked
        self._none = none

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        parts: list[Widget] = [CheckList(self._entries, self._ticked), paragraph(self._none, "quiet")]
        buttons = (DialogButton("Take these", YES), DialogButton("Leave it", "back"))
        yield from self.box(self._title, parts, buttons)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == YES:
            self.action_take()
        else:
            self.action_leave()

    def action_take(self) -> None:
        """Give what is ticked."""
        self.dismiss(self.query_one(CheckList).ticked)

    def action_leave(self) -> None:
        """Leave things as they are."""
        self.dismiss(None)


class EntryField(Field):
    """The field of a dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Take it", id="entry.submit"),
        Binding("escape", "screen.leave", "Leave it", id="entry.leave"),
    ]


class EntryScreen(Dialog[str]):
    """One thing to type; gives it once `wrong` finds nothing to say of it, or None."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it", show=False, id="entry.out")
    ]
    AUTO_FOCUS: ClassVar[str | None] = "EntryField"

    def __init__(self, title: str, asks: str, text: str, wrong: Callable[[str], str | None]) -> None:
        """`wrong`: what is wrong with a text, in a sentence, or None."""
        super().__init__()
        self._title = title
        self._asks = asks
        self._text = text
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        trouble = Static("", id="wrong", markup=False)
        yield from self.box(self._title, [paragraph(self._asks), EntryField(), trouble])

    def on_mount(self) -> None:
        """Put in what holds now."""
        self.query_one(EntryField).put(self._text)
        self.query_one("#wrong").display = False

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        said = self._wrong(event.value.strip())
        if said is None:
            self.dismiss(event.value.strip())
            return
        trouble = self.query_one("#wrong", Static)
        trouble.display = True
        trouble.update(Content.assemble(("✗ ", "$wrong"), clean(said)))

    def action_leave(self) -> None:
        """Leave things as they are."""
        self.dismiss(None)


class AskScreen(Dialog[str]):
    """Sentences and up to three buttons; gives the id of the one chosen, or None."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Back", id="ask.leave")]
    AUTO_FOCUS: ClassVar[str | None] = "DialogButton"

    def __init__(self, title: str, sentences: Sequence[str], buttons: Sequence[tuple[str, str]]) -> None:
        """`buttons`: id and wording of each; the first has the focus."""
        super().__init__()
        self._title = title
        self._sentences = tuple(sentences)
        self._buttons = tuple(buttons)

    def compose(self) -> ComposeResult:
        """Lay out the sentences and the buttons."""
        buttons = tuple(DialogButton(says, name) for name, says in self._buttons)
        yield from self.box(self._title, [paragraph(sentence) for sentence in self._sentences], buttons)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
