"""A year of studying, made once and looked at by many tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from report.desks import MakeDesk
from report.year import Year, lived

from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The log of a made-up year, closed; the same in every run."""
    return lived(tmp_path_factory.mktemp("year"))


@pytest.fixture
def desk(year: Year, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk on that year, on its last day."""
    monkeypatch.setattr("quizapp.paths._shipped", lambda: Path(year.home, "shipped"))
    with Desk.open({"QUIZAPP_HOME": str(year.home)}, front="cli", clock=year.clock()) as opened:
        opened.refresh()
        yield opened


@pytest.fixture
def decks(home: Path) -> Path:
    """The user's decks folder."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def make_desk(
    home: Path, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeDesk]:
    """Opens desks on this test's home; each is closed at the end."""
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    opened: list[Desk] = []

    def make() -> Desk:
        desk = Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock)
        opened.append(desk)
        desk.refresh()
        return desk

    yield make
    for desk in opened:
        desk.close()
