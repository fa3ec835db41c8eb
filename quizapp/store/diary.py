"""Reads of what was done when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizapp.store.connection import Database
from quizapp.store.event import TOGETHER, Event, Kind
from quizapp.store.fold import Key
from quizapp.store.rows import EVENT_COLUMNS, event_of

# Not the learner's own doing, or what undo itself writes.
_NEVER_UNDONE = frozenset({Kind.VOID, Kind.ADOPT, Kind.REVISE})
_NEVER = ", ".join(f"'{kind}'" for kind in sorted(_NEVER_UNDONE))
_PASSED_OVER = ", ".join(f"'{kind}'" for kind in sorted((*_NEVER_UNDONE, Kind.OVERRIDE)))


class DayCount(NamedTuple):
    """What was answered on a study day, by deck: cards seen first, and cards that were due by the day."""

    new: Mapping[str, int]
    reviews: Mapping[str, int]


class Recent(NamedTuple):
    """A review: its key, its card, the study day it counts for."""

    key: Key
    card: str
    day: int


def day_count(database: Database, day: int) -> DayCount:
    """What of the day's limits is used up. Cram and voided reviews don't count."""
    sql = (
        "SELECT d.name, r.phase, count(*) FROM review r JOIN deck d ON d.id = r.deck"
        " WHERE r.day = ? AND r.kind IN ('study', 'early') AND r.phase IN ('new', 'review')"
        " GROUP BY r.deck, r.phase"
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for deck, phase, count in database.rows(sql, (day,)):
        found[phase][deck] = count
    return DayCount(found["new"], found["review"])


def answered(database: Database, day: int) -> tuple[int, int, int]:
    """The day's ratings, how many of them were better than Again, and the milliseconds they took."""
    sql = "SELECT count(*), ifnull(sum(rating >= 2), 0), ifnull(sum(ms), 0) FROM review WHERE day = ?"
    count, right, took = database.row(sql, (day,))
    return (count, right, took)


def answered_each(database: Database, first: int, last: int) -> dict[int, int]:
    """The ratings of each study day from `first` to `last` that has any."""
    sql = "SELECT day, count(*) FROM review WHERE day BETWEEN ? AND ? GROUP BY day"
    return dict(database.rows(sql, (first, last)))


def gaps(database: Database, most: int) -> list[int]:
    """Milliseconds from one answer to the next of the same sitting, of the last `most` answers."""
    last = "SELECT device, sitting, seq, at FROM event WHERE kind = 'study' ORDER BY id DESC LIMIT ?"
    sql = f"SELECT at - lag(at) OVER (PARTITION BY device, sitting ORDER BY seq) FROM ({last})"
    return [gap for (gap,) in database.rows(sql, (most,)) if gap is not None and gap > 0]


def streak(database: Database, day: int) -> int:
    """Study days in a row with a review, up to `day`, or up to the day before if there is none yet."""
    sql = """
        WITH RECURSIVE back (day) AS (
            SELECT max(day) FROM review WHERE day <= :day
            UNION ALL
            SELECT (SELECT max(r.day) FROM review r WHERE r.day < back.day) FROM back
            WHERE EXISTS (SELECT 1 FROM review r WHERE r.day = back.day - 1)
        )
        SELECT count(day), max(day) FROM back
    """
    count, newest = database.row(sql, {"day": day})
    return count if newest is not None and newest >= day - 1 else 0


def last_days(database: Database) -> dict[str, int]:
    """For each deck with a review, the last study day one took place."""
    sql = "SELECT d.name, (SELECT max(r.day) FROM review r WHERE r.deck = d.id) AS day FROM deck d"
    return {name: day for name, day in database.rows(sql) if day is not None}


def last_day(database: Database) -> int | None:
    """The study day of the newest thing the learner did, by the log's order; None in an empty log.

    Voided events, voids, overrides and what reconciling wrote don't count; for a review it is the day
    it counts for.
    """
    # In one query: after an act on thousands of cards and its undo, as many events are passed over.
    sql = (
        "SELECT coalesce((SELECT r.day FROM review r WHERE r.id = e.id), e.day) FROM event e"
        f" WHERE e.kind NOT IN ({_PASSED_OVER}) AND NOT EXISTS (SELECT 1 FROM event v"
        " WHERE v.target_device = e.device AND v.target_seq = e.seq AND v.kind = 'void')"
        " ORDER BY e.stamp DESC, e.device DESC LIMIT 1"
    )
    day = database.value(sql)
    return None if day is None else int(day)


def greatest_day(database: Database) -> int | None:
    """The greatest study day of any review; None before the first."""
    day = database.value("SELECT max(day) FROM review")
    return None if day is None else int(day)


def cards_on(database: Database, day: int) -> set[str]:
    """Keys of the cards answered on a study day."""
    sql = "SELECT DISTINCT s.card FROM review r JOIN standing s ON s.id = r.card WHERE r.day = ?"
    return {card for (card,) in database.rows(sql, (day,))}


def recent(database: Database, count: int) -> list[Recent]:
    """The last `count` reviews that weren't voided, by the log's order, newest last."""
    sql = (
        "SELECT e.device, e.seq, s.card, r.day FROM event e"
        " JOIN review r ON r.id = e.id JOIN standing s ON s.id = r.card"
        " ORDER BY e.stamp DESC, e.device DESC LIMIT ?"
    )
    rows = database.rows(sql, (count,))
    return [Recent((device, seq), card, day) for device, seq, card, day in reversed(rows)]


def last_undoable(database: Database, device: str, sitting: str | None, day: int) -> Event | None:
    """The event that undo takes back next: the last of the sitting, else the last of this study day.

    Only of this device; voids, voided events and what reconciling wrote are passed over.
    """
    if sitting:
        for event in _back(database, device, sitting):
            if not _voided(database, event.key):
                return event
    for event in _back(database, device):
        if event.day < day:
            return None
        if event.day == day and not _voided(database, event.key):
            return event
    return None


def events(database: Database, sitting: str | None) -> Iterator[Event]:
    """All events, or those of a sitting, in order."""
    where, values = ("", ()) if sitting is None else ("WHERE sitting = ? AND sitting <> ''", (sitting,))
    sql = f"SELECT {EVENT_COLUMNS} FROM event {where} ORDER BY stamp, device"
    return (event_of(row) for row in database.stream(sql, values))


def event(database: Database, key: Key) -> Event | None:
    """The event with this key."""
    row = database.row(f"SELECT {EVENT_COLUMNS} FROM event WHERE device = ? AND seq = ?", key)
    return None if row is None else event_of(row)


def _voided(database: Database, key: Key) -> bool:
    sql = "SELECT 1 FROM event WHERE target_device = ? AND target_seq = ? AND kind = 'void'"
    return database.row(sql, key) is not None


def _back(database: Database, device: str, sitting: str | None = None) -> Iterator[Event]:
    """What was done on a device, or in one sitting on it, from the newest back.

    Only the last event of an act on many cards is given: it was taken back for all of them or for none.
    """
    # SQLite passes over what can't be undone; but the voids that took an act back are left in one stride.
    wanted = f"kind NOT IN ({_NEVER}) OR sitting GLOB '{TOGETHER}*'"
    where = f"device = ? AND seq < ? AND sitting <> '' AND ({wanted})"
    where += " AND sitting = ?" if sitting else ""
    sql = f"SELECT {EVENT_COLUMNS} FROM event WHERE {where} ORDER BY seq DESC LIMIT 1"
    before = 2**63 - 1
    while (row := database.row(sql, (device, before, *([sitting] if sitting else [])))) is not None:
        event = event_of(row)
        if event.kind not in _NEVER_UNDONE:
            yield event
        before = _first_of_act(database, event) if event.sitting.startswith(TOGETHER) else event.seq


def _first_of_act(database: Database, event: Event) -> int:
    sql = "SELECT min(seq) FROM event WHERE sitting = ? AND sitting <> '' AND device = ?"
    return int(database.value(sql, (event.sitting, event.device)))
