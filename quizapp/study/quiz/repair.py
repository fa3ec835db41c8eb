"""What an attempt does to memory, if the learner wants it to: misses are asked soon, right ones count.

A quiz by itself tells the memory model nothing. Misses are reviews rated Again, made at the moment of the
repair. Right answers count as early reviews of the study day on which they were given, as they were
rated in studying (Good, or Hard where helped by a guess), with the days that had truly passed: and only
where the card was not studied on that day or since, so that nothing is counted twice.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from quizapp.answer.judges.verdicts import wrong
from quizapp.answer.response import DontKnow
from quizapp.answer.verdict import Result, Verdict
from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import faces
from quizapp.memory.days import moment as moment_of
from quizapp.memory.model import Moment, Phase, Rating
from quizapp.memory.scheduler import decide
from quizapp.settings import Settings
from quizapp.store.attempts import Act
from quizapp.store.event import Draft, Kind
from quizapp.store.standing import Standing
from quizapp.study.drafts import draft_of
from quizapp.study.quiz import marks
from quizapp.study.quiz.course import Certainty, Given, Slot
from quizapp.study.quiz.paper import Entry
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.rating import PASS_SCORE
from quizapp.study.recorder import Effort, Judged as Judgement, new_sitting, review_draft
from quizapp.study.scheduling import scheduling

COUNTED_DAYS = 7
"""Right answers can be counted as reviews up to so many study days after they were given."""


class Outcome(NamedTuple):
    """What was done. cards: how many were put in, or counted. left_out: how many could not be.

    started: titles of decks that this started.
    """

    cards: int
    left_out: int
    started: tuple[str, ...] = ()


class Repair:
    """What can be done with a finished attempt; each act once, and each can be taken back."""

    def __init__(self, quiz: Quiz) -> None:
        quiz.must_be_done()
        self._quiz = quiz
        self._services = quiz.services

    @property
    def missed(self) -> int:
        """How many questions were shown and not right enough to pass for known."""
        return sum(1 for _ in self._missed())

    @property
    def right(self) -> int:
        """How many right answers could count as reviews now."""
        return sum(1 for _ in self._counted())

    @property
    def repaired(self) -> bool:
        """Tell whether the misses are in spaced repetition by this attempt."""
        return Act.REPAIR in self._quiz.course.written

    @property
    def counted(self) -> bool:
        """Tell whether the right answers of this attempt were counted."""
        return Act.COUNT in self._quiz.course.written

    def repair(self) -> Outcome:
        """Put what was missed into spaced repetition: it is asked again in minutes.

        Decks that aren't started are started by that. Raises ValueError if it was done before.
        """
        if self.repaired:
            raise ValueError("this attempt was repaired already")
        moment, sitting = self._services.time.moment(), new_sitting()
        drafts, left_out = [], 0
        for entry, slot in self._missed():
            standing = self._services.store.standing(str(entry.item.card))
            draft = self._again(entry, slot, standing, moment, sitting)
            if draft is None:
                left_out += 1
            else:
                drafts.append(draft)
        fresh = self._to_start(drafts)
        starts = [draft_of(Kind.START, deck, moment, sitting, self._services.front) for deck in fresh]
        self._quiz.write_reviews(Act.REPAIR, [*starts, *drafts], moment)
        titles = {deck.id: deck.title for deck in self._quiz.paper.decks}
        return Outcome(len(drafts), left_out, tuple(titles.get(deck, deck) for deck in fresh))

    def count_right(self) -> Outcome:
        """Let the right answers count as early reviews. Raises ValueError if it was done before."""
        if self.counted:
            raise ValueError("the right answers of this attempt were counted already")
        sitting = new_sitting()
        drafts = [
            self._review(entry, given, standing, moment, Kind.EARLY, rating, sitting)
            for entry, given, standing, moment, rating in self._counted()
        ]
        self._quiz.write_reviews(Act.COUNT, drafts, self._services.time.moment())
        rights = sum(marks.score(slot) >= PASS_SCORE for slot in self._quiz.course.slots)
        return Outcome(len(drafts), rights - len(drafts))

    def take_back(self) -> str | None:
        """Take the last of the two acts back; returns a sentence, None if there is nothing to take back."""
        written = self._quiz.course.written
        if not written:
            return None
        act = list(written)[-1]
        moment, sitting = self._services.time.moment(), new_sitting()
        store = self._services.store
        found = [event for key in written[act] if (event := store.event(key)) is not None]
        voids = [
            replace(draft_of(Kind.VOID, event.card, moment, sitting, self._services.front), target=event.key)
            for event in reversed(found)
        ]
        self._quiz.write_reviews(Act.TAKE_BACK, voids, moment, json.dumps(act))
        return (
            "What was missed is out of spaced repetition again."
            if act == Act.REPAIR
            else "The right answers don't count as reviews any more."
        )

    # How it is done

    def _missed(self) -> Iterator[tuple[Entry, Slot]]:
        for entry, slot in zip(self._quiz.paper.entries, self._quiz.course.slots, strict=True):
            if slot.seen and marks.score(slot) < PASS_SCORE:
                yield entry, slot

    def _counted(self) -> Iterator[tuple[Entry, Given, Standing, Moment, Rating]]:
        today = self._services.time.moment().day
        for entry, slot in zip(self._quiz.paper.entries, self._quiz.course.slots, strict=True):
            given, right = slot.given, marks.score(slot)
            if given is None or right < PASS_SCORE or not 0 <= today - given.day <= COUNTED_DAYS:
                continue
            standing = self._present(entry)
            if standing is None or not _may_count(standing, given.day):
                continue
            guessed = given.certainty is Certainty.GUESS
            rating = Rating.HARD if right < 1 or guessed else Rating.GOOD
            yield entry, given, standing, _moment(given, self._services.settings), rating

    def _present(self, entry: Entry) -> Standing | None:
        """How the card stands, if a deck at hand still asks what was asked here."""
        card = str(entry.item.card)
        found = self._services.library.question(card)
        if found is None:
            return None
        question = found[0]
        if entry.item.face not in faces(question.body):
            return None
        same = fingerprint(question, entry.item.face) == entry.item.fingerprint
        return (self._services.store.standing(card) or Standing(card)) if same else None

    def _again(
        self, entry: Entry, slot: Slot, standing: Standing | None, moment: Moment, sitting: str
    ) -> Draft | None:
        """The event that has a card asked soon; None if no deck has what was asked any more."""
        present = self._present(entry)
        if present is None or present.suspended:
            return None
        if slot.given is None and present.phase is Phase.REVIEW:
            # Nothing was said of it: that is no evidence of forgetting, so it is only asked soon.
            draft = draft_of(Kind.RESCHEDULE, str(entry.item.card), moment, sitting, self._services.front)
            return replace(draft, due_day=moment.day, interval=present.interval)
        early = present.due_day is not None and present.due_day > moment.day
        given = slot.given or Given(DontKnow(), None)
        kind = Kind.EARLY if early else Kind.STUDY
        return self._review(entry, given, standing or present, moment, kind, Rating.AGAIN, sitting)

    def _review(
        self,
        entry: Entry,
        given: Given,
        standing: Standing,
        moment: Moment,
        kind: Kind,
        rating: Rating,
        sitting: str,
    ) -> Draft:
        """The review of a response as it is judged here."""
        how = scheduling(self._services.settings)
        item = entry.item._replace(standing=standing)
        decision = decide(standing.progress, rating, moment, how, str(item.card))
        verdict = given.verdict or _self_marked(rating)
        judged = Judgement(given.response, verdict, rating, decision, given.verdict is None)
        effort = Effort(0, 1, given.certainty is Certainty.GUESS, None, 0)
        bare = draft_of(kind, str(item.card), moment, sitting, self._services.front)
        draft = review_draft(bare, item, judged, effort, how)
        return replace(draft, certainty=given.certainty, answer_ms=None)

    def _to_start(self, drafts: Sequence[Draft]) -> list[str]:
        started = self._services.store.started()
        decks = dict.fromkeys(draft.card.partition("/")[0] for draft in drafts)
        return [deck for deck in decks if deck not in started]


def _self_marked(rating: Rating) -> Verdict:
    if rating is Rating.AGAIN:
        return wrong("dont-know")
    return Verdict(Result.SELF, 1.0, "revealed")


def _may_count(standing: Standing, day: int) -> bool:
    """A card counts that is new, or in review and not studied on that day or since."""
    if standing.suspended or (standing.last_day is not None and standing.last_day >= day):
        return False
    return standing.phase in {Phase.NEW, Phase.REVIEW}


def _moment(given: Given, settings: Settings) -> Moment:
    """The moment at which a response was given, as the log keeps moments."""
    zone = timezone(timedelta(minutes=given.offset))
    at = datetime.fromtimestamp(given.at / 1000, UTC).astimezone(zone)
    return moment_of(at, settings.day_starts_at, None)[0]._replace(at=given.at, day=given.day)
