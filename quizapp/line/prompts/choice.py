"""Multiple choice: the number of an option, or of all that apply."""

from functools import partial

from quizapp.answer.layout import Layout
from quizapp.answer.response import Chosen
from quizapp.deck.model import Choice
from quizapp.line.prompts.one_line import OneLine
from quizapp.line.prompts.reading import Unclear, numbered, numbers

_ONE = "Give one number."
_MANY = "Give the numbers of all that apply, like 1 3."


def start(body: Choice, _face: str, layout: Layout) -> OneLine:
    """Show the options in the layout's order."""
    options = numbered([body.options[place] for place in layout.options])
    return OneLine(
        (*options, _MANY if body.many else _ONE), partial(_read, body, layout), () if body.many else None
    )


def _read(body: Choice, layout: Layout, line: str) -> Chosen:
    todo = _MANY if body.many else _ONE
    wanted = line.strip().casefold()
    # An option may be a number itself; digits always mean the option's place.
    if any(sign.isalpha() for sign in wanted):
        for place, text in enumerate(body.options):
            if text.strip().casefold() == wanted:
                return Chosen((place,))
    chosen = numbers(line, len(layout.options), todo)
    if not chosen or (len(chosen) > 1 and not body.many):
        raise Unclear(todo)
    return Chosen(tuple(sorted(layout.options[number - 1] for number in chosen)))
