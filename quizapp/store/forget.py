"""Takes what was typed out of the log, for good. Ratings and verdicts stay, and so does every standing.

It is the one change that events ever see, and it leaves no copy of the text in the file: not in its free
pages, nor in the write-ahead log beside it.
"""

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.errors import StoreError
from quizapp.store.connection import Database, open_readable
from quizapp.store.history import History
from quizapp.store.store import Store

_TYPED = "response LIKE '[\"typed\"%'"
_CHUNK = 20_000


class What(NamedTuple):
    """What to forget: everything typed in answer to a card, or since a study day."""

    card: str | None = None
    since: int | None = None


class Forgotten(NamedTuple):
    """What was found, or taken out: responses to cards, and answers in quizzes. cards: how many they are of.

    open: answers in quizzes that aren't handed in; they are needed until then, and stay.
    """

    responses: int
    quizzes: int
    cards: int
    open: int = 0


class _Found(NamedTuple):
    events: list[int]
    cards: set[str]
    answers: list[tuple[str, str, int, str]]
    open: int


def typed(store: Store, what: What) -> Forgotten:
    """Count what `forget` would take out; a card comes with what it took over from others."""
    found = _find(store.database, what)
    return Forgotten(len(found.events), len(found.answers), len(found.cards), found.open)


def forget(store: Store, what: What) -> Forgotten:
    """Take out what was typed. It is gone from the file on return.

    Which other answer a typed one was taken for is taken out with it. Raises StoreError; if another
    program has the log open, the text may stay beside the file until that program ends, and the error
    says so.
    """
    database = store.database
    database.run("PRAGMA secure_delete = ON")
    with database.transaction():
        found = _find(database, what)
        for start in range(0, len(found.events), _CHUNK):
            ids = json.dumps(found.events[start : start + _CHUNK])
            database.run(
                "UPDATE event SET response = NULL, confused = NULL"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (ids,),
            )
        for attempt, device, seq, value in found.answers:
            database.run(
                "UPDATE attempt_event SET value = ? WHERE attempt = ? AND device = ? AND seq = ?",
                (blanked(value), attempt, device, seq),
            )
    if found.events or found.answers:
        _wipe(database)
    return Forgotten(len(found.events), len(found.answers), len(found.cards), found.open)


def copies(store: Path, backups: Path) -> list[Path]:
    """Every other copy of the log that lies about: backups, what was put aside by a restore or repair, and
    what a crash left of one.
    """
    aside = store.parent.glob(f"{store.stem}-*{store.suffix}")
    parts = (*backups.glob(".*.db.*.part"), *store.parent.glob(f".{store.name}.*.part"))
    return sorted({*backups.glob("*.db"), *aside, *parts})


def holds(copy: Path, what: What) -> bool:
    """Tell whether a copy still has some of it.

    A copy that can't be read may have it.
    """
    try:
        with open_readable(copy) as database:
            where, value = _where(what)
            sql = f"SELECT 1 FROM event WHERE {where} AND {_TYPED} LIMIT 1"
            if database.row(sql, (value,)) is not None:
                return True
            quizzes = database.row("SELECT 1 FROM sqlite_master WHERE name = 'attempt_event'")
            return quizzes is not None and any(_answers(database, what))
    except StoreError:
        return True


def _where(what: What) -> tuple[str, object]:
    return ("day >= ?", what.since) if what.card is None else ("card = ?", what.card)


def _find(database: Database, what: What) -> _Found:
    answers = list(_answers(database, what))
    open_ = sum(not finished for *_, finished in answers)
    kept = [(attempt, device, seq, value) for attempt, device, seq, value, _, finished in answers if finished]
    cards = {key for *_, key, finished in answers if finished}
    if what.card is None:
        rows = database.rows(f"SELECT id, card FROM event WHERE day >= ? AND {_TYPED}", (what.since,))
    else:
        ids = json.dumps([line.id for line in History(database).raw(what.card)])
        rows = database.rows(
            f"SELECT id, card FROM event WHERE id IN (SELECT value FROM json_each(?)) AND {_TYPED}", (ids,)
        )
    cards |= {key for _, key in rows}
    return _Found([number for number, _ in rows], cards, kept, open_)


def _answers(database: Database, what: What) -> Iterator[tuple[Any, ...]]:
    """Answers in quizzes with something typed: key, value, card, and whether the quiz is over."""
    where, value = _where(what)
    sql = (
        "SELECT attempt, e.device, seq, value, card, EXISTS"
        " (SELECT 1 FROM attempt_event f WHERE f.attempt = e.attempt AND f.kind = 'finish')"
        " FROM attempt_event e JOIN attempt_question q USING (attempt, place)"
        f" WHERE {where} AND e.kind IN ('answer', 'keep') AND e.value LIKE '%[\"typed\",%'"
    )
    for row in database.rows(sql, (value,)):
        if blanked(row[3]) != row[3]:
            yield row


def blanked(value: str | None) -> str | None:
    """The value of a quiz's answer with empty texts in place of what was typed; the marks stay.

    What is no such value, or has nothing typed in it, comes back as it is.
    """
    try:
        values = json.loads(value or "null")
        sort, texts = values["response"]
        verdict = values["verdict"]
        if sort != "typed" or not any(texts):
            return value
        values["response"] = [sort, ["" for _ in texts]]
        if verdict:
            parts = [[None, *part[1:]] for part in verdict["parts"]]
            values["verdict"] = {**verdict, "values": {}, "confused": None, "parts": parts}
    except (ValueError, TypeError, KeyError):
        return value
    return json.dumps(values, separators=(",", ":"))


def _wipe(database: Database) -> None:
    """Write the file anew without its free pages, and empty the write-ahead log."""
    with suppress(StoreError):  # the disk may be too full for it; the pages in use are overwritten already
        database.run("VACUUM")
    with closing(database.run("PRAGMA wal_checkpoint(TRUNCATE)")) as cursor:
        busy, *_ = cursor.fetchone()
    if busy:
        raise StoreError(
            "It is taken out, but another quizapp has the log open, and keeps the text in the file beside it",
            where=str(database.path),
            todo="Close the other one and do this again",
        )
