"""The rules of a paper are told in plain sentences before the first question."""

import pytest

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit, wording

ZERO = "At zero it closes; what you have given by then counts."


@pytest.mark.parametrize(
    ("blueprint", "sentences"),
    [
        (
            Blueprint(parts=(Part(topic=("places",)),), feedback="each"),
            (
                "Practice: 1 question, 1 point in all.",
                "You are told after each answer how it was; it can't be changed then.",
            ),
        ),
        (
            Blueprint(parts=(Part(topic=("numbers",)),), seconds=40, penalty="25%", passing=62.5),
            (
                "Exam: 3 questions, 3 points in all.",
                "To pass you need 62.5 percent.",
                "You can go back and change answers until you hand in; the result comes at the end.",
                f"Each question has 40 seconds. {ZERO}",
                "If you stop, or the computer does, the clock runs on.",
                "A wrong answer costs 0.25 points; an open question and “don't know” cost nothing.",
            ),
        ),
        (
            Blueprint(parts=(Part(topic=("colours",)),), minutes=1, clock="stands"),
            (
                "Exam: 3 questions, 3 points in all.",
                "You can go back and change answers until you hand in; the result comes at the end.",
                "Time: 1 minute. At zero it is handed in as it is.",
                f"One question has a limit of 30 seconds. {ZERO}",
                "If you stop, or the computer does, the clock stands still until you go on.",
                "Flashcards you mark yourself at the end, when the answers are shown.",
            ),
        ),
    ],
)
def test_the_rules_say_what_matters_and_nothing_else(
    desk: Desk, blueprint: Blueprint, sentences: tuple[str, ...]
) -> None:
    assert wording.told(sit.draw(desk, ["mixed"], blueprint, "x")) == sentences


@pytest.mark.parametrize(
    ("value", "written"), [(3, "3"), (2.5, "2.5"), (1 / 3, "0.33"), (-0.001, "0"), (0, "0"), (-0.5, "-0.5")]
)
def test_points_have_no_digits_that_say_nothing(value: float, written: str) -> None:
    assert wording.number(value) == written


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (65, "1:05"), (3_661, "1:01:01"), (-3, "0:00")]
)
def test_times_are_written_as_clocks_do(seconds: int, written: str) -> None:
    assert wording.clock(seconds) == written
