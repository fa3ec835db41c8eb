"""A quiz being sat: forward and back, answers kept as they are given, the time, the hand-in."""

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from quizapp.answer.judge import judge
from quizapp.answer.response import DontKnow, Response, Revealed, Typed
from quizapp.answer.verdict import Verdict
from quizapp.memory.model import Moment
from quizapp.store import attempts
from quizapp.store.attempts import Act, AttemptEvent
from quizapp.store.event import Draft
from quizapp.study.item import Item
from quizapp.study.quiz.course import Certainty, Ended, fold, given_json, step
from quizapp.study.quiz.result import short
from quizapp.study.quiz.view import Stage, View

ALIVE_MS = 30_000
"""Where the clock stands still, the time used is kept at least so often: a crash gives back no more."""


class Over(StrEnum):
    """What `Quiz.tick` found to be over. QUESTION: the time of the one shown; PAPER: that of the whole.

    ELSEWHERE: another program that holds this attempt too answered this question or marked it, or handed in;
    it stands as that left it.
    """

    NOTHING = "nothing"
    QUESTION = "question"
    PAPER = "paper"
    ELSEWHERE = "elsewhere"


class Quiz(View):
    """One attempt at a paper. Made by `quizapp.study.quiz.sit`.

    Every act is in the log when its method returns. A call that doesn't fit the stage raises ValueError.
    StoreError means that the log could not be written: nothing has changed then, and the call may be
    made again. Front ends call `tick` about once a second while a quiz is shown, and before each act of
    the learner.
    """

    def answer(self, response: Response, certainty: Certainty | None = None) -> Verdict | None:
        """Give or change the response to the question shown.

        Practice: the verdict is returned and the stage is JUDGED; a flashcard (`Revealed`) is turned over
        (REVEALED). Exam: None is returned, and the stage stays. Learners who mark themselves at the end of an
        exam give `Typed` (what they would say) or `Revealed` (they have it in mind).
        """
        self._must(self.can_answer)
        if self.item.self_rated and not isinstance(response, DontKnow):
            self._answer_self_rated(response, certainty)
            return None
        verdict = self._judge(self.item, response)
        self._do(Act.ANSWER, given_json(response, verdict, certainty))
        self._timer.clock.submitted()
        return None if self.paper.rules.exam else verdict

    def keep(self, response: Response | None) -> None:
        """Keep a response to the question shown while the learner is asked how sure they are of it.

        Nothing is judged yet. Whatever happens until `answer` is called, `take_up` finds it and takes it as
        given. None: the learner thought better of it.
        """
        self._must(self.can_answer)
        self._do(Act.KEEP, None if response is None else given_json(response, None, None))

    def withdraw(self) -> None:
        """Exam: take the response to the question shown back; it is unanswered then."""
        self._must(self.can_answer and self.slot.given is not None)
        self._do(Act.ANSWER, None)

    def self_mark(self, mark: float) -> None:
        """Mark a flashcard oneself: 1 right, 0.5 partly, 0 wrong.

        REVEALED: the one shown; its feedback is shown then. MARKING: the first of `to_mark`, which is the
        one shown; the next comes, and after the last the result is there.
        """
        self._must(self.stage in {Stage.REVEALED, Stage.MARKING} and 0 <= mark <= 1)
        if self.stage is Stage.REVEALED:
            event = self._event(Act.ANSWER, given_json(Revealed(), None, self.slot.certainty))
            self._write(event, self._event(Act.SELF_MARK, json.dumps(mark)))
            self._timer.clock.submitted()
            return
        self._do(Act.SELF_MARK, json.dumps(mark))
        self._timer.clock.submitted()
        self._go_on_marking()

    def mark_later(self, later: bool | None = None) -> bool:  # noqa: FBT001 - a switch
        """Mark the question shown for later, or take the mark off (None: the other way); tell which."""
        self._must(self._course.ended is None)
        wanted = not self.slot.later if later is None else later
        self._do(Act.LATER, json.dumps(wanted))
        return wanted

    def go(self, place: int) -> None:
        """Show another question, by its place from 0. After the end: look at any."""
        self._must(0 <= place < len(self.paper.entries) and self.stage is not Stage.MARKING)
        if place == self.place:
            return
        if self.stage is Stage.DONE:
            self._course = step(self._course, self._event(Act.GO, None, place))
        else:
            self._do(Act.GO, None, place)

    def forward(self) -> bool:
        """Show the next question; False at the last."""
        return self._move(self.place + 1)

    def back(self) -> bool:
        """Show the one before; False at the first."""
        return self._move(self.place - 1)

    def forward_open(self) -> bool:
        """Show the next question that can be answered and isn't, from here on round; False if none is."""
        count = len(self.paper.entries)
        waiting = set(self.unanswered)
        for ahead in range(1, count + 1):
            place = (self.place + ahead) % count
            if place in waiting:
                self.go(place)
                return True
        return False

    def hand_in(self) -> None:
        """End the attempt: nothing can be changed any more. The stage is MARKING or DONE then."""
        self._must(self._course.ended is None)
        self._hand_in(Ended.LEARNER)

    def tick(self, draft: Response | None = None) -> Over:
        """Look at the clock, and close what is over.

        draft: what stands on the screen but was not given yet; if the time ends now and nothing was given,
        that counts.
        """
        if self._course.finished:
            return Over.NOTHING
        if self._caught_up():
            return Over.ELSEWHERE
        if self._course.ended is not None:
            return Over.NOTHING
        if self.left == 0:
            self._take_draft(draft)
            self._hand_in(Ended.TIME)
            return Over.PAPER
        if self.left_here == 0 and self.can_answer:
            self._take_draft(draft)
            self._do(Act.CLOSE)
            return Over.QUESTION
        if self.paper.timed and not self.paper.rules.runs and self._spent() - self._course.spent >= ALIVE_MS:
            self._do(Act.ALIVE)
        return Over.NOTHING

    def leave(self) -> None:
        """Stop for now: everything is kept, and `sit.resume` goes on from here."""
        if self._course.ended is None and not self._course.left:
            self._do(Act.LEAVE)

    def take_up(self) -> None:
        """Go on after an interruption: note it, hand in what ran out of time, finish what was handed in."""
        if self._course.finished:
            return
        if self._course.ended is not None:
            self._go_on_marking()
            return
        self._do(Act.RESUME)
        if self.slot.kept is not None:
            self._take_draft(None)
        self.tick()

    def write_reviews(
        self, act: Act, drafts: Sequence[Draft], moment: Moment, value: str | None = None
    ) -> None:
        """Write events of the memory's log, and that this attempt did so: for `repair`, all or none.

        value: what is kept of the act; None: the keys of the events.
        """
        self.must_be_done()
        # Another program may have done it meanwhile.
        self._course = fold(len(self.paper.entries), attempts.events(self.services.store, self.attempt.id))
        self._must(act == Act.TAKE_BACK or act not in self._course.written)

        def event(keys: Sequence[tuple[str, int]]) -> AttemptEvent:
            return self._event(act, json.dumps(keys) if value is None else value)

        reviewed = {draft.card for draft in drafts if draft.wording is not None}
        items = (entry.item for entry in self.paper.entries)
        wordings = [item.wording for item in items if str(item.card) in reviewed]
        written = attempts.record_reviews(self.services.store, drafts, wordings, event)
        self._course = step(self._course, written)
        if drafts:
            self.services.time.passed(moment.day)

    # How it is done

    def _caught_up(self) -> bool:
        """Take in what another program did in this attempt; tell whether this question stands otherwise."""
        if attempts.newest(self.services.store, self.attempt.id) <= self._course.seq:
            return False
        before, place, marking = self.slot, self.place, self._course.ended is not None
        found = fold(len(self.paper.entries), attempts.events(self.services.store, self.attempt.id))
        if found.ended is not None and not marking:
            self._course = found
            return True
        self._course = replace(found, place=place)
        if marking:
            return self._marked_elsewhere()
        now = self.slot
        return (now.given, now.closed, now.revealed) != (before.given, before.closed, before.revealed)

    def _marked_elsewhere(self) -> bool:
        """Go on where another program got to with the marks; False if what is shown here still waits."""
        if self._course.finished:
            return True
        if self.place in self.to_mark:
            return False
        self._go_on_marking()
        return True

    def _answer_self_rated(self, response: Response, certainty: Certainty | None) -> None:
        self._must(isinstance(response, Revealed | Typed))
        if self.paper.rules.exam:
            self._do(Act.ANSWER, given_json(response, None, certainty))
            self._timer.clock.submitted()
            return
        self._do(Act.REVEAL, json.dumps(certainty))

    def _judge(self, item: Item, response: Response) -> Verdict:
        return judge(item.question, item.face, response, self._surroundings.of(item.card, item.language))

    def _move(self, place: int) -> bool:
        if not 0 <= place < len(self.paper.entries):
            return False
        self.go(place)
        return True

    def _take_draft(self, draft: Response | None) -> None:
        """Take what was kept as given; else what stands on the screen, if nothing was given."""
        taken = self.slot.kept or (None if self.slot.given else draft)
        if taken is None or not self.can_answer:
            return
        if not self.item.self_rated:
            self._do(Act.ANSWER, given_json(taken, self._judge(self.item, taken), None))
        elif self.paper.rules.exam and isinstance(taken, Typed | Revealed):
            self._do(Act.ANSWER, given_json(taken, None, None))

    def _hand_in(self, why: Ended) -> None:
        self._do(Act.HAND_IN, json.dumps(why))
        self._go_on_marking()

    def _go_on_marking(self) -> None:
        """Show the next flashcard to mark; after the last, fix the result."""
        if self.to_mark:
            self._do(Act.GO, None, self.to_mark[0])
        else:
            self._do(Act.FINISH, short(self.paper, self._course))

    def _event(self, act: Act, value: str | None = None, place: int | None = None) -> AttemptEvent:
        moment = self.services.time.moment()
        at = place if place is not None else self.place
        return AttemptEvent(
            self.attempt.id, "", 0, moment.at, moment.offset, moment.day, self._spent(), act, at, value
        )

    def _do(self, act: Act, value: str | None = None, place: int | None = None) -> None:
        self._write(self._event(act, value, place))

    def _write(self, *events: AttemptEvent) -> None:
        for event in attempts.record(self.services.store, events):
            self._course = step(self._course, event)
