"""A quiz on the screen: every kind by keys, forward and back, time, certainty, one's own marks, leaving."""

from datetime import timedelta
from pathlib import Path

import pytest
from tui.conftest import Study
from tui.sitting import Sitter, sitting

from quizapp.answer.response import Chosen, DontKnow, Revealed, Typed
from quizapp.clock import SetClock
from quizapp.deck.model import Choice
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Certainty, Ended
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz.overview import OverviewScreen
from quizapp.tui.screens.quiz.result import ResultScreen
from quizapp.tui.screens.quiz.setup import SetupScreen

KINDS = ("flashcard", "short", "choice", "many", "truefalse", "numeric", "ordering", "matching", "list")
CHOICE = KINDS.index("choice")
SHORT = KINDS.index("short")
FEW = ("truefalse", "short", "choice")


def pass_time(at: Sitter, seconds: float) -> None:
    """Let time pass, and the screen look at the clock."""
    clock = at.at.desk.clock
    assert isinstance(clock, SetClock)
    clock.advance(timedelta(seconds=seconds))
    at.screen.tick()


async def go(at: Sitter, place: int) -> None:
    """Go to a question by its place."""
    at.screen._go(lambda: at.quiz.go(place))
    await at.at.pilot.pause()


async def test_an_exam_of_every_kind_answered_right_by_keys_earns_everything(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks) as at:
        quiz = at.quiz
        while quiz.unanswered:
            before = quiz.place
            if quiz.item.self_rated:
                await at.at.press("enter")
            else:
                await at.right()
            assert quiz.course.slots[before].given is not None
        assert "Every question is answered" in at.at.words
        await at.at.press("escape", "h", "enter")
        assert quiz.stage is Stage.MARKING
        while quiz.stage is Stage.MARKING:
            assert "Compare, and mark your own answer" in at.at.words
            await at.at.press("3")
        assert isinstance(at.at.app.screen, ResultScreen)
        assert quiz.result().short.percent == 100
        assert "100" in at.at.words or "█" in at.at.text


async def test_practice_tells_at_once_and_goes_on_to_the_result(show: Study, decks: Path) -> None:
    async with sitting(show, decks, feedback="each", kinds=FEW) as at:
        quiz = at.quiz
        while quiz.stage is not Stage.DONE:
            if quiz.item.self_rated:
                await at.at.press("space")
                assert "How was your answer?" in at.at.words
                await at.at.press("2")
                assert "Partly right, as you say" in at.at.words
            else:
                await at.right()
                assert "✓ Right" in at.at.text
            await at.at.press("enter")
        assert isinstance(at.at.app.screen, ResultScreen)


async def test_an_answer_is_there_again_when_one_comes_back_and_can_be_changed(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("1")
        assert at.quiz.place == CHOICE + 1
        await at.at.press("b")
        line = next(line for line in at.at.text.split("\n") if "●" in line and "answered" not in line)
        assert line.split()[1] == "1"
        await at.at.press("2")
        assert at.quiz.course.slots[CHOICE].given
        given = at.quiz.course.slots[CHOICE].given
        assert given is not None
        assert given.response == Chosen((at.quiz.paper.entries[CHOICE].item.layout.options[1],))
        assert at.quiz.course.slots[CHOICE].changes == 1


async def test_what_was_typed_is_given_when_one_goes_elsewhere_in_an_exam(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, SHORT)
        await at.at.type("antibod")
        await at.at.press("f8")
        given = at.quiz.course.slots[SHORT].given
        assert given is not None
        assert given.response == Typed(("antibod",))


async def test_what_was_typed_waits_where_it_was_left_in_practice(show: Study, decks: Path) -> None:
    async with sitting(show, decks, feedback="each") as at:
        await go(at, SHORT)
        await at.at.type("antibod")
        await at.at.press("f8", "b")
        assert at.quiz.place == SHORT
        assert at.quiz.given is None
        assert "antibod" in at.at.text


async def test_an_answer_can_be_taken_back_in_an_exam(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("1", "b", "u")
        assert at.quiz.course.slots[CHOICE].given is None
        assert "●" not in at.at.text


async def test_dont_know_is_an_answer(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("d", "b")
        assert at.quiz.given == DontKnow()
        assert "● don't know" in at.at.text


async def test_the_overview_tells_what_is_open_and_leads_there_by_number(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("1", "m", "o")
        assert isinstance(at.at.app.screen, OverviewScreen)
        assert "● 1 answered" in at.at.text
        assert "⚑ 1 for later" in at.at.text
        await at.at.press("8", "enter")
        assert at.quiz.place == 7


async def test_the_overview_goes_from_one_open_question_to_the_next(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("1", "b", "o", "n", "enter")
        assert at.quiz.place == CHOICE + 1


async def test_a_number_in_the_overview_can_be_clicked(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.press("o")
        await at.at.click(" 6 ○")
        assert at.quiz.place == 5


async def test_a_place_on_the_line_can_be_clicked(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await at.at.pilot.click("PaperLine", offset=(70, 0))
        await at.at.pilot.pause()
        assert at.quiz.place == len(at.quiz.paper.entries) - 1


async def test_handing_in_names_what_is_unanswered_and_enter_does_not_do_it(show: Study, decks: Path) -> None:
    async with sitting(show, decks, kinds=KINDS[:4]) as at:
        quiz = at.quiz
        await go(at, CHOICE)
        await at.at.press("1", "m", "h")
        assert "Not answered: 1, 2, 4." in at.at.words
        assert "Marked for later: 4." in at.at.words
        await at.at.press("enter")
        assert quiz.stage is Stage.ASKING
        await at.at.press("h", "right", "enter")
        assert isinstance(at.at.app.screen, ResultScreen)
        assert quiz.course.ended is Ended.LEARNER


@pytest.mark.parametrize(("key", "sure"), [("1", "guess"), ("t", "think"), ("s", "sure")])
async def test_how_sure_one_is_is_asked_before_the_answer_is_given(
    show: Study, decks: Path, key: str, sure: str
) -> None:
    async with sitting(show, decks, certainty=True, feedback="each") as at:
        await go(at, CHOICE)
        await at.at.press("1")
        assert at.quiz.given is None
        assert "How sure are you?" in at.at.words
        assert "●" in at.at.text
        await at.at.press(key)
        assert at.quiz.certainty is Certainty(sure)
        assert at.quiz.stage is Stage.JUDGED


async def test_escape_goes_back_from_how_sure_to_the_answer(show: Study, decks: Path) -> None:
    async with sitting(show, decks, certainty=True) as at:
        await go(at, CHOICE)
        await at.at.press("2", "escape")
        assert at.quiz.given is None
        assert "How sure" not in at.at.words
        await at.at.press("1", "3")
        assert at.quiz.course.slots[CHOICE].given is not None


async def test_how_sure_can_be_clicked(show: Study, decks: Path) -> None:
    async with sitting(show, decks, certainty=True) as at:
        await go(at, CHOICE)
        await at.at.press("2")
        await at.at.click("Think so")
        given = at.quiz.course.slots[CHOICE].given
        assert given is not None
        assert given.certainty is Certainty.THINK


async def test_time_is_told_by_minutes_and_the_last_one_in_words(show: Study, decks: Path) -> None:
    async with sitting(show, decks, minutes=5) as at:
        assert "5 min left" in at.at.text
        pass_time(at, 30)
        await at.at.pilot.pause()
        assert "5 min left" in at.at.text
        pass_time(at, 100)
        await at.at.pilot.pause()
        assert "3 min left" in at.at.text
        pass_time(at, 125)
        await at.at.pilot.pause()
        assert "less than a minute left" in at.at.text
        assert "The last minute has begun." in at.at.words


async def test_at_zero_what_stands_on_the_screen_counts_and_it_is_handed_in(show: Study, decks: Path) -> None:
    async with sitting(show, decks, minutes=5, kinds=FEW) as at:
        quiz = at.quiz
        await go(at, SHORT)
        await at.at.type("antibodies")
        pass_time(at, 300)
        await at.at.pilot.pause()
        await at.at.pilot.pause()
        assert quiz.course.ended is Ended.TIME
        given = quiz.course.slots[SHORT].given
        assert given is not None
        assert given.response == Typed(("antibodies",))
        assert "Time is up. It was handed in as it stood." in at.at.words


async def test_at_zero_an_open_dialog_goes(show: Study, decks: Path) -> None:
    async with sitting(show, decks, minutes=5, kinds=FEW) as at:
        quiz, screen = at.quiz, at.screen
        await go(at, CHOICE)
        await at.at.press("o")
        clock = at.at.desk.clock
        assert isinstance(clock, SetClock)
        clock.advance(timedelta(minutes=6))
        screen.tick()
        await at.at.pilot.pause()
        await at.at.pilot.pause()
        assert quiz.course.ended is Ended.TIME
        assert isinstance(at.at.app.screen, ResultScreen)


async def test_a_question_whose_time_is_over_closes_and_the_next_can_be_answered(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks, seconds=20) as at:
        await go(at, CHOICE)
        assert "20 s here" in at.at.text
        pass_time(at, 21)
        await at.at.pilot.pause()
        assert "The time for this question is over." in at.at.words
        assert not at.quiz.can_answer
        await at.at.press("1")
        assert at.quiz.given is None
        await at.at.press("enter")
        assert at.quiz.place == CHOICE + 1
        assert at.quiz.can_answer


async def test_a_flashcard_of_an_exam_is_answered_in_words_and_marked_at_the_end(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks, kinds=KINDS[:2]) as at:
        quiz = at.quiz
        await at.at.type("It holds the cell back")
        await at.at.press("enter", "escape", "f10", "right", "enter")
        assert quiz.stage is Stage.MARKING
        assert "You wrote It holds the cell back" in at.at.words
        assert "It keeps the cell from attacking." in at.at.words
        await at.at.click("Partly")
        assert isinstance(at.at.app.screen, ResultScreen)
        assert quiz.result().answers[0].score == 0.5


async def test_enter_alone_says_that_one_has_it_in_mind(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await at.at.press("enter", "f7")
        assert at.quiz.given == Revealed()
        assert "● thought of" in at.at.text


async def test_leaving_says_what_the_clock_does_and_x_goes_on_at_the_same_question(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks, minutes=10, clock="stands") as at:
        await go(at, CHOICE)
        await at.at.press("2", "escape")
        assert "The clock stands still until then." in at.at.words
        await at.at.press("enter")
        assert isinstance(at.at.app.screen, HomeScreen)
        clock = at.at.desk.clock
        assert isinstance(clock, SetClock)
        clock.advance(timedelta(hours=3))
        await at.at.press("x")
        assert isinstance(at.at.app.screen, SetupScreen)
        assert "▶ Go on" in at.at.text
        await at.at.press("enter")
        await at.at.pilot.pause()
        assert at.quiz.place == CHOICE + 1
        assert "10 min left" in at.at.text


async def test_two_keys_at_once_give_one_answer(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        await at.at.pilot.press("1", "2")
        await at.at.pilot.pause()
        answered = [place for place, slot in enumerate(at.quiz.course.slots) if slot.given is not None]
        assert answered[0] == CHOICE


async def test_a_choice_tells_nothing_before_the_end_of_an_exam(show: Study, decks: Path) -> None:
    async with sitting(show, decks) as at:
        await go(at, CHOICE)
        body = at.quiz.item.question.body
        assert isinstance(body, Choice)
        await at.at.press("1", "b")
        for sign in ("✓", "✗", "your choice"):
            assert sign not in at.at.text


async def test_an_attempt_that_was_handed_in_by_the_clock_meanwhile_shows_its_result(
    show: Study, decks: Path
) -> None:
    async with sitting(show, decks, minutes=5, clock="runs", kinds=FEW) as at:
        await go(at, CHOICE)
        await at.at.press("1", "escape")
        await at.at.press("enter")
        assert isinstance(at.at.app.screen, HomeScreen)
        clock = at.at.desk.clock
        assert isinstance(clock, SetClock)
        clock.advance(timedelta(hours=1))
        await at.at.press("x")
        await at.at.press("enter")
        assert isinstance(at.at.app.screen, ResultScreen)
        assert not sit.unfinished(at.at.desk)


async def test_a_long_answer_that_is_shown_again_shows_its_end(decks: Path, show: Study) -> None:
    async with sitting(show, decks, size=(40, 12), kinds=["flashcard", "short"]) as at:
        await at.at.type("It holds the cell back until somebody lets go of the brake")
        await at.at.press("enter", "f7")
        assert "lets go of the brake" in at.at.text
