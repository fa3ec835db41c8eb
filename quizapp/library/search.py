"""Finding cards in the index: by words, tags, topics, sources and kinds.

A card found is told by its number (`schema.number_of`), which holds for one state of the index: it says
the file it is in and its position there.
"""

import json
import re
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from quizapp.library import schema

MOST_WORDS = 24
_LONGEST = 200
_PARTS = "asks, answers, tags, topic"
_LETTER = re.compile(r"\w")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Scripts that are written without spaces: each sign is a word of its own, and a word is a run of them.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


class Words(NamedTuple):
    """Words to look for, one after the other. whole: the last is a whole word, and not how one begins."""

    text: str
    whole: bool = False


class Label(NamedTuple):
    """A tag, topic or source (`sort`) of that name; a name that ends in `*` says how it begins."""

    sort: str
    name: str


class KindOf(NamedTuple):
    """One of these kinds of question."""

    kinds: tuple[str, ...]


Condition = Words | Label | KindOf


class Text(NamedTuple):
    """A card as it reads. number: where it is. deck: its file's, which need not be the deck that leads."""

    number: int
    key: str
    kind: str
    asks: str
    answers: str
    tags: str
    topic: str


def prepare(sql: sqlite3.Connection) -> None:
    """Make the table of words; where SQLite was built without FTS5 texts are read through instead."""
    with suppress(sqlite3.OperationalError):
        sql.execute(schema.WORDS)


def fill(sql: sqlite3.Connection, file: int, texts: Iterable[tuple[int, str, str, str, str]]) -> None:
    """Take texts of cards in; each with the card's position first."""
    rows = [(schema.number_of(file, row[0]), *row[1:]) for row in texts]
    sql.executemany("INSERT INTO text VALUES (?, ?, ?, ?, ?)", rows)
    if rows and _has_words(sql):
        spaced = ((row[0], *map(_spaced, row[1:])) for row in rows)
        sql.executemany(f"INSERT INTO words (rowid, {_PARTS}) VALUES (?, ?, ?, ?, ?)", spaced)


def forget(sql: sqlite3.Connection, file: int) -> None:
    """Take the texts of a file out."""
    first, last = schema.number_of(file, 0), schema.number_of(file + 1, 0)
    if _has_words(sql):
        rows = sql.execute(
            f"SELECT number, {_PARTS} FROM text WHERE number >= ? AND number < ?", (first, last)
        )
        gone = ((number, *map(_spaced, rest)) for number, *rest in rows.fetchall())
        sql.executemany(f"INSERT INTO words (words, rowid, {_PARTS}) VALUES ('delete', ?, ?, ?, ?, ?)", gone)
    sql.execute("DELETE FROM text WHERE number >= ? AND number < ?", (first, last))


def find(sql: sqlite3.Connection, files: Sequence[int], condition: Condition) -> list[int]:
    """Return the numbers of the cards of `files` that fit, in the order of `files` and of their positions.

    Words without a letter or digit are no condition. Nothing a person can type raises anything.
    """
    match condition:
        case Words():
            return sorted_into(files, _with_words(sql, files, condition))
        case Label():
            return _labelled(sql, files, condition)
        case KindOf():
            return _of_kind(sql, files, condition.kinds)


def searchable(text: str) -> bool:
    """Tell whether there is anything in a text that can be looked for."""
    return bool(_LETTER.search(text.replace("_", " ")))


def everything(sql: sqlite3.Connection, files: Sequence[int]) -> list[int]:
    """Return the numbers of all cards of `files`, in order."""
    return [number for file in files for number in _range(sql, file)]


def sorted_into(files: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """Put ascending numbers into the order of `files`; those of other files are left out."""
    found: list[int] = []
    for file in files:
        start = bisect_left(numbers, schema.number_of(file, 0))
        found += numbers[start : bisect_left(numbers, schema.number_of(file + 1, 0), start)]
    return found


def by_question(sql: sqlite3.Connection, files: Sequence[int]) -> list[int]:
    """Return the numbers of all cards of `files`, sorted by what they ask."""
    wanted = set(files)
    rows = sql.execute("SELECT number FROM text ORDER BY asks COLLATE NOCASE, number")
    return [number for (number,) in rows if schema.place_of(number)[0] in wanted]


def texts(sql: sqlite3.Connection, numbers: Sequence[int]) -> list[Text]:
    """Return how these cards read, in the order asked for; numbers of none are left out."""
    rows = sql.execute(
        f"SELECT number, card.key, kind, {_PARTS} FROM json_each(?) AS wanted"
        " JOIN text ON number = wanted.value"
        f" JOIN card ON file = number >> {schema.POSITIONS}"
        f" AND position = number & {(1 << schema.POSITIONS) - 1}",
        (json.dumps(list(numbers)),),
    )
    found = {row[0]: Text._make(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def keys(sql: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """Return the keys of these cards, in the order asked for; numbers of none are left out."""
    rows = sql.execute(
        "SELECT wanted.value, card.key FROM json_each(?) AS wanted"
        f" JOIN card ON file = wanted.value >> {schema.POSITIONS}"
        f" AND position = wanted.value & {(1 << schema.POSITIONS) - 1}",
        (json.dumps(list(numbers)),),
    )
    found = dict(rows.fetchall())
    return [found[number] for number in numbers if number in found]


def expression(condition: Words) -> str:
    """Return words as an expression of FTS5: quoted, so that nothing in them is an operator."""
    quoted = _spaced(_tame(condition.text)).replace('"', '""')
    return f'"{quoted}"' if condition.whole else f'"{quoted}"*'


def _with_words(sql: sqlite3.Connection, files: Sequence[int], words: Words) -> list[int]:
    if not searchable(_tame(words.text)):
        return everything(sql, sorted(files))
    if not _has_words(sql):
        return _read_through(sql, words)
    bounds = (schema.number_of(min(files, default=0), 0), schema.number_of(max(files, default=0) + 1, 0))
    rows = sql.execute(
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?",
        (expression(words), *bounds),
    )
    return [number for (number,) in rows]


def _read_through(sql: sqlite3.Connection, words: Words) -> list[int]:
    sought = "%" + re.sub(r"([%_\\])", r"\\\1", _tame(words.text)) + "%"
    where = " OR ".join(f"{part} LIKE :sought ESCAPE '\\'" for part in _PARTS.split(", "))
    return [number for (number,) in sql.execute(f"SELECT number FROM text WHERE {where}", {"sought": sought})]


def _labelled(sql: sqlite3.Connection, files: Sequence[int], label: Label) -> list[int]:
    name = label.name.casefold()
    found: list[int] = []
    start = name[:-1] if name.endswith("*") else None
    where, values = (
        ("name = ?", (name,)) if start is None else ("name >= ? AND name < ?", (start, start + "\U0010ffff"))
    )
    query = f"SELECT position FROM label WHERE file = ? AND sort = ? AND {where}"
    for file in files:
        positions = {position for (position,) in sql.execute(query, (file, label.sort, *values))}
        if -1 in positions:
            found += _range(sql, file)
        else:
            found += (schema.number_of(file, position) for position in sorted(positions))
    return found


def _of_kind(sql: sqlite3.Connection, files: Sequence[int], kinds: Sequence[str]) -> list[int]:
    fits = "kind IN (SELECT value FROM json_each(?))"
    query = f"SELECT position FROM card WHERE file = ? AND {fits} ORDER BY position"
    names = json.dumps(list(kinds))
    return [
        schema.number_of(file, position)
        for file in files
        for (position,) in sql.execute(query, (file, names))
    ]


def _range(sql: sqlite3.Connection, file: int) -> range:
    """The numbers of a file's cards: positions have no gaps."""
    (count,) = sql.execute("SELECT cards FROM file WHERE id = ?", (file,)).fetchone() or (0,)
    return range(schema.number_of(file, 0), schema.number_of(file, count))


def _has_words(sql: sqlite3.Connection) -> bool:
    return sql.execute("SELECT 1 FROM sqlite_schema WHERE name = 'words'").fetchone() is not None


def _spaced(text: str) -> str:
    return _UNSPACED.sub(r" \1 ", text)


def _tame(text: str) -> str:
    """A text as SQLite can take it, and of a length a person types."""
    return _CONTROL.sub(" ", text[:_LONGEST]).encode("utf-8", "ignore").decode()
