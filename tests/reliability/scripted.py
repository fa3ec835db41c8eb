"""A sitting in which everything happens, told call by call."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from reliability.nine import NEAR, QUESTIONS, right, wrong
from support import deck

from quizapp.answer.response import DontKnow, Revealed, Typed
from quizapp.clock import SetClock
from quizapp.memory.model import Rating
from quizapp.settings import change
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
PLAN = Plan(decks=("nine",))
EDITED = (
    QUESTIONS.replace("id: colours", "id: colors, was: colours")
    .replace("number: 500", "number: 501")
    .replace("id: whale", "revision: 2, id: whale")
)
assert EDITED.count("colors") == EDITED.count("501") == EDITED.count("revision") == 1


def prepare(home: Path) -> None:
    """Put a deck and settings into a new home."""
    (home / "data" / "decks").mkdir(parents=True)
    write(home, QUESTIONS)
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("new_per_day = 12\n", encoding="utf-8")


def write(home: Path, questions: str) -> None:
    """Write the deck, as its teacher does."""
    (home / "data" / "decks" / "nine.deck.yaml").write_text(deck("nine", questions), encoding="utf-8")


def opened(home: Path, clock: SetClock) -> Desk:
    return Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock)


def sitting(home: Path) -> Iterator[str]:
    """Study all nine kinds with everything a learner can do; yields after each call that changes the log."""
    with opened(home, SetClock(START)) as desk:
        change(desk.paths.settings, "new_per_day", "15")
        desk.reload_settings()
        desk.refresh()
        session = desk.session(PLAN)
        yield "start"
        yield from _first_round(session)
        job = desk.backup_job()
        assert job is not None
        assert job() is None
        yield "backup"
        write(home, EDITED)
        assert desk.refresh()
        yield "edit"
        yield from _second_round(desk.session(PLAN))
        desk.stop("nine")
        yield "stop"


def _first_round(session: Session) -> Iterator[str]:
    session.hint()
    session.answer(Revealed())
    session.rate(Rating.HARD)
    yield "rate brake"
    session.answer(Typed((NEAR,)))
    yield "near leaf"
    session.retry()
    session.answer(right(_item(session, "leaf")))
    yield "again leaf"
    session.next()
    session.answer(wrong(_item(session, "capital")))
    yield "wrong capital"
    session.overrule(right=True)
    yield "overrule capital"
    session.next()
    session.answer(right(_item(session, "primes")), guessed=True)
    yield "guess primes"
    session.next()
    session.answer(right(_item(session, "whale")))
    yield "right whale"
    session.undo()
    yield "undo whale"
    session.answer(right(_item(session, "whale")))
    yield "right whale once more"
    session.next()
    session.answer(right(_item(session, "dose")))
    yield "right dose"
    session.rate(Rating.EASY)
    yield "easy dose"
    session.next()
    session.flag(2)
    yield "flag planets"
    session.answer(wrong(_item(session, "planets")))
    yield "wrong planets"
    session.next()
    session.overrule(right=True)
    yield "overrule planets"
    assert _item(session, "lands")
    session.suspend()
    yield "suspend lands"
    session.bury()
    yield "bury colours"
    session.undo()
    yield "undo bury"
    session.answer(right(_item(session, "colours")))
    yield "right colours"
    session.next()
    session.answer(right(_item(session, "south")))
    yield "right south"


def _second_round(session: Session) -> Iterator[str]:
    for number in range(4):
        session.answer(DontKnow())
        yield f"dont know {number}"
        session.next()
    session.reset()
    yield "reset"
    session.undo()
    yield "undo reset"


def _item(session: Session, question: str) -> Any:
    assert session.item is not None
    assert session.item.card.question == question, session.item.card
    return session.item
