"""What keeps the questions of a deck file from being asked, as far as it can be mended at once."""

from pathlib import Path
from typing import NamedTuple

from quizapp.deck.messages import cure, what
from quizapp.deck.problems import ERROR
from quizapp.errors import DeckError, QuizappError
from quizapp.library.library import Library

_TODO = "Try again opens the editor there; your progress is kept either way"


class Fault(NamedTuple):
    """What is wrong, and on which line, from 1."""

    error: DeckError
    line: int


def fault_near(library: Library, deck: str, file: Path, line: int) -> Fault | None:
    """Return the error of a deck file that is nearest to this line; None if the file is sound."""
    try:
        problems = [problem for problem in library.problems(deck) if problem.severity == ERROR]
    except QuizappError:
        told = [notice for notice in library.notices if str(file) in notice]
        where = told[0] if told else str(file)
        return Fault(DeckError("The deck can't be read as it is now", where=where, todo=_TODO), line)
    if not problems:
        return None
    near = min(problems, key=lambda problem: abs(problem.line - line))
    place = f"{file}:{near.line}:{near.column}"
    return Fault(DeckError(what(near), where=place, todo=f"{cure(near)}. {_TODO}"), near.line)
