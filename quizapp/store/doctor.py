"""Examines a log, and sets right what can be set right without loss."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import StoreError
from quizapp.store import ledger
from quizapp.store.backup import backups as backups_in
from quizapp.store.connection import Database
from quizapp.store.fold import Line, started
from quizapp.store.history import replay
from quizapp.store.rows import STANDING_COLUMNS, standing_of
from quizapp.store.salvage import salvage
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.store.tally import Tally, tallies
from quizapp.store.trouble import LeftAloneError
from quizapp.store.whereabouts import look


class Finding(NamedTuple):
    """Something the doctor found.

    code: its kind. what: a sentence without its full stop. todo: what to do about it or next, likewise;
    None if nothing is needed. fixed: it was set right.
    """

    code: str
    what: str
    todo: str | None = None
    fixed: bool = False


def examine(path: Path, *, repair: bool = False, backups: Path | None = None) -> list[Finding]:
    """Examine the log at `path`; an empty list says it is sound, or that there is none yet.

    repair: makes standings anew from the log, gives the files to their owner alone, and saves what can
    be read of a damaged log into a new file. Nothing is overwritten or deleted. backups: the folder of
    its backups, which tell that there was a log where there is none.
    """
    found = [Finding("place", notice.removesuffix(".")) for notice in look(path).notices]
    if not path.exists():
        return [*found, *_left_behind(path, backups)]
    found += _rights(path, repair=repair)
    try:
        with Store.open(path, read_only=not repair) as store:
            found += _contents(store.database, repair=repair)
    except StoreError as error:
        where = f"{error.where}: " if error.where else ""
        found.append(Finding("unreadable", where + error.what, error.todo))
        if repair and path.is_file() and not isinstance(error, LeftAloneError):
            found.append(_salvaged(path))
    else:
        if repair and any(finding.code == "damage" for finding in found):
            found.append(_salvaged(path))
    return found


def check(database: Database) -> list[str]:
    """Sentences about what is wrong inside an open log; empty if it is sound."""
    return [finding.what for finding in _contents(database, repair=False)]


def _contents(database: Database, *, repair: bool) -> Iterator[Finding]:
    if damage := _damage(database):
        yield Finding("damage", damage, "'quizapp restore' brings back a backup")
        return
    for table, *_ in database.rows("PRAGMA foreign_key_check"):
        yield Finding("reference", f"A row of '{table}' names a row that isn't there", _REPAIR)
    yield from _gaps(database)
    yield from _attempts(database)
    wrong = _wrong(database)
    if not wrong:
        return
    names = ", ".join(wrong[:3]) + (" …" if len(wrong) > 3 else "")
    what = f"{len(wrong)} of the standings and counts are not what the log says: {names}"
    if repair:
        with database.transaction():
            ledger.refold_all(database)
    yield Finding("standing", what, None if repair else _REPAIR, fixed=repair)


def _damage(database: Database) -> str | None:
    told = "\n".join(text for (text,) in database.rows("PRAGMA integrity_check(20)"))
    if told == "ok":
        return None
    places = [line for line in told.splitlines() if not line.startswith("***")]
    return f"The file is damaged in {len(places)} places or more, such as: {places[0] if places else told}"


_REPAIR = "'quizapp doctor --repair' makes them anew from the log"


_FROM_ELSEWHERE = "Import the log of that device, or a backup's, if you have one"


def _gaps(database: Database) -> Iterator[Finding]:
    sql = "SELECT device, max(seq) - count(*) FROM event GROUP BY device HAVING max(seq) > count(*)"
    for device, missing in database.rows(sql):
        what = f"{missing} events of device {device} are not in this log"
        yield Finding("gap", what, _FROM_ELSEWHERE)
    sql = (
        "SELECT count(*) FROM event e WHERE target_device IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM event t WHERE t.device = e.target_device AND t.seq = e.target_seq)"
    )
    if dangling := database.value(sql):
        yield Finding("target", f"{dangling} events take back or change an event that isn't in this log")


def _attempts(database: Database) -> Iterator[Finding]:
    sql = (
        "SELECT count(*) FROM attempt a WHERE NOT json_valid(a.paper)"
        " OR NOT EXISTS (SELECT 1 FROM attempt_question q WHERE q.attempt = a.id)"
        " OR EXISTS (SELECT 1 FROM attempt_question q WHERE q.attempt = a.id AND NOT json_valid(q.question))"
    )
    if broken := database.value(sql):
        what = "1 quiz you sat lacks" if broken == 1 else f"{broken} quizzes you sat lack"
        yield Finding("attempt", f"{what} questions, so that the result can't be shown", _FROM_ELSEWHERE)


def _wrong(database: Database) -> list[str]:
    """The cards and decks whose cache isn't what the log says, and `reviews` if those aren't."""
    wrong: list[str] = []
    expected = 0
    seen: set[str] = set()
    states = {name: state for name, *state in database.rows(_STARTED)}
    for name, lines in replay(database):
        if "/" not in name:
            if tuple(states.pop(name, (None, None))) != (started(lines) or (None, None)):
                wrong.append(name)
            continue
        seen.add(name)
        standing, reviews = tallies(name, lines)
        expected += sum(hash(_review(name, *pair)) for pair in reviews)
        row = database.row(f"SELECT {STANDING_COLUMNS} FROM standing WHERE card = ?", (name,))
        if row is None or standing_of(row) != standing:
            wrong.append(name)
    wrong += [name for name, (stamp, _) in states.items() if stamp is not None]
    for row in database.stream(f"SELECT {STANDING_COLUMNS} FROM standing"):
        if row[0] not in seen and standing_of(row) != Standing(row[0]):
            wrong.append(row[0])
    if sum(hash(tuple(row)) for row in database.stream(_REVIEWS)) != expected:
        wrong.append("reviews")
    return wrong


_STARTED = "SELECT name, started_stamp, started_device FROM deck"
_REVIEWS = (
    f"SELECT s.card, d.name, e.device, e.seq, {', '.join(f'r.{name}' for name in Tally._fields[1:])}"
    " FROM review r"
    " JOIN event e ON e.id = r.id JOIN standing s ON s.id = r.card JOIN deck d ON d.id = r.deck"
)


def _review(card: str, line: Line, tally: Tally) -> tuple[object, ...]:
    return (card, card.partition("/")[0], line.device, line.seq, *tally[1:])


def _rights(path: Path, *, repair: bool) -> Iterator[Finding]:
    if os.name != "posix" or not path.is_file():
        return
    wide: list[tuple[Path, int]] = [(path, 0o600)]
    wide += [
        (file, 0o600) for suffix in ("-wal", "-shm") if (file := path.with_name(path.name + suffix)).exists()
    ]
    wide.append((path.parent, 0o700))
    for place, mode in wide:
        if not stat.S_IMODE(place.stat().st_mode) & 0o077:
            continue
        what = f"Others on this machine can read {place}"
        fixed = repair and _chmod(place, mode)
        yield Finding("rights", what, None if fixed else f"chmod {mode:o} {place}", fixed=fixed)


def _left_behind(path: Path, folder: Path | None) -> Iterator[Finding]:
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        yield Finding(
            "stray",
            f"The log is gone, but {wal.name} beside it still holds answers",
            f"Bring back {path.name} from wherever it went, before starting quizapp again",
        )
    elif folder is not None and (there := backups_in(folder)):
        yield Finding(
            "gone",
            f"There is no log, but {len(there)} backups of one, the newest {there[0].path.name}",
            f"'quizapp restore {there[0].path.name}' brings it back",
        )


def _salvaged(path: Path) -> Finding:
    try:
        saved = salvage(path)
    except StoreError as error:
        return Finding("salvage", error.what, error.todo)
    lost = f"; {saved.lost} are lost" if saved.lost else ""
    return Finding(
        "salvage",
        f"{saved.events} events were saved into {saved.path}{lost}",
        f"'quizapp restore {saved.path}' puts it in place; the damaged file is kept",
        fixed=True,
    )


def _chmod(place: Path, mode: int) -> bool:
    try:
        place.chmod(mode)
    except OSError:
        return False
    return True
