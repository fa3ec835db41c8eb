"""Takes an attempt up: where it was left, or at its result."""

from textual.screen import Screen

from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Ended
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.quiz.result import ResultScreen
from quizapp.tui.screens.quiz.sitting import SittingScreen


def opened(desk: Desk, name: str) -> Screen[None]:
    """Return the screen of an attempt (its id). Raises StoreError if it can't be read."""
    quiz = sit.resume(desk, name)
    return screen_of(desk, quiz, _told(quiz))


def screen_of(desk: Desk, quiz: Quiz, said: str | None = None) -> Screen[None]:
    """Return the screen that shows where a quiz stands."""
    return ResultScreen(desk, quiz, said) if quiz.stage is Stage.DONE else SittingScreen(desk, quiz, said)


def _told(quiz: Quiz) -> str | None:
    if quiz.stage is Stage.MARKING and quiz.course.ended is Ended.TIME:
        return "The time was over. Mark your own answers, then the result is there."
    return None
