"""The study screen: one card after the other, each in its place."""

from collections.abc import Callable
from enum import Enum, auto
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from quizapp.answer.response import DontKnow, Response
from quizapp.answer.verdict import Result
from quizapp.errors import QuizappError
from quizapp.memory.model import Phase, Rating
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage
from quizapp.study.sources import cited
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.heading import counts_line, kind_line
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.progress import ProgressLine
from quizapp.tui.widgets.ratings import RatingBar
from quizapp.tui.widgets.responses import WIDGETS, ResponseWidget, widget_for
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.verdict import Judged, VerdictPanel, judged_lines, revealed_lines

_FLAGS = 5


class Given(Enum):
    """What becomes of what the learner has given so far."""

    GONE = auto()
    REOPENED = auto()
    KEPT = auto()


_ON_TABLE = frozenset({Stage.ASKING, Stage.REVEALED, Stage.JUDGED})
_WHEN: dict[str, frozenset[Stage]] = {
    "next": frozenset({Stage.JUDGED}),
    "hint": frozenset({Stage.ASKING}),
    "dont_know": frozenset({Stage.ASKING, Stage.REVEALED}),
    "guessed": frozenset({Stage.ASKING}),
    "retry": frozenset({Stage.JUDGED}),
    "rate": frozenset({Stage.REVEALED, Stage.JUDGED}),
    "overrule": frozenset({Stage.JUDGED}),
    "overrule_last": frozenset({Stage.ASKING}),
    "suspend": _ON_TABLE,
    "bury": _ON_TABLE,
    "flag": _ON_TABLE,
}


class StudyScreen(Screen[None]):
    """Asks the cards of a session. What may be done, and what it does, is the session's to say."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", id="study.next"),
        Binding("r", "retry", "Try again", id="study.retry"),
        *(
            Binding(str(rating.value), f"rate({rating.value})", rating.name.capitalize(), show=False,
                    id=f"study.rate.{rating.value}")  # fmt: skip
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
        Binding("b", "bury", "Not today", show=False, id="study.bury"),
        Binding("s", "suspend", "Never again", show=False, id="study.suspend"),
        Binding("m", "flag", "Flag", show=False, id="study.flag"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="study.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="study.page_down"),
        Binding("escape", "leave", "Decks", id="study.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, plan: Plan, session: Session | None = None) -> None:
        """`session` goes on with one that is open."""
        super().__init__()
        self._desk = desk
        self._plan = plan
        self._session = session
        self._guessed = False
        self._response: ResponseWidget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the card, one response widget for each kind, and what is said around it."""
        with Horizontal(id="top"):
            yield Static("", id="deck", markup=False)
            yield Static("", id="counts", markup=False)
        yield ProgressLine()
        with VerticalScroll(id="body", can_focus=False), Vertical(id="card"):
            yield Static("", id="kind", markup=False)
            yield Static("", id="prompt", markup=False)
            for widget in dict.fromkeys(WIDGETS.values()):
                yield widget()
            yield Static("", id="hints", markup=False)
            yield VerdictPanel()
        yield Notice(id="notice")
        yield RatingBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the session once the screen stands."""
        for widget in self.query(ResponseWidget):
            widget.display = False
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        def begin() -> None:
            self._session = self._session or self._desk.session(self._plan)

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
        if self._session.stage is Stage.DONE:
            self.app.switch_screen(DoneScreen(self._desk, self._session, self._plan))
            return
        self._show(said if isinstance(said, str) else None, given)

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
        if event.widget is self._response and event.serial == event.widget.serial and self._stage is Stage.ASKING:
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
        self.query_one(Notice).say([*([said] if said else []), *session.notices])
        self._show_top(item)
        if given is not Given.KEPT:
            self._show_response(item, anew=given is Given.GONE)
        self._show_kind(item)
        self._show_verdict(item)
        hints = self.query_one("#hints", Static)
        hints.display = bool(session.hints)
        hints.update(plain("\n".join(f"Hint: {hint}" for hint in session.hints)))
        self.query_one(RatingBar).offer(session.offers, session.rating)
        self.refresh_bindings()
        if given is not Given.KEPT:
            self._focus()

    def _show_top(self, item: Item) -> None:
        session = self.session
        self.query_one("#deck", Static).update(plain(item.deck_title))
        self.query_one("#counts", Static).update(counts_line(session.counts, item.phase))
        line = self.query_one(ProgressLine)
        line.done, line.left = session.answered, sum(session.counts)

    def _show_response(self, item: Item, *, anew: bool) -> None:
        wanted = self.query_one(widget_for(item))
        asking = self._stage is Stage.ASKING
        if self._response is not None and self._response is not wanted:
            self._response.display = False
        self._response = wanted
        wanted.display = asking
        if asking and anew:
            self._guessed = False
            wanted.serial += 1
            wanted.load(item)
            self.query_one("#prompt", Static).update(plain(item.asks))
            self.query_one("#body", VerticalScroll).scroll_home(animate=False)
        elif asking:
            wanted.reopen()
        elif self.session.verdict is not None:
            wanted.display = True
            wanted.judged(self.session.verdict)
        self.query_one("#prompt", Static).display = not wanted.SHOWS_PROMPT

    def _show_kind(self, item: Item) -> None:
        title = self._response.title(item) if self._response else ""
        line = kind_line(item.phase, title, flag=item.standing.flag, guessed=self._guessed)
        self.query_one("#kind", Static).update(line)

    def _show_verdict(self, item: Item) -> None:
        panel, session = self.query_one(VerdictPanel), self.session
        if session.stage is Stage.REVEALED:
            panel.say(revealed_lines(item, cited(self._desk.library, item)), Result.SELF)
        elif session.verdict is not None:
            labels = self._response.labels(item) if self._response else ()
            judged = Judged(session.verdict, session.sentence, session.interval, session.response, labels)
            panel.say(judged_lines(item, judged, cited(self._desk.library, item)), session.verdict.result)
        else:
            panel.hide()
            return
        self.call_after_refresh(panel.scroll_visible, animate=False)

    def _focus(self) -> None:
        target = self._response.focus_target() if self._response and self._stage is Stage.ASKING else None
        self.set_focus(target)

    def on_click(self, event: events.Click) -> None:
        """A click beside everything doesn't take the keys from the response."""
        if self.focused is None and self._stage is Stage.ASKING:
            event.stop()
            self._focus()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the stage allows."""
        if action not in _WHEN:
            return True
        session = self._session
        if session is None or session.stage not in _WHEN[action]:
            return False
        match action:
            case "hint":
                return True if session.hints_left else False if not session.hints else None
            case "dont_know":
                return session.stage is Stage.ASKING
            case "retry":
                return session.can_retry
            case "rate":
                return any(offer.rating == parameters[0] for offer in session.offers)
            case "overrule":
                return session.verdict is not None and (session.verdict.result is Result.CORRECT) != parameters[0]
            case "overrule_last":
                past = session.previous
                return past is not None and (past.verdict.result is Result.CORRECT) != parameters[0]
        return True

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

    def action_suspend(self) -> None:
        """Never ask this card again, until it is taken back in."""

        def suspend() -> str:
            self.session.suspend()
            return "That card won't be asked any more. Undo takes it back in."

        self._do(suspend)

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""

        def bury() -> str:
            self.session.bury()
            return "That card is put off until tomorrow."

        self._do(bury)

    def action_flag(self) -> None:
        """Give the card its next flag, or none after the last."""
        item = self.session.item
        assert item is not None
        self._do(lambda: self.session.flag((item.standing.flag + 1) % _FLAGS), given=Given.KEPT)

    def action_scroll(self, by: int) -> None:
        """Scroll a long card."""
        body = self.query_one("#body", VerticalScroll)
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)

    def action_leave(self) -> None:
        """Leave the text field, so that letters are keys; else go back to the decks."""
        if isinstance(self.focused, Field):
            self.set_focus(None)
            self.refresh_bindings()
        else:
            self.dismiss()
