"""The way in to a quiz from the command line: its rules or where it was left, over the decks."""

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.sit import Start
from quizapp.study.quiz.wording import told
from quizapp.tui.app import QuizApp, show
from quizapp.tui.screens.quiz.dialogs import AskScreen
from quizapp.tui.screens.quiz.opening import screen_of
from quizapp.tui.screens.trouble import TroubleScreen


class QuizzingApp(QuizApp):
    """Opens with a quiz. Behind it the decks are, as ever."""

    def __init__(self, desk: Desk, start: Start) -> None:
        super().__init__(desk)
        self._start = start
        self.quiz: Quiz | None = None

    def _begin(self) -> None:
        self.apply_settings()
        self.home.load(read=True, then=self._open)

    def _open(self) -> None:
        paper = self._start.paper
        if paper is None:
            self._sit()
            return

        def chosen(what: str | None) -> None:
            if what == "begin":
                self._sit()
            else:
                self.exit()

        said = [*self._start.notices, *told(paper)]
        self.push_screen(AskScreen(paper.title, said, [("begin", "Begin"), ("back", "Quit")]), chosen)

    def _sit(self) -> None:
        paper = self._start.paper
        try:
            if paper is None:
                self.quiz = sit.resume(self.desk, self._start.attempt or "")
            else:
                self.quiz = sit.begin(self.desk, paper)
        except QuizappError as error:
            self.push_screen(TroubleScreen(error), lambda again: self._sit() if again else None)
            return
        said = " ".join(self._start.notices) if paper is None else ""
        self.push_screen(screen_of(self.desk, self.quiz, said or None))


def run(desk: Desk, start: Start) -> int:
    """Show a quiz until the learner quits; return the exit code, 1 below the pass mark."""
    app = QuizzingApp(desk, start)
    code = show(app)
    return code or (sit.exit_code(app.quiz) if app.quiz else 0)
