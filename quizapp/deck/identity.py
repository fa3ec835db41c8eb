"""By what questions and cards are known again: fingerprints and provisional ids."""

from quizapp.deck.kinds import kind_of
from quizapp.deck.model import Body, Question
from quizapp.deck.names import digest, is_id, normalise, slug, tidy

__all__ = ["PROVISIONAL", "VERSION", "fingerprint", "is_id", "normalise", "provisional_id", "slug"]

VERSION = 1
PROVISIONAL = "~"


def fingerprint(question: Question, face: str) -> str:
    """Return `1:` and twelve hex digits each of what a card asks and of its right answer.

    The first part covers the kind, the prompt and the options or items shown (in any order), the
    second the right answer. The number in front tells how they were made.
    """
    return f"{VERSION}:{_asked(question.body, face)}:{_answered(question.body, face)}"


def provisional_id(body: Body) -> str:
    """Return the id of a question that has none written: `~` and ten hex digits of its content."""
    parts = [f"{_asked(body, face)}:{_answered(body, face)}" for face in kind_of(body).faces(body)]
    return PROVISIONAL + digest(parts, 10)


def _asked(body: Body, face: str) -> str:
    kind = kind_of(body)
    shown = sorted(normalise(text) for text in kind.shown(body, face))
    return digest([kind.name, normalise(kind.asks(body, face)), *shown], 12)


def _answered(body: Body, face: str) -> str:
    return digest([tidy(kind_of(body).answers(body, face))], 12)
