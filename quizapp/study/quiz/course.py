"""How far an attempt has come: folded from its events, live and after a restart alike."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from quizapp.answer import codec
from quizapp.answer.response import Response
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.store.attempts import Act, AttemptEvent


class Certainty(StrEnum):
    """How sure a learner says they are, before they know."""

    SURE = "sure"
    THINK = "think"
    GUESS = "guess"


class Ended(StrEnum):
    """Why an attempt was handed in."""

    LEARNER = "learner"
    TIME = "time"


class Given(NamedTuple):
    """A response. verdict: None where learners mark themselves."""

    response: Response
    verdict: Verdict | None
    certainty: Certainty | None = None
    at: int = 0
    offset: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """How one question stands.

    kept: given, while the learner is asked how sure they are. mark: the learner's own, 0 to 1. later:
    marked for later. closed: its time is over. revealed: a flashcard that is turned over, after saying how
    sure one is (certainty). seen: it was shown. spent: milliseconds on it. changes: how often the response
    was changed.
    """

    given: Given | None = None
    kept: Response | None = None
    mark: float | None = None
    later: bool = False
    closed: bool = False
    revealed: bool = False
    certainty: Certainty | None = None
    seen: bool = False
    spent: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """How an attempt stands.

    place: the question being shown, from 0. spent: milliseconds used. ended: why it was handed in, None
    while it goes on. finished: everything is marked. written: keys of the reviews that REPAIR and COUNT
    wrote. seq: the number of the newest event in it.
    """

    slots: tuple[Slot, ...]
    place: int = 0
    spent: int = 0
    ended: Ended | None = None
    finished: bool = False
    left: bool = False
    written: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    seq: int = 0


_OF_A_QUESTION = frozenset({Act.GO, Act.KEEP, Act.ANSWER, Act.REVEAL, Act.SELF_MARK, Act.LATER, Act.CLOSE})
_BEFORE_THE_END = frozenset({Act.KEEP, Act.ANSWER, Act.REVEAL, Act.LATER, Act.CLOSE})


def fold(questions: int, events: Iterable[AttemptEvent]) -> Course:
    """Fold the events of an attempt, in order."""
    course = Course((Slot(),) * questions)
    for event in events:
        course = step(course, event)
    return course


def step(course: Course, event: AttemptEvent) -> Course:
    """Return how the attempt stands after one more event.

    Nothing is answered after the hand-in, and nothing marked after the result is there, though another
    program that has not seen it may have written so.
    """
    course = replace(_passed(course, event), seq=max(course.seq, event.seq))
    if course.ended is not None and event.kind in _BEFORE_THE_END:
        return course
    if course.finished and event.kind == Act.SELF_MARK:
        return course
    place = event.place if event.place is not None and event.place < len(course.slots) else course.place
    if event.kind in _OF_A_QUESTION:
        return _on_question(course, place, event)
    match event.kind:
        case Act.HAND_IN if course.ended is None:
            ended = Ended(json.loads(event.value or '"learner"'))
            return replace(course, ended=ended)
        case Act.FINISH:
            return replace(course, finished=True)
        case Act.REPAIR | Act.COUNT:
            keys = tuple((str(device), int(seq)) for device, seq in json.loads(event.value or "[]"))
            return replace(course, written={**course.written, event.kind: keys})
        case Act.TAKE_BACK:
            gone = json.loads(event.value or '""')
            return replace(course, written={act: keys for act, keys in course.written.items() if act != gone})
        case _:
            return replace(course, left=event.kind == Act.LEAVE)


def _on_question(course: Course, place: int, event: AttemptEvent) -> Course:
    match event.kind:
        case Act.GO:
            left = course if place == course.place else _with(course, course.place, kept=None)
            return _with(replace(left, place=place), place, seen=True)
        case Act.KEEP:
            kept = given_of(event)
            return _with(course, place, kept=kept and kept.response)
        case Act.ANSWER:
            return _answered(course, place, event)
        case Act.REVEAL:
            said = json.loads(event.value or "null")
            return _with(course, place, kept=None, revealed=True, certainty=Certainty(said) if said else None)
        case Act.SELF_MARK:
            mark = max(0.0, min(1.0, float(json.loads(event.value or "0"))))
            return _with(course, place, mark=mark)
        case Act.LATER:
            return _with(course, place, later=bool(json.loads(event.value or "true")))
        case _:
            return _with(course, place, closed=True)


def _passed(course: Course, event: AttemptEvent) -> Course:
    """Let the time up to an event be spent on the question that is shown."""
    passed = max(0, event.spent - course.spent)
    if not passed or course.ended is not None:
        return course
    spent = course.slots[course.place].spent + passed
    return _with(replace(course, spent=course.spent + passed), course.place, spent=spent)


def _answered(course: Course, place: int, event: AttemptEvent) -> Course:
    before = course.slots[place].given
    given = given_of(event)
    other = before is not None and (given is None or given.response != before.response)
    changes = course.slots[place].changes + other
    return _with(course, place, given=given, kept=None, changes=changes, mark=None)


def _with(course: Course, place: int, **changes: Any) -> Course:
    slots = list(course.slots)
    slots[place] = replace(slots[place], **changes)
    return replace(course, slots=tuple(slots))


def given_json(response: Response, verdict: Verdict | None, certainty: Certainty | None) -> str:
    """Write a response for the log of the attempt."""
    values = {
        "response": json.loads(codec.encode(response)),
        "verdict": _verdict_values(verdict) if verdict else None,
        "certainty": certainty,
    }
    return json.dumps(values, separators=(",", ":"))


def given_of(event: AttemptEvent) -> Given | None:
    """Read what `given_json` wrote; None for a response that was taken back."""
    if event.value is None:
        return None
    values = json.loads(event.value)
    certainty = values["certainty"]
    return Given(
        codec.decode(json.dumps(values["response"])),
        _verdict(values["verdict"]) if values["verdict"] else None,
        Certainty(certainty) if certainty else None,
        event.at,
        event.offset,
        event.day,
    )


def _verdict_values(verdict: Verdict) -> dict[str, object]:
    parts = [(part.given, part.wanted, part.right, part.why) for part in verdict.parts]
    return {
        "result": verdict.result,
        "score": verdict.score,
        "rule": verdict.rule,
        "values": dict(verdict.values),
        "parts": parts,
        "near": verdict.near,
        "confused": verdict.confused,
        "why": verdict.why,
    }


def _verdict(values: Mapping[str, Any]) -> Verdict:
    return Verdict(
        Result(values["result"]),
        float(values["score"]),
        values["rule"],
        values["values"],
        tuple(Part(*part) for part in values["parts"]),
        values["near"],
        values["confused"],
        values["why"],
    )
