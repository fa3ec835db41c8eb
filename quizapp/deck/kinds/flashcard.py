"""Flashcards: a question, its answer, and the learner rates themselves."""

from typing import Any

from quizapp.deck.fields import LONG, Field, Flag
from quizapp.deck.kinds.kind import QUESTION, Answer, Entry, Kind
from quizapp.deck.model import BACK, FRONT, Flashcard


def _build(entry: Entry) -> Flashcard:
    return Flashcard(**entry.values)


def _asks(body: Flashcard, face: str) -> str:
    return body.answer if face == BACK else body.question


def _answers(body: Flashcard, face: str) -> str:
    return body.question if face == BACK else body.answer


def _faces(body: Flashcard) -> tuple[str, ...]:
    return (FRONT, BACK) if body.reverse else (FRONT,)


def _thaw(values: list[Any]) -> Flashcard:
    return Flashcard(*values)


KIND = Kind(
    name="flashcard",
    body=Flashcard,
    told_by=(),
    about="A question and its answer; learners rate themselves.",
    fields=(
        QUESTION,
        Field("answer", Answer("a flashcard", LONG), "The right answer.", "The right answer", required=True),
        Field("reverse", Flag(), "Also ask for the question, given the answer.", "true", inherits=True),
    ),
    build=_build,
    asks=_asks,
    answers=_answers,
    thaw=_thaw,
    faces=_faces,
    self_rated=lambda _body: True,
)
