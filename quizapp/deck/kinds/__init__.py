"""The kinds of questions, in the order in which their keys tell them."""

from quizapp.deck.kinds import (
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
from quizapp.deck.kinds.kind import Kind
from quizapp.deck.model import Body

KINDS: tuple[Kind, ...] = (
    cloze.KIND,
    true_false.KIND,
    numeric.KIND,
    ordering.KIND,
    matching.KIND,
    listing.KIND,
    choice.KIND,
    short_answer.KIND,
    flashcard.KIND,
)
BY_NAME = {kind.name: kind for kind in KINDS}
_BY_BODY = {kind.body: kind for kind in KINDS}


def kind_of(body: Body) -> Kind:
    """Return the kind of a body."""
    return _BY_BODY[type(body)]


def asks(body: Body, face: str) -> str:
    """Return the prompt of a card as plain text; a cloze shows this face's gaps as `[…]` or `[hint…]`."""
    return kind_of(body).asks(body, face)


def answers(body: Body, face: str) -> str:
    """Return the right answer of a card as plain text."""
    return kind_of(body).answers(body, face)


def faces(body: Body) -> tuple[str, ...]:
    """Return the faces of a question, one for each card."""
    return kind_of(body).faces(body)


def self_rated(body: Body) -> bool:
    """Tell whether learners look at the answer and rate themselves."""
    return kind_of(body).self_rated(body)


def fields(body: Body, face: str) -> int:
    """Return how many texts a learner types for a card: 0 where nothing is typed."""
    return kind_of(body).blanks(body, face)


def typed_answers(body: Body) -> tuple[tuple[str, str], ...]:
    """Return every answer that is right when typed, each with its face."""
    return kind_of(body).typed(body)
