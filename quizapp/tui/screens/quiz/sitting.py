"""Sitting a quiz: one question after the other, forward and back, until it is handed in."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from quizapp.answer.response import DontKnow
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.quiz.card import QuizCard
from quizapp.tui.screens.quiz.dialogs import STYLES, AskScreen
from quizapp.tui.screens.quiz.offers import MARKS, SURE, handing_in, leaving, offered
from quizapp.tui.screens.quiz.overview import HAND_IN, OverviewScreen
from quizapp.tui.screens.quiz.seat import Seat
from quizapp.tui.texts import plain
from quizapp.tui.widgets.askbar import AskBar
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.paper import PaperLine

_LEAVE, _STAY = "leave", "stay"
_IN_EXAM = {"Check": "Answer", "Next, or check": "Next, or answer"}


class SittingScreen(Seat):
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
        Binding("escape,q", "unsay", "Change the answer", id="quiz.unsay"),
        Binding("escape,q", "leave", "Leave", id="quiz.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What keys of the response widgets do here: an exam checks nothing before its end."""
        return _IN_EXAM if self._quiz.paper.rules.exam else {}

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

    # What can be done

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
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

    def action_unsay(self) -> None:
        """Go back from how sure one is to the answer itself."""
        response, self._waiting = self._waiting, None
        if response is not None:
            self._drafts[self._quiz.place] = response
            self._do(lambda: self._quiz.keep(None))

    def action_leave(self) -> None:
        """Leave for now, everything kept."""

        def chosen(what: str | None) -> None:
            if what == _LEAVE:
                self._quiz.leave()
                self.dismiss()

        self._go(lambda: None)
        if self._quiz.stage is not Stage.DONE:
            ways = [(_LEAVE, "Leave"), (_STAY, "Go on")]
            self.app.push_screen(AskScreen("Leave for now?", leaving(self._quiz), ways), chosen)
