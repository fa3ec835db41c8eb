"""True or false."""

from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import misfit, right, wrong
from quizapp.answer.response import Response, Truth
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import TrueFalse


def judge(body: TrueFalse, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge whether the learner told truth from falsehood."""
    if not isinstance(response, Truth):
        raise misfit("truefalse", response)
    if response.value == body.answer:
        return right()
    return wrong("is-true" if body.answer else "is-false")
