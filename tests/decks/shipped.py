"""The shipped decks as the tests look at them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quizapp.deck.model import (
    Choice,
    Cloze,
    Deck,
    Flashcard,
    Gap,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizapp.deck.read import read

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / "decks"
FILES = tuple(sorted(FOLDER.rglob("*.deck.yaml")))


@cache
def decks() -> tuple[Deck, ...]:
    """Every shipped deck, in the order of its `order`."""
    found = [deck for path in FILES if (deck := read(path.read_bytes(), path.name).deck) is not None]
    return tuple(sorted(found, key=lambda deck: (deck.order or 0, deck.id)))


@cache
def questions() -> tuple[tuple[Deck, Question], ...]:
    """Every question with its deck."""
    return tuple((deck, question) for deck in decks() for question in deck.questions)


def name(deck: Deck, question: Question) -> str:
    """How a question is called in messages and lists."""
    return f"{deck.id}/{question.id}"


def prompt(question: Question) -> str:
    """What is asked: the question, the statement, or the cloze with its gaps left open."""
    match question.body:
        case TrueFalse(statement=text) | Flashcard(question=text) | ShortAnswer(question=text):
            return text
        case Cloze(pieces=pieces):
            return "".join("[…]" if isinstance(piece, Gap) else piece for piece in pieces)
        case body:
            return body.question


def texts(question: Question) -> Iterator[str]:
    """Every text of a question that a learner may read, a cloze with its gaps filled."""
    match question.body:
        case Flashcard() as body:
            yield from (body.question, body.answer)
        case ShortAnswer() as body:
            yield from (body.question, body.answer, *body.accept)
            yield from _refused(body.reject)
        case Choice() as body:
            yield from (body.question, *body.answers)
            yield from _refused(body.wrong)
        case TrueFalse() as body:
            yield body.statement
        case Numeric() as body:
            yield body.question
        case Ordering() as body:
            yield from (body.question, *body.order)
        case Matching() as body:
            yield from (body.question, *(left for left, _ in body.pairs), *body.rights)
        case ListAnswer() as body:
            yield body.question
            for wordings in body.items:
                yield from wordings
        case Cloze() as body:
            yield "".join(piece.wording if isinstance(piece, Gap) else piece for piece in body.pieces)
            yield from (gap.hint for gap in body.gaps if gap.hint)
    yield from question.hints
    if question.explain:
        yield question.explain


def _refused(wrong: tuple[object, ...]) -> Iterator[str]:
    for refused in wrong:
        yield getattr(refused, "text", "")
        why = getattr(refused, "why", None)
        if why:
            yield why
