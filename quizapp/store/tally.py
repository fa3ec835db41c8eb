"""A review as statistics see it: a row of the table `review`; pure, the same live and in replay."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from quizapp.memory.fsrs import retrievability
from quizapp.memory.model import Phase
from quizapp.store.event import Kind
from quizapp.store.fold import LONGEST_ANSWER_MS, REVIEWS, Line, step, weights_of
from quizapp.store.standing import Standing

MATURE_DAYS = 21
"""A card whose interval is at least so many days is mature, else young."""


class Stage(IntEnum):
    """How a card stood when it was asked. CRAM: asked outside of the schedule, memory takes no notice."""

    NEW = 0
    LEARNING = 1
    YOUNG = 2
    MATURE = 3
    CRAM = 4


RECALLED = (Stage.YOUNG, Stage.MATURE)
"""Stages in which a right answer means that something was kept for at least a day."""


class Tally(NamedTuple):
    """One review as statistics see it.

    id: the row of its event. ms: capped at a minute. hour: 0 to 23, on the learner's clock.
    chance: how likely the memory model held a right answer, in thousandths; aim: what the schedule
    aimed at then, in thousandths; both None unless the card was young or mature.
    """

    id: int
    day: int
    kind: str
    phase: str
    rating: int
    ms: int
    stage: Stage
    hour: int
    chance: int | None
    aim: int | None


def tally_of(line: Line, before: Standing) -> Tally:
    """Return the row of a settled review; before: how the card stood."""
    stage = _stage(line, before)
    recalled = stage in RECALLED and before.memory is not None and before.last_day is not None
    chance = None
    if recalled and before.memory is not None and before.last_day is not None:
        elapsed = max(0, line.day - before.last_day)
        known = retrievability(weights_of(line.weights), elapsed, before.memory.stability)
        chance = round(known * 1000)
    return Tally(
        id=line.id,
        day=line.day,
        kind=line.kind,
        phase=line.phase or Phase.NEW.value,
        rating=line.rating or 1,
        ms=min(max(line.answer_ms or 0, 0), LONGEST_ANSWER_MS),
        stage=stage,
        hour=(line.at // 60_000 + line.offset) // 60 % 24,
        chance=chance,
        aim=round(line.retention * 1000) if recalled and line.retention else None,
    )


def tallies(card: str, lines: Iterable[Line]) -> tuple[Standing, list[tuple[Line, Tally]]]:
    """How a card stands after its settled lines, and the row of every review among them, in order."""
    standing, found = Standing(card), []
    for line in lines:
        if line.kind in REVIEWS:
            found.append((line, tally_of(line, standing)))
        standing = step(standing, line)
    return standing, found


def _stage(line: Line, before: Standing) -> Stage:
    if line.kind == Kind.CRAM:
        return Stage.CRAM
    phase = line.phase or Phase.NEW
    if phase == Phase.NEW:
        return Stage.NEW
    if phase != Phase.REVIEW:
        return Stage.LEARNING
    return Stage.MATURE if before.interval >= MATURE_DAYS else Stage.YOUNG
