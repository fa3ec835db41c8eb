"""Writes what happens in a sitting into the log."""

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.answer import codec, layout
from quizapp.answer.response import Response
from quizapp.answer.verdict import Verdict
from quizapp.memory.model import Decision, Moment, Rating, Scheduling
from quizapp.store.event import Draft, Event, Kind
from quizapp.store.many import Target, take_back
from quizapp.store.store import Store
from quizapp.study.drafts import decided, draft_of
from quizapp.study.item import Item
from quizapp.study.timekeeper import Timekeeper

_LONGEST_MS = 86_400_000


class Judged(NamedTuple):
    """A response with everything that was decided about it."""

    response: Response
    verdict: Verdict
    rating: Rating
    decision: Decision
    by_learner: bool


class Effort(NamedTuple):
    """How the learner came to the response. Times in milliseconds from the question's appearance."""

    hints: int
    tries: int
    guessed: bool
    first_key_ms: int | None
    answer_ms: int


def new_sitting() -> str:
    """Return a random id for a run of studying."""
    return os.urandom(16).hex()


class Recorder:
    """Appends the events of one sitting; each call is one committed transaction."""

    def __init__(self, store: Store, time: Timekeeper, sitting: str, front: str) -> None:
        self._store = store
        self._time = time
        self._sitting = sitting
        self._front = front

    def review(
        self,
        item: Item,
        judged: Judged,
        effort: Effort,
        moment: Moment,
        how: Scheduling,
        kind: Kind = Kind.STUDY,
    ) -> Event:
        """Append the review of a card. kind: CRAM for practice, of which its memory takes no notice."""
        draft = review_draft(self._draft(kind, str(item.card), moment), item, judged, effort, how)
        return self._append(draft, item)

    def override(
        self, review: Event, judged: Judged, effort: Effort | None, moment: Moment, how: Scheduling
    ) -> Event:
        """Append another rating of a review, or a second try at it (then with its effort)."""
        draft = _with(self._draft(Kind.OVERRIDE, review.card, moment), judged, how, effort)
        return self._append(replace(draft, target=review.key))

    def act(self, kind: Kind, card: str, moment: Moment, value: int | None = None) -> Event:
        """Append an act on a card or a deck."""
        return self._append(replace(self._draft(kind, card, moment), value=value))

    def void(self, targets: Sequence[Target], moment: Moment) -> None:
        """Take events back, all or none."""
        take_back(self._store, self._draft(Kind.VOID, targets[0].card, moment), targets)
        self._time.passed(moment.day)

    def _append(self, draft: Draft, item: Item | None = None) -> Event:
        (event,) = self._store.append(draft, wordings=(item.wording,) if item else ())
        self._time.passed(event.day)
        return event

    def _draft(self, kind: Kind, card: str, moment: Moment) -> Draft:
        return draft_of(kind, card, moment, self._sitting, self._front)


def review_draft(bare: Draft, item: Item, judged: Judged, effort: Effort, how: Scheduling) -> Draft:
    """Fill in the review of a card, whose standing in `item` is the one before."""
    standing = item.standing
    return replace(
        _with(bare, judged, how, effort),
        shown=layout.encode_layout(item.layout),
        phase=standing.phase.value,
        step=standing.step,
        stability=standing.memory.stability if standing.memory else None,
        difficulty=standing.memory.difficulty if standing.memory else None,
        revision=item.question.revision,
        wording=item.fingerprint,
    )


def _with(draft: Draft, judged: Judged, how: Scheduling, effort: Effort | None) -> Draft:
    """Fill in what was given, what the judge said and what was decided."""
    decision, verdict = judged.decision, judged.verdict
    return replace(
        decided(draft, judged.rating, decision, how),
        rated_by="learner" if judged.by_learner else "judge",
        verdict=verdict.result.value,
        rule=verdict.rule,
        score=verdict.score,
        confused=verdict.confused,
        response=codec.encode(judged.response),
        hints=effort.hints if effort else None,
        tries=effort.tries if effort else None,
        certainty="guess" if effort and effort.guessed else None,
        first_key_ms=_capped(effort.first_key_ms) if effort else None,
        answer_ms=_capped(effort.answer_ms) if effort else None,
    )


def _capped(milliseconds: int | None) -> int | None:
    return None if milliseconds is None else min(milliseconds, _LONGEST_MS)
