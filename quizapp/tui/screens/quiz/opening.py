"""Opens quizzes: a paper once its rules were read, an attempt where it was left or at its result."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage
from quizapp.study.quiz.wording import told
from quizapp.tui.screens.quiz.dialogs import AskScreen
from quizapp.tui.screens.quiz.result import ResultScreen
from quizapp.tui.screens.quiz.sitting import SittingScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import bound, wrap

_BEGIN = "begin"
_BOX, _AROUND = 68, 7
"""Cells of a box at most, and those its frame, its edges and a bar beside its text take."""


def screen_of(desk: Desk, quiz: Quiz, said: str | None = None) -> Screen[None]:
    """Return the screen that shows where a quiz stands; `said` is what the learner is told first."""
    return ResultScreen(desk, quiz, said) if quiz.stage is Stage.DONE else SittingScreen(desk, quiz, said)


def _listed(sentences: Sequence[str], width: int) -> str:
    """Write sentences under each other, each behind a dot, as wide as a box on so wide a screen."""
    room = min(_BOX, width * 94 // 100) - _AROUND
    listed: list[str] = []
    for sentence in sentences:
        first, *rest = (line.plain.rstrip() for line in wrap(Content(bound(sentence)), room - 2))
        listed += [f"· {first}", *(f"  {line}" for line in rest)]
    return "\n".join(listed)


class Opener:
    """Opens quizzes for one place of the program; trouble is told there, and may be tried again."""

    def __init__(self, app: App[Any], desk: Desk, show: Callable[[Screen[None]], object]) -> None:
        """`show` puts a screen where it belongs: over what is there, or in its place."""
        self._app = app
        self._desk = desk
        self._show = show

    def draw(self, make: Callable[[], Paper], notices: Sequence[str] = ()) -> None:
        """Make a paper and open it."""
        self._do(lambda: self.paper(make(), notices))

    def paper(self, paper: Paper, notices: Sequence[str] = ()) -> None:
        """Begin with a paper, once its rules were read where there are any that matter."""
        if not (paper.rules.exam or paper.timed or notices):
            self._sit(paper)
            return

        def chosen(what: str | None) -> None:
            if what == _BEGIN:
                self._sit(paper)

        said = [*notices, _listed(told(paper), self._app.size.width)]
        self._app.push_screen(AskScreen(paper.title, said, [(_BEGIN, "Begin"), ("back", "Back")]), chosen)

    def code(self, code: str) -> None:
        """Open the paper that a code holds."""

        def found() -> None:
            made = sit.from_code(self._desk, code)
            self.paper(made.paper, made.notices)

        self._do(found)

    def resume(self, name: str, said: str | None = None) -> None:
        """Go on with an attempt (its id), or show its result."""

        def resumed() -> None:
            self._open(sit.resume(self._desk, name), said)

        self._do(resumed)

    def _sit(self, paper: Paper) -> None:
        self._do(lambda: self._open(sit.begin(self._desk, paper), None))

    def _open(self, quiz: Quiz, said: str | None) -> None:
        self._show(screen_of(self._desk, quiz, said))

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except QuizappError as error:
            self._app.push_screen(TroubleScreen(error), lambda again: self._do(act) if again else None)
