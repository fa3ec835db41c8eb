"""The study screen: one card after the other, each in its place."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from quizapp.answer.response import DontKnow, Response
from quizapp.errors import QuizappError
from quizapp.memory.model import Rating
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage
from quizapp.study.sources import cited
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.offered import offered
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.card import CardView, Given
from quizapp.tui.widgets.heading import counts_line
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.progress import ProgressLine
from quizapp.tui.widgets.ratings import RatingBar
from quizapp.tui.widgets.responses import ResponseWidget
from quizapp.tui.widgets.rows import Rows

_FLAGS = 5

_AWAY: dict[str, tuple[Callable[[Session], None], str]] = {
    "bury": (Session.bury, "That card is put off until tomorrow."),
    "suspend": (Session.suspend, "That card won't be asked any more. Undo takes it back in."),
    "reset": (Session.reset, "That card is new again. Undo gives its memory back."),
}


class StudyScreen(LeftOnce[None]):
    """Asks the cards of a session. What may be done, and what it does, is the session's to say."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", id="study.next"),
        Binding("enter,i", "type", "Type", id="study.type"),
        Binding("r", "retry", "Try again", id="study.retry"),
        *(
            Binding(
                str(rating.value),
                f"rate({rating.value})",
                rating.name.capitalize(),
                show=False,
                id=f"study.rate.{rating.value}",
            )
            for rating in Rating
        ),
        Binding("h,f2", "hint", "Hint", id="study.hint"),
        Binding("d,f3", "dont_know", "Don't know", id="study.dont_know"),
        Binding("u,f4,ctrl+z", "undo", "Undo", id="study.undo"),
        Binding("o", "overrule(True)", "I was right", id="study.right"),
        Binding("w", "overrule(False)", "I was wrong", id="study.wrong"),
        Binding("g,f5", "guessed", "Guess", id="study.guessed"),
        Binding("o", "overrule_last(True)", "Last one was right", show=False, id="study.last_right"),
        Binding("w", "overrule_last(False)", "Last one was wrong", show=False, id="study.last_wrong"),
        Binding("b", "away('bury')", "Not today", show=False, id="study.bury"),
        Binding("s", "away('suspend')", "Suspend", show=False, id="study.suspend"),
        Binding("n", "away('reset')", "New again", show=False, id="study.reset"),
        Binding("m", "flag", "Flag", show=False, id="study.flag"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="study.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="study.page_down"),
        Binding("escape", "leave", "Decks", id="study.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(
        self, desk: Desk, plan: Plan, session: Session | None = None, said: str | None = None
    ) -> None:
        """`session` goes on with one that is open; `said` is what its learner should be told first."""
        super().__init__()
        self._desk = desk
        self._plan = plan
        self._session = session
        self._said = said
        self._guessed = False

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

    def on_mount(self) -> None:
        """Open the session once the screen stands."""
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        def begin() -> str | None:
            self._session = self._session or self._desk.session(self._plan)
            return self._said

        self._do(begin)

    @property
    def session(self) -> Session:
        """The session; there is one as soon as the screen was drawn once."""
        assert self._session is not None
        return self._session

    # What happens

    def _do(self, act: Callable[[], object], *, given: Given = Given.GONE) -> None:
        """Do something to the session and show where it stands; trouble is told, and may be tried again."""
        try:
            said = act()
        except QuizappError as error:
            self._tell(error, lambda: self._do(act, given=given))
            return
        if self._session is None:
            return
        told = said if isinstance(said, str) else None
        if self._session.stage is Stage.DONE:
            self.app.switch_screen(DoneScreen(self._desk, self._session, self._plan, told))
        else:
            self._show(told, given)

    def _tell(self, error: QuizappError, again: Callable[[], None]) -> None:
        def chosen(try_again: bool | None) -> None:  # noqa: FBT001 - Textual calls it so
            if try_again:
                again()
            elif self._session is None:
                self.dismiss()
            else:
                self._focus()

        kept = "" if self._session is None else "What you gave is still there."
        self.app.push_screen(TroubleScreen(error, kept), chosen)

    @on(ResponseWidget.Given)
    def _given(self, event: ResponseWidget.Given) -> None:
        event.stop()
        if (
            event.widget is self._card.response
            and event.serial == event.widget.serial
            and self._stage is Stage.ASKING
        ):
            self._submit(event.response)

    def _submit(self, response: Response) -> None:
        self.session.touched()
        self._do(lambda: self.session.answer(response, guessed=self._guessed))

    @on(ResponseWidget.Incomplete)
    def _incomplete(self, event: ResponseWidget.Incomplete) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,))

    @on(Input.Changed)
    @on(Rows.Moved)
    @on(ResponseWidget.Touched)
    def _touched(self) -> None:
        if self._session is not None and self._stage is Stage.ASKING:
            self._session.touched()

    @property
    def _stage(self) -> Stage | None:
        return self._session.stage if self._session else None

    # What is shown

    def _show(self, said: str | None, given: Given) -> None:
        """Show where the session stands."""
        session, item = self.session, self.session.item
        assert item is not None
        if given is Given.GONE and session.stage is Stage.ASKING:
            self._guessed = False
        self.query_one(Notice).say([*([said] if said else []), *session.notices])
        self._show_top(item)
        sources = () if session.stage is Stage.ASKING else cited(self._desk.library, item)
        self._card.show(session, item, given, guessed=self._guessed, sources=sources)
        self.query_one(RatingBar).offer(session.offers, session.rating)
        if given is not Given.KEPT:
            self._focus()
        self.refresh_bindings()

    @property
    def _card(self) -> CardView:
        return self.query_one(CardView)

    def _show_top(self, item: Item) -> None:
        session = self.session
        self.query_one("#deck", Static).update(plain(item.deck_title))
        self.query_one("#counts", Static).update(counts_line(session.counts, item.phase))
        line = self.query_one(ProgressLine)
        line.done, line.left = session.answered, sum(session.counts)

    def _focus(self) -> None:
        self.set_focus(self._card.focus_target() if self._stage is Stage.ASKING else None)

    def on_click(self, event: events.Click) -> None:
        """A click beside everything doesn't take the keys from the response."""
        if self.focused is None and self._stage is Stage.ASKING:
            event.stop()
            self._focus()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the stage allows."""
        if action == "type" and self.focused is not None:
            return False
        return offered(self._session, action, parameters)

    def action_next(self) -> None:
        """Go on to the next card."""
        self._do(self.session.next)

    def action_retry(self) -> None:
        """Try once more."""
        self._do(self.session.retry, given=Given.REOPENED)

    def action_rate(self, rating: int) -> None:
        """Give a rating."""
        self._do(lambda: self.session.rate(Rating(rating)))

    def action_hint(self) -> None:
        """Show one more hint."""
        self.session.touched()
        self._do(lambda: self.session.hint() and None, given=Given.KEPT)

    def action_dont_know(self) -> None:
        """Say that one doesn't know."""
        self._submit(DontKnow())

    def action_undo(self) -> None:
        """Take the last thing back."""
        self._do(lambda: self.session.undo() or "There is nothing to take back.")

    def action_overrule(self, right: bool) -> None:  # noqa: FBT001 - an action's argument has no name
        """Say that the judge is mistaken about this answer."""
        self._do(lambda: self.session.overrule(right))

    def action_overrule_last(self, right: bool) -> None:  # noqa: FBT001 - as above
        """Say that the judge was mistaken about the answer before."""

        def overrule() -> str:
            self.session.overrule(right)
            return f"Your last answer counts as {'right' if right else 'wrong'} now."

        self._do(overrule, given=Given.KEPT)

    def action_guessed(self) -> None:
        """Say beforehand that the response is a guess, or take that back."""
        self._guessed = not self._guessed
        self._do(lambda: None, given=Given.KEPT)

    def action_away(self, how: str) -> None:
        """Put the card away: until tomorrow, until it is resumed, or to start afresh."""

        def away() -> str:
            act, said = _AWAY[how]
            act(self.session)
            return said

        self._do(away)

    def action_flag(self) -> None:
        """Give the card its next flag, or none after the last."""
        item = self.session.item
        assert item is not None
        self._do(lambda: self.session.flag((item.standing.flag + 1) % _FLAGS), given=Given.KEPT)

    def action_scroll(self, by: int) -> None:
        """Scroll a long card."""
        self._card.page(by)

    def action_type(self) -> None:
        """Give the keys to the response again."""
        self._focus()

    def action_leave(self) -> None:
        """Go back to the decks; every answer given is kept already."""
        self.dismiss()
