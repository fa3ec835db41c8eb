"""The table a sitting is held at: the card, what is said around it, and one way to change both."""

from collections.abc import Callable
from typing import ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from quizapp.answer.response import Response
from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage
from quizapp.study.sources import cited
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.kept import Kept
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.screens.undoing import can_undo
from quizapp.tui.texts import plain
from quizapp.tui.widgets.card import CardView, Given
from quizapp.tui.widgets.heading import counts_line
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.progress import ProgressLine
from quizapp.tui.widgets.ratings import RatingBar
from quizapp.tui.widgets.responses import ResponseWidget
from quizapp.tui.widgets.rows import Rows


class Studying(Kept[None]):
    """Shows where a session stands. What may be done with it, and by which keys, is `StudyScreen`'s."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    desk: Desk
    _plan: Plan
    _session: Session | None = None
    _said: str | None = None
    guessed = False
    can_undo = False

    def begin(self, desk: Desk, plan: Plan, session: Session | None = None, said: str | None = None) -> Self:
        """Study. session: one that is open, to go on with; said: what its learner should be told first."""
        self.desk = desk
        self._plan = plan
        self._session = session
        self._said = said
        return self.anew()

    def compose(self) -> ComposeResult:
        """Lay out the card, one response widget for each kind, and what is said around it."""
        with Vertical(id="head"):
            with Horizontal(id="top"):
                yield Static("", id="deck", markup=False)
                yield Static("", id="counts", markup=False)
            yield ProgressLine()
        yield CardView()
        with Vertical(id="foot"):
            with Vertical(classes="centre"):
                yield Notice()
            with Vertical(classes="centre"):
                yield RatingBar()
            yield KeyBar()

    def fill(self) -> None:
        """Open the session, and show its first card."""
        self.guessed = self.can_undo = False

        def begin() -> str | None:
            self._session = self._session or self.desk.session(self._plan)
            return self._said

        self.do(begin)

    @property
    def session(self) -> Session:
        """The session; there is one as soon as it could be opened."""
        assert self._session is not None
        return self._session

    # What happens

    def do(self, act: Callable[[], object], *, given: Given = Given.GONE) -> None:
        """Do something to the session and show where it stands; trouble is told, and may be tried again."""
        try:
            said = act()
        except QuizappError as error:
            self._tell(error, lambda: self.do(act, given=given))
            return
        if self._session is None:
            return
        told = said if isinstance(said, str) else None
        if self._session.stage is Stage.DONE:
            self.app.switch_screen(DoneScreen(self.desk, self._session, self._plan, told))
        else:
            self._show(told, given)

    def _tell(self, error: QuizappError, again: Callable[[], None]) -> None:
        def chosen(try_again: bool | None) -> None:
            if try_again:
                again()
            elif self._session is None:
                self.dismiss()
            else:
                self.give_focus()

        kept = "" if self._session is None else "What you gave is still there."
        self.app.push_screen(TroubleScreen(error, kept), chosen)

    @on(ResponseWidget.Given)
    def _given(self, event: ResponseWidget.Given) -> None:
        event.stop()
        if (
            event.widget is self.card.response
            and event.serial == event.widget.serial
            and self.stage is Stage.ASKING
        ):
            self.submit(event.response)

    def submit(self, response: Response) -> None:
        """Hand a response to the session."""
        self.session.touched()
        self.do(lambda: self.session.answer(response, guessed=self.guessed))

    @on(ResponseWidget.Incomplete)
    def _incomplete(self, event: ResponseWidget.Incomplete) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,))

    @on(Input.Changed)
    @on(Rows.Moved)
    @on(ResponseWidget.Touched)
    def _touched(self) -> None:
        if self._session is not None and self.stage is Stage.ASKING:
            self._session.touched()
            self.card.keep_in_sight()

    @property
    def stage(self) -> Stage | None:
        """Where the session stands; None before there is one."""
        return self._session.stage if self._session else None

    # What is shown

    def _show(self, said: str | None, given: Given) -> None:
        """Show where the session stands."""
        session, item = self.session, self.session.item
        assert item is not None
        if given is Given.GONE and session.stage is Stage.ASKING:
            self.guessed = False
        self.query_one(Notice).say([*([said] if said else []), *session.notices])
        self._show_top(item)
        sources = () if session.stage is Stage.ASKING else cited(self.desk.library, item)
        folder = self.desk.library.deck(item.card.deck).path.parent if item.question.image else None
        self.card.show(session, item, given, guessed=self.guessed, sources=sources, folder=folder)
        self.query_one(RatingBar).offer(session.offers, session.rating)
        self.can_undo = can_undo(session)
        if given is not Given.KEPT:
            self.give_focus()
        self.refresh_bindings()

    @property
    def card(self) -> CardView:
        """The card on the table."""
        return self.query_one(CardView)

    def _show_top(self, item: Item) -> None:
        session = self.session
        self.query_one("#deck", Static).update(plain(item.deck_title))
        self.query_one("#counts", Static).update(counts_line(session.counts, item.phase))
        line = self.query_one(ProgressLine)
        line.done, line.left = session.answered, sum(session.counts)

    def give_focus(self) -> None:
        """Let the response have the keys while one is awaited."""
        # A long question is read from its beginning: nothing scrolls before the learner does something.
        self.set_focus(self.card.focus_target() if self.stage is Stage.ASKING else None, scroll_visible=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside everything doesn't take the keys from the response."""
        if self.focused is None and self.stage is Stage.ASKING:
            event.stop()
            self.give_focus()
