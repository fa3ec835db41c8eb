"""A sitting that asks given cards, due or not: practice leaves memories alone."""

from datetime import timedelta
from pathlib import Path

from study.conftest import MakeDesk
from support import cards, deck

from quizapp.answer.response import Typed
from quizapp.clock import SetClock
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

PAIR = ("heart/q1", "heart/q2")


def write(decks: Path) -> None:
    (decks / "heart.deck.yaml").write_text(deck("heart", cards(3)), encoding="utf-8")


def answer_all(desk: Desk, plan: Plan) -> list[str]:
    asked = []
    session = desk.session(plan)
    while session.stage is not Stage.DONE:
        assert session.item is not None
        asked.append(str(session.item.card))
        session.answer(Typed((session.item.answers,)))
        session.next()
    return asked


def test_a_drill_asks_exactly_its_cards_in_its_order(decks: Path, make_desk: MakeDesk) -> None:
    write(decks)
    desk = make_desk()
    assert answer_all(desk, Plan(cards=("heart/q3", "heart/q1"))) == ["heart/q3", "heart/q1"]


def test_practice_leaves_the_memory_and_the_limits_as_they_were(decks: Path, make_desk: MakeDesk) -> None:
    write(decks)
    desk = make_desk()
    before = [desk.store.standing(card) for card in PAIR]
    answer_all(desk, Plan(cards=PAIR))
    assert [event.kind for event in desk.store.events() if event.rating] == [Kind.CRAM, Kind.CRAM]
    assert [desk.store.standing(card) for card in PAIR] == before
    assert desk.overview().new == 0
    assert not desk.store.day_count(desk.time.moment().day).new


def test_a_card_that_is_due_is_reviewed_in_earnest(decks: Path, make_desk: MakeDesk, clock: SetClock) -> None:
    write(decks)
    desk = make_desk()
    answer_all(desk, Plan(decks=("heart",), limit=1))
    first = next(event.card for event in desk.store.events() if event.rating)
    clock.advance(timedelta(days=30))
    answer_all(desk, Plan(cards=(first,)))
    assert [event.kind for event in desk.store.events() if event.rating][-1] is Kind.STUDY


def test_practice_says_so_and_can_be_taken_back(decks: Path, make_desk: MakeDesk) -> None:
    write(decks)
    desk = make_desk()
    session = desk.session(Plan(cards=PAIR))
    session.answer(Typed(("answer1",)))
    assert session.interval == ""
    assert {offer.interval for offer in session.offers} == {"practice"}
    assert session.undo() == "Your answer is taken back."
    assert session.item is not None
    assert str(session.item.card) == "heart/q1"


def test_a_suspended_card_is_not_asked_and_one_that_is_gone_neither(decks: Path, make_desk: MakeDesk) -> None:
    write(decks)
    desk = make_desk()
    session = desk.session(Plan(cards=("heart/q1",)))
    session.suspend()
    assert session.stage is Stage.DONE
    assert answer_all(desk, Plan(cards=("heart/q1", "heart/gone", "heart/q2"))) == ["heart/q2"]
