"""Two programs hold one attempt: what one does the other sees, and nothing is answered after the hand-in."""

from study.quiz.conftest import MakeDesk
from study.quiz.test_quiz import exam, right

from quizapp.answer.response import Typed
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.view import Stage


def both(desk: Desk, make_desk: MakeDesk, **rules: object) -> tuple[Quiz, Quiz]:
    """The same attempt, held twice, both at the same question."""
    first = exam(desk, order="deck", **rules)
    first.go(1)
    second = sit.resume(make_desk(), first.attempt.id)
    assert first.tick() is Over.NOTHING
    return first, second


def test_what_is_handed_in_elsewhere_takes_no_answer_here(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.hand_in()
    assert first.stage is Stage.DONE
    assert second.tick() is Over.ELSEWHERE
    assert second.stage is Stage.DONE
    assert second.result() == first.result()


def test_an_answer_written_in_the_same_moment_as_the_hand_in_does_not_count(
    desk: Desk, make_desk: MakeDesk
) -> None:
    first, second = both(desk, make_desk)
    first.hand_in()
    second.answer(right(second))
    second.hand_in()
    shown = sit.result(desk, first.attempt.id)
    assert (shown.short.answered, shown.short.points) == (0, 0)
    assert [one.short for one in sit.past(desk)] == [first.result().short]


def test_an_answer_given_elsewhere_is_seen_before_it_is_changed_here(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.answer(Typed(("Paris",)))
    assert second.tick() is Over.ELSEWHERE
    assert second.given == Typed(("Paris",))
    assert second.tick() is Over.NOTHING
    second.answer(Typed(("Rome",)))
    assert first.tick() is Over.ELSEWHERE
    assert first.given == Typed(("Rome",))


def test_each_program_stays_at_its_own_question(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.go(4)
    first.answer(right(first))
    assert second.tick() is Over.NOTHING
    assert second.place == 1
    assert second.course.slots[4].given is not None
