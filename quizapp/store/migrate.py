"""Brings a log to the schema this program knows, one numbered SQL file after another."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quizapp.store import trouble
from quizapp.store.connection import Database

FOLDER = Path(__file__).parent / "schema"

# "quiz" in ASCII, in SQLite's own field for telling whose file this is.
APPLICATION = 0x7175697A

# After these what is folded from the events is made anew: it holds more than before.
_REFOLDED = frozenset({3})


def steps() -> list[tuple[int, Path]]:
    """The numbered files, in order."""
    return sorted((int(file.name[:4]), file) for file in FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def newest() -> int:
    """The number of the schema this program knows."""
    return max(number for number, _ in steps())


def schema_of(database: Database) -> int:
    """The number of the schema the file has, 0 if it is empty.

    Raises StoreError if the file belongs to another program or to a newer quizapp.
    """
    found = int(database.value("PRAGMA user_version"))
    owner = int(database.value("PRAGMA application_id"))
    if owner not in {0, APPLICATION}:
        raise trouble.foreign(database.path)
    if owner == 0 and (found or database.value("SELECT count(*) FROM sqlite_schema")):
        raise trouble.foreign(database.path)
    if found > newest():
        raise trouble.newer(database.path, found, newest())
    return found


def migrate(database: Database, *, keep_copy: bool = True) -> None:
    """Apply the files that are missing, each in the transaction that records it.

    keep_copy: a log with data is first copied into the folder `backups` beside it. Raises StoreError.
    """
    present = schema_of(database)
    pending = [(number, file) for number, file in steps() if number > present]
    if keep_copy and present and pending:
        _keep_copy(database, present)
    for number, file in pending:
        with database.transaction():
            # A second program may have done it while this one waited for its turn.
            if schema_of(database) >= number:
                continue
            for statement in statements(file.read_text(encoding="utf-8")):
                database.run(statement)
            if number in _REFOLDED and database.value("SELECT 1 FROM event LIMIT 1"):
                _refold(database)
            database.run(f"PRAGMA application_id = {APPLICATION}")
            database.run(f"PRAGMA user_version = {number}")


def statements(script: str) -> Iterator[str]:
    """Split a script into statements; each must end at the end of a line."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        text = "\n".join(lines)
        if line.rstrip().endswith(";") and sqlite3.complete_statement(text):
            yield text
            lines.clear()


def _refold(database: Database) -> None:
    from quizapp.store.ledger import refold_all  # noqa: PLC0415 - only a migration needs it

    refold_all(database)


def _keep_copy(database: Database, present: int) -> None:
    from quizapp.store.backup import copy_aside  # noqa: PLC0415 - only a migration needs it

    copy_aside(database, database.path.parent / "backups" / f"before-schema-{present + 1}.db")
