"""Items to put in order, by their numbers."""

from functools import partial

from quizapp.answer.layout import Layout
from quizapp.answer.response import Ordered
from quizapp.deck.model import Ordering
from quizapp.line.prompts.one_line import OneLine
from quizapp.line.prompts.reading import Unclear, numbered, numbers


def start(body: Ordering, _face: str, layout: Layout) -> OneLine:
    """Show the items in the layout's order."""
    items = numbered([body.order[place] for place in layout.options])
    labels = tuple(str(place) for place in range(1, len(items) + 1))
    return OneLine((*items, _todo(layout)), partial(_read, layout), labels)


def _todo(layout: Layout) -> str:
    sample = " ".join(str(number) for number in range(len(layout.options), 0, -1))
    return f"Give all the numbers in the right order, like {sample}."


def _read(layout: Layout, line: str) -> Ordered:
    todo = _todo(layout)
    order = numbers(line, len(layout.options), todo)
    missing = [str(number) for number in range(1, len(layout.options) + 1) if number not in order]
    if missing:
        raise Unclear(f"Missing: {', '.join(missing)}. {todo}")
    return Ordered(tuple(layout.options[number - 1] for number in order))
