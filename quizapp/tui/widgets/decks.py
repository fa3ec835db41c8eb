"""The decks of the home screen: the list, what is typed to find some of them, and a word on one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from quizapp.tui import glance
from quizapp.tui.texts import plain
from quizapp.tui.widgets.decklist import DeckList
from quizapp.tui.widgets.field import Field

if TYPE_CHECKING:
    from quizapp.study.overview import DeckRow

_GLANCE = 4
_INSET = 4
"""Cells at the left of what is said of a deck."""
_FIND = 2
_LEAST = 9
"""Lines of the list that come before any word on a single deck."""


class Find(Field):
    """The line on which a part of a title is typed; the arrows move in the list meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "To list", id="find.submit"),
        Binding("escape", "leave", "All decks", id="find.leave"),
        Binding("up", "move(-1)", "Up", show=False, id="find.up"),
        Binding("down", "move(1)", "Down", show=False, id="find.down"),
    ]

    def action_leave(self) -> None:
        """Show all decks again."""
        self.query_ancestor(Decks).action_clear()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list."""
        self.query_ancestor(Decks).list.action_move(by)


class Decks(Vertical):
    """Shows decks. What is done with them is the screen's business."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", "All decks", id="decks.clear"),
    ]

    wanted = var("", bindings=True)
    """What was typed to find decks; all its words must stand in a title."""

    class Moved(Message):
        """Another deck stands at the cursor, or that deck stands otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._decks: tuple[DeckRow, ...] = ()
        self._day = 0

    def compose(self) -> ComposeResult:
        """Lay out the line to type on, the list, and what is said of a deck."""
        yield Find(placeholder="part of a title", id="find")
        yield DeckList()
        yield Static("", id="nothing", markup=False)
        with Vertical(id="deck-glance"):
            yield Static("", id="facts", markup=False)
            yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Nothing is known yet."""
        for name in ("#find", "#nothing", "#deck-glance"):
            self.query_one(name).display = False

    @property
    def list(self) -> DeckList:
        """The list itself."""
        return self.query_one(DeckList)

    @property
    def current(self) -> "DeckRow | None":
        """The deck at the cursor."""
        return self.list.current

    @property
    def finding(self) -> bool:
        """Whether a part of a title is being typed, or was."""
        return bool(self.query_one(Find).display)

    def show(self, decks: "Sequence[DeckRow]", day: int, *, at: str | None = None) -> None:
        """Show these decks on the study day `day`, or those of them that are looked for."""
        self._decks, self._day = tuple(decks), day
        words = self.wanted.casefold().split()
        found = [deck for deck in decks if all(word in deck.title.casefold() for word in words)]
        self.list.display = bool(found)
        self.list.show(found, day, at=at)
        self._fit()
        nothing = self.query_one("#nothing", Static)
        nothing.display = bool(decks) and not found
        nothing.update(plain(f"No deck has “{self.wanted}” in its title."))

    def on_resize(self) -> None:
        """Give the list what room there is."""
        self._fit()

    def _fit(self) -> None:
        """Say something of the deck at the cursor if there is room for it beside a good part of the list."""
        glance = self.query_one("#deck-glance")
        room = self.size.height - (_FIND if self.query_one(Find).display else 0)
        glance.display = self.current is not None and room - _GLANCE >= min(_LEAST, self.list.height_wanted)
        self.list.styles.max_height = max(2, room - (_GLANCE if glance.display else 0))

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do for."""
        return bool(self.wanted) if action == "clear" else True

    def find(self) -> None:
        """Type a part of a title."""
        find = self.query_one(Find)
        find.display = True
        find.focus()
        self._fit()

    def action_clear(self) -> None:
        """Show all decks again."""
        find = self.query_one(Find)
        find.put("")
        find.display = False
        self.wanted = ""
        self.show(self._decks, self._day)
        self.list.focus()

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.wanted = event.value.strip()
        self.show(self._decks, self._day)

    @on(Input.Submitted, "#find")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.wanted:
            self.action_clear()
        elif self.current is not None:
            self.list.focus()

    @on(DeckList.Moved)
    def _moved(self, event: DeckList.Moved) -> None:
        event.stop()
        # What the list sends while it is told something goes no further up than here.
        self.post_message(self.Moved())
        deck = self.current
        if deck is not None:
            self.query_one("#facts", Static).update(
                Content(glance.facts(deck, self._day, self.size.width - _INSET))
            )
            self.query_one("#about", Static).update(plain(deck.about or ""))
