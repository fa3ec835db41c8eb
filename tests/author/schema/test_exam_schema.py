"""The schema of exams' files takes what the reader takes, and refuses what one value shows to be wrong."""

import json

import pytest
from author.schema.corpus import parsed
from deck.test_exam import WHOLE, with_line
from jsonschema import Draft7Validator

from quizapp.author.schema import exam_schema_text
from quizapp.deck.exam import read_exam

CHECKER = Draft7Validator(json.loads(exam_schema_text()))


def test_the_schema_is_one_and_takes_a_whole_exam() -> None:
    Draft7Validator.check_schema(CHECKER.schema)
    assert list(CHECKER.iter_errors(parsed(WHOLE))) == []


@pytest.mark.parametrize(
    "line",
    [
        "count: 7",
        "pass: 60",
        "pass: 62.5 %",
        "penalty: 1/2",
        "penalty: 25%",
        "points: 0",
        "parts: [{kind: [cloze, list], level: 2}]",
        "minutes:",
        "x-mine: 5",
    ],
)
def test_what_the_reader_takes_the_schema_takes(line: str) -> None:
    assert read_exam(with_line(line).encode()).blueprint is not None
    assert list(CHECKER.iter_errors(parsed(with_line(line)))) == []


@pytest.mark.parametrize(
    "line",
    [
        "count: 0",
        "minutes: 0",
        "minutes: 2000",
        "points: -1",
        "pass: 101%",
        "pass: half",
        "penalty: 200%",
        "penalty: all",
        "order: random",
        "clock: stopped",
        "minuts: 5",
        "parts: 5",
        "parts: []",
        "parts: [{kind: clozes}]",
        "parts: [{level: 4}]",
        "parts: [{cuont: 3}]",
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(line: str) -> None:
    assert read_exam(with_line(line).encode()).blueprint is None
    assert list(CHECKER.iter_errors(parsed(with_line(line))))
