"""Desks with small decks for tests of studying."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk

MakeDesk = Callable[..., Desk]


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
def make_desk(home: Path, clock: SetClock) -> Iterator[MakeDesk]:
    """Opens desks on this test's home; each is closed at the end."""
    opened: list[Desk] = []

    def make(*, settings: str = "", front: str = "line", clock: SetClock = clock) -> Desk:
        environment = {"QUIZAPP_HOME": str(home)}
        if settings:
            file = paths_from(environment).settings
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(settings, encoding="utf-8")
        desk = Desk.open(environment, front=front, clock=clock)
        opened.append(desk)
        desk.refresh()
        return desk

    yield make
    for desk in opened:
        desk.close()
