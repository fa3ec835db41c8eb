"""Attempts as lines of JSON, and uniting them with those of another log of the same learner."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args

from quizapp.errors import StoreError
from quizapp.store import codec
from quizapp.store.attempts import TABLES, insert
from quizapp.store.connection import Database
from quizapp.store.forget import blanked

_BY_NAME = {name: (row, keys) for name, row, keys in TABLES}


def counts(database: Database) -> dict[str, int]:
    """How many rows each table of attempts has; empty if there is no attempt."""
    found = {name: int(database.value(f"SELECT count(*) FROM {name}")) for name in _BY_NAME}
    return found if any(found.values()) else {}


def lines(database: Database) -> Iterator[str]:
    """Every row, those referred to first, each table in the order of its key."""
    for name, row, keys in TABLES:
        order = ", ".join(row._fields[:keys])
        for found in database.stream(f"SELECT {', '.join(row._fields)} FROM {name} ORDER BY {order}"):
            values = {
                field: value for field, value in zip(row._fields, found, strict=True) if value is not None
            }
            yield json.dumps({name: values}, ensure_ascii=False)


def is_line(values: Mapping[str, Any]) -> bool:
    """Tell whether a line's values are those of an attempt."""
    return len(values) == 1 and next(iter(values)) in _BY_NAME


def take(database: Database, values: Mapping[str, Any]) -> tuple[str, bool]:
    """Put one row in if it isn't there; return its table, and whether it was new.

    Raises FieldError for what isn't such a row, or is another one here.
    """
    ((name, fields),) = values.items()
    row, keys = _BY_NAME[name]
    found = row._make(_checked(name, row.__annotations__, fields))
    where = " AND ".join(f"{field} = ?" for field in row._fields[:keys])
    sql = f"SELECT {', '.join(row._fields)} FROM {name} WHERE {where}"
    known = database.row(sql, found[:keys])
    if known is None:
        _insert(database, name, found)
        return name, True
    if tuple(known) != tuple(found) and not _forgotten(tuple(known), tuple(found)):
        raise codec.FieldError(
            f"a row of '{name}' is another one here: two copies of one log went on separately under one name"
        )
    return name, False


def _forgotten(here: tuple[Any, ...], there: tuple[Any, ...]) -> bool:
    """Whether they differ only in what was typed, and it was forgotten on one side: it doesn't come back."""
    bare = [(*row[:-1], blanked(row[-1])) if isinstance(row[-1], str) else row for row in (here, there)]
    return bare[0] == bare[1] and (here in bare or there in bare)


def _insert(database: Database, name: str, row: Any) -> None:
    try:
        database.run(insert(name, row._fields), row)
    except StoreError as error:
        if isinstance(error.__cause__, sqlite3.IntegrityError):
            raise codec.FieldError(f"a row of '{name}' doesn't belong to any attempt") from error
        raise


def _checked(name: str, types: Mapping[str, Any], fields: object) -> Iterator[object]:
    if not isinstance(fields, dict):
        raise codec.FieldError(f"'{name}' is not a JSON object")
    if unknown := sorted(set(fields) - set(types)):
        raise codec.FieldError(f"unknown field '{unknown[0]}'")
    for field, wanted in types.items():
        value = fields.get(field)
        allowed = get_args(wanted) or (wanted,)
        if value is None and NoneType in allowed:
            yield None
        elif value is None:
            raise codec.FieldError(f"no '{field}'")
        else:
            yield codec.whole(field, value) if int in allowed else codec.text(field, value)
