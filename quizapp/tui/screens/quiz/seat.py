"""Where a quiz is sat: what is done to it, what is shown of it, and the clock. The keys come on top."""

from collections.abc import Callable
from pathlib import Path

from textual import events, on
from textual.widgets import Static

from quizapp.answer.response import DontKnow, Response
from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import wording
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.quiz.card import QuizCard
from quizapp.tui.screens.quiz.offers import MARKS, SURE, where
from quizapp.tui.screens.quiz.overview import cell_of
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.askbar import AskBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.paper import PaperLine
from quizapp.tui.widgets.responses import ResponseWidget

_LAST_MINUTE = 60


class Seat(LeftOnce[None]):
    """Holds the quiz, what was not given yet, and a response that waits for how sure the learner is."""

    def __init__(self, desk: Desk, quiz: Quiz, said: str | None = None) -> None:
        """`said` is what the learner should be told first."""
        super().__init__()
        self._desk = desk
        self._quiz = quiz
        self._said = said
        self._drafts: dict[int, Response] = {}
        self._waiting: Response | None = None
        self._warned = False

    def on_mount(self) -> None:
        """Ask once the screen stands, and look at the clock each second if time is limited."""
        self.call_after_refresh(self._do, lambda: self._said)
        if self._quiz.paper.timed:
            self.set_interval(1, self.tick)

    # What happens

    def _do(self, act: Callable[[], object]) -> None:
        """Do something to the quiz, unless its time is over, and show where it stands; trouble is told."""
        if not self.query(QuizCard):
            return  # the screen was left before it stood
        try:
            over = self._quiz.tick(self._unsaid)
            said = act() if over is Over.NOTHING else self._over(over)
        except QuizappError as error:
            self._tell(error, lambda: self._do(act))
            return
        self._show(said if isinstance(said, str) else None)

    def _tell(self, error: QuizappError, again: Callable[[], None]) -> None:
        def chosen(try_again: bool | None) -> None:
            if try_again:
                again()
            elif self._waiting is not None:
                self._show(None)
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
        if over is Over.ELSEWHERE:
            return wording.ELSEWHERE
        return "Time is up. It was handed in as it stood."

    def tick(self) -> None:
        """Look at the clock; nothing on the screen changes unless words do."""
        if self._quiz.stage in {Stage.MARKING, Stage.DONE} or isinstance(self.app.screen, TroubleScreen):
            return
        if not self.query(QuizCard):
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
            self._do(lambda: self._quiz.keep(response))
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
            return f"That was the last one; {left} still open: o shows which, h hands in."
        return "Every question is answered: h hands in."

    @on(ResponseWidget.Incomplete)
    def _incomplete(self, event: ResponseWidget.Incomplete) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,))

    # What is shown

    @property
    def _card(self) -> QuizCard:
        return self.query_one(QuizCard)

    @property
    def _folder(self) -> Path | None:
        """Where the pictures of the question's deck are; the deck may be gone since the paper was drawn."""
        item = self._quiz.item
        if not item.question.image:
            return None
        entries = self._desk.library.decks()
        return next((entry.path.parent for entry in entries if entry.id == item.card.deck), None)

    def _show(self, said: str | None) -> None:
        """Show where the quiz stands."""
        quiz = self._quiz
        if quiz.stage is Stage.DONE:
            from quizapp.tui.screens.quiz.result import ResultScreen  # noqa: PLC0415 - needed at the end

            self.give_way(ResultScreen(self._desk, quiz, said))
            return
        self.query_one(Notice).say([said] if said else [])
        self.query_one(PaperLine).show([cell_of(row) for row in quiz.rows], quiz.place)
        self._show_time()
        self._card.ask(quiz, self._waiting or self._drafts.get(quiz.place), self._folder)
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
        self.call_after_refresh(self._card.keep_in_sight)

    def on_click(self, event: events.Click) -> None:
        """A click beside everything doesn't take the keys from the response."""
        if self.focused is None and self._free:
            event.stop()
            self._focus()
