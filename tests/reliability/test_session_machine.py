"""Whatever a learner does, in any order: a sitting never breaks, never miscounts, and can be taken back."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from reliability.nine import QUESTIONS
from reliability.strange import responses
from support import deck

from quizapp.answer.response import DontKnow
from quizapp.clock import SetClock
from quizapp.memory.model import Rating
from quizapp.settings import Settings
from quizapp.store.event import Event, Kind
from quizapp.store.standing import Standing
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
QUICK = (Phase.explicit, Phase.generate)
"""Making a failing sitting shorter takes minutes; do that by hand, with `Phase.shrink`."""
AHEAD = Settings().learn_ahead * 60_000
FACES = '  - {id: two, question: Ask?, answer: Reply, reverse: true}\n  - {id: three, cloze: "[[a]] [[b]]"}\n'
EDITS = [
    QUESTIONS + FACES,
    # Ids that changed, an answer, a revision.
    (QUESTIONS + FACES)
    .replace("id: brake", "id: break, was: brake")
    .replace("number: 500", "number: 501")
    .replace("id: whale", "revision: 2, id: whale"),
    # Questions that are gone, the first among them.
    "".join(QUESTIONS.splitlines(keepends=True)[3:]),
    # A question that can't be read.
    (QUESTIONS + FACES).replace("answer: photosynthesis", "anser: photosynthesis"),
    # A gap that has a new face.
    (QUESTIONS + FACES).replace("[[b]]", "[[c]]").replace("order: [Mercury", "order: [Pluto, Mercury"),
]
MISFITS: dict[str, tuple[Callable[[Session], Any], frozenset[Stage]]] = {
    "answer": (lambda session: session.answer(DontKnow()), frozenset({Stage.ASKING})),
    "rate": (lambda session: session.rate(Rating.AGAIN), frozenset({Stage.REVEALED, Stage.JUDGED})),
    "next": (lambda session: session.next(), frozenset({Stage.JUDGED})),
    "suspend": (lambda session: session.suspend(), frozenset(Stage) - {Stage.DONE}),
    "bury": (lambda session: session.bury(), frozenset(Stage) - {Stage.DONE}),
    "reset": (lambda session: session.reset(), frozenset(Stage) - {Stage.DONE}),
    "flag": (lambda session: session.flag(5), frozenset()),
}


class Studying(RuleBasedStateMachine):
    """A learner, a teacher who edits the deck meanwhile, and a clock that nobody can trust."""

    homes: ClassVar[str | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(dir=self.homes))
        self.clock = SetClock(START, timedelta(seconds=20))
        self.file = self.home / "data" / "decks" / "d.deck.yaml"
        self.file.parent.mkdir(parents=True)
        self.file.write_text(deck("d", EDITS[0]), encoding="utf-8")
        self.done: list[tuple[tuple[str, int], list[Standing]]] = []
        self.open()

    def open(self) -> None:
        self.desk = Desk.open({"QUIZAPP_HOME": str(self.home)}, front="line", clock=self.clock)
        self.desk.refresh()
        self.session = self.desk.session(Plan(decks=("d",)))

    def teardown(self) -> None:
        try:
            assert self.desk.store.check() == []
        finally:
            self.desk.close()
            shutil.rmtree(self.home)

    @property
    def stage(self) -> Stage:
        return self.session.stage

    @property
    def item(self) -> Item:
        assert self.session.item is not None
        return self.session.item

    def standings(self) -> list[Standing]:
        return [*self.desk.store.standings()]

    def newest(self) -> Event:
        device, seq = self.desk.store.database.row("SELECT device, seq FROM event ORDER BY seq DESC LIMIT 1")
        event = self.desk.store.event((device, seq))
        assert event is not None
        return event

    def do(self, act: Callable[[], object]) -> None:
        """Do what writes one event at most, and keep how everything stood before."""
        before, last = self.standings(), self.newest()
        act()
        newest = self.newest()
        assert newest.seq - last.seq in (0, 1)
        if newest.seq > last.seq:
            self.done.append((newest.key, before))

    def go_on(self, act: Callable[[], object]) -> None:
        """Do what brings the next card: the one that was on the table only if there is no other."""
        before = str(self.item.card)
        self.do(act)
        if self.session.item is not None and str(self.session.item.card) == before:
            now = self.desk.time.moment().at
            others = [waiting for waiting in self.session._queue if waiting.card != before]
            assert not [other for other in others if other.due_at is None or other.due_at <= now + AHEAD]

    # What a learner does

    @precondition(lambda self: self.stage is Stage.ASKING)
    @rule(data=st.data(), guessed=st.booleans(), touched=st.booleans())
    def answer(self, data: st.DataObject, guessed: bool, touched: bool) -> None:
        response = data.draw(responses(self.item))
        if touched:
            self.session.touched()
        self.do(lambda: self.session.answer(response, guessed=guessed))
        assert self.stage in {Stage.REVEALED, Stage.JUDGED}
        if self.stage is Stage.JUDGED:
            assert self.session.sentence
            assert self.session.interval

    @precondition(lambda self: self.stage is Stage.REVEALED)
    @rule(data=st.data())
    def rate(self, data: st.DataObject) -> None:
        offer = data.draw(st.sampled_from(self.session.offers))
        self.go_on(lambda: self.session.rate(offer.rating))

    @precondition(lambda self: self.stage is Stage.JUDGED)
    @rule(data=st.data())
    def rate_otherwise(self, data: st.DataObject) -> None:
        offer = data.draw(st.sampled_from(self.session.offers))
        if offer.rating is self.session.rating:
            return
        self.do(lambda: self.session.rate(offer.rating))
        assert self.session.rating is offer.rating
        standing = self.desk.store.standing(str(self.item.card))
        assert standing is not None
        assert (standing.interval, standing.due_day) == (offer.decision.interval, offer.decision.due_day)

    @precondition(lambda self: self.stage is Stage.JUDGED)
    @rule()
    def next(self) -> None:
        self.go_on(self.session.next)

    @precondition(lambda self: self.session.can_retry)
    @rule(data=st.data())
    def try_again(self, data: st.DataObject) -> None:
        answered = self.session.answered
        self.session.retry()
        self.answer(data, False, True)
        assert not self.session.can_retry
        assert self.session.answered == answered

    @precondition(lambda self: self.stage is Stage.JUDGED or self.session.previous is not None)
    @rule(right=st.booleans())
    def overrule(self, right: bool) -> None:
        self.do(lambda: self.session.overrule(right))

    @rule()
    def hint(self) -> None:
        left = self.session.hints_left
        assert (self.session.hint() is None) == (left == 0)

    @precondition(lambda self: self.stage is not Stage.DONE)
    @rule(act=st.sampled_from(["suspend", "bury", "reset"]))
    def put_away(self, act: str) -> None:
        self.go_on(getattr(self.session, act))

    @precondition(lambda self: self.stage is not Stage.DONE)
    @rule(flag=st.integers(0, 4))
    def flag(self, flag: int) -> None:
        card = str(self.item.card)
        self.do(lambda: self.session.flag(flag))
        assert (str(self.item.card), self.item.standing.flag) == (card, flag)

    @rule()
    def undo(self) -> None:
        said = self.session.undo()
        if said is None:
            return
        newest = self.newest()
        assert newest.kind is Kind.VOID
        if self.done and self.done[-1][0] == newest.target:
            assert self.standings() == self.done.pop()[1]
        else:
            self.done.clear()

    @rule()
    def resume(self) -> None:
        if self.stage is Stage.DONE:
            self.session.resume()
        else:
            self.go_on(self.session.resume)

    @rule(name=st.sampled_from(sorted(MISFITS)))
    def call_at_the_wrong_time(self, name: str) -> None:
        call, stages = MISFITS[name]
        if self.stage not in stages:
            before = (self.stage, self.session.item, self.newest())
            with pytest.raises(ValueError, match=r"\w"):
                call(self.session)
            assert (self.stage, self.session.item, self.newest()) == before

    # What happens around

    @rule(seconds=st.sampled_from([1, 30, 70, 600, 3_600, 86_400, 400_000]))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    @rule(days=st.sampled_from([-400, -3, -1, 1, 30, 3_000]), hours=st.integers(-12, 12))
    def clock_jumps(self, days: int, hours: int) -> None:
        self.clock.set(START + timedelta(days=days, hours=hours))

    @rule(edit=st.sampled_from(EDITS))
    def teacher_edits(self, edit: str) -> None:
        self.file.write_text(deck("d", edit), encoding="utf-8")
        self.desk.refresh()
        self.done.clear()

    @rule()
    def restart(self) -> None:
        self.desk.close()
        self.open()
        self.done.clear()

    @rule()
    def log_is_sound(self) -> None:
        assert self.desk.store.check() == []

    # What always holds

    @invariant()
    def nothing_is_miscounted(self) -> None:
        assert min(*self.session.counts, self.session.answered) >= 0
        assert (self.session.item is None) == (self.stage is Stage.DONE)
        if self.session.item is not None:
            # The card on the table waits nowhere else, but for a learning card's next time.
            waiting = [waiting.card for waiting in self.session._queue]
            assert len(waiting) == len(set(waiting))
            if self.stage is not Stage.JUDGED:
                assert str(self.item.card) not in waiting

    @invariant()
    def everything_can_be_shown(self) -> None:
        for offer in self.session.offers:
            assert offer.interval
        summary = self.session.summary()
        assert sum(summary.by_rating.values()) == summary.answered == self.session.answered
        assert (self.session.wait_seconds() or 0) >= 0
        overview = self.desk.overview()
        assert min(overview.new, overview.learning, overview.review) >= 0


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")


def _let_study(folder: Path, monkeypatch: pytest.MonkeyPatch, *, learners: int, acts: int) -> None:
    monkeypatch.setattr(Studying, "homes", str(folder))
    how = settings(max_examples=learners, stateful_step_count=acts, phases=QUICK)
    run_state_machine_as_test(Studying, settings=how)


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory if there is one: no machine fails here."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def test_no_order_of_acts_breaks_a_sitting(fast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_study(fast, monkeypatch, learners=15, acts=60)


@pytest.mark.long
def test_no_long_order_of_acts_breaks_a_sitting(fast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_study(fast, monkeypatch, learners=300, acts=100)
