"""Two weeks of evenings with a deck, told under clocks that do what clocks do."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.answer.response import DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.memory.days import date_of
from quizapp.memory.model import Phase
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

CARDS = 80
LONGEST = 60
"""After two weeks no card of these can sensibly be due later than in so many days."""

EVENINGS = [
    ("2026-03-20T19:00+01:00", "2026-03-20"),
    ("2026-03-21T19:00+01:00", "2026-03-21"),
    ("2026-03-22T19:00+01:00", "2026-03-22"),
    # A night owl: still the study day of the 23rd.
    ("2026-03-24T02:30+01:00", "2026-03-23"),
    ("2026-03-24T19:00+01:00", "2026-03-24"),
    ("2026-03-26T19:00+01:00", "2026-03-26"),
    # The night of the 29th has no hour between two and three.
    ("2026-03-28T23:50+01:00", "2026-03-28"),
    ("2026-03-29T03:10+02:00", "2026-03-28"),
    ("2026-03-29T19:00+02:00", "2026-03-29"),
    # Somebody set the clock back by more than a month, and right again on the morrow.
    ("2026-02-20T19:00+01:00", "2026-02-20"),
    ("2026-03-31T19:00+02:00", "2026-03-31"),
    # Auckland in the morning, then over the date line: Honolulu, where it is the day before.
    ("2026-04-02T09:00+13:00", "2026-04-02"),
    ("2026-04-01T20:00-10:00", "2026-04-02"),
    ("2026-04-02T19:00-10:00", "2026-04-02"),
    ("2026-04-03T19:00-10:00", "2026-04-03"),
    # One evening ten years ahead; the next day is an ordinary day again.
    ("2036-04-04T19:00+02:00", "2036-04-04"),
    ("2026-04-05T19:00+02:00", "2026-04-05"),
    ("2026-04-06T19:00+02:00", "2026-04-06"),
]

NOTHING_LEFT = {"2026-03-29T03:10+02:00", "2026-04-01T20:00-10:00", "2026-04-02T19:00-10:00"}
"""The study day was done already, under another wall time: it must not bring a second helping."""


class Learner:
    """Studies in the evening, and knows most things."""

    def __init__(self, home: Path) -> None:
        self.environment = {"QUIZAPP_HOME": str(home)}
        self.clock = SetClock(datetime.fromisoformat(EVENINGS[0][0]), timedelta(seconds=20))
        self.submitted = 0
        self.told: list[str] = []

    def study(self, when: str) -> None:
        """Sit down at `when` and go on until nothing is left, learning steps included."""
        self.clock.set(datetime.fromisoformat(when))
        with Desk.open(self.environment, front="line", clock=self.clock) as desk:
            self.told = list(desk.refresh())
            session = desk.session(Plan(decks=("d",)))
            for _ in range(400):
                if session.stage is Stage.DONE:
                    wait = session.wait_seconds()
                    if wait is None:
                        return
                    self.clock.advance(timedelta(seconds=wait))
                    session.resume()
                    continue
                assert session.item is not None
                knows = (self.submitted * 7 + len(session.item.answers)) % 10 > 1
                session.answer(Typed((session.item.answers,)) if knows else DontKnow())
                self.submitted += 1
                session.next()
        pytest.fail("the evening does not end")


@pytest.fixture
def learner(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    (folder / "d.deck.yaml").write_text(deck("d", cards(CARDS)), encoding="utf-8")
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("new_per_day = 5\n", encoding="utf-8")
    return Learner(home)


def days_of(text: str) -> int:
    return (date.fromisoformat(text) - date_of(0)).days


def test_two_weeks_with_jumping_clocks_keep_every_interval_sensible_and_no_card_lost(
    learner: Learner,
) -> None:
    for when, day in EVENINGS:
        before = learner.submitted
        learner.study(when)
        assert (learner.submitted == before) == (when in NOTHING_LEFT), when
        today = days_of(day)
        with Desk.open(learner.environment, front="line", clock=learner.clock) as desk:
            standings = [found for found in desk.store.standings() if found.phase is not Phase.NEW]
            reviews = [event for event in desk.store.events() if event.kind is Kind.STUDY]
            assert len(reviews) == learner.submitted
            assert {event.day for event in reviews[before:]} <= {today}
            assert len(standings) == len({event.card for event in reviews})
            assert not desk.store.check()
            if day.startswith("2036"):
                continue
            for standing in standings:
                assert standing.due_day is not None
                assert standing.last_day is not None
                assert standing.due_day - today <= LONGEST + 10, (when, standing)
                assert 0 <= standing.interval <= LONGEST, (when, standing)
    assert learner.submitted > CARDS


def test_the_learner_is_told_of_a_wrong_clock_once_with_both_dates(learner: Learner) -> None:
    learner.study("2026-03-20T19:00+01:00")
    learner.study("2026-03-10T19:00+01:00")
    assert [told for told in learner.told if "2026-03-10" in told and "2026-03-20" in told]
    learner.study("2026-03-10T20:00+01:00")
    assert not learner.told


def test_an_evening_ten_years_ahead_counts_for_the_day_it_was(learner: Learner) -> None:
    learner.study("2026-04-03T19:00+02:00")
    learner.study("2036-04-04T19:00+02:00")
    learner.study("2026-04-05T19:00+02:00")
    assert any("2036-04-04" in told and "2026-04-04" in told for told in learner.told)
    with Desk.open(learner.environment, front="line", clock=learner.clock) as desk:
        last = [standing.last_day or 0 for standing in desk.store.standings()]
        assert max(last) == days_of("2026-04-05")
        assert days_of("2026-04-04") in last
        assert desk.refresh() == ()
