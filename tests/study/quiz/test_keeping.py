"""A response is kept while the learner is asked how sure they are: whatever happens then, it was given."""

from datetime import timedelta

import pytest
from study.quiz.conftest import MakeDesk
from study.quiz.test_quiz import exam

from quizapp.answer.response import Revealed, Typed
from quizapp.clock import SetClock
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.view import Stage

PARIS, ROME = Typed(("Paris",)), Typed(("Rome",))


def begun(desk: Desk, *, is_exam: bool, **rules: object) -> Quiz:
    """An attempt that asks how sure one is, at the question for the capital of France."""
    quiz = exam(desk, feedback="end" if is_exam else "each", certainty=True, order="deck", **rules)
    quiz.go(1)
    return quiz


def killed(quiz: Quiz, make_desk: MakeDesk, **more: SetClock) -> Quiz:
    """The attempt as the next program finds it: this one came to no end."""
    return sit.resume(make_desk(**more), quiz.attempt.id)


@pytest.mark.parametrize("is_exam", [True, False])
def test_a_response_kept_when_the_program_died_was_given(
    desk: Desk, make_desk: MakeDesk, is_exam: bool
) -> None:
    quiz = begun(desk, is_exam=is_exam)
    quiz.keep(PARIS)
    assert quiz.stage is Stage.ASKING
    assert quiz.given is None
    again = killed(quiz, make_desk)
    assert (again.place, again.given, again.certainty) == (1, PARIS, None)
    assert again.stage is (Stage.ASKING if is_exam else Stage.JUDGED)


def test_a_changed_response_takes_the_place_of_the_one_before(desk: Desk, make_desk: MakeDesk) -> None:
    quiz = begun(desk, is_exam=True)
    quiz.answer(ROME, Certainty.SURE)
    quiz.keep(PARIS)
    assert quiz.given == ROME
    assert killed(quiz, make_desk).given == PARIS


def test_what_is_thought_better_of_or_answered_is_kept_no_longer(desk: Desk, make_desk: MakeDesk) -> None:
    quiz = begun(desk, is_exam=True)
    quiz.keep(ROME)
    quiz.keep(None)
    assert killed(quiz, make_desk).given is None
    quiz = begun(desk, is_exam=True)
    quiz.keep(ROME)
    quiz.answer(PARIS, Certainty.GUESS)
    again = killed(quiz, make_desk)
    assert (again.given, again.certainty) == (PARIS, Certainty.GUESS)
    quiz = begun(desk, is_exam=True)
    quiz.keep(ROME)
    quiz.go(2)
    assert killed(quiz, make_desk).course.slots[1].given is None


def test_what_is_kept_when_the_time_ends_counts(desk: Desk, make_desk: MakeDesk, clock: SetClock) -> None:
    quiz = begun(desk, is_exam=True, minutes=10)
    quiz.answer(ROME, Certainty.SURE)
    quiz.keep(PARIS)
    clock.advance(timedelta(minutes=11))
    assert quiz.tick() is Over.PAPER
    assert quiz.result().answers[1].state is State.RIGHT


def test_a_flashcard_to_be_turned_over_is_not_turned_over_by_a_kill(desk: Desk, make_desk: MakeDesk) -> None:
    quiz = begun(desk, is_exam=False)
    quiz.go(0)
    quiz.keep(Revealed())
    again = killed(quiz, make_desk)
    assert (again.stage, again.place) == (Stage.ASKING, 0)
