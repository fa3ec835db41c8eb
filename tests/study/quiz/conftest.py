"""Desks with decks of every kind, for tests of quizzes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk

MakeDesk = Callable[..., Desk]

MIXED = """format: 1
deck: Mixed
id: mixed
defaults: {tags: [all]}
sources: {book: {title: A book}}
questions:
  - {id: flash, question: Red in French?, answer: rouge, topic: colours}
  - {id: short, question: Capital of France?, answer: Paris, typed: true, topic: places, level: 1}
  - {id: choice, question: 1 + 1?, answer: "2", wrong: ["3", "4", "5"], topic: numbers, level: 2}
  - {id: many, question: Even?, answer: ["2", "4"], wrong: ["1", "3"], topic: numbers, level: 2}
  - {id: truth, statement: Water is wet., answer: true, source: {doc: book, paragraph: 2}}
  - {id: number, question: Half of 7?, number: 3.5, topic: numbers, level: 3}
  - {id: order, question: Sort them., order: [one, two, three], points: 3}
  - {id: pairs, question: Match., pairs: {a: A, b: B}, extra: [C], tags: [letters]}
  - {id: list, question: Primary colours?, list: [red, blue, yellow], topic: colours}
  - {id: gap, cloze: "Grass is [[green]], the sky [[blue]].", topic: colours, seconds: 30}
"""


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")


@pytest.fixture
def decks(home: Path) -> Path:
    """The user's decks folder, with the deck `mixed` in it."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    (folder / "mixed.deck.yaml").write_text(MIXED, encoding="utf-8")
    return folder


@pytest.fixture
def make_desk(home: Path, clock: SetClock) -> Iterator[MakeDesk]:
    """Opens desks on this test's home; each is closed at the end."""
    opened: list[Desk] = []

    def make(*, clock: SetClock = clock) -> Desk:
        desk = Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock)
        opened.append(desk)
        desk.refresh()
        return desk

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(decks: Path, make_desk: MakeDesk) -> Desk:
    """A desk with the deck `mixed`."""
    assert decks.is_dir()
    return make_desk()
