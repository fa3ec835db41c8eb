"""Copies of the log: one a study day, verified, thinned out; and the way back."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from quizapp.clock import file_time
from quizapp.errors import StoreError
from quizapp.paths import make_private
from quizapp.store import migrate, owner, trouble
from quizapp.store.connection import Database, open_readable, open_writable, set_journal

DAILY, WEEKLY, MONTHLY = 7, 4, 12
ROOM = 3  # times the log's size that must be free
_EPOCH = date(1970, 1, 1)
# A copy is made in seconds; what another program, or another machine, is writing just now is no leftover.
_STALE = 24 * 3600 * 10**9
_PART = re.compile(r"\..+\.db\.\d+\.part(-wal|-shm|-journal)?")
_NAME = re.compile(r"progress-(\d{4}-\d{2}-\d{2})\.db")


class Backup(NamedTuple):
    """A copy of the log, named by the study day (from 1970-01-01 = 0) it was made on."""

    path: Path
    day: int
    size: int


class NoRoomError(StoreError):
    """The disk is too short for a backup; nothing was written."""


def backups(folder: Path) -> list[Backup]:
    """The backups in `folder`, newest first."""
    found = []
    for path in folder.glob("progress-*.db"):
        match = _NAME.fullmatch(path.name)
        if match is not None:
            with suppress(ValueError, OSError):
                day = (date.fromisoformat(match.group(1)) - _EPOCH).days
                found.append(Backup(path, day, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.day, reverse=True)


def due(folder: Path, day: int) -> bool:
    """Tell whether there is no backup of this study day yet."""
    return not (folder / _name(day)).exists()


def backup(store: Path, folder: Path, *, day: int, budget_bytes: int) -> Path:
    """Copy the log at `store` into `folder` as the backup of study day `day`, and thin the folder out.

    It uses a connection of its own, so it may run on any thread while others read and write. What crashes
    left of earlier copies goes. The copy is verified before it gets its name. budget_bytes: what all
    backups together may take; the newest is kept whatever its size. Raises NoRoomError when less than three
    times the log's size is free, and StoreError for other trouble.
    """
    try:
        make_private(folder)
        size = store.stat().st_size
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise trouble.explain_os(error, store) from error
    if free < ROOM * size:
        raise NoRoomError(
            f"No backup was made: the disk has {_mib(free)} free, and a backup needs {_mib(ROOM * size)}",
            where=str(folder),
            todo="Free some space; your progress itself is safe",
        )
    for each in (folder, store.parent):
        sweep(each)
    target = folder / _name(day)
    with open_readable(store) as source:
        copy_aside(source, target)
    for old in thin(backups(folder), budget_bytes, keep=target):
        with suppress(OSError):
            old.path.unlink()
    return target


def thin(found: Iterable[Backup], budget_bytes: int, *, keep: Path) -> list[Backup]:
    """Return the backups to delete: all but the newest of 7 days, 4 weeks and 12 months, and those over
    the budget, oldest first. `keep` is never among them.
    """
    newest_first = sorted(found, key=lambda backup: backup.day, reverse=True)
    kept: dict[Path, Backup] = {}
    for limit, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        firsts: dict[object, Backup] = {}
        for item in newest_first:
            firsts.setdefault(period(item.day), item)
        kept.update({item.path: item for item in list(firsts.values())[:limit]})
    used = sum(item.size for item in newest_first if item.path == keep)
    gone = []
    for item in newest_first:
        if item.path == keep:
            continue
        if item.path in kept and used + item.size <= budget_bytes:
            used += item.size
        else:
            gone.append(item)
    return gone


def restore(source: Path, store: Path) -> Path | None:
    """Put the backup `source` in the place of the log at `store`.

    The backup is verified first. The present log is kept beside it under a new name, which is
    returned; None if there was none. The restored log draws a new device id when it is next opened.
    No program may have the log open. Raises StoreError; then nothing was changed.
    """
    if not source.is_file():
        raise StoreError("There is no such backup", where=str(source), todo="'quizapp restore' lists them")
    part = store.with_name(f".{store.name}.{os.getpid()}.part")
    try:
        make_private(store.parent)
        with open_readable(source) as opened:
            _copy(opened, part)
        with open_writable(part) as copy:
            migrate.migrate(copy, keep_copy=False)
            with copy.transaction():
                owner.forget_place(copy)
        _let_go(store)
        kept = keep_beside(store, "before-restore")
        part.replace(store)
    except OSError as error:
        raise trouble.explain_os(error, store) from error
    finally:
        _discard(part)
    return kept


def sweep(folder: Path) -> None:
    """Take away what crashes left of copies in `folder`; what is younger than a day stays."""
    with suppress(OSError):
        for path in folder.glob(".*.part*"):
            if _PART.fullmatch(path.name) and file_time() - path.stat().st_mtime_ns > _STALE:
                path.unlink(missing_ok=True)


def copy_aside(source: Database, target: Path) -> None:
    """Write a verified copy of the open log to `target`; it appears there whole or not at all."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        make_private(target.parent)
        _copy(source, part)
        part.replace(target)
    except OSError as error:
        raise trouble.explain_os(error, target) from error
    finally:
        _discard(part)


def keep_beside(store: Path, why: str) -> Path | None:
    """Give the log at `store` a second name and return it; None if there is no log.

    What SQLite keeps beside the log goes with it and leaves the first name: it must never meet another
    database there. The log itself stays until it is replaced, so there is one at every moment.
    """
    if not store.exists():
        return None
    kept = free_name(store, why)
    beside = [suffix for suffix in ("-wal", "-journal") if store.with_name(store.name + suffix).exists()]
    for suffix in ("", *beside):
        _double(store.with_name(store.name + suffix), kept.with_name(kept.name + suffix))
    for suffix in (*beside, "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
    return kept


def free_name(store: Path, why: str) -> Path:
    """A name beside `store` that nothing has yet."""
    stamp = datetime.fromtimestamp(store.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S")
    names = (f"{store.stem}-{why}-{stamp}{tail}{store.suffix}" for tail in _tails())
    return next(path for path in map(store.with_name, names) if not path.exists())


def _tails() -> Iterable[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


def _copy(source: Database, part: Path) -> None:
    """Copy by SQLite's backup API to `part` and verify the copy."""
    _discard(part)
    with open_writable(part) as copy:
        source.copy_to(copy)
        # The copy has the source's journal mode in its header; a backup must be one file.
        set_journal(copy, "delete")
        _verify(source, copy)


def _verify(source: Database, copy: Database) -> None:
    migrate.schema_of(copy)
    sound = copy.value("PRAGMA quick_check(1)") == "ok"
    events = "SELECT count(*) FROM event"
    if not sound or copy.value(events) > source.value(events):
        raise trouble.corrupt(source.path)


def _let_go(store: Path) -> None:
    """Write what is still in the write-ahead log into the file; this fails while others have it open."""
    if not store.exists():
        return
    try:
        with open_writable(store) as present:
            migrate.schema_of(present)
            set_journal(present, "delete")
    except StoreError as error:
        cause = error.__cause__
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise trouble.in_use(store) from error


def _double(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:
        # Some file systems know no second names.
        shutil.copyfile(path, name)
        name.chmod(0o600)


def _discard(part: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _name(day: int) -> str:
    return f"progress-{_EPOCH + timedelta(days=day)}.db"


def _day(day: int) -> object:
    return day


def _week(day: int) -> object:
    return (_EPOCH + timedelta(days=day)).isocalendar()[:2]


def _month(day: int) -> object:
    return (_EPOCH + timedelta(days=day)).timetuple()[:2]


def _mib(size: int) -> str:
    return f"{size / 2**20:.1f} MB"
