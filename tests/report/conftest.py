"""A year of studying, made once and looked at by many tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from report.year import Year, lived

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
