"""Exams are read with every fault at its line and column, and its cure."""

import pytest

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.deck.codec import decode_deck, encode
from quizapp.deck.exam import read_exam
from quizapp.deck.messages import cure, what
from quizapp.deck.read import read

WHOLE = """format: 1
exam: Mock
decks: [a, b.deck.yaml]
parts:
  - {count: 10, topic: cells}
  - {count: 5, topic: [genes, DNA], level: [2, 3], points: 2, penalty: 0.5}
  - {kind: cloze, deck: a, seconds: 60, tag: new, source: book}
minutes: 45
seconds: 90
points: 1.5
penalty: 25%
pass: 60 %
order: parts
feedback: each
clock: stands
certainty: yes
x-mine: anything
"""


def faults(text: str) -> list[str]:
    """What is wrong with an exam: place, code and sentence of each."""
    reading = read_exam(text.encode())
    assert reading.problems == () or reading.blueprint is None
    return [f"{one.line}:{one.column} {one.code} {what(one)}; {cure(one)}" for one in reading.problems]


def test_an_exam_is_read_whole() -> None:
    reading = read_exam(WHOLE.encode())
    assert reading.problems == ()
    assert reading.blueprint == Blueprint(
        title="Mock",
        decks=("a", "b.deck.yaml"),
        parts=(
            Part(count=10, topic=("cells",)),
            Part(count=5, topic=("genes", "DNA"), level=(2, 3), points=2, penalty="0.5"),
            Part(kind=("cloze",), deck=("a",), seconds=60, tag=("new",), source=("book",)),
        ),
        minutes=45,
        seconds=90,
        points=1.5,
        penalty="25%",
        passing=60,
        order="parts",
        feedback="each",
        clock="stands",
        certainty=True,
    )


def with_line(line: str) -> str:
    return f"exam: Mock\ndecks: a\n{line}\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("minutes: 0", '3:10 E109 "minutes" must be a whole number from 1 to 1440, not "0"'),
        ("minutes: -5", '3:10 E109 "minutes" must be a whole number'),
        ("minutes: 2000", "3:10 E109"),
        ("minutes: 1.5", "3:10 E109"),
        ("minutes: soon", '3:10 E109 "minutes" must be a whole number from 1 to 1440, not "soon"'),
        ("minutes: [45]", '3:10 E105 "minutes" must be a whole number, but this is a list'),
        ("seconds: 0", "3:10 E109"),
        ("count: 0", '3:8 E109 "count" must be a whole number from 1 to 1000'),
        ("count: -3", "3:8 E109"),
        ("count: 1001", "3:8 E109"),
        ("points: -1", '3:9 E109 "points" must be a number from 0 to 1000, not "-1"'),
        ("points: many", "3:9 E109"),
        ("penalty: -1", '3:10 E112 "penalty" must be a number of points'),
        ("penalty: 101%", "3:10 E112"),
        ("penalty: all", "3:10 E112"),
        ("pass: 101%", '3:7 E112 "pass" must be a percentage from 0% to 100%, not "101%"'),
        ("pass: 120", "3:7 E112"),
        ("pass: -1%", "3:7 E112"),
        ("pass: half", "3:7 E112"),
        ("order: random", '3:8 E110 "order" can\'t be "random"; write shuffled, deck or parts'),
        ("feedback: later", "3:11 E110"),
        ("clock: stopped", "3:8 E110"),
        ("certainty: maybe", "3:12 E108"),
        ("minuts: 5", '3:1 E101 an exam has no key "minuts"; did you mean "minutes"?'),
        ("questions: 5", '3:1 E100 an exam has no key "questions"'),
        ("parts: 5", '3:8 E105 "parts" must be a list'),
        ("parts: []", '3:8 E107 "parts" has 0 entries'),
        ("parts: [5]", "3:9 E105"),
        ("parts: [{count: 0}]", "3:17 E109"),
        ("parts: [{cuont: 3}]", '3:10 E101 "parts" has no key "cuont"; did you mean "count"?'),
        ("parts: [{kind: clozes}]", '3:16 E110 "kind" can\'t be "clozes"'),
        ("parts: [{level: 4}]", '3:17 E109 "level" must be a whole number from 1 to 3'),
        ("parts: [{level: [1, 9]}]", "3:21 E109"),
        ("parts: [{topic: []}]", "3:17 E107"),
        ("parts: [{points: -2}]", "3:18 E109"),
        ("parts: [{penalty: 200%}]", "3:19 E112"),
        (
            "count: 7\nparts: [{count: 3}, {count: 5}]",
            "3:8 E151 the exam has 7 questions by its count, and 8",
        ),
        ("count: 7\nparts: [{count: 3}, {topic: x}]", "3:8 E152 there is a count of 7, and a part without"),
        ("minutes: 5\nminutes: 6", "4:1 E016"),
        ("pass: &p 60%", "3:7 E"),
    ],
)
def test_each_fault_is_told_at_its_place(line: str, told: str) -> None:
    (found,) = faults(with_line(line))
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1 E150 this is not an exam"),
        ("- a\n", "1:1 E150"),
        ("decks: a\n", '1:1 E102 the exam lacks "exam"'),
        ("exam: A\n", '1:1 E102 the exam lacks "decks"'),
        ("exam: A\ndecks: []\n", "2:8 E107"),
        ("exam: A\ndeks: a\n", '2:1 E101 an exam has no key "deks"; did you mean "decks"?'),
        ("format: 2\nexam: A\ndecks: a\n", "1:9 E005"),
        ("exam: A\ndecks: [a\n", "2:8 E023"),
        ("exam: A: b\ndecks: a\n", "1:8 E011"),
    ],
)
def test_a_file_that_is_no_exam_is_told(text: str, told: str) -> None:
    assert any(found.startswith(told) for found in faults(text)), faults(text)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "exam: A\ndecks: a\nminutes: 0\npass: 300%\nparts:\n  - {count: x}\n  - {level: 8}\n"
    assert [found.split()[0] for found in faults(text)] == ["3:10", "4:7", "6:13", "7:13"]


QUESTION = "questions:\n  - {question: a, answer: b}\n"


def test_a_deck_may_say_how_its_exam_is() -> None:
    reading = read(f"deck: D\nexam:\n  minutes: 5\n  parts: [{{count: 1}}]\n{QUESTION}".encode(), "d")
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.deck.exam == Blueprint(minutes=5, parts=(Part(count=1),))
    assert decode_deck(encode(reading.deck)) == reading.deck
    again = decode_deck(encode(reading.deck)).exam
    assert again is not None
    assert again.parts[0].places["count"] == (4, 19, 1)


def test_a_fault_in_the_exam_of_a_deck_costs_the_exam_only() -> None:
    reading = read(f"deck: D\nexam: {{minutes: 0, decks: x}}\n{QUESTION}".encode(), "d")
    assert reading.deck is not None
    assert reading.deck.exam is None
    assert len(reading.deck.questions) == 1
    assert [(one.code, one.line, one.column) for one in reading.problems] == [
        ("E109", 2, 17),
        ("E100", 2, 20),
    ]
