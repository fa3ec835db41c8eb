"""How each kind of question is asked and answered in lines: one module a kind.

A prompt shows lines (options, an instruction), and takes lines until it has a response. A line it
can't read raises Unclear, whose sentence says what would be understood. A new kind is one module
with a `start`, and one line below.
"""

from collections.abc import Callable
from typing import Any, Protocol

from quizapp.answer.layout import Layout
from quizapp.answer.response import Response
from quizapp.deck.model import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizapp.line.prompts import (
    choice,
    cloze,
    flashcard,
    listing,
    matching,
    numeric,
    ordering,
    short_answer,
    true_false,
)


class Prompt(Protocol):
    """A question being answered."""

    @property
    def shown(self) -> tuple[str, ...]:
        """Lines to show between the question and the prompt."""

    @property
    def part(self) -> str:
        """Which part is asked for now (`gap 2 of 3`); empty if the response is one line."""

    @property
    def labels(self) -> tuple[str, ...] | None:
        """Names of the verdict's parts; empty if they need none, None if telling parts adds nothing."""

    def take(self, line: str) -> Response | None:
        """Take a line and return the response once it is whole. Raises Unclear."""


_START: dict[type[Body], Callable[[Any, str, Layout], Prompt]] = {
    Choice: choice.start,
    Cloze: cloze.start,
    Flashcard: flashcard.start,
    ListAnswer: listing.start,
    Matching: matching.start,
    Numeric: numeric.start,
    Ordering: ordering.start,
    ShortAnswer: short_answer.start,
    TrueFalse: true_false.start,
}


def start(body: Body, face: str, layout: Layout) -> Prompt:
    """Return a fresh prompt for a card."""
    return _START[type(body)](body, face, layout)
