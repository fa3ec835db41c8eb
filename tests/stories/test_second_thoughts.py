"""A learner who changes their mind while the same card is already being asked again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.answer.response import DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.memory.model import Rating
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.queue import Counts
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

PLAN = Plan(decks=("d",))


@pytest.fixture
def desk(home: Path, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "d.deck.yaml").write_text(deck("d", cards(1)), encoding="utf-8")
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock) as opened:
        opened.refresh()
        yield opened


@pytest.fixture
def asked_again(desk: Desk, clock: SetClock) -> Session:
    """The only card was answered wrong, and is being asked again after its minute."""
    session = desk.session(PLAN)
    session.answer(Typed(("my own word",)))
    session.next()
    clock.advance(timedelta(minutes=2))
    session.resume()
    assert session.stage is Stage.ASKING
    assert session.previous is not None
    return session


def test_a_card_asked_again_goes_on_from_what_its_last_answer_counts_as_now(
    desk: Desk, asked_again: Session
) -> None:
    asked_again.overrule(right=True)
    assert asked_again.item is not None
    assert asked_again.item.standing == desk.store.standing("d/q1")
    # A second right answer ends the learning steps, as it would have without the mistake.
    asked_again.answer(Typed(("answer1",)))
    standing = desk.store.standing("d/q1")
    assert standing is not None
    assert standing.interval > 0
    assert desk.store.check() == []


def test_a_card_asked_again_is_counted_once_when_its_last_answer_changes(asked_again: Session) -> None:
    assert asked_again.counts == Counts(learning=1)
    asked_again.overrule(right=True)
    assert sum(asked_again.counts) == 1
    asked_again.undo()
    assert asked_again.counts == Counts(learning=1)


def test_a_change_taken_back_is_forgotten_by_the_card_asked_again(desk: Desk, asked_again: Session) -> None:
    asked_again.overrule(right=True)
    asked_again.undo()
    assert asked_again.item is not None
    assert asked_again.item.standing == desk.store.standing("d/q1")
    asked_again.answer(DontKnow())
    assert asked_again.rating is Rating.AGAIN


def test_a_change_of_an_earlier_sitting_taken_back_is_forgotten_too(desk: Desk, clock: SetClock) -> None:
    session = desk.session(PLAN)
    session.answer(Typed(("answer1",)))
    session.overrule(right=False)
    clock.advance(timedelta(minutes=2))
    later = desk.session(PLAN)
    assert later.item is not None
    assert later.undo()
    assert later.item is not None
    assert later.item.standing == desk.store.standing("d/q1")
