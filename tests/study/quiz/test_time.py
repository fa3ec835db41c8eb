"""The time of a quiz: what happens at zero, and while it is interrupted."""

from datetime import timedelta

import pytest
from study.quiz.conftest import MakeDesk
from study.quiz.test_quiz import exam

from quizapp.answer.response import Chosen, Typed
from quizapp.clock import SetClock
from quizapp.deck.blueprint import Part
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Ended
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.quiz import Over
from quizapp.study.quiz.view import Stage

ELEVEN = timedelta(minutes=11)


def test_at_zero_it_is_handed_in_as_it_is(desk: Desk, clock: SetClock) -> None:
    quiz = exam(desk, minutes=10, order="deck")
    quiz.go(1)
    quiz.answer(Typed(("Paris",)))
    clock.advance(timedelta(minutes=9, seconds=59))
    assert quiz.tick() is Over.NOTHING
    assert quiz.left == 1
    clock.advance(timedelta(seconds=1))
    assert quiz.tick() is Over.PAPER
    assert quiz.stage is Stage.DONE
    result = quiz.result()
    assert result.short.ended is Ended.TIME
    assert result.short.right == 1
    assert result.short.spent_ms == 600_000


def test_what_stands_on_the_screen_at_zero_counts_if_nothing_was_given(desk: Desk, clock: SetClock) -> None:
    quiz = exam(desk, minutes=10, order="deck")
    quiz.go(1)
    clock.advance(ELEVEN)
    assert quiz.tick(Typed(("Paris",))) is Over.PAPER
    assert quiz.result().answers[1].state is State.RIGHT


def test_a_question_closes_when_its_own_time_is_over(desk: Desk, clock: SetClock) -> None:
    quiz = exam(desk, seconds=20, order="deck")
    quiz.go(1)
    clock.advance(timedelta(seconds=12))
    quiz.go(2)
    quiz.go(1)
    assert quiz.left_here == 8
    clock.advance(timedelta(seconds=8))
    assert quiz.tick() is Over.QUESTION
    assert not quiz.can_answer
    with pytest.raises(ValueError, match="asking"):
        quiz.answer(Typed(("Paris",)))
    assert 1 not in quiz.unanswered
    quiz.go(2)
    assert quiz.can_answer


def test_the_gap_has_the_seconds_its_deck_gives(desk: Desk) -> None:
    quiz = exam(desk, seconds=20, order="deck")
    quiz.go(9)
    assert quiz.left_here == 30


@pytest.mark.parametrize(("clock_rule", "left"), [("runs", 300), ("stands", 480)])
def test_interrupted_the_clock_runs_on_or_stands_still(
    desk: Desk, make_desk: MakeDesk, clock: SetClock, clock_rule: str, left: int
) -> None:
    quiz = exam(desk, minutes=10, clock=clock_rule)
    clock.advance(timedelta(minutes=2))
    quiz.leave()
    clock.advance(timedelta(minutes=3))
    again = sit.resume(make_desk(), quiz.attempt.id)
    assert again.left == left


def test_a_crash_gives_back_half_a_minute_at_most(desk: Desk, make_desk: MakeDesk, clock: SetClock) -> None:
    quiz = exam(desk, minutes=10, clock="stands")
    for _ in range(100):
        clock.advance(timedelta(seconds=1))
        quiz.tick()
    again = sit.resume(make_desk(), quiz.attempt.id)
    assert again.left is not None
    assert 500 <= again.left < 530


def test_an_exam_whose_time_ran_out_meanwhile_is_handed_in_when_it_is_taken_up(
    desk: Desk, make_desk: MakeDesk, clock: SetClock
) -> None:
    quiz = exam(desk, minutes=10)
    quiz.go(2)
    quiz.answer(Chosen((0,)))
    clock.advance(timedelta(days=2))
    again = sit.resume(make_desk(), quiz.attempt.id)
    assert again.stage is not Stage.ASKING
    assert again.result().short.ended is Ended.TIME


def test_a_clock_that_is_set_back_gives_no_time(desk: Desk, make_desk: MakeDesk, clock: SetClock) -> None:
    quiz = exam(desk, minutes=10)
    clock.advance(timedelta(minutes=4))
    quiz.mark_later()
    clock.set(clock.now() - timedelta(hours=5))
    assert quiz.left == 360
    assert sit.resume(make_desk(), quiz.attempt.id).left == 360


def test_without_a_limit_a_break_does_not_count_as_time(
    desk: Desk, make_desk: MakeDesk, clock: SetClock
) -> None:
    quiz = exam(desk, parts=(Part(topic=("places",)),))
    clock.advance(timedelta(minutes=1))
    quiz.leave()
    clock.advance(timedelta(days=1))
    again = sit.resume(make_desk(), quiz.attempt.id)
    again.hand_in()
    assert again.result().short.spent_ms == 60_000
