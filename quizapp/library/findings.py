"""What checks of deck files found, kept for the files that don't change: a disposable file of its own."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from quizapp.paths import make_private

_PATIENCE = 2.0
_TABLE = """
CREATE TABLE IF NOT EXISTS finding (path TEXT PRIMARY KEY, mark TEXT NOT NULL, found TEXT NOT NULL)
WITHOUT ROWID
"""


class Findings:
    """One text for each path, good as long as its mark is the same.

    Nothing here ever fails: what can't be kept is looked for again.
    """

    def __init__(self, place: Path) -> None:
        self._sql: sqlite3.Connection | None = None
        with suppress(OSError, sqlite3.Error):
            make_private(place.parent)
            try:
                self._sql = _open(place)
            except sqlite3.DatabaseError as error:
                from quizapp.library.index import broken, throw_away  # noqa: PLC0415 - almost never needed

                if broken(error):
                    throw_away(place)
                    self._sql = _open(place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._sql is not None:
            with suppress(sqlite3.Error):
                self._sql.close()
            self._sql = None

    def get(self, path: str, mark: str) -> str | None:
        """Return what was kept of a path under this mark; None if there is nothing."""
        if self._sql is not None:
            with suppress(sqlite3.Error):
                row = self._sql.execute(
                    "SELECT found FROM finding WHERE path = ? AND mark = ?", (path, mark)
                ).fetchone()
                return None if row is None else str(row[0])
        return None

    def keep(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Keep texts: path, mark and text of each, in place of what was kept of the path."""
        if self._sql is not None:
            with suppress(sqlite3.Error), self._sql:
                self._sql.executemany("INSERT OR REPLACE INTO finding VALUES (?, ?, ?)", rows)

    def forget_missing(self) -> None:
        """Drop what was kept of files that are gone."""
        if self._sql is not None:
            with suppress(sqlite3.Error, OSError), self._sql:
                paths = [path for (path,) in self._sql.execute("SELECT path FROM finding")]
                gone = [(path,) for path in paths if not Path(path).exists()]
                self._sql.executemany("DELETE FROM finding WHERE path = ?", gone)


def _open(place: Path) -> sqlite3.Connection:
    sql = sqlite3.connect(place, timeout=_PATIENCE)
    try:
        # A crash may cost what was kept, which costs time only.
        sql.execute("PRAGMA synchronous = OFF")
        sql.execute(_TABLE)
    except BaseException:
        sql.close()
        raise
    return sql
