"""What SQLite and the file system report, as sentences a person can act on."""

import errno
import sqlite3
from pathlib import Path

from quizapp.errors import StoreError

_CORRUPT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# SQLite lets the memory it shares beside a log grow by this much.
_LEAST_ROOM = 64 * 1024
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REFUSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


class LeftAloneError(StoreError):
    """The log is whole, but another program has it, or wrote it; nothing is to be saved from it."""


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """Return the sentence for what SQLite refused to do with the log at `path`."""
    # The low byte is the kind of trouble; the rest only says where inside SQLite it showed.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in _BUSY:
        return locked(path)
    if code in _REFUSED:
        return refused(path)
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code in _CORRUPT:
        return corrupt(path)
    if not path.exists():
        return vanished(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return refused(path)
    if code == sqlite3.SQLITE_IOERR:
        if _is_full(path.parent):
            return full(path)
        return StoreError(
            "The disk failed while the log was read or written",
            where=str(path),
            todo="What was saved before is safe; check the disk, then start quizapp again",
        )
    return StoreError(
        f"The log could not be used ({error})", where=str(path), todo="'quizapp doctor' examines it"
    )


def explain_os(error: OSError, path: Path) -> StoreError:
    """Return the sentence for what the file system refused to do with `path`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return full(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return refused(path)
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return StoreError(
            "There is a file where a folder of quizapp should be",
            where=str(error.filename or path),
            todo="Move it away, or set QUIZAPP_HOME to a folder",
        )
    return StoreError(f"{error.strerror or error}", where=str(path), todo="Check the disk and the folder")


def _is_full(folder: Path) -> bool:
    """Tell whether there is no room for the little that SQLite needs even to open a log."""
    import shutil  # noqa: PLC0415 - slow to load, and only trouble needs it

    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def locked(path: Path) -> LeftAloneError:
    """Another program holds the log."""
    return LeftAloneError(
        "Another program is writing to the log and did not finish in time",
        where=str(path),
        todo="Close other copies of quizapp or wait for them, then try again; nothing was changed",
    )


def refused(path: Path) -> StoreError:
    """The log can't be written or opened with the rights we have."""
    return StoreError(
        "The log or its folder can't be opened for writing",
        where=str(path),
        todo="Allow yourself to write there, or set QUIZAPP_HOME to a folder of your own",
    )


def full(path: Path) -> StoreError:
    """No space left."""
    return StoreError(
        "The disk is full, so this was not saved; everything before it is",
        where=str(path),
        todo="Free some space, then try again",
    )


def corrupt(path: Path) -> StoreError:
    """The file isn't a database, or one with damage."""
    return StoreError(
        "The log is damaged or is not a database",
        where=str(path),
        todo="'quizapp restore' brings back a backup; 'quizapp doctor --repair' saves what can still be "
        "read into a new file. The damaged file is left as it is",
    )


def vanished(path: Path) -> StoreError:
    """The file was there and is gone."""
    return StoreError(
        "The log is not there any more (was a disk removed?), so this was not saved",
        where=str(path),
        todo="Put the disk back and start quizapp again; everything saved before is on it",
    )


def replaced(path: Path) -> StoreError:
    """Another file stands where the log was."""
    return StoreError(
        "The log was replaced by another file while it was open, so this was not saved",
        where=str(path),
        todo="Start quizapp again to use the file that is there now",
    )


def newer(path: Path, found: int, known: int) -> LeftAloneError:
    """A later quizapp has written this log."""
    return LeftAloneError(
        f"The log has format {found}, and this quizapp knows formats up to {known}",
        where=str(path),
        todo="Update quizapp; the log was not touched",
    )


def foreign(path: Path) -> LeftAloneError:
    """A database of some other program."""
    return LeftAloneError(
        "This is a database, but not a log of quizapp",
        where=str(path),
        todo="Move it away, or set QUIZAPP_HOME to another folder; it was not touched",
    )


def in_use(path: Path) -> LeftAloneError:
    """Another program has the log open while it is to be replaced."""
    return LeftAloneError(
        "Another program has the log open",
        where=str(path),
        todo="Close other copies of quizapp, then try again; nothing was changed",
    )
