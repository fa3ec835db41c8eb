"""Whether there is anything to take back."""

from quizapp.errors import QuizappError
from quizapp.study.session import Session


def can_undo(session: Session) -> bool:
    """Tell whether undo is offered: also where the log can't be read, since its key then tells why."""
    try:
        return session.can_undo
    except QuizappError:
        return True
