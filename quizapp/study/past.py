"""What happened to a card, event by event, in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from quizapp.answer import codec
from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.answer.verdict import Result, Verdict
from quizapp.answer.wording import sentence
from quizapp.deck.model import Choice, Matching, Ordering, Question
from quizapp.memory.model import Rating
from quizapp.memory.spans import span
from quizapp.store.event import Event, Kind
from quizapp.store.fold import REVIEWS, Key
from quizapp.text import counted

_OVERRULED = {"overruled-right": "you said you were right", "overruled-wrong": "you said you were wrong"}


_GAP = "…"


class Asked(NamedTuple):
    """The question as it is asked now; `fingerprint` tells its wording, `context` what the judge may know."""

    question: Question
    face: str
    fingerprint: str
    context: Context


class Past(NamedTuple):
    """Something that happened to a card.

    at: local time, as `2026-03-02 10:15`. what: review, early, cram, or the act. rating: as it stands,
    None for acts. response: what was given, in words; None if nothing was, or it was taken out of the log.
    reason: which rule decided, in a sentence. notes: hints, tries, overrules and so on. back: when it was
    to come back. seconds: until it was answered. voided: it was taken back and doesn't count.
    """

    at: str
    what: str
    rating: Rating | None
    verdict: str | None
    rule: str | None
    response: str | None
    reason: str
    notes: tuple[str, ...]
    back: str
    seconds: float | None
    voided: bool


def past(events: Iterable[Event], asked: Asked | None) -> list[Past]:
    """Put a card's events into words, in order; voids and overrides are told with what they change."""
    kept = list(events)
    voided: set[Key] = {event.target for event in kept if event.kind is Kind.VOID and event.target}
    changes: dict[Key, list[Event]] = defaultdict(list)
    for event in kept:
        if event.kind is Kind.OVERRIDE and event.target and event.key not in voided:
            changes[event.target].append(event)
    return [
        _review(event, changes[event.key], asked, voided=event.key in voided)
        if event.kind in REVIEWS
        else _act(event, voided=event.key in voided)
        for event in kept
        if event.kind not in {Kind.VOID, Kind.OVERRIDE}
    ]


def response_text(event: Event, asked: Asked | None) -> str | None:
    """Write what was given in an event; None if that isn't known, or nothing but a look at the answer."""
    if event.response is None:
        return None
    try:
        response = codec.decode(event.response)
    except ValueError:
        return None
    if isinstance(response, Revealed):
        return None
    same = asked is not None and event.wording in {None, asked.fingerprint}
    return _words(response, asked.question if asked is not None and same else None)


def _review(event: Event, changes: Sequence[Event], asked: Asked | None, *, voided: bool) -> Past:
    # A second try comes with a response of its own; a change of the rating only keeps the first.
    last = changes[-1] if changes else event
    given = next((change for change in reversed(changes) if change.tries is not None), event)
    rating = next((change.rating for change in reversed(changes) if change.rating is not None), event.rating)
    rule = next((change.rule for change in reversed(changes) if change.rule is not None), event.rule)
    decided = next((change for change in reversed(changes) if change.after_phase is not None), event)
    reason = _reason(given, asked)
    return Past(
        at=_local(event),
        what=event.kind.value,
        rating=Rating(rating or Rating.AGAIN),
        verdict=last.verdict or event.verdict,
        rule=rule,
        response=response_text(given, asked),
        reason=reason,
        notes=tuple(_notes(event, given, changes)),
        back=_back(decided, event) if event.kind is not Kind.CRAM else "",
        seconds=None if given.answer_ms is None else round(given.answer_ms / 1000, 1),
        voided=voided,
    )


def _reason(event: Event, asked: Asked | None) -> str:
    """The sentence of the rule that decided; judging again fills in what it says of the response."""
    if event.rule is None or event.rule == "revealed":
        return ""
    if asked is not None and event.response is not None and event.wording in {None, asked.fingerprint}:
        try:
            again = judge(asked.question, asked.face, codec.decode(event.response), asked.context)
        except ValueError:
            again = None
        if again is not None and again.rule == event.rule:
            return sentence(again)
    result = Result(event.verdict) if event.verdict in set(Result) else Result.WRONG
    text = sentence(Verdict(result, event.score or 0.0, event.rule))
    # Without the response a sentence that quotes it has gaps.
    return f"{text.partition(':')[0]}." if _GAP in text else text


def _notes(event: Event, given: Event, changes: Sequence[Event]) -> Iterable[str]:
    if event.kind is Kind.CRAM:
        yield "practice only"
    elif event.kind is Kind.EARLY:
        yield "before it was due"
    if given.hints:
        yield counted(given.hints, "hint")
    if (given.tries or 1) > 1:
        yield "second try"
    if given.certainty == "guess":
        yield "said to be a guess"
    yield from filter(None, map(_change, changes))
    if event.rated_by == "learner" and not changes and event.rule == "revealed":
        yield "you rated it yourself"


def _change(change: Event) -> str:
    if change.rule in _OVERRULED:
        return _OVERRULED[change.rule]
    if change.rated_by == "learner" and change.rating is not None:
        return f"you changed the rating to {Rating(change.rating).name.capitalize()}"
    return ""


def _act(event: Event, *, voided: bool) -> Past:
    words = {
        Kind.SUSPEND: "suspended",
        Kind.RESUME: "asked again",
        Kind.BURY: "put off" if event.value is not None else "not put off any more",
        Kind.FLAG: f"flag {event.value}" if event.value else "flag taken off",
        Kind.RESET: "made new again",
        Kind.REVISE: "made new again by the teacher's revision",
        Kind.ADOPT: f"took over what was known of {event.origin}",
        Kind.RESCHEDULE: "rescheduled",
    }
    notes = (words.get(event.kind, event.kind.value),)
    back = span(days=event.due_day - event.day) if event.due_day is not None else ""
    return Past(_local(event), event.kind.value, None, None, None, None, "", notes, back, None, voided)


def _back(decided: Event, event: Event) -> str:
    if decided.due_at is not None:
        return span(seconds=max(0, decided.due_at - event.at) // 1000)
    return "" if decided.due_day is None else span(days=decided.due_day - event.day)


def _words(response: Response, question: Question | None) -> str:
    body = None if question is None else question.body
    match response:
        case Typed(texts):
            return ", ".join(text for text in texts if text.strip()) or "nothing"
        case DontKnow():
            return "don't know"
        case Truth(value):
            return "true" if value else "false"
        case Chosen(places) if isinstance(body, Choice):
            return ", ".join(_at(body.options, place) for place in places) or "nothing"
        case Ordered(places) if isinstance(body, Ordering):
            return ", ".join(_at(body.order, place) for place in places)
        case Matched(places) if isinstance(body, Matching):
            rights = [None if place is None else _at(body.rights, place) for place in places]
            pairs = zip(body.pairs, rights, strict=False)
            return ", ".join(f"{left} – {right or 'nothing'}" for (left, _), right in pairs)
        case Chosen():
            return "an option of an earlier wording"
        case _:
            return "an answer to an earlier wording"


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if 0 <= place < len(texts) else "an option that is gone"


def _local(event: Event) -> str:
    moment = datetime.fromtimestamp(event.at / 1000, UTC) + timedelta(minutes=event.offset)
    return f"{moment:%Y-%m-%d %H:%M}"
