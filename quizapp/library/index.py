"""The index: what was read from deck files, in one disposable SQLite file."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from quizapp.library import schema, wording
from quizapp.library.entry import Found
from quizapp.library.reading import Parsed
from quizapp.paths import make_private

T = TypeVar("T")
MEMORY = ":memory:"
PATIENCE = 20.0
TAG = "tag"
SOURCE = "source"
TOPIC = "topic"
LEVEL = "level"
WHOLE_DECK = -1
_TABLES = ("words", "text", "file", "whole", "question", "card", "label", "was", "stamp")
_PARTS = ("question", "card", "label", "was")
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FILE = (
    "id, path, mtime, size, inode, checked, hash, mark, deck, title, about, notice, language, place, "
    "questions, cards, left_out, problems, include, first"
)


class Row(NamedTuple):
    """One deck file as the index has it; `deck` is None if no deck could be read, `first` then says why.

    checked: the machine's time in nanoseconds at which the content was last known to have `hash`.
    """

    id: int
    path: str
    mtime: int
    size: int
    inode: int
    checked: int
    hash: str
    mark: str
    deck: str | None
    title: str
    about: str | None
    notice: str | None
    language: str
    place: float | None
    questions: int
    cards: int
    left_out: int
    problems: int
    include: str
    first: str | None


class Index:
    """Keeps rows of deck files. Every method may raise sqlite3.Error; the index is then made anew."""

    def __init__(self, place: str) -> None:
        self._sql = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._sql.close()
            raise

    def _prepare(self) -> None:
        if self._one("PRAGMA journal_mode") == "delete":
            with suppress(sqlite3.OperationalError):  # somebody else is just changing it
                self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        with suppress(sqlite3.OperationalError):
            if self._one("SELECT value FROM stamp") == schema.stamp():
                return
        self._within(self._make)

    def _make(self) -> None:
        if (
            self._one("SELECT count(*) FROM sqlite_schema WHERE name = 'stamp'")
            and self._one("SELECT value FROM stamp") == schema.stamp()
        ):
            return
        for table in _TABLES:
            self._sql.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in schema.TABLES.split(";\n"):
            self._sql.execute(statement)
        _search().prepare(self._sql)
        self._sql.execute("INSERT INTO stamp VALUES (?)", (schema.stamp(),))

    def close(self) -> None:
        """Close the file."""
        self._sql.close()

    def files(self) -> dict[str, Row]:
        """Every file the index knows, by path."""
        rows = self._sql.execute(f"SELECT {_FILE} FROM file")
        return {row[1]: Row._make(row) for row in rows}

    def save(self, found: Found, checked: int, parsed: Parsed) -> None:
        """Put what was read from `found` in place of what the index had of that path."""
        self._within(lambda: self._save(found, checked, parsed))

    def _save(self, found: Found, checked: int, parsed: Parsed) -> None:
        file = self._one("SELECT id FROM file WHERE path = ?", found.path)
        if file is not None:
            self._forget([file])
        head = (found.path, found.mtime, found.size, found.inode, checked, parsed.hash, parsed.mark)
        values = (file, *head, *parsed.head)
        marks = ", ".join("?" * (len(values)))
        cursor = self._sql.execute(f"INSERT OR REPLACE INTO file ({_FILE}) VALUES ({marks})", values)
        file = int(cursor.lastrowid or 0)
        words: set[str] = set()
        search = _search()
        for chunk in parsed.chunks():
            add = self._sql.executemany
            add("INSERT INTO question VALUES (?, ?, ?)", ((file, *row) for row in chunk.questions))
            add("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?)", ((file, *row) for row in chunk.cards))
            add("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", ((file, *row) for row in chunk.labels))
            add("INSERT OR IGNORE INTO was VALUES (?, ?, ?)", ((file, *row) for row in chunk.was))
            search.fill(self._sql, file, chunk.texts)
            words |= chunk.words
        self._sql.execute(
            "INSERT INTO whole VALUES (?, ?, ?, ?, ?)",
            (file, parsed.deck_json, parsed.problems_json, parsed.report, _spaced(words)),
        )
        self._sql.execute(
            "UPDATE file SET cards = (SELECT count(*) FROM card WHERE file = id) WHERE id = ?", (file,)
        )

    def touch(self, row: Row, found: Found, checked: int) -> None:
        """Note that the file of `row` looks like `found` now and has the content it had."""
        self._sql.execute(
            "UPDATE file SET mtime = ?, size = ?, inode = ?, checked = ? WHERE id = ?",
            (found.mtime, found.size, found.inode, checked, row.id),
        )

    def drop(self, files: Sequence[int]) -> None:
        """Forget files."""
        if files:
            self._within(lambda: self._drop(files))

    def _drop(self, files: Sequence[int]) -> None:
        self._forget(files)
        self._sql.executemany("DELETE FROM file WHERE id = ?", ((file,) for file in files))

    def _forget(self, files: Iterable[int]) -> None:
        for file in files:
            _search().forget(self._sql, file)
            self._sql.execute("DELETE FROM whole WHERE file = ?", (file,))
            for table in _PARTS:
                self._sql.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def places(self, file: int) -> list[tuple[str, str, int, str, str]]:
        """Key, question, position, kind and fingerprint of the file's cards, in order."""
        return self._sql.execute(
            "SELECT key, question, position, kind, fingerprint FROM card WHERE file = ? ORDER BY position",
            (file,),
        ).fetchall()

    def keys(self, file: int, kinds: Sequence[str]) -> list[str]:
        """Keys of the file's cards in order: all, or those of these kinds."""
        where = " AND kind IN (SELECT value FROM json_each(?))" if kinds else ""
        rows = self._sql.execute(
            f"SELECT key FROM card WHERE file = ?{where} ORDER BY position",
            (file, json.dumps(kinds)) if kinds else (file,),
        )
        return [key for (key,) in rows]

    def kinds(self, files: Sequence[int]) -> list[str]:
        """The kinds of questions in these files, in order."""
        rows = self._sql.execute(
            "SELECT DISTINCT kind FROM json_each(?) AS wanted JOIN card ON card.file = wanted.value"
            " ORDER BY kind",
            (json.dumps(files),),
        )
        return [kind for (kind,) in rows]

    def question(self, file: int, question: str) -> str | None:
        """Return the JSON of one question, None if the file hasn't got it."""
        found: str | None = self._one("SELECT body FROM question WHERE file = ? AND id = ?", file, question)
        return found

    def answers(self, file: int) -> list[tuple[str, str]]:
        """Key and right answers of the cards that are answered by typing; normal forms as JSON."""
        return self._sql.execute(
            "SELECT key, answer FROM card WHERE file = ? AND answer IS NOT NULL ORDER BY position", (file,)
        ).fetchall()

    def labelled(self, files: Sequence[int], sort: str, name: str) -> set[str]:
        """Return the keys of the cards of `files` that have a tag or source of that name (casefolded)."""
        labels = "json_each(:files) AS wanted JOIN label ON label.file = wanted.value"
        where = "label.sort = :sort AND label.name = :name"
        rows = self._sql.execute(
            f"SELECT card.key FROM {labels}"
            " JOIN card ON card.file = label.file AND card.position = label.position"
            f" WHERE {where} UNION ALL SELECT card.key FROM {labels} JOIN card ON card.file = label.file"
            f" WHERE {where} AND label.position = {WHOLE_DECK}",
            {"files": json.dumps(files), "sort": sort, "name": name},
        )
        return {key for (key,) in rows}

    def labels(self, files: Sequence[int], sort: str) -> list[str]:
        """Return the names of all tags, sources, topics or levels of `files`, casefolded, in order."""
        # From each name straight to the next: a name may stand at every one of thousands of cards.
        following = "SELECT min(name) FROM label WHERE sort = :sort AND file"
        rows = self._sql.execute(
            "WITH RECURSIVE found (file, name) AS ("
            f"SELECT value, ({following} = value) FROM json_each(:files)"
            f" UNION ALL SELECT file, ({following} = found.file AND name > found.name) FROM found"
            " WHERE name IS NOT NULL) SELECT DISTINCT name FROM found WHERE name IS NOT NULL ORDER BY name",
            {"files": json.dumps(files), "sort": sort},
        )
        return [name for (name,) in rows]

    def ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Let `work` read from the index: see `search`."""
        return work(self._sql)

    def was(self, file: int) -> dict[str, str]:
        """Earlier ids of questions, each with the present one."""
        return dict(self._sql.execute("SELECT earlier, present FROM was WHERE file = ?", (file,)))

    def whole(self, file: int, column: str) -> str | None:
        """One text about the whole file: deck (JSON), problems (JSON), report or words."""
        found: str | None = self._one(f"SELECT {column} FROM whole WHERE file = ?", file)
        return found

    def _one(self, query: str, *values: object) -> Any:
        row = self._sql.execute(query, values).fetchone()
        return row[0] if row else None

    def _within(self, work: Callable[[], None]) -> None:
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            work()
            self._sql.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._sql.execute("ROLLBACK")
            raise


def open_index(path: Path) -> tuple[Index, str | None]:
    """Open the index at `path`, or make it; a broken one is thrown away.

    If there is no place for it, it lives in memory, and the second value says so.
    """
    try:
        make_private(path.parent)
        try:
            return Index(str(path)), None
        except sqlite3.DatabaseError as error:
            if not broken(error):
                raise
            throw_away(path)
            return Index(str(path)), None
    except (OSError, sqlite3.Error) as error:
        return Index(MEMORY), wording.no_cache(str(path), error)


def broken(error: sqlite3.Error) -> bool:
    """Tell whether the file is at fault, not its surroundings."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def throw_away(path: Path) -> None:
    """Delete the index. Raises OSError where the system refuses."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _spaced(words: Iterable[str]) -> str:
    return "\n" + "\n".join(sorted(words)) + "\n"


def _search() -> ModuleType:
    # Who only looks whether a file has changed writes no words, and must not wait for their patterns.
    from quizapp.library import search  # noqa: PLC0415 - see above

    return search
