"""A quiz is sat question by question, forward and back, and everything given is kept."""

from pathlib import Path
from typing import Any

import pytest
from study.quiz.conftest import MakeDesk

from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.blueprint import Blueprint
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Ended
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage

RIGHT: dict[str, Response] = {
    "flash": Revealed(),
    "short": Typed(("Paris",)),
    "choice": Chosen((0,)),
    "many": Chosen((0, 1)),
    "truth": Truth(value=True),
    "number": Typed(("3.5",)),
    "order": Ordered((0, 1, 2)),
    "pairs": Matched((0, 1)),
    "list": Typed(("red", "blue", "yellow")),
}


def right(quiz: Quiz) -> Response:
    """The right response to the question shown."""
    if quiz.item.card.question == "gap":
        return Typed((quiz.item.answers,))
    return RIGHT[quiz.item.card.question]


def stage(quiz: Quiz) -> Stage:
    """Where the quiz stands now."""
    return quiz.stage


def exam(desk: Desk, **rules: Any) -> Quiz:
    return sit.begin(desk, sit.draw(desk, ["mixed"], Blueprint(**rules), "one"))


def test_an_exam_answered_right_throughout_is_worth_everything(desk: Desk) -> None:
    quiz = exam(desk)
    assert len(quiz.paper.entries) == 10
    while quiz.unanswered:
        assert stage(quiz) is Stage.ASKING
        assert quiz.answer(right(quiz)) is None
        assert quiz.verdict is None
        quiz.forward_open()
    quiz.hand_in()
    assert stage(quiz) is Stage.MARKING
    assert quiz.item.card.question == "flash"
    quiz.self_mark(1)
    assert stage(quiz) is Stage.DONE
    result = quiz.result()
    assert (result.short.points, result.short.of, result.short.percent) == (12, 12, 100)
    assert {one.state for one in result.answers} == {State.RIGHT}
    assert result.short.ended is Ended.LEARNER


def test_practice_tells_at_once_and_asks_no_second_time(desk: Desk) -> None:
    quiz = exam(desk, feedback="each", order="deck")
    assert quiz.answer(Revealed()) is None
    assert stage(quiz) is Stage.REVEALED
    quiz.self_mark(0.5)
    assert stage(quiz) is Stage.JUDGED
    assert quiz.state is State.PARTLY
    with pytest.raises(ValueError, match="judged"):
        quiz.answer(Revealed())
    assert quiz.forward()
    verdict = quiz.answer(Typed(("Rome",)))
    assert verdict is not None
    assert verdict.score == 0
    assert quiz.sentence
    assert quiz.back()
    assert stage(quiz) is Stage.JUDGED


def test_an_answer_of_an_exam_can_be_changed_and_taken_back_until_it_is_handed_in(desk: Desk) -> None:
    quiz = exam(desk, order="deck")
    quiz.go(1)
    quiz.answer(Typed(("Rome",)))
    quiz.answer(Typed(("Paris",)))
    quiz.go(2)
    quiz.answer(Chosen((1,)))
    quiz.withdraw()
    assert quiz.given is None
    quiz.hand_in()
    result = quiz.result()
    assert result.answers[1].state is State.RIGHT
    assert result.answers[2].state is State.UNANSWERED
    with pytest.raises(ValueError, match="done"):
        quiz.answer(Chosen((0,)))


def test_dont_know_is_an_answer_that_costs_nothing(desk: Desk) -> None:
    quiz = exam(desk, order="deck", penalty="50%")
    quiz.go(1)
    quiz.answer(DontKnow())
    quiz.go(2)
    quiz.answer(Chosen((2,)))
    quiz.hand_in()
    result = quiz.result()
    assert [one.points for one in result.answers[:3]] == [0, 0, -0.5]
    assert result.short.points == -0.5
    assert result.short.percent == 0


def test_a_quiz_goes_on_where_it_was_left_though_the_deck_was_edited(
    desk: Desk, decks: Path, make_desk: MakeDesk
) -> None:
    quiz = exam(desk)
    asked = [entry.item.asks for entry in quiz.paper.entries]
    quiz.answer(right(quiz))
    quiz.forward()
    quiz.mark_later()
    (decks / "mixed.deck.yaml").write_text(
        "deck: Mixed\nid: mixed\nquestions:\n  - {question: a, answer: b}\n"
    )
    again = sit.resume(make_desk(), quiz.attempt.id)
    assert [entry.item.asks for entry in again.paper.entries] == asked
    assert again.paper == quiz.paper
    assert again.place == 1
    assert again.later == (1,)
    assert again.unanswered == quiz.unanswered
