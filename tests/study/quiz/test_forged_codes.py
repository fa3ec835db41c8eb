"""Codes of papers come from strangers: what fits their check but no paper is refused in a sentence."""

from collections.abc import Sequence

import pytest

from quizapp.errors import UsageError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.bits import Writer
from quizapp.study.quiz.code import fingerprint_of
from quizapp.study.quiz.draw import SEED_BITS, mark32

USUAL = (1_000, 0, 0)


def forged(
    desk: Desk,
    *,
    cards: Sequence[str] = ("mixed/flash", "mixed/short"),
    decks: Sequence[str] = ("mixed",),
    worths: Sequence[tuple[int, int, int]] = (USUAL,),
    minutes: int = 0,
    passing: int = 0,
    width: int = 20,
) -> str:
    out = Writer()
    out.put(1, 4)
    out.put(0, 4)
    out.count(minutes)
    out.count(passing)
    out.put(7, SEED_BITS)
    out.count(len(decks))
    for deck in decks:
        out.put(mark32(deck) >> 8, 24)
    out.count(len(worths))
    for worth in worths:
        for number in worth:
            out.count(number)
    out.count(len(cards))
    out.put(width, 6)
    for card in cards:
        out.put(mark32(card) >> 32 - min(width, 32), width)
        out.put(mark32(fingerprint_of(desk.library, card)) >> 24, 8)
    out.put(0, 20)
    return out.text()


def test_a_code_put_together_by_hand_is_read_like_any(desk: Desk) -> None:
    paper = sit.from_code(desk, forged(desk, minutes=30, passing=601)).paper
    assert [str(entry.item.card) for entry in paper.entries] == ["mixed/flash", "mixed/short"]
    assert (paper.rules.minutes, paper.rules.passing) == (30, 60.0)


@pytest.mark.parametrize("width", [0, 1, 7, 33, 63])
def test_names_of_a_width_that_none_has_are_refused(desk: Desk, width: int) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        sit.from_code(desk, forged(desk, width=width))


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 1_441},
        {"passing": 1_002},
        {"worths": [(1_000_001, 0, 0)]},
        {"worths": [(1_000, 1_000_001, 0)]},
        {"worths": [(1_000, 0, 86_401)]},
        {"worths": [(0, 0, 0)]},
        {"decks": ["mixed", "mixed"]},
        {"cards": ["mixed/flash", "mixed/flash"]},
    ],
)
def test_what_no_exam_may_say_is_not_taken_from_a_code(desk: Desk, wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        sit.from_code(desk, forged(desk, **wrong))  # type: ignore[arg-type]  # each by its name
