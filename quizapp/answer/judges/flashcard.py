"""Flashcards: the learner looks and rates themselves."""

from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import misfit
from quizapp.answer.response import Response
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import Flashcard


def judge(body: Flashcard, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Refuse: a look and "don't know" are all a flashcard takes, and `judge` handles both.

    Raises ValueError always.
    """
    raise misfit("flashcard", response)
