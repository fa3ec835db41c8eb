"""Single answers for a teacher's eyes: those in the log, and those in files that learners exported."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizapp.errors import StoreError
from quizapp.store import codec
from quizapp.store.connection import Database
from quizapp.store.event import Event, Kind
from quizapp.store.fold import Key, Line, fold, line_of, settle
from quizapp.store.tally import Stage, tallies
from quizapp.store.transfer import NEWEST

OVERRULED = {"overruled-right": True, "overruled-wrong": False}
_LOGS = "quizapp-"
_SHOWN = 5


class Answer(NamedTuple):
    """One review that counts, in the order of its learner's log.

    stage, rating: as in `Tally`. ms: at most a minute. response: JSON, None if the file doesn't tell it.
    overruled: whether the learner said "I was right" (True) or "I was wrong" (False) afterwards.
    wording: fingerprint of the wording asked; None if it isn't known.
    """

    card: str
    stage: Stage
    rating: int
    ms: int
    response: str | None
    hints: int
    overruled: bool | None
    revision: int
    wording: str | None


class Learned(NamedTuple):
    """One learner: their answers, and how difficult (1 to 10) the memory model holds each card to be."""

    learner: str
    answers: tuple[Answer, ...]
    difficulty: dict[str, float]


def in_log(database: Database, learner: str, decks: Sequence[str]) -> Learned:
    """What the log has of the cards of these decks."""
    within = "r.deck IN (SELECT deck.id FROM json_each(:decks) AS j JOIN deck ON deck.name = j.value)"
    sql = (
        "SELECT s.card, r.stage, r.rating, r.ms, e.response, ifnull(e.hints, 0), e.revision, e.wording,"
        " e.device, e.seq FROM review r JOIN event e ON e.id = r.id JOIN standing s ON s.id = r.card"
        f" WHERE {within} ORDER BY s.card, e.stamp, e.device"
    )
    values = {"decks": json.dumps(list(decks))}
    overruled = _overruled(database)
    answers = tuple(
        Answer(
            card,
            Stage(stage),
            rating,
            ms,
            response,
            hints,
            overruled.get((device, seq)),
            revision or 1,
            wording,
        )
        for card, stage, rating, ms, response, hints, revision, wording, device, seq in database.rows(
            sql, values
        )
    )
    sql = (
        "SELECT s.card, s.difficulty FROM standing s WHERE s.difficulty IS NOT NULL AND"
        f" {within.replace('r.deck', 's.deck')}"
    )
    return Learned(learner, answers, dict(database.rows(sql, values)))


def own_names(database: Database) -> frozenset[str]:
    """The names under which this log's learner is known in files: their id, and those told to teachers."""
    sql = "SELECT value FROM meta WHERE name = 'learner' OR name LIKE 'teacher:%'"
    return frozenset(value for (value,) in database.rows(sql))


def exported(lines: Iterable[str], name: str) -> Learned:
    """Read a file that a learner exported, without importing it. name: of the file, for errors.

    Raises StoreError if it isn't one, is of a newer format, or has lines that can't be read.
    """
    numbered = enumerate(lines, start=1)
    learner = _learner(next((line for _, line in numbered), ""), name)
    problems: list[str] = []
    events: list[Event] = []
    for number, line in numbered:
        if not line.strip():
            continue
        try:
            values = codec.parse(line)
            if "event" in values:
                events.append(codec.event_from_json(values["event"]))
        except codec.FieldError as error:
            problems.append(f"line {number}: {error}")
            if len(problems) >= _SHOWN:
                break
    if problems:
        raise StoreError(
            f"This export can't be read: {'; '.join(problems)}", where=name, todo="Ask for it again"
        )
    return _learned(learner, events)


def _learned(learner: str, events: Sequence[Event]) -> Learned:
    known = {event.key: event for event in events}
    voided = {event.target for event in known.values() if event.kind is Kind.VOID and event.target}
    answers: list[Answer] = []
    difficulty: dict[str, float] = {}
    overrides = _overrides(known.values())
    said = {
        target: OVERRULED[rule]
        for target, found in overrides.items()
        for line in found
        if line.key not in voided and (rule := known[line.key].rule or "") in OVERRULED
    }
    for card, lines in _by_card(known.values(), voided).items():
        settled = settle(lines, voided, overrides)
        for line, tally in tallies(card, settled)[1]:
            event = known[line.key]
            answers.append(
                Answer(
                    card,
                    tally.stage,
                    tally.rating,
                    tally.ms,
                    event.response,
                    event.hints or 0,
                    said.get(line.key),
                    event.revision or 1,
                    event.wording,
                )
            )
        memory = fold(card, settled).memory
        if memory is not None:
            difficulty[card] = memory.difficulty
    return Learned(learner, tuple(answers), difficulty)


def _by_card(events: Iterable[Event], voided: set[Key]) -> dict[str, list[Line]]:
    """The events of each card, with those of the cards it took over."""
    lines: dict[str, list[Line]] = defaultdict(list)
    heirs: dict[str, str] = {}
    for number, event in enumerate(events):
        if event.kind is Kind.ADOPT and event.origin and event.key not in voided:
            heirs[event.origin] = event.card
        if "/" in event.card and event.kind not in {Kind.VOID, Kind.OVERRIDE}:
            lines[event.card].append(line_of(event, number))
    found: dict[str, list[Line]] = defaultdict(list)
    for card, own in lines.items():
        heir, seen = card, {card}
        while heirs.get(heir, heir) not in seen:
            heir = heirs[heir]
            seen.add(heir)
        found[heir] += own
    return found


def _overrides(events: Iterable[Event]) -> dict[Key, list[Line]]:
    found: dict[Key, list[Line]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.kind is Kind.OVERRIDE and event.target:
            found[event.target].append(line_of(event, number))
    return found


def _overruled(database: Database) -> dict[Key, bool]:
    """Reviews whose learner overruled the judge, each with what was said last."""
    sql = (
        "SELECT o.target_device, o.target_seq, o.rule FROM event o"
        " WHERE o.target_device IS NOT NULL AND o.kind = 'override'"
        " AND o.rule IN ('overruled-right', 'overruled-wrong')"
        " AND NOT EXISTS (SELECT 1 FROM event v WHERE v.target_device = o.device"
        " AND v.target_seq = o.seq AND v.kind = 'void') ORDER BY o.stamp, o.device"
    )
    rows = database.stream(sql)
    return {(device, seq): OVERRULED[rule] for device, seq, rule in rows}


def _learner(line: str, name: str) -> str:
    try:
        header = codec.parse(line.removeprefix("\ufeff"))
    except codec.FieldError:
        header = {}
    kind, version = header.get("kind"), header.get("format")
    if not (isinstance(kind, str) and kind.startswith(_LOGS) and isinstance(version, int)):
        raise StoreError(
            "This is not a learner's export",
            where=name,
            todo="'quizapp export --for-teacher DECK' writes one",
        )
    if version > NEWEST:
        raise StoreError(
            f"This export has format {version}; this quizapp knows formats up to {NEWEST}",
            where=name,
            todo="Update quizapp",
        )
    learner = header.get("learner")
    if not isinstance(learner, str) or not learner:
        raise StoreError("The first line of this export is damaged", where=name, todo="Ask for it again")
    return learner
