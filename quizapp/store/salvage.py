"""Saves what can still be read of a damaged log into a new file."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import StoreError
from quizapp.store import codec, ledger, migrate, owner, trouble
from quizapp.store.attempts import TABLES, insert
from quizapp.store.backup import free_name
from quizapp.store.connection import Database, open_damaged, open_writable
from quizapp.store.rows import EVENT_COLUMNS, INSERT_EVENT, event_of, event_values

_LOT = 200
_PATIENCE = 100_000  # rows tried one by one behind the last that could be read
_COPY_WORDING = (
    "INSERT OR IGNORE INTO wording (fingerprint, card, question, answer, kind) VALUES (?, ?, ?, ?, ?)"
)


class Salvaged(NamedTuple):
    """path: the new file. events, wordings: how many are in it. lost: events known to be missing from it."""

    path: Path
    events: int
    wordings: int
    lost: int


def salvage(store: Path) -> Salvaged:
    """Read what can be read of the log at `store` into a new file beside it, and fold it.

    The damaged file is only read. Raises StoreError if not one event can be read.
    """
    try:
        with tempfile.TemporaryDirectory(dir=store.parent, prefix=".salvage-") as folder:
            copy = _copied(store, Path(folder))
            return _salvage(copy, free_name(store, "salvaged"), store)
    except OSError as error:
        raise trouble.explain_os(error, store) from error


def _copied(store: Path, folder: Path) -> Path:
    """A copy to work on: opening a log with a write-ahead log beside it writes to both."""
    for suffix in ("", "-wal"):
        beside = store.with_name(store.name + suffix)
        if beside.exists():
            shutil.copyfile(beside, folder / beside.name)
    return folder / store.name


def _salvage(copy: Path, target: Path, store: Path) -> Salvaged:
    try:
        with open_damaged(copy, store) as source, open_writable(target) as fresh:
            migrate.migrate(fresh)
            with fresh.transaction():
                events = _save_events(source, fresh)
                wordings = _save_wordings(source, fresh)
                _save_attempts(source, fresh)
                _save_owner(source, fresh)
                ledger.refold_all(fresh)
            lost = int(fresh.value(_MISSING))
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if not events:
        target.unlink()
        raise StoreError(
            "Nothing can be read of the damaged log",
            where=str(store),
            todo="'quizapp restore' brings back a backup; the damaged file is left as it is",
        )
    return Salvaged(target, events, wordings, lost)


# Each device counts its events from 1 without a gap.
_MISSING = (
    "SELECT ifnull(sum(highest - number), 0) FROM"
    " (SELECT max(seq) AS highest, count(*) AS number FROM event GROUP BY device)"
)


def _save_events(source: Database, fresh: Database) -> int:
    count = 0
    for row in _rows(source, EVENT_COLUMNS, "event"):
        try:
            event = event_of(row)
            codec.check(event)
            fresh.connection.execute(INSERT_EVENT, event_values(event))
        except (ValueError, TypeError, sqlite3.IntegrityError):
            continue
        except sqlite3.Error as error:
            raise trouble.explain(error, fresh.path) from error
        count += 1
    return count


def _rows(source: Database, columns: str, table: str) -> Iterator[tuple[object, ...]]:
    """Rows by their number: in lots while that works, one by one across damage."""
    last = 0
    highest = _highest(source, table)
    sql = f"SELECT id, {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {_LOT}"
    while True:
        try:
            rows = source.rows(sql, (last,))
        except StoreError:
            ids = range(last + 1, min(last + _LOT, highest) + 1)
            tried = (_one(source, columns, table, number) for number in ids)
            rows = [row for row in tried if row is not None]
            last = max(last + _LOT, *(row[0] for row in rows)) if rows else last + _LOT
            yield from (row[1:] for row in rows)
            if last >= highest:
                return
            continue
        yield from (row[1:] for row in rows)
        if len(rows) < _LOT:
            return
        last = rows[-1][0]


def _one(source: Database, columns: str, table: str, number: int) -> tuple[object, ...] | None:
    try:
        row: tuple[object, ...] | None = source.row(
            f"SELECT id, {columns} FROM {table} WHERE id = ?", (number,)
        )
    except StoreError:
        return None
    return row


def _highest(source: Database, table: str) -> int:
    try:
        return int(source.value(f"SELECT max(id) FROM {table}") or 0)
    except StoreError:
        return _PATIENCE


def _save_wordings(source: Database, fresh: Database) -> int:
    count = 0
    try:
        for row in source.stream(f"SELECT {', '.join(codec.WORDING_FIELDS)} FROM wording"):
            count += fresh.run(_COPY_WORDING, row).rowcount
    except StoreError:
        return count
    return count


def _save_attempts(source: Database, fresh: Database) -> None:
    """Save the attempts at quizzes that can be read, each with its questions and what was done."""
    for name, row, _ in TABLES:
        sql = insert(name, row._fields)
        try:
            for found in source.stream(f"SELECT {', '.join(row._fields)} FROM {name}"):
                with suppress(sqlite3.IntegrityError):
                    fresh.connection.execute(sql, found)
        except StoreError:
            continue


def _save_owner(source: Database, fresh: Database) -> None:
    try:
        learner = owner.read(source, "learner")
    except StoreError:
        learner = None
    owner.write(fresh, "learner", learner or owner.new_id())
