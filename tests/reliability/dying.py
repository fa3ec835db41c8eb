"""Run as a program: holds a sitting again and again, and is killed a little later each time.

`python dying.py FOLDER all` holds the sitting once for each operation (a statement, or something done to a
file or folder of the home), in a process and a home of its own; that process is killed right there. With
`some` each different operation is taken where it comes first, and every so many of the others. For each it
prints one line of JSON: what was acknowledged before the end, what is in the log then, and how studying
went on. The first line tells of a sitting that lived.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from reliability.nine import right
from reliability.scripted import PLAN, START, opened, prepare, sitting

import quizapp.paths
from quizapp.clock import SetClock
from quizapp.memory.model import Rating
from quizapp.store.backup import backups
from quizapp.store.store import Store
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

STRIDE = 41


class Death:
    """Counts operations, and ends the process at the one that was asked for."""

    def __init__(self) -> None:
        self.home = ""
        self.deadly = 0
        self.seen: list[str] = []

    def operation(self, what: str) -> None:
        """One more operation."""
        if not self.home:
            return
        self.seen.append(what)
        if len(self.seen) == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of what Python does to files; only those of the home count."""
        if self.home and (event == "open" or event.startswith(("os.", "shutil."))):
            name = arguments[0] if arguments else None
            if isinstance(name, str | os.PathLike) and os.fspath(name).startswith(self.home):
                self.operation(f"{event} {Path(name).suffix}")


DEATH = Death()


class Mortal(sqlite3.Connection):
    """A connection whose every statement is an operation."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Carry out a statement, and die if it was the one."""
        cursor = super().execute(sql, *values)
        DEATH.operation(sql)
        return cursor

    def executemany(self, sql: str, values: Any) -> sqlite3.Cursor:
        """Carry out a statement with many values."""
        cursor = super().executemany(sql, values)
        DEATH.operation(sql)
        return cursor

    def backup(self, *arguments: Any, **named: Any) -> None:
        """Copy the database."""
        super().backup(*arguments, **named)
        DEATH.operation("backup")

    def close(self) -> None:
        """Close it: the last connection writes the log's journal into the log."""
        super().close()
        DEATH.operation("close")


def arm() -> None:
    """Let every statement, and everything done to a file, go through `DEATH`."""
    connect = sqlite3.connect
    # The stand-in takes what the real one takes.
    sqlite3.connect = lambda *more, **named: connect(*more, **named, factory=Mortal)  # type: ignore[assignment]
    sys.addaudithook(DEATH.heard)
    for name in ("fsync", "fdopen"):
        setattr(os, name, _counted(name, getattr(os, name)))


def _counted(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
    def done(*arguments: Any, **named: Any) -> Any:
        result = act(*arguments, **named)
        DEATH.operation(name)
        return result

    return done


def events_in(store: Store) -> list[list[Any]]:
    """What was done, in order."""
    return [
        [event.seq, event.kind, event.card, event.rating, event.response, event.value]
        for event in store.events()
    ]


def look(home: Path) -> dict[str, Any]:
    """Start again: what is in the log, and whether studying goes on to the end of the day."""
    clock = SetClock(START + timedelta(hours=1))
    found: dict[str, Any] = {}
    with opened(home, clock) as desk:
        found["events"] = events_in(desk.store)
        found["check"] = desk.store.check()
        found["settings"] = [str(problem) for problem in desk.setting_problems]
        found["new_per_day"] = desk.settings.new_per_day
        found["backups"] = [_sound(backup.path) for backup in backups(desk.paths.backups)]
        desk.refresh()
        _to_the_end(desk.session(PLAN), clock)
        found["after"] = events_in(desk.store)[: len(found["events"])]
        found["check_after"] = desk.store.check()
    return found


def _sound(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return store.check()


def _to_the_end(session: Session, clock: SetClock) -> None:
    for _ in range(100):
        if session.stage is Stage.DONE:
            wait = session.wait_seconds()
            if wait is None:
                return
            clock.advance(timedelta(seconds=wait))
            session.resume()
            continue
        assert session.item is not None
        session.answer(right(session.item))
        session.rate(Rating.GOOD) if session.stage is Stage.REVEALED else session.next()
    raise AssertionError("the sitting does not end")


def killed(home: Path, number: int) -> list[str]:
    """Hold the sitting in a process that is killed at operation `number`; returns what it acknowledged."""
    prepare(home)
    here, there = os.pipe()
    child = os.fork()
    if not child:
        DEATH.home, DEATH.deadly = str(home), number
        for said in sitting(home):
            os.write(there, f"{said}\n".encode())
        os._exit(3)
    os.close(there)
    with os.fdopen(here, encoding="utf-8") as pipe:
        acknowledged = pipe.read().splitlines()
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the sitting of operation {number} was not killed: {status}")
    return acknowledged


def lived(home: Path) -> tuple[dict[str, Any], list[str]]:
    """Hold the sitting as it is without trouble; returns what it was, and the operations it took."""
    prepare(home)
    steps, counts = [], []
    DEATH.home = str(home)
    for said in sitting(home):
        DEATH.home = ""
        steps.append(said)
        with Store.open(home / "data" / "progress.db", read_only=True) as store:
            counts.append(len(list(store.events())))
        DEATH.home = str(home)
    DEATH.home = ""
    operations, DEATH.seen = DEATH.seen, []
    return {"steps": steps, "counts": counts, "operations": len(operations), **look(home)}, operations


def chosen(operations: list[str]) -> list[int]:
    """Numbers of the operations to die at so that each different one is among them."""
    first = {what: number for number, what in reversed(list(enumerate(operations, 1)))}
    return sorted({*first.values(), *range(1, len(operations) + 1, STRIDE)})


def main(folder: Path, which: str) -> None:
    quizapp.paths._shipped = lambda: folder / "shipped"
    arm()
    story, operations = lived(folder / "lived")
    numbers = range(1, len(operations) + 1) if which == "all" else chosen(operations)
    print(json.dumps({**story, "deaths": len(numbers)}))
    for number in numbers:
        home = folder / str(number)
        said = killed(home, number)
        print(json.dumps({"number": number, "at": operations[number - 1], "said": said, **look(home)}))
        shutil.rmtree(home)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
