"""What is done to several cards at once is one act, and is taken back as one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st
from support import cards as questions, deck

from quizapp.answer.response import DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.errors import UsageError
from quizapp.paths import paths_from
from quizapp.store.event import Kind
from quizapp.store.standing import Standing
from quizapp.study import cards
from quizapp.study.cards import Act
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan

MakeDesk = Callable[..., Desk]
KEYS = [f"d/q{number}" for number in range(1, 6)]
ACTS = st.one_of(
    st.sampled_from([cards.SUSPEND, cards.RESUME, cards.BURY, cards.UNBURY, cards.RESET]),
    st.sampled_from([0, 2]).map(cards.flag),
    st.sampled_from([0, 9]).map(cards.reschedule),
)


@pytest.fixture
def desk(make_desk: MakeDesk, decks: Path) -> Desk:
    (decks / "d.deck.yaml").write_text(deck("d", questions(5)))
    return make_desk()


def answer(desk: Desk, count: int = 3) -> None:
    session = desk.session(Plan(decks=("d",)))
    for number in range(count):
        assert session.item is not None
        session.answer(Typed((session.item.answers,)) if number else DontKnow())
        session.next()


def standings(desk: Desk) -> dict[str, Standing]:
    return {standing.card: standing for standing in desk.store.standings()}


@contextmanager
def studied() -> Iterator[Desk]:
    """A desk of its own with three cards answered."""
    with TemporaryDirectory() as home:
        environment = {"QUIZAPP_HOME": home}
        folder = paths_from(environment).decks
        folder.mkdir(parents=True)
        (folder / "d.deck.yaml").write_text(deck("d", questions(5)))
        clock = SetClock(datetime.fromisoformat("2026-03-02T10:00:00+01:00"), timedelta(seconds=5))
        with Desk.open(environment, front="cli", clock=clock) as desk:
            desk.refresh()
            answer(desk)
            yield desk


@given(st.lists(st.tuples(ACTS, st.lists(st.sampled_from(KEYS))), max_size=6))
def test_undoing_every_act_leaves_cards_as_they_were(acts: list[tuple[Act, list[str]]]) -> None:
    with studied() as desk:
        trail = [standings(desk)]
        for act, keys in acts:
            if desk.cards().do(act, keys).changed:
                trail.append(standings(desk))
        while len(trail) > 1:
            assert standings(desk) == trail.pop()
            assert desk.cards().undo()
        assert standings(desk) == trail[0]
        desk.store.refold()
        assert standings(desk) == trail[0]


def test_an_act_on_several_cards_is_taken_back_at_once_also_after_a_restart(
    desk: Desk, make_desk: MakeDesk
) -> None:
    before = standings(desk)
    done = desk.cards().do(cards.SUSPEND, KEYS)
    assert (done.changed, done.left, done.sentence) == (5, 0, "5 cards are suspended.")
    desk.close()
    again = make_desk()
    assert again.cards().undo() == "5 cards are not suspended any more."
    assert standings(again) == before
    assert again.cards().undo() is None


def test_undo_while_studying_takes_an_act_on_several_cards_back_as_well(desk: Desk) -> None:
    desk.cards().do(cards.SUSPEND, KEYS[:4])
    session = desk.session(Plan(decks=("d",)))
    assert session.counts.new == 1
    # Starting the deck came last.
    assert session.undo() == "The deck is not started any more."
    assert session.undo() == "What you last did to several cards at once is taken back."
    assert session.counts.new == 5


def test_an_answer_is_not_taken_back_where_cards_are_browsed(desk: Desk) -> None:
    answer(desk, 1)
    before = standings(desk)
    assert "answer a card" in (desk.cards().undo() or "")
    assert standings(desk) == before


def test_yesterdays_act_stays(desk: Desk, clock: SetClock) -> None:
    desk.cards().do(cards.flag(1), KEYS[:1])
    clock.advance(timedelta(days=1))
    assert desk.cards().undo() is None


def test_what_an_act_would_change_nothing_of_is_left_out_of_the_log(desk: Desk) -> None:
    answer(desk)
    desk.cards().do(cards.SUSPEND, KEYS[:2])
    done = desk.cards().do(cards.SUSPEND, [*KEYS, KEYS[0]])
    assert (done.changed, done.left) == (3, 2)
    assert sum(event.kind is Kind.SUSPEND for event in desk.store.events()) == 5
    assert (
        desk.cards().do(cards.reschedule(3), KEYS[3:]).sentence.startswith("Nothing changes for 2 cards: new")
    )


def test_a_rescheduled_card_is_due_on_that_day_and_keeps_its_memory(desk: Desk) -> None:
    answer(desk)
    before = standings(desk)["d/q2"]
    desk.cards().do(cards.reschedule(7), ["d/q2"])
    after = standings(desk)["d/q2"]
    today = desk.time.moment().day
    assert (after.due_day, after.due_at, after.memory) == (today + 7, None, before.memory)


def test_dates_and_days_say_the_same() -> None:
    today = (datetime(2026, 3, 2) - datetime(1970, 1, 1)).days  # noqa: DTZ001 - only the date counts
    assert (
        cards.days_until("2026-03-05", today)
        == cards.days_until("3", today)
        == cards.days_until("+3", today)
        == 3
    )
    assert cards.days_until("Tomorrow", today) == 1
    for wrong in ("soon", "2026-13-01", "", "1e3"):
        with pytest.raises(UsageError):
            cards.days_until(wrong, today)
    for days in (-1, 36_501):
        with pytest.raises(UsageError):
            cards.reschedule(days)
    with pytest.raises(UsageError):
        cards.flag(5)


def test_putting_off_ends_with_the_study_day(desk: Desk, clock: SetClock) -> None:
    desk.cards().do(cards.BURY, KEYS)
    assert desk.overview().decks[0].new == 0
    assert desk.cards().do(cards.UNBURY, KEYS[:1]).changed == 1
    assert desk.overview().decks[0].new == 1
    clock.advance(timedelta(days=1))
    assert desk.overview().decks[0].new == 5
