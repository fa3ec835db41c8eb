"""Files of answers: each kind's way of writing a response, and what is told of slips."""

from typing import Any

import pytest

from quizapp.deck.blueprint import Blueprint
from quizapp.deck.messages import cure, what
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.quiz import sit
from quizapp.study.quiz.answers import give, read_answers
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.quiz import Quiz

RIGHT = """\
flash: right
mixed/short: Paris
choice: " 2 "
many: ["4", "2"]
truth: yes
number: 7/2
order: [one, two, Three]
pairs: {b: B, a: A}
list: [blue, yellow, red]
mixed/gap#green: green
mixed/gap#blue: [blue]
"""


def begun(desk: Desk, **rules: Any) -> Quiz:
    return sit.begin(desk, sit.draw(desk, ["mixed"], Blueprint(order="deck", **rules), "x"))


def items(quiz: Quiz) -> list[Item]:
    return [entry.item for entry in quiz.paper.entries]


@pytest.mark.parametrize("feedback", ["end", "each"])
def test_every_kind_can_be_answered_right(desk: Desk, feedback: str) -> None:
    quiz = begun(desk, feedback=feedback)
    read = read_answers(RIGHT.encode(), items(quiz), {"mixed/gap#green", "mixed/gap#blue"})
    assert read.problems == ()
    give(quiz, read.planned)
    assert {one.state for one in quiz.result().answers} == {State.RIGHT}


def test_dont_know_certainty_and_nothing_at_all_can_be_written(desk: Desk) -> None:
    quiz = begun(desk, certainty=True)
    text = "short: {response: Paris, certainty: guess}\nchoice: dont-know\nmany:\nflash: partly\n"
    read = read_answers(text.encode(), items(quiz), ())
    assert read.problems == ()
    give(quiz, read.planned)
    answers = quiz.result().answers
    assert [one.state for one in answers[:4]] == [
        State.PARTLY,
        State.RIGHT,
        State.DONT_KNOW,
        State.UNANSWERED,
    ]
    assert answers[1].certainty is Certainty.GUESS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("shrt: Paris", '1:1 there is no question "shrt" in these decks; did you mean "short"?'),
        ("short: Paris\nmixed/short: Rome", '2:1 "mixed/short" is answered twice, first on line 1'),
        ("short: Paris\nshort: Rome", "2:1 the key"),
        ("choice: two", '1:9 "two" is not among the options of this question; there are'),
        ("many: [2, 5]", '1:11 "5" is not among the options'),
        ("truth: perhaps", "1:8 this question wants true or false"),
        ("order: [one, two]", "1:8 this question wants each of its items once"),
        (
            "order: [one, two, tree]",
            '1:19 "tree" is not among the items of this question; did you mean "three"',
        ),
        ("pairs: A", "1:8 this question wants a right side for each left one"),
        ("pairs: {c: A}", '1:9 "c" is not among the left sides'),
        ("pairs: {a: D}", '1:12 "D" is not among the right sides'),
        ("flash: rouge", "1:8 this question wants the learner's own mark"),
        ("short: {a: b}", "1:8 this question wants a text"),
        ("short: {response: Paris, certainty: very}", '1:37 "certainty" can\'t be "very"'),
        ("[short, Paris]", "1:1 this is not a file of answers"),
        ("", "1:1 this is not a file of answers"),
    ],
)
def test_slips_are_told_with_line_and_column(desk: Desk, text: str, told: str) -> None:
    quiz = begun(desk)
    read = read_answers(text.encode(), items(quiz), ())
    (found,) = (f"{one.line}:{one.column} {what(one)}; {cure(one)}" for one in read.problems)
    assert found.startswith(told)
