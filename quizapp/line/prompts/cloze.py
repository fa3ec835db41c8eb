"""A cloze: one text for each gap of the face, or turned over where it isn't typed."""

from quizapp.answer.layout import Layout
from quizapp.deck.kinds import fields
from quizapp.deck.model import Cloze
from quizapp.line.prompts.fields import Fields
from quizapp.line.prompts.flashcard import TurnOver


def start(body: Cloze, face: str, _layout: Layout) -> Fields | TurnOver:
    """Ask for the gaps in their order in the text."""
    if not body.typed:
        return TurnOver()
    count = fields(body, face)
    shown = (f"{count} gaps are asked for, one a line.",) if count > 1 else ()
    return Fields(count, lambda number: f"gap {number} of {count}" if count > 1 else "", shown)
