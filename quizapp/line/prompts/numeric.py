"""A number, typed, with its unit if it has one."""

from quizapp.answer.layout import Layout
from quizapp.answer.response import Typed
from quizapp.deck.model import Numeric
from quizapp.line.prompts.one_line import OneLine


def start(body: Numeric, _face: str, _layout: Layout) -> OneLine:
    """Say which unit is meant, and that others may be given."""
    shown = (f"In {body.unit}, or with another unit behind the number.",) if body.units else ()
    if body.unit and not body.units:
        shown = (f"In {body.unit}.",)
    return OneLine(shown, lambda line: Typed((line,)))
