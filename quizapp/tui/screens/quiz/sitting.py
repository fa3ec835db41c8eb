"""Sitting a quiz: one question after the other, forward and back, until it is handed in."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from quizapp.answer.response import DontKnow, Response
from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.quiz.card import QuizCard
from quizapp.tui.screens.quiz.dialogs import STYLES, AskScreen
from quizapp.tui.screens.quiz.offers import MARKS, SURE, handing_in, leaving, offered, where
from quizapp.tui.screens.quiz.overview import HAND_IN, OverviewScreen, cell_of
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.askbar import AskBar
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.paper import PaperLine
from quizapp.tui.widgets.responses import ResponseWidget

_LEAVE, _STAY = "leave", "stay"
_LAST_MINUTE = 60


class SittingScreen(LeftOnce[None]):
    """Asks the questions of a paper. What may be done, and what it does, is the quiz's to say."""

    CSS_PATH = STYLES
    GUARDED: ClassVar[bool] = True
    """Nothing in the command palette leads away from a quiz under way."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", id="quiz.next"),
        *(
            Binding(f"{say.key},{key}", f"certain('{sure}')", say.words, show=False, id=f"quiz.{sure}")
            for (sure, say), key in zip(SURE.items(), "gts", strict=True)
        ),
        *(
            Binding(f"{say.key},{key}", f"mark({mark})", say.words[2:], show=False, id=f"quiz.mark.{key}")
            for (mark, say), key in zip(MARKS.items(), "wpr", strict=True)
        ),
        Binding("enter,i", "type", "Type", id="quiz.type"),
        Binding("d,f3", "dont_know", "Don't know", id="quiz.dont_know"),
        Binding("u,f4", "withdraw", "Take back", id="quiz.withdraw"),
        Binding("n,f8", "forward", "Next", id="quiz.forward"),
        Binding("b,f7", "previous", "Back", id="quiz.back"),
        Binding("m,f6", "later", "For later", id="quiz.later"),
        Binding("o,f9", "overview", "Overview", id="quiz.overview"),
        Binding("h,f10", "hand_in", "Hand in", id="quiz.hand_in"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="quiz.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="quiz.page_down"),
        Binding("escape", "leave", "Leave", id="quiz.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, quiz: Quiz, said: str | None = None) -> None:
        """`said` is what the learner should be told first."""
        super().__init__()
        self._desk = desk
        self._quiz = quiz
        self._said = said
        self._drafts: dict[int, Response] = {}
        self._waiting: Response | None = None
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out the question, what it is answered with, and what is said around it."""
        with Vertical(id="head"):
            with Horizontal(id="top"):
                yield Static(plain(self._quiz.paper.title), id="deck", markup=False)
                yield Static("", id="counts", markup=False)
            yield PaperLine()
        yield QuizCard()
        with Vertical(id="foot"):
            with Vertical(classes="centre"):
                yield Notice()
            with Vertical(classes="centre"):
                yield AskBar()
            yield KeyBar()

    def on_mount(self) -> None:
        """Ask once the screen stands, and look at the clock each second if time is limited."""
        self.call_after_refresh(self._do, lambda: self._said)
        if self._quiz.paper.timed:
            self.set_interval(1, self.tick)

    # What happens

    def _do(self, act: Callable[[], object]) -> None:
        """Do something to the quiz, unless its time is over, and show where it stands; trouble is told."""
        try:
            over = self._quiz.tick(self._unsaid)
            said = act() if over is Over.NOTHING else self._over(over)
        except QuizappError as error:
            self._tell(error, lambda: self._do(act))
            return
        self._show(said if isinstance(said, str) else None)

    def _tell(self, error: QuizappError, again: Callable[[], None]) -> None:
        def chosen(try_again: bool | None) -> None:  # noqa: FBT001 - Textual calls it so
            if try_again:
                again()
            else:
                self._focus()

        self.app.push_screen(TroubleScreen(error, "What you gave is still there."), chosen)

    def _over(self, over: Over) -> str:
        """Say what is over; whatever lies over the question goes."""
        self._waiting = None
        if over is Over.QUESTION:
            return "The time for this question is over."
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()
        return "Time is up. It was handed in as it stood."

    def tick(self) -> None:
        """Look at the clock; nothing on the screen changes unless words do."""
        if self._quiz.stage in {Stage.MARKING, Stage.DONE} or isinstance(self.app.screen, TroubleScreen):
            return
        try:
            over = self._quiz.tick(self._unsaid)
        except QuizappError as error:
            self._tell(error, self.tick)
            return
        if over is not Over.NOTHING:
            self._show(self._over(over))
            return
        self._show_time()
        left = self._quiz.left
        if left is not None and left <= _LAST_MINUTE and not self._warned:
            self._warned = True
            self.query_one(Notice).add("The last minute has begun.")

    @property
    def _unsaid(self) -> Response | None:
        """What stands on the screen and was not given yet."""
        if self._waiting is not None:
            return self._waiting
        response = self._card.response
        if response is None or not self._quiz.can_answer or not response.serial:
            return None
        return response.pending()

    def _keep(self) -> None:
        """Keep what stands on the screen before the learner goes elsewhere: an exam takes it as given."""
        unsaid, quiz = self._unsaid, self._quiz
        if unsaid is None or unsaid == quiz.given:
            return
        if quiz.paper.rules.exam:
            quiz.answer(unsaid, quiz.certainty)
        else:
            self._drafts[quiz.place] = unsaid

    @on(ResponseWidget.Given)
    def _given(self, event: ResponseWidget.Given) -> None:
        event.stop()
        if event.widget is self._card.response and event.serial == event.widget.serial and self._free:
            self._take(event.response)

    @property
    def _free(self) -> bool:
        return self._quiz.can_answer and self._waiting is None

    def _take(self, response: Response) -> None:
        """Give a response, once it is said how sure one is, if that is asked."""
        if self._quiz.paper.rules.certainty and not isinstance(response, DontKnow):
            self._waiting = response
            self._do(lambda: None)
        else:
            self._do(lambda: self._answer(response, None))

    def _answer(self, response: Response, certainty: Certainty | None) -> str | None:
        self._quiz.answer(response, certainty)
        self._waiting = None
        self._drafts.pop(self._quiz.place, None)
        if not self._quiz.paper.rules.exam or self._quiz.forward():
            return None
        left = len(self._quiz.unanswered)
        if left:
            return f"That was the last one; {left} not answered yet. Press o to see which, h to hand in."
        return "Every question is answered. Press h to hand in."

    @on(ResponseWidget.Incomplete)
    def _incomplete(self, event: ResponseWidget.Incomplete) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,))

    # What is shown

    @property
    def _card(self) -> QuizCard:
        return self.query_one(QuizCard)

    def _show(self, said: str | None) -> None:
        """Show where the quiz stands."""
        quiz = self._quiz
        if quiz.stage is Stage.DONE:
            from quizapp.tui.screens.quiz.result import ResultScreen  # noqa: PLC0415 - needed at the end

            self.app.switch_screen(ResultScreen(self._desk, quiz, said))
            return
        self.query_one(Notice).say([said] if said else [])
        self.query_one(PaperLine).show([cell_of(row) for row in quiz.rows], quiz.place)
        self._show_time()
        self._card.ask(quiz, self._waiting or self._drafts.get(quiz.place))
        bar = self.query_one(AskBar)
        if self._waiting is not None:
            bar.ask("How sure are you?", list(SURE.values()))
        elif quiz.stage in {Stage.REVEALED, Stage.MARKING}:
            bar.ask("How was your answer?", list(MARKS.values()))
        else:
            bar.ask("", ())
        self._focus()
        self.refresh_bindings()

    def _show_time(self) -> None:
        counts = self.query_one("#counts", Static)
        said = where(self._quiz, narrow=self.size.width < 64)
        if str(counts.content) != said:
            counts.update(plain(said))

    def _focus(self) -> None:
        self.set_focus(self._card.focus_target() if self._free else None)

    def on_click(self, event: events.Click) -> None:
        """A click beside everything doesn't take the keys from the response."""
        if self.focused is None and self._free:
            event.stop()
            self._focus()

    # What can be done

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what fits."""
        return offered(
            self._quiz, action, waiting=self._waiting is not None, focused=self.focused is not None
        )

    def action_next(self) -> None:
        """Go on; at the end of a practice run, to its result."""

        def go_on() -> None:
            quiz = self._quiz
            if quiz.forward() or quiz.forward_open():
                return
            if quiz.paper.rules.exam:
                self.action_hand_in()
            else:
                quiz.hand_in()

        self._do(go_on)

    def action_certain(self, certainty: str) -> None:
        """Say how sure one is; with that the response is given."""
        response = self._waiting
        if response is not None:
            self._do(lambda: self._answer(response, Certainty(certainty)))

    def action_mark(self, mark: float) -> None:
        """Mark one's own answer to a flashcard."""
        self._do(lambda: self._quiz.self_mark(mark))

    def action_dont_know(self) -> None:
        """Say that one doesn't know."""
        self._take(DontKnow())

    def action_withdraw(self) -> None:
        """Take the answer to this question back."""
        self._do(self._quiz.withdraw)

    def _go(self, act: Callable[[], object]) -> None:
        def go() -> None:
            self._keep()
            act()

        self._do(go)

    def action_forward(self) -> None:
        """Show the next question."""
        self._go(self._quiz.forward)

    def action_previous(self) -> None:
        """Show the question before."""
        self._go(self._quiz.back)

    def action_later(self) -> None:
        """Mark the question for later, or take the mark off."""
        self._go(lambda: self._quiz.mark_later() and None)

    @on(PaperLine.Chosen)
    def _jump(self, event: PaperLine.Chosen) -> None:
        event.stop()
        if self._waiting is None and self._quiz.stage is not Stage.MARKING:
            self._go(lambda: self._quiz.go(event.place))

    def action_overview(self) -> None:
        """Show all questions at a glance."""

        def chosen(place: int | None) -> None:
            if place == HAND_IN:
                self.action_hand_in()
            elif place is not None:
                self._do(lambda: self._quiz.go(place))

        self._go(lambda: None)
        if self._quiz.stage not in {Stage.MARKING, Stage.DONE}:
            self.app.push_screen(OverviewScreen(self._quiz), chosen)

    def action_hand_in(self) -> None:
        """Hand in, once the learner knows what is still open."""
        self._go(lambda: None)
        quiz = self._quiz
        if quiz.stage in {Stage.MARKING, Stage.DONE}:
            return
        open_places = quiz.unanswered
        buttons = [("in", "Hand in"), (_STAY, "Go on")]

        def chosen(what: str | None) -> None:
            if what == "in":
                self._do(quiz.hand_in)

        asked = AskScreen("Hand in?", handing_in(quiz, open_places), buttons[:: -1 if open_places else 1])
        self.app.push_screen(asked, chosen)

    def action_scroll(self, by: int) -> None:
        """Scroll a long question."""
        self._card.page(by)

    def action_type(self) -> None:
        """Give the keys to the response again."""
        self._focus()

    def action_leave(self) -> None:
        """Take back that one has answered while how sure is asked; else leave, everything kept."""
        if self._waiting is not None:
            response, self._waiting = self._waiting, None
            self._drafts[self._quiz.place] = response
            self._do(lambda: None)
            return

        def chosen(what: str | None) -> None:
            if what == _LEAVE:
                self._quiz.leave()
                self.dismiss()

        self._go(lambda: None)
        if self._quiz.stage is not Stage.DONE:
            ways = [(_LEAVE, "Leave"), (_STAY, "Go on")]
            self.app.push_screen(AskScreen("Leave for now?", leaving(self._quiz), ways), chosen)
