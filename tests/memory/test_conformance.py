"""Recorded cases: what FSRS-6 says of a history, and what a live Anki did with one."""

import json
from datetime import datetime, timedelta
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from quizapp.memory.days import moment
from quizapp.memory.fsrs import DEFAULT, interval, next_memory, retrievability
from quizapp.memory.fuzz import bounds, fuzzed
from quizapp.memory.model import Memory, Phase, Progress, Rating, Scheduling
from quizapp.memory.scheduler import decide

CASES: dict[str, Any] = json.loads(Path(__file__).with_name("fsrs6.json").read_text(encoding="utf-8"))


def named(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.mark.parametrize("case", named(CASES["memory"]))
def test_memory_is_what_the_model_says_after_every_review(case: dict[str, Any]) -> None:
    weights = tuple(CASES["params"][case["params"]])
    expected = case["expected"]
    memory: Memory | None = None
    for index, (elapsed, rating) in enumerate(case["reviews"]):
        if memory is not None:
            known = retrievability(weights, elapsed, memory.stability)
            assert isclose(known, expected["r_before"][index], rel_tol=1e-9)
        memory = next_memory(weights, memory, rating, elapsed)
        assert isclose(memory.stability, expected["s"][index], rel_tol=1e-9)
        assert isclose(memory.difficulty, expected["d"][index], abs_tol=1e-9)
        for retention, days in expected["days"].items():
            slack = 1 if index in case["near_tie"][retention] else 0
            assert abs(interval(weights, memory.stability, float(retention)) - days[index]) <= slack


@pytest.mark.parametrize("case", named(CASES["steps"]))
def test_every_answer_does_what_a_live_anki_did(case: dict[str, Any]) -> None:
    scheduling = Scheduling(DEFAULT, "fsrs6-default", 0.9, (60, 600), (600,), fuzz=False)
    now = datetime.fromisoformat(case["start"])
    progress = Progress()
    for (after, rating), expected in zip(case["answers"], case["expected"], strict=True):
        now += timedelta(seconds=after)
        here, _warning = moment(now, case["rollover_hour"], progress.last_day)
        decision = decide(progress, Rating(rating), here, scheduling, case["id"])
        assert decision.phase == expected["state"]
        assert isclose(decision.memory.stability, expected["s"], rel_tol=1e-5, abs_tol=1.01e-4)
        assert isclose(decision.memory.difficulty, expected["d"], abs_tol=1.01e-3)
        if decision.phase is Phase.REVIEW:
            assert decision.interval == decision.due_day - here.day == expected["due_in_days"]
        else:
            assert decision.due_at == here.at + expected["due_in_s"] * 1_000
        # Anki keeps four decimals of stability and three of difficulty, and goes on from those.
        memory = Memory(round(decision.memory.stability, 4), round(decision.memory.difficulty, 3))
        progress = Progress(
            decision.phase, decision.step, memory, here.day, decision.interval, progress.reviews + 1
        )


@pytest.mark.parametrize("case", CASES["fuzz_bounds"], ids=lambda case: str(case["interval"]))
def test_fuzz_stays_within_its_bounds_and_reaches_both(case: dict[str, Any]) -> None:
    low, high = case["bounds"]
    assert bounds(case["interval"], 36_500) == (low, high)
    chances = [part / 1_000 for part in range(1_000)]
    days = [fuzzed(case["interval"], 1, 36_500, chance) for chance in chances]
    assert (min(days), max(days)) == (low, high)
