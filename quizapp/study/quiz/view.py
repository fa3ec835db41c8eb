"""Where a quiz stands, as front ends show it: nothing here changes anything."""

from enum import StrEnum
from typing import NamedTuple

from quizapp.answer.response import Response
from quizapp.answer.verdict import Verdict
from quizapp.answer.wording import sentence
from quizapp.store.attempts import Attempt
from quizapp.study.context import Surroundings
from quizapp.study.item import Item
from quizapp.study.quiz import marks
from quizapp.study.quiz.course import Certainty, Course, Slot
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.paper import Entry, Paper
from quizapp.study.quiz.result import Result, result_of
from quizapp.study.quiz.timing import Timer
from quizapp.study.reviews import Services


class Stage(StrEnum):
    """Where a quiz stands.

    ASKING: the question shown can be answered, or was and can be changed; `can_answer` tells whether its
    time is over. REVEALED: practice, a flashcard is turned over and waits for `self_mark`.
    JUDGED: practice, the feedback on this question is shown. MARKING: handed in; flashcards that were
    answered wait to be marked by the learner, one after the other. DONE: `result` is there.
    """

    ASKING = "asking"
    REVEALED = "revealed"
    JUDGED = "judged"
    MARKING = "marking"
    DONE = "done"


class Row(NamedTuple):
    """A question in the overview. number: from 1. answered, later, closed, seen: as they say.

    state: how it was answered, as far as the learner may know it yet: None in an exam before the end.
    """

    place: int
    number: int
    asks: str
    kind: str
    points: float
    answered: bool
    later: bool
    closed: bool
    seen: bool
    current: bool
    state: State | None


class View:
    """The reading half of a quiz."""

    def __init__(
        self, services: Services, attempt: Attempt, paper: Paper, course: Course, timer: Timer
    ) -> None:
        self.services = services
        self._surroundings = Surroundings(services.library)
        self._timer = timer
        self._course = course
        self.attempt = attempt
        self.paper = paper

    @property
    def stage(self) -> Stage:
        """Where the quiz stands."""
        course, slot = self._course, self.slot
        if course.finished:
            return Stage.DONE
        if course.ended is not None:
            return Stage.MARKING
        if self.paper.rules.exam or (slot.given is None and not slot.closed and not slot.revealed):
            return Stage.ASKING
        return Stage.REVEALED if slot.revealed and slot.given is None and not slot.closed else Stage.JUDGED

    @property
    def place(self) -> int:
        """The question shown, from 0."""
        return self._course.place

    @property
    def course(self) -> Course:
        """How everything stands."""
        return self._course

    @property
    def entry(self) -> Entry:
        """The question shown, with its worth and sources."""
        return self.paper.entries[self.place]

    @property
    def item(self) -> Item:
        """The question shown, as the widgets and prompts of studying want it."""
        return self.entry.item

    @property
    def slot(self) -> Slot:
        """How the question shown stands."""
        return self._course.slots[self._course.place]

    @property
    def given(self) -> Response | None:
        """What was given to the question shown, to be shown again; None if nothing was."""
        return self.slot.given.response if self.slot.given else None

    @property
    def certainty(self) -> Certainty | None:
        """How sure the learner said they are of what was given."""
        return self.slot.given.certainty if self.slot.given else None

    @property
    def can_answer(self) -> bool:
        """Tell whether the question shown takes a response now."""
        return self.stage is Stage.ASKING and not self.slot.closed

    @property
    def verdict(self) -> Verdict | None:
        """What the judge says of the question shown; None where that may not be told, or isn't judged."""
        told = self.stage in {Stage.JUDGED, Stage.DONE}
        return self.slot.given.verdict if told and self.slot.given else None

    @property
    def sentence(self) -> str:
        """The verdict in words; empty where there is none to tell."""
        return sentence(self.verdict) if self.verdict else ""

    @property
    def state(self) -> State | None:
        """How the question shown was answered; None where that may not be told."""
        return marks.state(self.slot) if self.stage in {Stage.JUDGED, Stage.DONE} else None

    @property
    def rows(self) -> tuple[Row, ...]:
        """All questions, for an overview."""
        slots = self._course.slots
        return tuple(self._row(place, self.paper.entries[place], slot) for place, slot in enumerate(slots))

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Places of the questions without a response that can still have one."""
        slots = enumerate(self._course.slots)
        return tuple(place for place, slot in slots if slot.given is None and not slot.closed)

    @property
    def later(self) -> tuple[int, ...]:
        """Places of the questions marked for later."""
        return tuple(place for place, slot in enumerate(self._course.slots) if slot.later)

    @property
    def to_mark(self) -> tuple[int, ...]:
        """MARKING: places of the flashcards that wait for the learner's own mark."""
        if self._course.ended is None:
            return ()
        return tuple(
            place
            for place, slot in enumerate(self._course.slots)
            if slot.given is not None and slot.given.verdict is None and slot.mark is None
        )

    @property
    def left(self) -> int | None:
        """Seconds left for the whole, rounded up, from 0; None without a limit or after the hand-in."""
        minutes = self.paper.rules.minutes
        if minutes is None or self._course.ended is not None:
            return None
        return max(0, -(-(minutes * 60_000 - self._spent()) // 1000))

    @property
    def left_here(self) -> int | None:
        """Seconds left for the question shown, rounded up, from 0; None without a limit."""
        seconds = self.entry.worth.seconds
        if seconds is None or self.stage is not Stage.ASKING:
            return None
        return max(0, -(-(seconds * 1000 - self._spent_here()) // 1000))

    def must_be_done(self) -> None:
        """Raise ValueError before the stage is DONE."""
        self._must(self._course.finished)

    def result(self) -> Result:
        """What it came to. Raises ValueError before the stage is DONE."""
        self.must_be_done()
        return result_of(self.attempt, self.paper, self._course)

    def _row(self, place: int, entry: Entry, slot: Slot) -> Row:
        known = self._course.finished or (
            not self.paper.rules.exam and (slot.given is not None or slot.closed)
        )
        return Row(
            place=place,
            number=place + 1,
            asks=entry.item.asks,
            kind=entry.item.question.kind,
            points=entry.worth.points,
            answered=slot.given is not None,
            later=slot.later,
            closed=slot.closed,
            seen=slot.seen,
            current=place == self.place,
            state=marks.state(slot) if known else None,
        )

    def _spent(self) -> int:
        """Milliseconds used, never more than there are."""
        minutes = self.paper.rules.minutes
        spent = max(self._course.spent, self._timer.spent())
        return spent if minutes is None else min(spent, minutes * 60_000)

    def _spent_here(self) -> int:
        return self.slot.spent + self._spent() - self._course.spent

    def _must(self, fits: bool) -> None:  # noqa: FBT001 - a condition
        if not fits:
            raise ValueError(f"this can't be done while {self.stage.value}")
