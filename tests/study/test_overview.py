"""What the home screen is told."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.answer.response import DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.store.queries import Stages
from quizapp.study.desk import Desk
from quizapp.study.overview import PACE
from quizapp.study.plan import Plan

MakeDesk = Callable[..., Desk]
BY_DAY = "learning_steps = []\n"


def put(decks: Path, name: str, questions: str, extra: str = "") -> None:
    (decks / f"{name}.deck.yaml").write_text(deck(name, questions, extra=extra), encoding="utf-8")


def study(desk: Desk, clock: SetClock, plan: Plan, *, seconds: float = 5, know: bool = True) -> None:
    """Answer everything that waits, a card in so many seconds."""
    session = desk.session(plan)
    while session.item is not None:
        clock.advance(timedelta(seconds=seconds))
        session.answer(Typed((session.item.answers,)) if know else DontKnow())
        session.next()


def test_time_is_estimated_before_there_is_any_answer(decks: Path, make_desk: MakeDesk) -> None:
    put(decks, "a", cards(10))
    row = make_desk(settings=BY_DAY).overview().decks[0]
    assert row.minutes == pytest.approx(10 * PACE / 60)


def test_a_new_card_is_counted_once_for_each_learning_step(decks: Path, make_desk: MakeDesk) -> None:
    put(decks, "a", cards(10))
    row = make_desk(settings='learning_steps = ["1m", "10m", "1h"]\n').overview().decks[0]
    assert row.minutes == pytest.approx(30 * PACE / 60)


def test_the_learners_own_pace_counts_once_there_are_enough_answers(
    decks: Path, make_desk: MakeDesk, clock: SetClock
) -> None:
    put(decks, "a", cards(60))
    desk = make_desk(settings=BY_DAY + "new_per_day = 20\n")
    study(desk, clock, Plan(decks=("a",)), seconds=30)
    assert desk.overview().decks[0].minutes == 0
    clock.advance(timedelta(days=1))
    study(desk, clock, Plan(new=10), seconds=30)
    # Ten more new cards may come today.
    assert desk.overview().minutes_left == pytest.approx(10 * 30 / 60)


def test_what_waits_in_all_is_within_the_days_limits(decks: Path, make_desk: MakeDesk) -> None:
    put(decks, "a", cards(15))
    put(decks, "b", cards(15))
    desk = make_desk()
    for name in ("a", "b"):
        desk.start(name)
    overview = desk.overview()
    assert (overview.waiting, overview.unlearned, overview.next_due) == (20, 30, None)


def test_the_next_day_with_reviews_is_told(decks: Path, make_desk: MakeDesk, clock: SetClock) -> None:
    put(decks, "a", cards(3))
    desk = make_desk(settings=BY_DAY)
    study(desk, clock, Plan(decks=("a",)))
    overview = desk.overview()
    assert overview.next_due is not None
    day, number = overview.next_due
    assert day > overview.day
    assert 1 <= number <= 3
    assert overview.last_day == overview.day


def test_stages_are_told_if_asked_for_and_count_included_decks(
    decks: Path, make_desk: MakeDesk, clock: SetClock
) -> None:
    put(decks, "part", cards(4))
    put(decks, "whole", cards(2), extra="include: [part.deck.yaml]\n")
    desk = make_desk(settings=BY_DAY)
    study(desk, clock, Plan(decks=("part",), new=3))
    assert {row.stages for row in desk.overview().decks} == {Stages()}
    stages = {row.id: row.stages for row in desk.overview(stages=True).decks}
    assert stages == {"part": Stages(new=1, young=3), "whole": Stages(new=3, young=3)}
    assert stages["whole"].known == 3
