"""Spans of time in words."""

import pytest
from hypothesis import given, strategies as st

from quizapp.memory.fsrs import DEFAULT
from quizapp.memory.model import Moment, Progress, Rating, Scheduling
from quizapp.memory.scheduler import preview
from quizapp.memory.spans import ago, span, span_of


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "0 min"),
        (0, "0 min"),
        (30, "30 s"),
        (60, "1 min"),
        (600, "10 min"),
        (3_569, "59 min"),
        (3_570, "1 h"),
        (5_400, "1.5 h"),
        (86_040, "23.9 h"),
        (86_399, "1 day"),
        (86_400, "1 day"),
        (200_000, "2 days"),
    ],
)
def test_seconds_are_told_in_the_largest_unit_that_fits(seconds: int, words: str) -> None:
    assert span(seconds=seconds) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (12, "12 days"),
        (30, "30 days"),
        (31, "1 month"),
        (43, "1.4 months"),
        (61, "2 months"),
        (363, "11.9 months"),
        (364, "1 year"),
        (767, "2.1 years"),
        (36_500, "99.9 years"),
    ],
)
def test_days_become_months_and_years(days: int, words: str) -> None:
    assert span(days=days) == words


@given(st.integers(0, 4_000_000))
def test_one_is_singular_and_all_else_is_plural(days: int) -> None:
    number, unit = span(days=days).split(" ")
    assert unit == "min" or unit.endswith("s") == (number != "1")


def test_a_decision_is_told_without_the_fuzz_of_its_step() -> None:
    moment = Moment(1_772_445_600_000, 60, 20_000, 50_000)
    scheduling = Scheduling(DEFAULT, "fsrs6-default", 0.9, (60, 600), (600,))
    for number in range(20):
        decisions = preview(Progress(reviews=number), moment, scheduling, "card")
        words = [span_of(decisions[rating], moment) for rating in Rating]
        assert words[:3] == ["1 min", "6 min", "10 min"]
        assert words[3] in {"6 days", "7 days", "8 days", "9 days", "10 days"}


def test_a_step_that_is_due_by_the_day_is_told_in_days() -> None:
    moment = Moment(1_772_445_600_000, 60, 20_000, 300)
    scheduling = Scheduling(DEFAULT, "fsrs6-default", 0.9, (60, 600), (600,))
    assert span_of(preview(Progress(), moment, scheduling, "card")[Rating.GOOD], moment) == "1 day"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "today"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (730, "23 months ago"),
        (731, "2 years ago"),
    ],
)
def test_a_day_gone_by_is_told_in_the_largest_unit_that_fits(days: int, words: str) -> None:
    assert ago(days) == words
