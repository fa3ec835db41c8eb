"""What an attempt came to, as values; `wording` and the front ends turn them into words."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizapp.answer.wording import sentence
from quizapp.store.attempts import Attempt
from quizapp.study.quiz import marks
from quizapp.study.quiz.course import Certainty, Course, Ended, Slot
from quizapp.study.quiz.given import in_words
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.paper import Entry, Paper


class Answered(NamedTuple):
    """One question of the result. Texts are plain and as the deck has them; empty where there is none.

    given: the response in words, None if there was none. answer: the right one. verdict: the judge's
    sentence. points: earned (below 0 by a penalty), of: that could be. score: 0 to 1.
    """

    place: int
    number: int
    entry: Entry
    state: State
    given: str | None
    answer: str
    verdict: str
    certainty: Certainty | None
    score: float
    points: float
    of: float
    explain: str
    sources: tuple[str, ...]
    spent_ms: int
    later: bool
    closed: bool


class Group(NamedTuple):
    """Questions with something in common: how many, how many right, points earned and possible."""

    name: str
    questions: int
    right: int
    points: float
    of: float

    @property
    def percent(self) -> float:
        """Percent of the points, 0 to 100."""
        return percent(self.points, self.of)


class Sureness(NamedTuple):
    """How often a learner who said so was right. score: sum of scores, 0 to `answers`."""

    certainty: Certainty
    answers: int
    right: int
    score: float


class Short(NamedTuple):
    """A result in short, as it is kept and listed. passing: percent needed to pass, if there is a mark."""

    points: float
    of: float
    percent: float
    passing: float | None
    right: int
    answered: int
    questions: int
    spent_ms: int
    ended: Ended
    exam: bool

    @property
    def passed(self) -> bool | None:
        """Whether the pass mark was reached; None if there is none."""
        return None if self.passing is None else self.percent >= self.passing


class Result(NamedTuple):
    """What an attempt came to. by_topic, by_kind, by_deck: empty where there is only one group.

    certainty: empty if it wasn't asked or never said. repaired, counted: whether misses were put into
    spaced repetition, and right answers were counted as reviews.
    """

    attempt: Attempt
    paper: Paper
    short: Short
    answers: tuple[Answered, ...]
    by_topic: tuple[Group, ...]
    by_kind: tuple[Group, ...]
    by_deck: tuple[Group, ...]
    certainty: tuple[Sureness, ...]
    repaired: bool
    counted: bool

    @property
    def missed(self) -> tuple[Answered, ...]:
        """Questions that were not right, the unanswered ones too."""
        return tuple(one for one in self.answers if one.state is not State.RIGHT)


def result_of(attempt: Attempt, paper: Paper, course: Course) -> Result:
    """Work out the result of an attempt that was handed in."""
    slots = course.slots
    answers = tuple(
        _answered(place, entry, slot)
        for place, (entry, slot) in enumerate(zip(paper.entries, slots, strict=True))
    )
    titles = {deck.id: deck.title for deck in paper.decks}
    return Result(
        attempt=attempt,
        paper=paper,
        short=short_of(paper, course),
        answers=answers,
        by_topic=_groups(answers, lambda one: one.entry.item.question.topic or ""),
        by_kind=_groups(answers, lambda one: one.entry.item.question.kind),
        by_deck=_groups(answers, lambda one: titles.get(one.entry.item.card.deck, one.entry.item.deck_title)),
        certainty=tuple(_sureness(answers)),
        repaired="repair" in course.written,
        counted="count" in course.written,
    )


def short_of(paper: Paper, course: Course) -> Short:
    """Work out the result in short."""
    pairs = list(zip(paper.entries, course.slots, strict=True))
    earned = round(sum(marks.points(entry, slot) for entry, slot in pairs), 6)
    states = [marks.state(slot) for _, slot in pairs]
    return Short(
        points=earned,
        of=round(paper.points, 6),
        percent=percent(earned, paper.points),
        passing=paper.rules.passing,
        right=states.count(State.RIGHT),
        answered=sum(slot.given is not None for _, slot in pairs),
        questions=len(pairs),
        spent_ms=course.spent,
        ended=course.ended or Ended.LEARNER,
        exam=paper.rules.exam,
    )


def short(paper: Paper, course: Course) -> str:
    """Write the result in short, as it is kept."""
    return json.dumps(short_of(paper, course)._asdict(), separators=(",", ":"))


def read_short(text: str) -> Short:
    """Read what `short` wrote. Raises ValueError, KeyError or TypeError for what isn't one."""
    values = json.loads(text)
    return Short(**{**values, "ended": Ended(values["ended"])})


def percent(points: float, of: float) -> float:
    """Percent of the points that could be had: 0 to 100, rounded to a tenth; 0 where nothing could be."""
    return round(max(0.0, min(100.0, 100 * points / of)), 1) if of > 0 else 0.0


def _answered(place: int, entry: Entry, slot: Slot) -> Answered:
    item, given = entry.item, slot.given
    verdict = given.verdict if given else None
    return Answered(
        place=place,
        number=place + 1,
        entry=entry,
        state=marks.state(slot),
        given=in_words(item, given.response) if given else None,
        answer=item.answers,
        verdict=sentence(verdict) if verdict else "",
        certainty=given.certainty if given else None,
        score=marks.score(slot),
        points=round(marks.points(entry, slot), 6),
        of=entry.worth.points,
        explain=item.question.explain or "",
        sources=entry.sources,
        spent_ms=slot.spent,
        later=slot.later,
        closed=slot.closed,
    )


def _groups(answers: Sequence[Answered], name: Callable[[Answered], str]) -> tuple[Group, ...]:
    """Group by a name, in the order in which names first come; nothing if all have the same."""
    found: dict[str, list[Answered]] = {}
    for one in answers:
        found.setdefault(name(one), []).append(one)
    if len(found) < 2:
        return ()
    return tuple(
        Group(
            group,
            len(members),
            sum(one.state is State.RIGHT for one in members),
            round(sum(one.points for one in members), 6),
            round(sum(one.of for one in members), 6),
        )
        for group, members in found.items()
    )


def _sureness(answers: Sequence[Answered]) -> Iterable[Sureness]:
    for certainty in Certainty:
        said = [one for one in answers if one.certainty is certainty]
        if said:
            right = sum(one.state is State.RIGHT for one in said)
            yield Sureness(certainty, len(said), right, round(sum(one.score for one in said), 6))
