"""The one place that connects to the log. All SQL goes through a `Database`."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from quizapp.errors import StoreError
from quizapp.paths import make_private
from quizapp.store import trouble

BUSY_MS = 5_000
CACHE_KIB = 16_384
OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables

Values = Sequence[object] | Mapping[str, object]


class Database:
    """A connection that says what went wrong in sentences, for use by the thread that opened it.

    path: the file, None for one in memory. Raises StoreError from every method.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, watched: bool = False) -> None:
        self.path = path
        self.connection = connection
        self._identity = _identity(path) if watched else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """All rows of a query, as tuples."""
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def stream(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """The rows of a query one by one."""
        try:
            yield from self.connection.execute(sql, values)
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def row(self, sql: str, values: Values = ()) -> Any:
        """The first row of a query, or None."""
        try:
            return self.connection.execute(sql, values).fetchone()
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first value of the first row of a query, or None."""
        row = self.row(sql, values)
        return None if row is None else row[0]

    def run(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Carry out one statement."""
        try:
            return self.connection.execute(sql, values)
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def run_each(self, sql: str, values: Iterable[Values]) -> None:
        """Carry out one statement with each of these values, inside a transaction."""
        try:
            self.connection.executemany(sql, values)
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def copy_to(self, other: "Database") -> None:
        """Make `other` a copy of this database as it is at one moment."""
        try:
            # In one step: between steps it would begin anew at every answer another connection saves.
            self.connection.backup(other.connection)
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is committed together, or nothing is.

        Before it begins it makes sure that the file is still the one that was opened.
        """
        if self._identity is not None:
            self._check_still_there()
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Every read inside sees the same moment of the log."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def close(self) -> None:
        """Let go of the file."""
        try:
            self.connection.close()
        except sqlite3.Error as error:
            raise trouble.explain(error, self.path) from error

    def _roll_back(self) -> None:
        if not self.connection.in_transaction:
            return
        try:
            self.connection.execute("ROLLBACK")
        except sqlite3.Error:
            # SQLite rolls back by itself when the connection ends; the first error is the one to tell.
            self.connection.close()

    def _check_still_there(self) -> None:
        now = _identity(self.path)
        if now is None:
            raise trouble.vanished(self.path)
        if now != self._identity:
            raise trouble.replaced(self.path)


def open_writable(path: Path) -> Database:
    """Open the log at `path` for writing; it and its folder are made where missing, for the user alone.

    Nothing in an existing file is changed. Raises StoreError.
    """
    check_sqlite()
    try:
        make_private(path.parent)
        # SQLite would make the file with the rights of the umask.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise trouble.explain_os(error, path) from error
    database = Database(_connect(path, str(path)), path, watched=True)
    try:
        _tune(database)
    except BaseException:
        database.close()
        raise
    return database


def open_readable(path: Path) -> Database:
    """Open the log at `path` for reading only, also where its folder can't be written. Raises StoreError."""
    check_sqlite()
    address = path.absolute().as_uri()
    database = Database(_connect(path, f"{address}?mode=ro", uri=True), path)
    try:
        _tune(database)
        database.value("SELECT count(*) FROM sqlite_schema")
    except StoreError as error:
        database.close()
        wal = path.with_name(path.name + "-wal")
        cause = error.__cause__
        if not isinstance(cause, sqlite3.OperationalError) or (wal.exists() and wal.stat().st_size):
            raise
        # A folder nobody may write to can't hold the shared memory of WAL; nobody writes there either.
        database = Database(_connect(path, f"{address}?immutable=1", uri=True), path)
        try:
            _tune(database)
            database.value("SELECT count(*) FROM sqlite_schema")
        except BaseException:
            database.close()
            raise
    return database


def open_damaged(copy: Path, shown: Path) -> Database:
    """Open a copy of a damaged log to read what can be read; errors name `shown`."""
    database = Database(_connect(shown, str(copy)), shown)
    # Otherwise SQLite refuses everything in a schema with one damaged object.
    database.run("PRAGMA writable_schema = ON")
    return database


def open_in_memory(path: Path) -> Database:
    """An empty database in memory that stands for the one at `path`."""
    check_sqlite()
    database = Database(_connect(path, ":memory:"), path)
    _tune(database)
    return database


def check_sqlite() -> None:
    """Raise StoreError if the SQLite of this Python is too old."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            f"This Python has SQLite {sqlite3.sqlite_version}; quizapp needs 3.37 or later",
            todo="Install a newer Python",
        )


def _connect(path: Path, address: str, *, uri: bool = False) -> sqlite3.Connection:
    try:
        return sqlite3.connect(address, timeout=BUSY_MS / 1000, isolation_level=None, uri=uri)
    except sqlite3.Error as error:
        raise trouble.explain(error, path) from error


def _tune(database: Database) -> None:
    database.run(f"PRAGMA busy_timeout = {BUSY_MS}")
    database.run("PRAGMA foreign_keys = ON")
    database.run("PRAGMA synchronous = FULL")
    database.run(f"PRAGMA cache_size = -{CACHE_KIB}")
    database.run("PRAGMA temp_store = MEMORY")


def set_journal(database: Database, wanted: str) -> None:
    """Use the journal `wanted`: `wal`, or `delete` where memory can't be shared. Raises StoreError."""
    if database.value("PRAGMA journal_mode") == wanted:
        return
    # With a second program starting at the same moment SQLite answers "busy" at once here, without
    # waiting; an empty write transaction waits its turn.
    for attempt in range(5):
        try:
            database.value(f"PRAGMA journal_mode = {wanted}")
        except StoreError:
            if attempt == 4:
                raise
            with database.transaction():
                continue
        else:
            return


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
