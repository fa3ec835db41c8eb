"""Pictures of a quiz's screens as text, kept beside this file."""

from pathlib import Path

import pytest
from tui.conftest import Snap, Study
from tui.driving import Driver
from tui.sitting import put, sitting
from tui.test_quiz_result import KINDS, sat

from quizapp.tui.screens.quiz.setup import SetupScreen

SIZES = [(80, 24), (40, 12), (120, 40)]
CHOICE = 2

size = pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])


async def open_setup(at: Driver) -> None:
    at.app.push_screen(SetupScreen().begin(at.desk, "d"))
    await at.pilot.pause()
    await at.pilot.pause()


@size
async def test_setting_up(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    put(decks)
    async with show(size=size) as at:
        await open_setup(at)
        await snap(at)


async def test_setting_an_exam_up_with_an_attempt_left_open(decks: Path, show: Study, snap: Snap) -> None:
    async with sitting(show, decks, minutes=10) as at:
        await at.at.press("enter", "escape", "escape", "enter", "x", "down")
        await at.at.press("end", "up", "up", "up", "up", "right", "down", "right")
        await snap(at.at)


async def test_ticking_kinds(decks: Path, show: Study, snap: Snap) -> None:
    put(decks)
    async with show() as at:
        await open_setup(at)
        await at.press(*["down"] * 5, "enter", "down", "space")
        await snap(at)


async def test_the_rules_of_an_exam(decks: Path, show: Study, snap: Snap) -> None:
    put(decks)
    async with show() as at:
        await open_setup(at)
        await at.press("end", *["up"] * 4, "right", "down", "right", "s")
        await snap(at)


@size
async def test_a_question_answered_in_an_exam(
    decks: Path, show: Study, snap: Snap, size: tuple[int, int]
) -> None:
    async with sitting(show, decks, size=size, kinds=KINDS, minutes=30) as at:
        await at.at.press("enter", "f8", "1", "b", "m")
        await snap(at.at)


@size
async def test_an_answer_judged_in_practice(
    decks: Path, show: Study, snap: Snap, size: tuple[int, int]
) -> None:
    async with sitting(show, decks, size=size, kinds=KINDS[2:], feedback="each", points=2) as at:
        await at.at.press("d")
        await snap(at.at)


@size
async def test_how_sure_one_is(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    async with sitting(show, decks, size=size, kinds=KINDS[2:], certainty=True) as at:
        await at.at.press("2")
        await snap(at.at)


@size
async def test_the_overview(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    async with sitting(show, decks, size=size, minutes=30) as at:
        await at.at.press("enter", "f8", "1", "m", "o")
        await snap(at.at)


async def test_handing_in(decks: Path, show: Study, snap: Snap) -> None:
    async with sitting(show, decks) as at:
        await at.at.press("enter", "f8", "1", "m", "h")
        await snap(at.at)


async def test_marking_ones_own_answer(decks: Path, show: Study, snap: Snap) -> None:
    async with sitting(show, decks, kinds=KINDS[:2]) as at:
        await at.at.type("It holds the cell back")
        await at.at.press("enter", "f10", "right", "enter")
        await snap(at.at)


@size
async def test_the_result(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    put(decks, KINDS)
    async with show(size=size) as at:
        await sat(at, misses=4)
        at.app.pop_screen()
        await sat(at)
        await snap(at)


@pytest.mark.parametrize("size", SIZES[:2], ids=["80x24", "40x12"])
async def test_what_was_missed(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    put(decks, KINDS)
    async with show(size=size) as at:
        await sat(at)
        await at.press("m")
        await snap(at)


async def test_past_attempts(decks: Path, show: Study, snap: Snap) -> None:
    put(decks, KINDS)
    async with show() as at:
        await sat(at, misses=5)
        at.app.pop_screen()
        await sat(at, passing=None)
        await at.press("a")
        await snap(at)
