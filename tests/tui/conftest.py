"""The program on a home and a clock of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input
from tui.driving import QUESTIONS, Driver, deck, screen_text

from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.tui.app import QuizApp

START = "2026-03-02T10:00:00+01:00"
STEP = timedelta(seconds=8)

Study = Callable[..., AbstractAsyncContextManager[Driver]]
Snap = Callable[[Driver], Awaitable[None]]


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")


@pytest.fixture
def decks(home: Path) -> Path:
    """The user's decks folder."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A desk on this test's home, with a clock that steps at each submission."""
    clock = SetClock(datetime.fromisoformat(START), STEP)
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=clock) as opened:
        yield opened


@pytest.fixture
def show(desk: Desk) -> Study:
    """Opens the program; without a plan it stands on the home screen."""

    @asynccontextmanager
    async def run(plan: Plan | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
        app = QuizApp(desk, plan)
        async with app.run_test(size=size) as pilot:
            while not app.home.settled:
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Driver(pilot, desk)

    return run


@pytest.fixture
def study(decks: Path, show: Study) -> Study:
    """Opens the study screen on a deck of one question of a kind, or of the questions given."""

    @asynccontextmanager
    async def run(kind: str, questions: str = "", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
        text = deck("d", questions or QUESTIONS[kind], title="The immune system")
        (decks / "d.deck.yaml").write_text(text, encoding="utf-8")
        async with show(Plan(decks=("d",)), size) as driver:
            yield driver

    return run


class ScreenText(SingleFileSnapshotExtension):
    """A screen as a text file."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def snap(snapshot: SnapshotAssertion) -> Snap:
    """Compares the screen with the one kept beside the test."""

    async def check(driver: Driver) -> None:
        for field in driver.app.screen.query(Input):
            field.cursor_blink = False
        await driver.pilot.wait_for_scheduled_animations()
        await driver.pilot.pause()
        assert screen_text(driver.app) == snapshot(extension_class=ScreenText)

    return check
