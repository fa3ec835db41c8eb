"""The whole log as lines of JSON, and uniting it with another log of the same learner."""

import itertools
import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from quizapp.errors import StoreError
from quizapp.store import attemptlines, codec, ledger, migrate, owner
from quizapp.store.connection import Database
from quizapp.store.event import Event
from quizapp.store.fold import Line, line_of
from quizapp.store.history import History
from quizapp.store.rows import EVENT_COLUMNS, INSERT_EVENT, event_of, event_values
from quizapp.store.store import INSERT_WORDING, Store

FORMAT = 1
NEWEST = 2  # with attempts at quizzes
KIND = "quizapp-log"
FOR_TEACHER = "quizapp-for-teacher"
_SHOWN = 10  # problems named in one error
_FEW = 2_000  # events whose cards are folded one by one; beyond that everything is


class Report(NamedTuple):
    """What an import did.

    added, known: events that were new here, and that were here already. wordings: new ones.
    cards: whose standing was made anew. learner: this log took over the learner's id. attempts: new
    attempts at quizzes.
    """

    added: int
    known: int
    wordings: int
    cards: int
    learner: bool
    attempts: int = 0


def export_log(store: Store) -> Generator[str, None, None]:
    """The whole log, line by line without line ends: a header, then wordings, then events in order,
    then attempts at quizzes if there are any.

    What is written meanwhile isn't in it.
    """
    database = store.database
    with database.snapshot():
        counts = {name: database.value(f"SELECT count(*) FROM {name}") for name in ("wording", "event")}
        attempts = attemptlines.counts(database)
        header = {
            # Programs that know no attempts can read a log without any.
            "format": NEWEST if attempts else FORMAT,
            "kind": KIND,
            "learner": store.learner,
            "schema": migrate.newest(),
            "wordings": counts["wording"],
            "events": counts["event"],
            **({"attempts": attempts} if attempts else {}),
        }
        yield json.dumps(header)
        columns = ", ".join(codec.WORDING_FIELDS)
        for row in database.stream(f"SELECT {columns} FROM wording ORDER BY card, fingerprint"):
            wording = dict(zip(codec.WORDING_FIELDS, row, strict=True))
            yield json.dumps({"wording": wording}, ensure_ascii=False)
        for row in database.stream(f"SELECT {EVENT_COLUMNS} FROM event ORDER BY stamp, device"):
            yield codec.event_to_json(event_of(row))
        if attempts:
            yield from attemptlines.lines(database)


def import_log(store: Store, lines: Iterable[str]) -> Report:
    """Unite the log in `lines` (as `export_log` wrote them) with this one, all or nothing.

    Events known here already are passed over, so the same file twice adds nothing. A log without any
    event takes over the learner of the other. Raises StoreError for another learner's log, a newer
    format, lines that can't be read (with their numbers), a file that was cut off, and events that
    have the key of one here but say something else.
    """
    if store.read_only:
        raise StoreError("The log was opened for reading only", where=str(store.path))
    numbered = enumerate(lines, start=1)
    header = _header(next((line for _, line in numbered), ""))
    with store.database.transaction():
        moved = _same_learner(store.database, header["learner"])
        union = _Union(store.database)
        union.take(numbered)
        union.complete(header["wordings"], header["events"], header.get("attempts", {}))
        cards = union.fold()
    return Report(union.added, union.known, union.wordings, cards, moved, union.attempts)


def begun(lines: Iterable[str]) -> Iterator[str]:
    """Return `lines` with the first of them read, which says that this is a log. Raises StoreError if not."""
    rest = iter(lines)
    first = next(rest, "")
    _header(first)
    return itertools.chain([first], rest)


class _Union:
    """What was read so far, and what was wrong with it."""

    def __init__(self, database: Database) -> None:
        self.added = 0
        self.known = 0
        self.wordings = 0
        self.attempts = 0
        self._read_attempts: Counter[str] = Counter()
        self._read_wordings = 0
        self._database = database
        self._problems: list[str] = []
        self._new: list[Line] = []

    def take(self, numbered: Iterable[tuple[int, str]]) -> None:
        for number, line in numbered:
            if not line.strip():
                continue
            try:
                self._take(codec.parse(line))
            except codec.FieldError as error:
                self._problems.append(f"line {number}: {error}")
            if len(self._problems) >= _SHOWN:
                break
        if self._problems:
            raise StoreError(
                f"The log can't be imported: {'; '.join(self._problems)}",
                todo="Nothing was changed. Export the log again where it came from",
            )

    def complete(self, wordings: int, events: int, attempts: Mapping[str, int]) -> None:
        found = self.added + self.known
        if (self._read_wordings, found) != (wordings, events):
            raise StoreError(
                f"The file is not whole: it has {found} of {events} events"
                f" and {self._read_wordings} of {wordings} wordings",
                todo="Nothing was changed. Copy or export the file again",
            )

        if dict(self._read_attempts) != {name: number for name, number in attempts.items() if number}:
            raise StoreError(
                "The file is not whole: attempts at quizzes are missing",
                todo="Nothing was changed. Copy or export the file again",
            )

    def fold(self) -> int:
        if not self.added:
            return 0
        if self.added > _FEW:
            return ledger.refold_all(self._database)
        names = History(self._database).touched(self._new)
        ledger.refold(self._database, names)
        return sum("/" in name for name in names)

    def _take(self, values: dict[str, Any]) -> None:
        if set(values) == {"wording"}:
            wording = codec.wording_from_json(values["wording"])
            self.wordings += self._database.run(INSERT_WORDING, wording).rowcount
            self._read_wordings += 1
        elif set(values) == {"event"}:
            self._take_event(codec.event_from_json(values["event"]))
        elif attemptlines.is_line(values):
            table, new = attemptlines.take(self._database, values)
            self._read_attempts[table] += 1
            self.attempts += new and table == "attempt"
        else:
            raise codec.FieldError("neither a wording nor an event, nor of an attempt")

    def _take_event(self, event: Event) -> None:
        sql = f"SELECT {EVENT_COLUMNS} FROM event WHERE device = ? AND seq = ?"
        row = self._database.row(sql, event.key)
        if row is None:
            number = self._database.run(INSERT_EVENT, event_values(event)).lastrowid or 0
            self.added += 1
            if self.added <= _FEW:
                self._new.append(line_of(event, number))
        elif _same(event_of(row), event):
            self.known += 1
        else:
            raise codec.FieldError(
                f"event {event.seq} of device {event.device} is another one here:"
                " two copies of one log went on separately under one name"
            )


def _same(here: Event, there: Event) -> bool:
    """Whether it is one event. What was typed may be forgotten on either side: it doesn't come back."""
    if here == there:
        return True
    bare = [replace(event, response=None, confused=None) for event in (here, there)]
    return bare[0] == bare[1] and (here.response is None or there.response is None)


def _header(line: str) -> dict[str, Any]:
    try:
        found = codec.parse(line.removeprefix("\ufeff"))
    except codec.FieldError:
        found = {}
    if found.get("kind") == FOR_TEACHER:
        raise StoreError(
            "This is an export for a teacher, which no log takes in",
            todo="'quizapp stats DECK --items FILE' reads it; nothing was changed",
        )
    if found.get("kind") != KIND or not isinstance(found.get("format"), int):
        raise StoreError(
            "This is not an exported log of quizapp", todo="'quizapp export' writes one; nothing was changed"
        )
    if found["format"] > NEWEST:
        raise StoreError(
            f"The log was exported in format {found['format']}; this quizapp knows formats up to {NEWEST}",
            todo="Update quizapp; nothing was changed",
        )
    numbers = all(isinstance(found.get(name), int) for name in ("wordings", "events"))
    numbers = numbers and isinstance(found.get("attempts", {}), dict)
    if not (numbers and isinstance(found.get("learner"), str) and found["learner"]):
        raise StoreError(
            "The first line of the exported log is damaged", todo="Export it again; nothing was changed"
        )
    return found


def _same_learner(database: Database, learner: str) -> bool:
    """Whether this log took over the id of `learner`."""
    if owner.read(database, "learner") == learner:
        return False
    if not database.rows("SELECT 1 FROM event LIMIT 1") and not attemptlines.counts(database):
        owner.write(database, "learner", learner)
        return True
    raise StoreError(
        "This is the log of another learner, so it was not imported",
        todo="To study with it here, set QUIZAPP_HOME to a folder of its own and import it there",
    )
