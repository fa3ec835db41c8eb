"""A sitting goes on when the decks under it were edited."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.answer.response import Truth
from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

TWO = """\
format: 1
deck: d
id: d
questions:
  - {id: a, statement: One., answer: true, hint: [First, Second], explain: Old}
  - {id: b, statement: Two., answer: true}
"""


@pytest.fixture
def file(home: Path) -> Path:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    (folder / "d.deck.yaml").write_text(TWO, encoding="utf-8")
    return folder / "d.deck.yaml"


@pytest.fixture
def desk(home: Path, file: Path) -> Iterator[Desk]:
    clock = SetClock(datetime.fromisoformat("2026-03-02T10:00:00+01:00"), timedelta(seconds=8))
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=clock) as opened:
        opened.refresh()
        yield opened


def edited(desk: Desk, session: Session, file: Path, old: str, new: str) -> bool:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    desk.refresh()
    return session.reread()


def question(session: Session) -> str | None:
    return session.item.question.id if session.item else None


def test_a_card_that_waits_is_asked_as_it_reads_now(desk: Desk, file: Path) -> None:
    session = desk.session(Plan(decks=("d",)))
    assert edited(desk, session, file, "One.", "Uno.")
    assert session.item is not None
    assert session.item.asks == "Uno."
    assert session.stage is Stage.ASKING
    assert sum(session.counts) == 2


def test_what_is_said_around_a_card_changes_without_asking_anew(desk: Desk, file: Path) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.hint()
    session.hint()
    assert not edited(desk, session, file, "[First, Second], explain: Old", "[Only], explain: New")
    assert session.hints == ("Only",)
    assert session.hints_left == 0
    session.answer(Truth(value=True))
    assert session.item is not None
    assert session.item.question.explain == "New"


def test_a_judged_card_stays_judged(desk: Desk, file: Path) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.answer(Truth(value=True))
    assert not edited(desk, session, file, "One.", "Uno.")
    assert session.stage is Stage.JUDGED
    assert session.verdict is not None
    session.next()
    assert question(session) == "b"


@pytest.mark.parametrize("old", ["id: a", "id: b"])
def test_a_question_taken_out_is_not_asked(desk: Desk, file: Path, old: str) -> None:
    session = desk.session(Plan(decks=("d",)))
    edited(desk, session, file, old, f"draft: true, {old}")
    assert question(session) == ("b" if old == "id: a" else "a")
    assert sum(session.counts) == 1


def test_without_any_question_left_the_sitting_is_done(desk: Desk, file: Path) -> None:
    session = desk.session(Plan(decks=("d",)))
    assert edited(desk, session, file, "{id:", "{draft: true, id:")
    assert session.stage is Stage.DONE
    assert session.item is None
