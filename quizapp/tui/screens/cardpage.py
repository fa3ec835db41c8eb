"""The page of one card: everything there is to know of it."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.errors import QuizappError
from quizapp.memory.model import Phase
from quizapp.study import cards
from quizapp.study.cards import Act
from quizapp.study.desk import Desk
from quizapp.study.scheduling import scheduling
from quizapp.study.why import CardPage, card_page
from quizapp.tui.cardsheet import blocks
from quizapp.tui.screens.changing import AT_ONCE, NOTHING_DONE
from quizapp.tui.screens.scrolled import Scrolled, scroll_keys
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.sheet import Sheet

_ACTS = {
    "suspend": cards.SUSPEND,
    "resume": cards.RESUME,
    "bury": cards.BURY,
    "unbury": cards.UNBURY,
    "reset": cards.RESET,
}


class CardScreen(Scrolled[None]):
    """Shows a card; the keys that act on it are those of the list it came from."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "../styles/quiz.tcss",
        "../styles/browse.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n", "step(1)", "Next card", id="card.next"),
        Binding("left,p", "step(-1)", "Card before", id="card.before"),
        Binding("s", "act('suspend')", "Suspend", id="card.suspend"),
        Binding("s,r", "act('resume')", "Ask again", id="card.resume"),
        Binding("b", "act('bury')", "Not today", id="card.bury"),
        Binding("b,B", "act('unbury')", "Today after all", id="card.unbury"),
        Binding("m", "flag", "Flag", id="card.flag"),
        Binding("d", "due", "Due…", id="card.due"),
        Binding("N", "act('reset')", "New again", show=False, id="card.reset"),
        Binding("u,ctrl+z", "undo", "Undo", id="card.undo"),
        Binding("e", "edit", "Edit", id="card.edit"),
        Binding("v", "passage", "Source", id="card.passage"),
        *scroll_keys("card"),
        Binding("escape,enter,q", "back", "Back", id="card.back"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, key: str, step: Callable[[int], str | None] | None = None) -> None:
        """`step` goes to a neighbour in the list the card came from and returns its key, None at an end."""
        super().__init__()
        self._desk = desk
        self._key = key
        self._step = step
        self._page: CardPage | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="card-page", can_focus=False):
            yield Sheet()
        yield from foot()

    def on_mount(self) -> None:
        """Read the card."""
        self._show()

    def _show(self, said: Sequence[str] = ()) -> None:
        try:
            how, moment = scheduling(self._desk.settings), self._desk.time.moment()
            page = card_page(self._desk.library, self._desk.store, self._key, moment, how)
        except QuizappError as error:
            self._fail(error, self._show)
            return
        self._page = page
        self.query_one(Sheet).show(lambda width: blocks(page, width))
        self.query_one(Notice).say(said)
        self.refresh_bindings()

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what would change something."""
        page = self._page
        if action == "step":
            return self._step is not None
        if page is None:
            return action not in {"act", "flag", "due", "edit", "passage"}
        standing = page.standing
        if action == "act":
            buried = standing.buried_until is not None and standing.buried_until > page.day
            return {
                "suspend": not standing.suspended,
                "resume": standing.suspended,
                "bury": not buried,
                "unbury": buried,
                "reset": standing.phase is not Phase.NEW,
            }[str(parameters[0])]
        if action == "due":
            return standing.phase is not Phase.NEW
        if action == "edit":
            return page.entry is not None
        if action == "passage":
            return bool(page.sources)
        return True

    def action_step(self, by: int) -> None:
        """Show the neighbour in the list."""
        key = self._step(by) if self._step else None
        if key is None:
            self.query_one(Notice).say(("That is the last one." if by > 0 else "That is the first one.",))
            return
        self._key = key
        self.page.scroll_home(animate=False)
        self._show()

    def action_act(self, name: str) -> None:
        """Do something to the card."""
        self._do(_ACTS[name])

    def action_flag(self) -> None:
        """Give the card its next flag, or none after the last."""
        if self._page is not None:
            self._do(cards.flag((self._page.standing.flag + 1) % 5))

    def action_due(self) -> None:
        """Ask when the card shall be due."""
        from quizapp.tui.screens.duedate import DueScreen  # noqa: PLC0415 - seldom asked for

        def given(days: int | None) -> None:
            if days is not None:
                self._do(cards.reschedule(days))

        self.app.push_screen(DueScreen(1, self._desk.time.moment().day), given)

    def action_undo(self) -> None:
        """Take back the last act, unless it was one on very many cards: the list can be stopped at those."""
        self._try(self._undo)

    def action_edit(self) -> None:
        """Open the card's line in the editor."""
        from quizapp.tui.screens.edits import edit_card  # noqa: PLC0415 - editing is rare

        edit_card(self, self._desk, self._key, self._show)

    def action_passage(self) -> None:
        """Show what the question rests on."""
        import os  # noqa: PLC0415 - for this alone

        from quizapp.author.documents import folder_from  # noqa: PLC0415 - as above
        from quizapp.author.passage import passages  # noqa: PLC0415 - documents are read on demand
        from quizapp.deck.model import Card  # noqa: PLC0415 - as above
        from quizapp.tui.screens.passage import PassageScreen  # noqa: PLC0415 - as above

        found = passages(self._desk.library, Card.parse(self._key), folder_from(os.environ))
        self.app.push_screen(PassageScreen(found))

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss()

    def _undo(self) -> str:
        acts = self._desk.cards()
        number = acts.undone_next()
        if number > AT_ONCE:
            return f"What you did last was done to {number:,} cards. Take it back in the list of cards."
        return acts.undo() or NOTHING_DONE

    def _do(self, act: Act) -> None:
        self._try(lambda: self._desk.cards().do(act, (self._key,)).sentence)

    def _try(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except QuizappError as error:
            self._fail(error, lambda: self._try(act))
            return
        self._show((said,))

    def _fail(self, error: QuizappError, again: Callable[[], None]) -> None:
        self.app.push_screen(TroubleScreen(error), lambda chosen: again() if chosen else None)
