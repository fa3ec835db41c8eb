"""A list: one thing a line, in any order; an empty line ends it."""

from quizapp.answer.layout import Layout
from quizapp.deck.model import ListAnswer
from quizapp.line.prompts.fields import Fields


def start(body: ListAnswer, _face: str, _layout: Layout) -> Fields:
    """Ask for as many things as the question needs."""
    need = body.need
    shown = f"Name {need}, one a line; an empty line ends the list." if need > 1 else "Name one."
    return Fields(need, lambda number: f"item {number} of {need}", (shown,), ends_early=True)
