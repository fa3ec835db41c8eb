"""The reviews of one sitting, in the log and at hand."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from quizapp.answer.response import Response
from quizapp.answer.verdict import Result, Verdict
from quizapp.library.library import Library
from quizapp.memory.model import Decision, Moment, Rating
from quizapp.memory.scheduler import preview
from quizapp.settings import Settings
from quizapp.store.event import Event, Kind
from quizapp.store.store import Store
from quizapp.study.acts import together
from quizapp.study.item import Item
from quizapp.study.rating import helped
from quizapp.study.recorder import Effort, Judged, Recorder, new_sitting
from quizapp.study.scheduling import scheduling
from quizapp.study.timekeeper import Timekeeper


class Services(NamedTuple):
    """What a sitting works with."""

    library: Library
    store: Store
    time: Timekeeper
    settings: Settings
    front: str


class Given(NamedTuple):
    """A response, what was said of it, and the rating that follows."""

    response: Response
    verdict: Verdict
    rating: Rating
    by_learner: bool = False


@dataclass(slots=True)
class Review:
    """A review in the log. `trail`: how it was judged, and after what effort, each time."""

    event: Event
    item: Item
    moment: Moment
    trail: list[tuple[Judged, Effort]]

    @property
    def judged(self) -> Judged:
        """How it stands."""
        return self.trail[-1][0]

    @property
    def effort(self) -> Effort:
        """How the learner came to the response that stands."""
        return self.trail[-1][1]

    @property
    def practice(self) -> bool:
        """Its memory takes no notice of it."""
        return self.event.kind is Kind.CRAM

    @property
    def can_retry(self) -> bool:
        """A near miss has one second try."""
        return self.judged.verdict.near and len(self.trail) == 1 and self.effort.tries == 1

    @property
    def had_help(self) -> bool:
        """Tell whether it can be rated Hard at most."""
        return had_help(self.effort)


def had_help(effort: Effort) -> bool:
    """Tell whether a right answer that took this effort had help."""
    return helped(hints=effort.hints, tries=effort.tries, guessed=effort.guessed)


def overruled(verdict: Verdict, *, right: bool) -> Verdict:
    """Return the verdict as the learner corrects it."""
    result, score = (Result.CORRECT, 1.0) if right else (Result.WRONG, 0.0)
    rule = "overruled-right" if right else "overruled-wrong"
    return replace(verdict, result=result, score=score, rule=rule, near=False)


class Reviews:
    """Decides what a rating does, writes it into the log, and takes it back."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._how = scheduling(services.settings)
        self._sitting = new_sitting()
        self._recorder = Recorder(services.store, services.time, self._sitting, services.front)
        self.all: list[Review] = []

    def decisions(self, item: Item, moment: Moment) -> dict[Rating, Decision]:
        """Return what each rating would do to the card."""
        return preview(item.standing.progress, moment, self._how, str(item.card))

    def commit(self, item: Item, given: Given, effort: Effort, kind: Kind = Kind.STUDY) -> Review:
        """Write a review; it is on disk on return. kind: as for `Recorder.review`."""
        moment = self._services.time.moment()
        judged = self._judged(item, given, moment)
        event = self._recorder.review(item, judged, effort, moment, self._how, kind)
        review = Review(event, item, moment, [(judged, effort)])
        self.all.append(review)
        self._services.time.clock.submitted()
        return review

    def change(self, review: Review, given: Given, effort: Effort | None = None) -> None:
        """Write that a review is judged otherwise; `effort` if that is by a second try."""
        judged = self._judged(review.item, given, review.moment)
        self._recorder.override(review.event, judged, effort, self._services.time.moment(), self._how)
        review.trail.append((judged, effort or review.effort))
        if effort is not None:
            self._services.time.clock.submitted()

    def act(self, kind: Kind, card: str, value: int | None = None) -> None:
        """Write an act on a card."""
        self._recorder.act(kind, card, self._services.time.moment(), value)

    def take_back(self) -> Event | None:
        """Void the last event of this sitting, or in a new one the last of this device and study day.

        An act on several cards is taken back for all of them; the event returned is its last.
        """
        moment = self._services.time.moment()
        event = self._services.store.last_undoable(sitting=self._sitting, day=moment.day)
        if event is None:
            return None
        self._recorder.void(together(self._services.store, event), moment)
        self.all = [review for review in self.all if review.event.key != event.key]
        if event.kind is Kind.OVERRIDE:
            for review in self.all:
                if review.event.key == event.target and len(review.trail) > 1:
                    review.trail.pop()
        return event

    @property
    def can_take_back(self) -> bool:
        """Tell whether undo finds an answer, or an act on a card; that a deck was started is neither."""
        day = self._services.time.moment().day
        event = self._services.store.last_undoable(sitting=self._sitting, day=day)
        return event is not None and event.kind not in {Kind.START, Kind.STOP}

    def _judged(self, item: Item, given: Given, moment: Moment) -> Judged:
        decision = self.decisions(item, moment)[given.rating]
        return Judged(given.response, given.verdict, given.rating, decision, given.by_learner)
