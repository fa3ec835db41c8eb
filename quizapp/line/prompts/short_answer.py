"""A short answer, typed."""

from quizapp.answer.layout import Layout
from quizapp.answer.response import Typed
from quizapp.deck.model import ShortAnswer
from quizapp.line.prompts.one_line import OneLine


def start(_body: ShortAnswer, _face: str, _layout: Layout) -> OneLine:
    """There is nothing to show but the question."""
    return OneLine((), lambda line: Typed((line,)))
