"""A log that can't be written can still be looked at; only what would change it is refused."""

import json
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.cli.main import main
from quizapp.store import store as room
from quizapp.store.connection import Database
from quizapp.store.trouble import refused

REFUSED = "can't be opened for writing"


@pytest.fixture(autouse=True)
def only_to_be_read(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log with a started deck, on a medium that takes nothing any more."""
    monkeypatch.setenv("QUIZAPP_HOME", str(home))
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    decks = home / "data" / "decks"
    decks.mkdir(parents=True)
    (decks / "d.deck.yaml").write_text(deck("d", cards(3)), encoding="utf-8")
    assert main(["decks", "--start", "d"]) == 0
    monkeypatch.setattr(room, "open_writable", _closed)


def _closed(path: Path) -> Database:
    raise refused(path)


def test_what_waits_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["due", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["new"] == 3
    assert "can't be written" in said.err


def test_everything_can_be_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["export"]) == 0
    assert any('"start"' in line for line in capsys.readouterr().out.splitlines())


def test_decks_are_listed_but_none_is_started(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decks"]) == 0
    assert main(["decks", "--stop", "d"]) == 2
    assert REFUSED in capsys.readouterr().err
