"""Desks with small decks, and learners who answer single cards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.making import review
from support import deck

from quizapp.memory.model import Rating
from quizapp.study.desk import Desk

MakeDesk = Callable[..., Desk]


def write(decks: Path, name: str, questions: str, *, extra: str = "") -> None:
    (decks / f"{name}.deck.yaml").write_text(deck(name, questions, extra=extra), encoding="utf-8")


def answer(desk: Desk, card: str, *, right: bool, easy: bool = False, **more: Any) -> None:
    """Answer a card today."""
    stands = desk.store.standing(card)
    assert stands is not None
    rating = Rating.AGAIN if not right else Rating.EASY if easy else Rating.GOOD
    day = desk.time.moment().day
    desk.store.append(review(card, rating, day, before=stands.progress, **{"wording": None, **more}))


def learn(desk: Desk, card: str) -> None:
    """Answer a new card so that it needs no learning steps."""
    answer(desk, card, right=True, easy=True)
