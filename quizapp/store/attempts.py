"""The quiz's own log: attempts with their papers as drawn, and what was done in them."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizapp.store import ledger
from quizapp.store.connection import Database
from quizapp.store.event import Draft
from quizapp.store.fold import Key
from quizapp.store.store import INSERT_WORDING, Store, Wording


class Act(StrEnum):
    """What was done in an attempt. Place and value that each has are told in `AttemptEvent`."""

    GO = "go"
    KEEP = "keep"
    ANSWER = "answer"
    REVEAL = "reveal"
    SELF_MARK = "self-mark"
    LATER = "later"
    CLOSE = "close"
    ALIVE = "alive"
    LEAVE = "leave"
    RESUME = "resume"
    HAND_IN = "hand-in"
    FINISH = "finish"
    REPAIR = "repair"
    COUNT = "count"
    TAKE_BACK = "take-back"


class Attempt(NamedTuple):
    """One person's run of a quiz. at, offset, day: as in `quizapp.memory.model.Moment`.

    title: as it is listed. code: the paper's code. paper: JSON of the rules.
    """

    id: str
    device: str
    at: int
    offset: int
    day: int
    front: str
    version: str
    title: str
    code: str
    paper: str


class AttemptQuestion(NamedTuple):
    """A question of a paper as drawn. place: from 0. question: JSON."""

    attempt: str
    place: int
    deck: str
    card: str
    question: str


class AttemptEvent(NamedTuple):
    """One thing done in an attempt; order is (seq, device).

    spent: milliseconds of the attempt's time used by then. place: the question it is about, where it
    is about one. value: JSON; for ANSWER response, verdict and certainty, for KEEP only the response; for
    SELF_MARK the score; for LATER whether it is marked; for HAND_IN why; for FINISH the result in short; for
    REPAIR and COUNT the keys of the events written; for TAKE_BACK the act that was.
    """

    attempt: str
    device: str
    seq: int
    at: int
    offset: int
    day: int
    spent: int
    kind: str
    place: int | None = None
    value: str | None = None


_ATTEMPT = ", ".join(Attempt._fields)
_QUESTION = ", ".join(AttemptQuestion._fields)
_EVENT = ", ".join(AttemptEvent._fields)
TABLES: tuple[tuple[str, type[Attempt | AttemptQuestion | AttemptEvent], int], ...] = (
    ("attempt", Attempt, 1),
    ("attempt_question", AttemptQuestion, 2),
    ("attempt_event", AttemptEvent, 3),
)
"""The tables in the order in which they refer to each other, their rows, and how many columns name one."""


def insert(table: str, columns: Sequence[str]) -> str:
    """The statement that adds a row."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def begin(store: Store, attempt: Attempt, questions: Iterable[AttemptQuestion], first: AttemptEvent) -> None:
    """Keep a new attempt with its paper, and its first event; on the disk on return."""
    store.must_write()
    with store.database.transaction():
        store.database.run(insert("attempt", Attempt._fields), attempt)
        for question in questions:
            store.database.run(insert("attempt_question", AttemptQuestion._fields), question)
        store.database.run(insert("attempt_event", AttemptEvent._fields), first)


def record(store: Store, events: Iterable[AttemptEvent]) -> list[AttemptEvent]:
    """Keep what was done, all or none; on the disk on return. The number of each event is given here."""
    store.must_write()
    with store.database.transaction():
        return [_record(store, event) for event in events]


def record_reviews(
    store: Store,
    drafts: Sequence[Draft],
    wordings: Iterable[Wording],
    event_of: Callable[[Sequence[Key]], AttemptEvent],
) -> AttemptEvent:
    """Append events to the memory's log, and beside them that an attempt did so, all or none.

    wordings: as in `Store.append`. event_of: makes the attempt's event from the keys of those events.
    """
    store.must_write()
    with store.database.transaction():
        for wording in wordings:
            store.database.run(INSERT_WORDING, wording)
        written = ledger.record(store.database, store.device, drafts)
        return _record(store, event_of([event.key for event in written]))


def _record(store: Store, event: AttemptEvent) -> AttemptEvent:
    event = event._replace(seq=_next(store.database, event.attempt), device=store.device)
    store.database.run(insert("attempt_event", AttemptEvent._fields), event)
    return event


def _next(database: Database, attempt: str) -> int:
    return _newest(database, attempt) + 1


def _newest(database: Database, attempt: str) -> int:
    return int(database.value("SELECT max(seq) FROM attempt_event WHERE attempt = ?", (attempt,)) or 0)


def newest(store: Store, name: str) -> int:
    """The number of the last event of an attempt; 0 without any."""
    return _newest(store.database, name)


def attempt(store: Store, name: str) -> Attempt | None:
    """The attempt with this id."""
    row = store.database.row(f"SELECT {_ATTEMPT} FROM attempt WHERE id = ?", (name,))
    return None if row is None else Attempt._make(row)


def questions(store: Store, name: str) -> list[AttemptQuestion]:
    """The questions of an attempt, in the paper's order."""
    sql = f"SELECT {_QUESTION} FROM attempt_question WHERE attempt = ? ORDER BY place"
    return [AttemptQuestion._make(row) for row in store.database.rows(sql, (name,))]


def events(store: Store, name: str) -> list[AttemptEvent]:
    """What was done in an attempt, in order."""
    sql = f"SELECT {_EVENT} FROM attempt_event WHERE attempt = ? ORDER BY seq, device"
    return [AttemptEvent._make(row) for row in store.database.rows(sql, (name,))]


class Listed(NamedTuple):
    """An attempt in a list. finish: the value of its first FINISH event; None while it isn't finished."""

    attempt: Attempt
    decks: tuple[str, ...]
    questions: int
    finish: str | None


def listed(store: Store, decks: Sequence[str] = (), *, limit: int = 200) -> list[Listed]:
    """Attempts, the newest first: all, or those with a question of one of `decks`."""
    where = ""
    if decks:
        marks = ", ".join("?" * len(decks))
        where = f"WHERE id IN (SELECT attempt FROM attempt_question WHERE deck IN ({marks}))"
    rows = store.database.rows(
        f"SELECT {_ATTEMPT} FROM attempt {where} ORDER BY at DESC, id LIMIT ?", (*decks, limit)
    )
    return [_listed(store.database, Attempt._make(row)) for row in rows]


def unfinished(store: Store) -> list[Listed]:
    """Attempts that were begun and not finished, the newest first."""
    sql = (
        f"SELECT {_ATTEMPT} FROM attempt WHERE NOT EXISTS (SELECT 1 FROM attempt_event e"
        " WHERE e.kind = 'finish' AND e.attempt = attempt.id) ORDER BY at DESC, id"
    )
    return [_listed(store.database, Attempt._make(row)) for row in store.database.rows(sql)]


def _listed(database: Database, found: Attempt) -> Listed:
    sql = "SELECT deck, count(*) FROM attempt_question WHERE attempt = ? GROUP BY deck ORDER BY min(place)"
    decks = database.rows(sql, (found.id,))
    finish = database.value(
        "SELECT value FROM attempt_event WHERE attempt = ? AND kind = 'finish' ORDER BY seq, device LIMIT 1",
        (found.id,),
    )
    return Listed(found, tuple(deck for deck, _ in decks), sum(count for _, count in decks), finish)


def asked_since(store: Store, decks: Sequence[str], day: int) -> dict[str, int]:
    """Cards of these decks that were studied or on a paper on study day `day` or later, with the last."""
    marks = ", ".join("?" * len(decks))
    studied = (
        "SELECT s.card, s.last_day FROM standing s JOIN deck d ON d.id = s.deck"
        f" WHERE d.name IN ({marks}) AND s.last_day >= ?"
    )
    found: dict[str, int] = dict(store.database.rows(studied, (*decks, day)))
    sat = (
        "SELECT q.card, max(a.day) FROM attempt a JOIN attempt_question q ON q.attempt = a.id"
        f" WHERE a.day >= ? AND q.deck IN ({marks}) GROUP BY q.card"
    )
    for card, last in store.database.rows(sat, (day, *decks)):
        found[card] = max(last, found.get(card, last))
    return found
