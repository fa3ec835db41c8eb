"""Conversations with the line front end, held in memory."""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.clock import SetClock
from quizapp.line.home import Home
from quizapp.line.talk import StreamTalk
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan

START = "2026-03-02T10:00:00+01:00"
STEP = timedelta(seconds=90)

Converse = Callable[..., str]


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")


@pytest.fixture
def write_deck(home: Path) -> Callable[..., None]:
    """Writes a deck file into the user's decks folder: its id, its questions in YAML, and more keys."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True, exist_ok=True)

    def write(name: str, questions: str, keys: str = "") -> None:
        text = f"format: 1\ndeck: Deck {name}\nid: {name}\n{keys}questions:\n{questions}"
        (folder / f"{name}.deck.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A desk on this test's home, with a clock that steps at each submission."""
    clock = SetClock(datetime.fromisoformat(START), STEP)
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock) as opened:
        yield opened


@pytest.fixture
def converse(desk: Desk) -> Converse:
    """Types lines, then ends the input; returns the whole transcript. Decks named are studied at once."""

    def hold(lines: Sequence[str], *decks: str, limit: int | None = None) -> str:
        source = io.StringIO("".join(f"{line}\n" for line in lines))
        sink = io.StringIO()
        plan = Plan(decks=decks, limit=limit) if decks else None
        Home(desk, StreamTalk(source, sink)).run(plan)
        return sink.getvalue()

    return hold
