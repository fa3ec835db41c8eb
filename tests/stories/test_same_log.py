"""Which front end a learner uses makes no difference to their log."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from reliability.nine import QUESTIONS
from stories.fronts import Step, TypingTalk, WatchedDesk, press_all
from support import deck

from quizapp.clock import SetClock
from quizapp.line.home import Home
from quizapp.store.event import Kind
from quizapp.store.standing import Standing
from quizapp.study.plan import Plan
from quizapp.tui.app import QuizApp

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
PLAN = Plan(decks=("nine",))
Left = tuple[list[dict[str, Any]], list[Standing]]
"""What a learner leaves behind: every event, and how each card stands."""

NOT_COMPARED = {"device", "sitting", "front", "first_key_ms", "answer_ms"}

AGAIN, HARD, GOOD, EASY = range(1, 5)
STORY = [
    # A flashcard: two hints, then Hard is the best that can be said.
    *(Step("hint"), Step("hint"), Step("right"), Step("rate", HARD)),
    # A near miss, a second try, and then a change of mind about the rating.
    *(Step("near"), Step("retry"), Step("right"), Step("rate", AGAIN), Step("undo"), Step("next")),
    # One option: wrong, and overruled.
    *(Step("wrong"), Step("overrule", 1), Step("next")),
    # All that apply, guessed.
    *(Step("guess"), Step("right"), Step("next")),
    # True or false: taken back twice, then wrong.
    *(Step("right"), Step("undo"), Step("wrong"), Step("undo"), Step("wrong"), Step("next")),
    # A number, easy.
    *(Step("right"), Step("rate", EASY), Step("next")),
    # An order: a flag, then right; on the next card it is called wrong after all.
    *(Step("flag"), Step("right"), Step("next"), Step("overrule", 0)),
    # A match: not known.
    *(Step("dont know"), Step("next")),
    # A list: put off, brought back, right, out of studying, brought back.
    *(Step("bury"), Step("undo"), Step("right"), Step("next")),
    # Two gaps: wrong, right, and for good.
    *(Step("wrong"), Step("undo"), Step("right"), Step("rate", HARD), Step("suspend"), Step("undo")),
]


LONG_STORY = [
    step for number in range(14) for step in (Step("wrong" if number % 4 == 1 else "right"), Step("go on"))
]


def _desk(home: Path, front: str, step: timedelta) -> WatchedDesk:
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    (folder / "nine.deck.yaml").write_text(deck("nine", QUESTIONS), encoding="utf-8")
    clock = SetClock(START, step)
    return WatchedDesk.open({"QUIZAPP_HOME": str(home)}, front=front, clock=clock)


def _log(desk: WatchedDesk) -> list[dict[str, Any]]:
    assert desk.store.check() == []
    rows = []
    for event in desk.store.events():
        row = dataclasses.asdict(event)
        row["target"] = None if event.target is None else event.target[1]
        assert event.front == desk.front
        rows.append({name: value for name, value in row.items() if name not in NOT_COMPARED})
    return rows


def _by_lines(home: Path, steps: Sequence[Step], step: timedelta) -> Left:
    with _desk(home, "line", step) as desk:
        Home(desk, TypingTalk(desk, steps)).run(PLAN)
        return _log(desk), list(desk.store.standings())


async def _by_keys(home: Path, steps: Sequence[Step], step: timedelta) -> Left:
    with _desk(home, "tui", step) as desk:
        async with QuizApp(desk, PLAN).run_test() as pilot:
            await pilot.pause()
            await press_all(pilot, desk, steps)
        return _log(desk), list(desk.store.standings())


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")


async def _both(folder: Path, steps: Sequence[Step], step: timedelta) -> list[dict[str, Any]]:
    """Do the same at both front ends; returns the log once it is sure that there is no difference."""
    lines, stand_by_lines = _by_lines(folder / "line", steps, step)
    keys, stand_by_keys = await _by_keys(folder / "tui", steps, step)
    for by_line, by_key in zip(lines, keys, strict=False):
        assert by_line == by_key
    assert len(lines) == len(keys)
    assert stand_by_lines == stand_by_keys
    return lines


async def test_the_same_answers_leave_the_same_log_through_lines_and_on_the_screen(tmp_path: Path) -> None:
    log = await _both(tmp_path, STORY, timedelta(seconds=2))
    kinds = [row["kind"] for row in log]
    for kind in (Kind.START, Kind.STUDY, Kind.OVERRIDE, Kind.VOID, Kind.FLAG, Kind.BURY, Kind.SUSPEND):
        assert kind in kinds
    assert len({row["card"] for row in log if row["kind"] is Kind.STUDY}) == 10


async def test_cards_come_back_in_the_same_order_at_both_front_ends(tmp_path: Path) -> None:
    log = await _both(tmp_path, LONG_STORY, timedelta(seconds=90))
    cards = [row["card"] for row in log if row["kind"] is Kind.STUDY]
    assert len(cards) == 14 > len(set(cards))
