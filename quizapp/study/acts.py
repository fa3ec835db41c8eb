"""Does things to cards outside of a sitting, and takes them back: each is one transaction and one act."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from quizapp.memory.model import Moment
from quizapp.store import browse, many
from quizapp.store.event import TOGETHER, Draft, Event, Kind
from quizapp.store.many import Progress, Target, no_progress
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.study.cards import STANDS_IN_THE_WAY, TAKEN_BACK, Act, Done, changes
from quizapp.study.drafts import draft_of
from quizapp.study.recorder import new_sitting
from quizapp.study.timekeeper import Timekeeper

_LOT = 1_000
Result = TypeVar("Result")


class CardActs:
    """Does things to cards; each is one transaction and one step of undo. front: line, tui or cli."""

    def __init__(self, store: Store, time: Timekeeper, front: str) -> None:
        self._store = store
        self._time = time
        self._front = front

    def do(self, act: Act, cards: Sequence[str], progress: Progress = no_progress) -> Done:
        """Do it to every card it changes anything of. It is on disk on return.

        progress: told of cards done and cards to do; if it raises, nothing was done.
        """
        return self._doing(act, cards)(self._store, progress)

    def undo(self, progress: Progress = no_progress) -> str | None:
        """Take back the last act on cards of this device and study day, for all of its cards.

        Returns what was taken back, in a sentence; None if there is nothing. An answer given after it
        stands in the way, and the sentence says so: answers are taken back where they are given.
        """
        return self._undoing()(self._store, progress)

    def job(self, act: Act, cards: Sequence[str]) -> Callable[[Progress], Done]:
        """Return what does `do` on any thread, with a connection of its own."""
        return self._elsewhere(self._doing(act, cards))

    def undo_job(self) -> Callable[[Progress], str | None]:
        """Return what does `undo` on any thread, with a connection of its own."""
        return self._elsewhere(self._undoing())

    def undone_next(self) -> int:
        """Tell how many cards `undo` would change."""
        last = self._last(self._time.moment())
        if last is None or last.kind not in TAKEN_BACK:
            return 0
        alone = not last.sitting.startswith(TOGETHER)
        return 1 if alone else many.number_of(self._store, last.sitting, last.kind)

    def _doing(self, act: Act, cards: Sequence[str]) -> Callable[[Store, Progress], Done]:
        moment, every = self._time.moment(), list(dict.fromkeys(cards))

        def do(store: Store, progress: Progress) -> Done:
            concerned = []
            for start in range(0, len(every), _LOT):
                progress(0, len(every))
                lot = every[start : start + _LOT]
                stand = browse.standings(store.database, lot)
                concerned += [
                    card for card in lot if changes(act, stand.get(card) or Standing(card), moment.day)
                ]
            if concerned:
                draft = _draft(act, concerned[0], moment, self._front)
                many.append(store, draft, concerned, progress)
                self._time.passed(moment.day)
            return Done(act, len(concerned), len(every) - len(concerned))

        return do

    def _undoing(self) -> Callable[[Store, Progress], str | None]:
        moment = self._time.moment()
        last = self._last(moment)

        def undo(store: Store, progress: Progress) -> str | None:
            if last is None:
                return None
            taken = TAKEN_BACK.get(last.kind)
            if taken is None:
                return STANDS_IN_THE_WAY[last.kind in {Kind.START, Kind.STOP}]
            targets = together(store, last)
            draft = draft_of(Kind.VOID, last.card, moment, new_act(), self._front)
            many.take_back(store, draft, targets, progress)
            self._time.passed(moment.day)
            return taken(len(targets))

        return undo

    def _last(self, moment: Moment) -> Event | None:
        return self._store.last_undoable(sitting=None, day=moment.day)

    def _elsewhere(self, work: Callable[[Store, Progress], Result]) -> Callable[[Progress], Result]:
        path = self._store.path

        def job(progress: Progress) -> Result:
            with Store.open(path) as store:
                return work(store, progress)

        return job


def new_act() -> str:
    """Return a random id for an act on several cards, in place of a sitting's."""
    return TOGETHER + new_sitting()


def together(store: Store, event: Event) -> list[Target]:
    """Return what is taken back with this event: itself, or everything of its act."""
    if not event.sitting.startswith(TOGETHER):
        return [Target(event.card, event.key)]
    return many.of_sitting(store, event.sitting, event.kind)


def _draft(act: Act, card: str, moment: Moment, front: str) -> Draft:
    draft = draft_of(act.kind, card, moment, new_act(), front)
    if act.kind is Kind.FLAG:
        return replace(draft, value=act.value)
    if act.kind is Kind.BURY:
        return replace(draft, value=moment.day + act.days if act.days else None)
    if act.kind is Kind.RESCHEDULE:
        return replace(draft, due_day=moment.day + (act.days or 0))
    return draft
