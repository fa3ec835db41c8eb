"""Clocks: the machine's, and the ones that stories are told by."""

from datetime import datetime, timedelta

import pytest

from quizapp.clock import VARIABLE, Clock, SetClock, ShiftedClock, SystemClock, clock_from
from quizapp.errors import UsageError

START = datetime.fromisoformat("2026-03-28T23:50+01:00")


def test_without_a_wish_it_is_the_machines_clock() -> None:
    for environment in ({}, {VARIABLE: ""}, {VARIABLE: "  "}):
        assert isinstance(clock_from(environment), SystemClock)


@pytest.mark.parametrize("clock", [SystemClock(), ShiftedClock(START), SetClock(START)])
def test_every_clock_tells_its_offset_and_never_counts_back(clock: Clock) -> None:
    before = clock.monotonic()
    assert clock.now().utcoffset() is not None
    clock.submitted()
    assert clock.monotonic() >= before


def test_a_start_alone_runs_on_from_there() -> None:
    clock = clock_from({VARIABLE: "2026-03-28T23:50+01:00"})
    assert isinstance(clock, ShiftedClock)
    one, two = clock.now(), clock.now()
    assert START <= one <= two < START + timedelta(minutes=10)
    assert one.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("step", ["+90s", "90", " 90s "])
def test_with_a_step_it_stands_still_between_submissions(step: str) -> None:
    clock = clock_from({VARIABLE: f"2026-03-28T23:50+01:00,{step}"})
    assert clock.now() == clock.now() == START
    clock.submitted()
    assert clock.now() == START + timedelta(seconds=90)
    assert clock.monotonic() == 90


@pytest.mark.parametrize(
    "wish",
    [
        "soon",
        "2026-03-28T23:50",
        "2026-02-30T00:00+00:00",
        "2026-03-28T23:50+01:00,",
        "2026-03-28T23:50+01:00,soon",
        "2026-03-28T23:50+01:00,-5s",
        "2026-03-28T23:50+01:00,nan",
        "2026-03-28T23:50+01:00,inf",
        "2026-03-28T23:50+01:00,864001",
    ],
)
def test_a_wish_that_is_no_time_is_refused_with_an_example(wish: str) -> None:
    with pytest.raises(UsageError, match="Write it like 2026"):
        clock_from({VARIABLE: wish})


def test_a_set_clock_jumps_without_touching_its_count(clock: SetClock) -> None:
    clock.advance(timedelta(seconds=5))
    clock.set(START)
    assert clock.now() == START
    assert clock.monotonic() == 5


def test_a_set_clock_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        SetClock(datetime.fromisoformat("2026-03-28T23:50"))
