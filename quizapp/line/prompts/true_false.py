"""True or false, by number or word."""

from functools import partial

from quizapp.answer.layout import Layout
from quizapp.answer.response import Truth
from quizapp.deck.model import TrueFalse
from quizapp.line.prompts.one_line import OneLine
from quizapp.line.prompts.reading import number, numbered

_NAMES = ("True", "False")
_WORDS = {"t": True, "true": True, "f": False, "false": False}
_TODO = "Give 1 or 2, or a word: true, false."


def start(_body: TrueFalse, _face: str, layout: Layout) -> OneLine:
    """Show the two options in the layout's order."""
    return OneLine(numbered([_NAMES[place] for place in layout.options]), partial(_read, layout))


def _read(layout: Layout, line: str) -> Truth:
    word = line.strip().rstrip(".").casefold()
    if word in _WORDS:
        return Truth(_WORDS[word])
    return Truth(layout.options[number(word, 2, _TODO) - 1] == 0)
