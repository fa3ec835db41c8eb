"""A disk that is full: the learner is told, keeps what they gave, and goes on once there is room."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from support import cards, deck
from textual.widgets import Input

from quizapp.answer.response import Typed
from quizapp.clock import SetClock
from quizapp.errors import StoreError
from quizapp.line.home import Home
from quizapp.store.event import Kind
from quizapp.store.store import Store
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage
from quizapp.tui.app import QuizApp

if sys.platform != "win32":
    from reliability.terminal import Terminal

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
PLAN = Plan(decks=("d",))
MOST_PAGES = 1_073_741_823
DISK_FULL = "The disk is full"
FULL = f"{DISK_FULL}, so this was not saved; everything before it is"
CARDS = 60


@pytest.fixture(autouse=True)
def studied(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    _prepare(home)


def _prepare(home: Path) -> None:
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "d.deck.yaml").write_text(deck("d", cards(CARDS)), encoding="utf-8")
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(f"new_per_day = {CARDS}\n", encoding="utf-8")


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=SetClock(START)) as opened:
        opened.refresh()
        yield opened


def fill(desk: Desk) -> None:
    """Let the log grow no more: SQLite then says what it says of a full disk."""
    desk.store.database.value("PRAGMA max_page_count = 1")
    session = desk.session(PLAN)
    for _ in range(CARDS):
        try:
            session.answer(Typed(("before " * 100,)))
        except StoreError as error:
            if error.what != FULL:
                raise
            return
        session.next()
    pytest.fail("the disk does not fill up")


def make_room(desk: Desk) -> None:
    """Let it grow again."""
    desk.store.database.value(f"PRAGMA max_page_count = {MOST_PAGES}")


def _answers(store: Store) -> list[str | None]:
    assert store.check() == []
    return [event.response for event in store.events() if event.kind is Kind.STUDY]


LONG = "what I gave " * 150
STORED = f'["typed",["{LONG}"]]'


def _tried(session: Session) -> None:
    with pytest.raises(StoreError) as told:
        session.answer(Typed((LONG,)))
    assert told.value.what == FULL
    assert told.value.todo


def test_a_full_disk_changes_nothing_and_the_same_response_can_be_given_again(desk: Desk) -> None:
    fill(desk)
    session = desk.session(PLAN)
    before = (session.item, session.counts, session.answered, _answers(desk.store))
    for _ in range(2):
        _tried(session)
        assert session.stage is Stage.ASKING
        assert (session.item, session.counts, session.answered, _answers(desk.store)) == before
    make_room(desk)
    session.answer(Typed((LONG,)))
    assert _answers(desk.store) == [*before[3], STORED]


@pytest.mark.parametrize("act", ["overrule", "suspend", "bury", "reset", "undo", "flag"])
def test_every_act_can_be_repeated_after_a_full_disk(desk: Desk, act: str) -> None:
    session = desk.session(PLAN)
    session.answer(Typed(("answer1",)))
    database = desk.store.database
    acts: dict[str, Callable[[], object]] = {
        "overrule": lambda: session.overrule(right=False),
        "suspend": session.suspend,
        "bury": session.bury,
        "reset": session.reset,
        "undo": session.undo,
        "flag": lambda: session.flag(3),
    }
    before = (session.stage, session.item, session.rating, session.counts, list(desk.store.standings()))
    database.run("CREATE TEMP TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StoreError):
        acts[act]()
    after = (session.stage, session.item, session.rating, session.counts, list(desk.store.standings()))
    assert after == before
    database.run("DROP TRIGGER full")
    acts[act]()
    assert desk.store.check() == []
    assert list(desk.store.standings()) != before[4] or act == "undo"


class Telling:
    """A conversation that fills the disk, and makes room when the learner is asked to."""

    def __init__(self, desk: Desk) -> None:
        self.transcript = ""
        self._desk = desk
        self._lines = self._typed()

    def say(self, text: str = "") -> None:
        """Hear a line."""
        self.transcript += f"{text}\n"

    def ask(self, prompt: str) -> str:
        """Type the next line."""
        line = next(self._lines)
        self.transcript += f"{prompt}{line}\n"
        return line

    def _typed(self) -> Iterator[str]:
        yield LONG
        # Nothing has changed: it is told again.
        yield ""
        make_room(self._desk)
        yield ""
        yield "/quit"


def test_in_lines_the_response_is_kept_until_it_can_be_stored(desk: Desk) -> None:
    fill(desk)
    count = len(_answers(desk.store))
    talk = Telling(desk)
    Home(desk, talk).run(PLAN)
    assert talk.transcript.count(FULL) == 2
    assert talk.transcript.count("Not stored, Enter tries again") == 2
    assert _answers(desk.store)[count:] == [STORED]


async def test_on_the_screen_the_response_is_kept_until_it_can_be_stored(desk: Desk) -> None:
    fill(desk)
    count = len(_answers(desk.store))
    app = QuizApp(desk, PLAN)
    async with app.run_test() as pilot:
        while not app.home.settled:
            await pilot.pause()
        await pilot.pause()
        assert isinstance(app.focused, Input)
        app.focused.value = LONG
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "TroubleScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.focused, Input)
        assert app.focused.value == LONG
        await pilot.press("enter")
        await pilot.pause()
        make_room(desk)
        await pilot.press("r")
        await pilot.pause()
        assert type(app.screen).__name__ == "StudyScreen"
    assert _answers(desk.store)[count:] == [STORED]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes; only a superuser can make one."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be made here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="makes a small disk")
def test_the_program_on_a_disk_that_is_really_full_goes_on_once_there_is_room(small_disk: Path) -> None:
    home = small_disk / "home"
    _prepare(home)
    terminal = Terminal(home, "--plain", "study", "d")
    assert terminal.until(lambda terminal: "Short answer, 1 of" in terminal.screen)
    filler = small_disk / "filler"
    _fill_up(filler)
    answers = 0
    while DISK_FULL not in terminal.transcript:
        answers += 1
        assert answers < CARDS
        terminal.type(f"given {answers} " + "and more " * 60 + "\r\r")
        before = terminal.transcript.count("comes back in")
        terminal.until(
            lambda terminal, before=before: (  # type: ignore[misc]  # the default binds the loop's value
                terminal.transcript.count("comes back in") > before or DISK_FULL in terminal.transcript
            )
        )
    assert "Traceback" not in terminal.transcript
    filler.unlink()
    stored = terminal.transcript.count("comes back in")
    terminal.type("\r")
    assert terminal.until(lambda terminal: terminal.transcript.count("comes back in") > stored)
    terminal.type("/quit\r")
    assert terminal.end() == 0
    with Store.open(home / "data" / "progress.db") as store:
        found = _answers(store)
    assert [response.split()[1] for response in found if response] == [str(n + 1) for n in range(answers)]


def _fill_up(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 1024)
        except OSError:
            return
