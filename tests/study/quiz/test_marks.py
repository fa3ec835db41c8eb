"""What responses are worth: partial credit, penalties, percent; and what is told of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st
from study.quiz.test_quiz import exam
from study.quiz.test_repair import sat

from quizapp.answer.layout import Layout
from quizapp.answer.response import Chosen, DontKnow, Ordered, Typed
from quizapp.answer.verdict import Result as Judged, Verdict
from quizapp.deck.model import Card, Question, ShortAnswer
from quizapp.store.attempts import Attempt
from quizapp.store.standing import Standing
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.quiz import marks, sit, wording
from quizapp.study.quiz.course import Certainty, Course, Given, Slot
from quizapp.study.quiz.data import result_data
from quizapp.study.quiz.given import in_words
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.paper import Entry, Paper, Rules, Worth
from quizapp.study.quiz.result import result_of, short_of


def entry(worth: Worth) -> Entry:
    body = ShortAnswer("?", "!")
    question = Question("q", "short answer", body, topic="t")
    card = Card("d", "q")
    item = Item(card, question, "front", "D", "en", Standing("d/q"), Layout(), "?", "!", "1:a:b", None)
    return Entry(item, worth)


def slot(score: float | None) -> Slot:
    """A slot judged with this score; None: not answered."""
    if score is None:
        return Slot()
    result = Judged.CORRECT if score == 1 else Judged.PARTLY if score else Judged.WRONG
    return Slot(given=Given(Typed(("x",)), Verdict(result, score, "right" if score else "wrong")))


WORTHS = st.builds(
    Worth, st.floats(0, 10).map(lambda value: round(value, 3)), st.none(), st.sampled_from([0.0, 0.5, 2.0])
)
SCORES = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 1.0]))
ANSWERED = st.lists(st.tuples(WORTHS, SCORES), min_size=1, max_size=12)


def marked(answers: Sequence[tuple[Worth, float | None]]) -> tuple[Paper, Course]:
    paper = Paper("P", "C", 1, (), Rules(passing=50), tuple(entry(worth) for worth, _ in answers))
    return paper, Course(tuple(slot(score) for _, score in answers))


@given(ANSWERED)
def test_no_question_is_worth_more_than_its_points_nor_less_than_its_penalty(
    answers: list[tuple[Worth, float | None]],
) -> None:
    paper, course = marked(answers)
    for one, (worth, score) in zip(course.slots, answers, strict=True):
        points = marks.points(entry(worth), one)
        assert -worth.penalty <= points <= worth.points
        if points < 0:
            assert score == 0
        if score is None:
            assert points == 0
    short = short_of(paper, course)
    assert 0 <= short.percent <= 100
    assert short.passed is (short.percent >= 50)


@given(ANSWERED, st.data())
@settings(max_examples=50)
def test_a_better_answer_never_lowers_the_result(
    answers: list[tuple[Worth, float | None]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(answers) - 1))
    worth, _ = answers[place]
    better = [*answers]
    better[place] = (worth, 1.0)
    before, after = short_of(*marked(answers)), short_of(*marked(better))
    assert after.points >= before.points
    assert after.percent >= before.percent


@given(ANSWERED)
def test_groups_add_up_to_the_whole(answers: list[tuple[Worth, float | None]]) -> None:
    paper, course = marked(answers)
    attempt = Attempt("a", "d", 0, 0, 0, "cli", "1", "P", "C", "{}")
    result = result_of(attempt, paper, course)
    assert sum(one.points for one in result.answers) == pytest.approx(result.short.points, abs=1e-4)
    assert result.by_topic == ()
    assert len(result.missed) == len(answers) - result.short.right


def test_half_an_order_is_worth_part_of_its_points_and_costs_nothing(desk: Desk) -> None:
    quiz = exam(desk, order="deck", penalty="2")
    quiz.go(6)
    quiz.answer(Ordered((0, 2, 1)))
    quiz.hand_in()
    one = quiz.result().answers[6]
    assert one.state is State.PARTLY
    assert 0 < one.points < 3


def test_how_often_sure_was_right_is_told(desk: Desk) -> None:
    quiz = exam(desk, order="deck", certainty=True)
    for place, response, certainty in (
        (1, Typed(("Paris",)), Certainty.SURE),
        (2, Chosen((1,)), Certainty.SURE),
        (5, Typed(("3.5",)), Certainty.GUESS),
    ):
        quiz.go(place)
        quiz.answer(response, certainty)
    quiz.hand_in()
    result = quiz.result()
    assert [wording.sureness(row) for row in result.certainty] == [
        "sure: 1 of 2 right, 50 percent",
        "guess: 1 of 1 right, 100 percent",
    ]


def test_the_result_says_each_question_with_all_there_is_to_learn(desk: Desk) -> None:
    result = sat(desk, ("number",)).result()
    text = "\n".join(wording.as_text(result))
    for one in result.answers:
        assert one.entry.item.asks in text
        assert one.answer.casefold() in text.casefold()
    assert "Your answer: nonsense" in text
    assert "A book, paragraph 2" in text
    assert "11 of 12 points, 91.7 percent." in text
    assert result.paper.code in text
    assert {row.name: (row.right, row.questions) for row in result.by_topic}["numbers"] == (2, 3)


def test_what_was_forgotten_is_no_dont_know(desk: Desk) -> None:
    item = sat(desk).result().answers[1].entry.item
    assert in_words(item, Typed(("",))) == "(no text kept)"
    assert in_words(item, DontKnow()) == "(don't know)"


def test_the_result_is_compared_with_the_last_one(desk: Desk) -> None:
    first = sat(desk, ("number", "short"))
    second = sat(desk)
    before = tuple(one for one in sit.past(desk) if one.attempt.id == first.attempt.id)
    told = wording.compared(second.result().short, before)
    assert told == "16.7 percentage points more than last time (83.3)."


def test_the_data_of_a_result_have_what_a_script_needs(desk: Desk) -> None:
    quiz = sat(desk, ("short",))
    data = result_data(quiz.result(), course=quiz.course)
    assert data["percent"] == 91.7
    assert data["pass"] is None
    questions = {one["card"].partition("#")[0]: one for one in data["questions"]}
    assert questions["mixed/short"]["state"] == "wrong"
    assert questions["mixed/short"]["response"] == '["typed",["nonsense"]]'
    assert questions["mixed/short"]["verdict"].startswith("Not right")
    assert questions["mixed/order"]["of"] == 3
