"""The result on the screen: what is told, and what can be done with it."""

from pathlib import Path

import pytest
from knowing import right
from tui.conftest import Study
from tui.driving import Driver
from tui.sitting import put

from quizapp.answer.response import DontKnow
from quizapp.deck.blueprint import Blueprint
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz.past import PastScreen
from quizapp.tui.screens.quiz.result import ResultScreen

KINDS = ("flashcard", "short", "choice", "many", "truefalse", "numeric", "matching")


async def sat(at: Driver, *, misses: int = 2, passing: float | None = 60, certainty: bool = True) -> Quiz:
    """Sit an exam of `KINDS` of which the first `misses` are not known, and show its result."""
    blueprint = Blueprint(title="Mock exam", order="deck", passing=passing, certainty=certainty)
    quiz = sit.begin(at.desk, sit.draw(at.desk, ["d"], blueprint, "7"))
    for place in range(len(KINDS)):
        given = DontKnow() if place < misses else right(quiz.item.question.body)
        quiz.answer(given, None if place < misses else Certainty.SURE)
        quiz.forward()
    quiz.hand_in()
    while quiz.stage is Stage.MARKING:
        quiz.self_mark(1)
    at.app.push_screen(ResultScreen(at.desk, quiz))
    await at.pilot.pause()
    await at.pilot.pause()
    return quiz


async def test_passed_or_not_is_a_word_and_a_sign(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at)
        assert "✓ Passed 60 % needed" in at.words
        assert "5 of 7 points" in at.words
        at.app.pop_screen()
        await sat(at, misses=5)
        assert "✗ Not passed 60 % needed" in at.words
        assert "less than last time" in at.words


async def test_every_question_is_told_again_with_answer_and_source(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show(size=(80, 50)) as at:
        await sat(at)
        await at.press("n")
        for said in (
            "don't know",
            "Right answer It keeps the cell",
            "A released brake",
            "Source: A clinic's",
        ):
            assert said in at.words
        await at.press("n", "n")
        assert "Your answer A lymph node" in at.words


async def test_only_what_was_missed_can_be_shown(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show(size=(80, 50)) as at:
        await sat(at)
        await at.press("m")
        assert "2 missed" in at.words
        assert "A lymph node" not in at.words
        await at.press("m")
        assert "All 7 questions" in at.words


async def test_missed_questions_are_put_into_repetition_once_and_taken_out_again(
    decks: Path, show: Study
) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at)
        assert "r asks the 2 missed questions again soon." in at.words
        await at.press("r")
        assert "2 questions will be asked again soon. This started The immune system." in at.words
        standing = at.desk.store.standing("d/flashcard")
        assert standing is not None
        assert standing.reviews == 1
        await at.press("r")
        assert len([event for event in at.desk.store.events() if event.card == "d/flashcard"]) == 1
        await at.press("u")
        assert "What was missed is out of spaced repetition again." in at.words


async def test_right_answers_count_as_reviews_only_if_the_learner_wants(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at)
        assert not list(at.desk.store.events())
        await at.press("c")
        assert "5 right answers count as reviews now." in at.words
        assert len(list(at.desk.store.events())) == 5


async def test_without_anything_missed_nothing_is_offered_for_it(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at, misses=0)
        offered = {binding.binding.action for binding in at.app.screen.active_bindings.values()}
        assert "repair" not in offered
        assert not any(action.startswith("missed") for action in offered)


@pytest.mark.parametrize(
    ("ending", "holds"), [("html", "<!doctype html>"), ("txt", "Mock exam, "), ("json", "{")]
)
async def test_it_is_saved_in_the_form_its_ending_asks_for(
    decks: Path, show: Study, tmp_path: Path, ending: str, holds: str
) -> None:
    put(decks, KINDS)
    path = tmp_path / f"mine.{ending}"
    async with show() as at:
        await sat(at)
        await at.press("s", "ctrl+u")
        await at.type(str(path))
        await at.press("enter")
        assert "Saved as" in at.words
    assert path.read_text(encoding="utf-8").startswith(holds)


async def test_a_file_that_is_there_is_left_alone(decks: Path, show: Study, tmp_path: Path) -> None:
    put(decks, KINDS)
    path = tmp_path / "mine.txt"
    path.write_text("precious", encoding="utf-8")
    async with show() as at:
        await sat(at)
        await at.press("s", "ctrl+u")
        await at.type(str(path))
        await at.press("enter")
        assert "There is a file of that name already." in at.words
        await at.press("escape")
    assert path.read_text(encoding="utf-8") == "precious"


async def test_past_attempts_lead_from_one_result_to_another(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at)
        await at.press("a")
        assert isinstance(at.app.screen, PastScreen)
        assert "✓ 71 %" in at.words
        await at.press("enter")
        assert isinstance(at.app.screen, ResultScreen)
        await at.press("escape", "escape", "escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_how_often_sure_was_right_is_told(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show(size=(80, 60)) as at:
        await sat(at)
        assert "How sure you were sure ━━━" in at.words
        assert "100 % 5 of 5 right" in at.words


async def test_a_place_is_proposed_where_nothing_is_written_over(decks: Path, show: Study) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at)
        await at.press("s", "enter", "s", "enter")
        folder = at.desk.paths.data / "results"
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["mock-exam-2026-03-02-2.html", "mock-exam-2026-03-02.html"]
