"""The result of a quiz: how it went, every question again, and what to do with it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.repair import Outcome, Repair
from quizapp.text import counted
from quizapp.tui.screens.quiz.dialogs import STYLES, EntryScreen
from quizapp.tui.screens.quiz.report import View, blocks
from quizapp.tui.screens.quiz.saving import ASKS, proposed, save, wrong
from quizapp.tui.screens.scrolled import Scrolled, scroll_keys
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.sheet import Line, Piece, Sheet

_LOW = 18


class ResultScreen(Scrolled[None]):
    """Shows a finished attempt. Nothing here changes what was given."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "leave", "Done", id="result.leave"),
        Binding("n,right", "question(1)", "Next question", id="result.next"),
        Binding("b,left", "question(-1)", "Back", show=False, id="result.back"),
        Binding("m", "missed(True)", "Only missed", id="result.missed"),
        Binding("m", "missed(False)", "All questions", id="result.all"),
        Binding("r", "repair", "Ask missed ones soon", id="result.repair"),
        Binding("c", "count", "Count right ones", id="result.count"),
        Binding("u,f4,ctrl+z", "take_back", "Take that back", id="result.take_back"),
        Binding("s", "save", "Save", id="result.save"),
        Binding("a", "past", "Past attempts", id="result.past"),
        *scroll_keys("result"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, quiz: Quiz, said: str | None = None) -> None:
        """`quiz` is finished; `said` is what the learner should be told first."""
        super().__init__()
        self._desk = desk
        self._quiz = quiz
        self._said = said
        self._repair = Repair(quiz)
        self._before = sit.before(desk, quiz.attempt)
        self._missed = False

    def compose(self) -> ComposeResult:
        """Lay out the sheet."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Sheet()
        yield from foot()

    def on_mount(self) -> None:
        """Fill the sheet."""
        self._show()
        self.query_one(Notice).say([self._said] if self._said else [])

    def _show(self) -> None:
        """Fill the sheet anew; its top is shown."""
        view = View(
            self._quiz.result(), self._before, self._missed, self.app.size.height >= _LOW, self._told()
        )
        self.query_one(Sheet).show(lambda width: blocks(view, width))
        self.page.scroll_home(animate=False)
        self.refresh_bindings()

    def _told(self) -> Line | None:
        """Say what can be done about it, or was."""
        if self._repair.repaired:
            return Line((Piece("✓ What was missed is asked again soon."),))
        if self._repair.missed:
            missed = counted(self._repair.missed, "missed question")
            return Line((Piece("r", "accent"), Piece(f" asks the {missed} again soon.")))
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do for."""
        match action:
            case "repair":
                return not self._repair.repaired and self._repair.missed > 0
            case "count":
                return not self._repair.counted and self._repair.right > 0
            case "take_back":
                return self._repair.repaired or self._repair.counted
            case "missed":
                return parameters[0] is not self._missed and bool(self._quiz.result().missed)
        return True

    def _do(self, act: Callable[[], str]) -> None:
        """Do something with the attempt, and say what came of it; trouble is told."""
        try:
            said = act()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda again: self._do(act) if again else None)
            return
        self._show()
        self.query_one(Notice).say([said])

    def action_repair(self) -> None:
        """Put what was missed into spaced repetition."""
        self._do(lambda: _repaired(self._repair.repair()))

    def action_count(self) -> None:
        """Let right answers count as reviews."""
        self._do(lambda: _counted(self._repair.count_right()))

    def action_take_back(self) -> None:
        """Take the last of the two back."""
        self._do(lambda: self._repair.take_back() or "There is nothing to take back.")

    def action_missed(self, only: bool) -> None:
        """Show only what was missed, or everything again."""
        self._missed = only
        self._show()
        if only:
            self.query_one(Sheet).cursor = 0

    def action_question(self, by: int) -> None:
        """Go to the next question, or the one before."""
        self.query_one(Sheet).cursor += by

    def action_save(self) -> None:
        """Save the result as a file."""

        def entered(name: str | None) -> None:
            if name is not None:
                self._do(lambda: save(self._quiz, self._before, name))

        file = proposed(self._quiz.result(), self._desk.paths.data / "results")
        self.app.push_screen(EntryScreen("Save the result", ASKS, file, wrong), entered)

    def action_past(self) -> None:
        """List the attempts at these decks."""
        from quizapp.tui.screens.quiz.past import PastScreen  # noqa: PLC0415 - each of the two leads to the other

        decks = tuple(deck.id for deck in self._quiz.paper.decks)
        self.app.push_screen(PastScreen(self._desk, decks))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _repaired(outcome: Outcome) -> str:
    said = f"{counted(outcome.cards, 'question')} will be asked again soon."
    if outcome.started:
        named = outcome.started[0] if len(outcome.started) == 1 else counted(len(outcome.started), "deck")
        said += f" This started {named}."
    if outcome.left_out:
        said += f" {counted(outcome.left_out, 'question is', 'questions are')} not in the decks any more."
    return said + " u takes it back."


def _counted(outcome: Outcome) -> str:
    said = counted(outcome.cards, "right answer counts", "right answers count")
    return f"{said} as reviews now. u takes it back."
