"""The judge: question and response become a verdict."""

from collections.abc import Callable
from typing import Any

from quizapp.answer.context import Context
from quizapp.answer.judges import (
    choice,
    cloze,
    flashcard,
    listing,
    matching,
    numeric,
    ordering,
    short,
    truefalse,
)
from quizapp.answer.judges.verdicts import wrong
from quizapp.answer.response import DontKnow, Response, Revealed, Typed
from quizapp.answer.verdict import Result, Verdict
from quizapp.deck.model import (
    Choice,
    Cloze,
    Flashcard,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)

# A longer response is refused before anything is computed from it.
LONGEST = 2000

_DEFAULT = Context()


_JUDGES: dict[type, Callable[[Any, str, Response, Context], Verdict]] = {
    Flashcard: flashcard.judge,
    ShortAnswer: short.judge,
    Choice: choice.judge,
    TrueFalse: truefalse.judge,
    Numeric: numeric.judge,
    Ordering: ordering.judge,
    Matching: matching.judge,
    ListAnswer: listing.judge,
    Cloze: cloze.judge,
}


def judge(question: Question, face: str, response: Response, context: Context = _DEFAULT) -> Verdict:
    """Judge a response to one face of a question.

    Whatever was typed or chosen gets a verdict. Raises ValueError only for a response of a sort that
    this kind never asks for, or a face it doesn't have.
    """
    match response:
        case Revealed():
            return Verdict(Result.SELF, 0.0, "revealed")
        case DontKnow():
            return wrong("dont-know")
        case Typed(texts):
            if not any(text.strip() for text in texts):
                return wrong("blank")
            if sum(map(len, texts)) > LONGEST:
                return wrong("too-long", {"longest": str(LONGEST)})
    return _JUDGES[type(question.body)](question.body, face, response, context)
