"""Run as a program: does something with a log and dies after the n-th statement or file operation.

`python killed.py SCENARIO FOLDER` does SCENARIO once for each n, each time in a folder of its own and in
a process of its own that is killed after the n-th operation, until one gets to its end. What a scenario
says it has done is written to the file `said` in that folder, at once.
"""

import os
import pathlib
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.making import CARDS, TODAY, draft, place_all, review, wording_of

from quizapp.memory.model import Rating
from quizapp.store import backup
from quizapp.store.event import Draft, Kind
from quizapp.store.shelf import Place
from quizapp.store.store import Store

_left = -1


def _count() -> None:
    global _left  # noqa: PLW0603 - one count for statements and file operations of this process
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


class _Killing(sqlite3.Connection):
    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        try:
            return super().execute(*arguments)
        finally:
            _count()

    def backup(self, *arguments: Any, **named: Any) -> None:
        super().backup(*arguments, **named)
        _count()


def _counted(act: Callable[..., Any]) -> Callable[..., Any]:
    def done(*arguments: Any, **named: Any) -> Any:
        result = act(*arguments, **named)
        _count()
        return result

    return done


def arm() -> None:
    """Count every statement, and every operation that changes names or makes files."""
    connect = sqlite3.connect
    # The stand-in takes what the real one takes.
    sqlite3.connect = lambda *more, **named: connect(*more, **named, factory=_Killing)  # type: ignore[assignment]
    for name in ("mkdir", "rename", "replace", "unlink", "chmod", "hardlink_to"):
        setattr(pathlib.Path, name, _counted(getattr(pathlib.Path, name)))
    os.open = _counted(os.open)


def drafts_of(store: Store) -> list[Callable[[], Draft]]:
    """The acts of the scenario `append`, each made when its turn comes."""

    def newest() -> tuple[str, int]:
        found = store.database.row("SELECT device, seq FROM event ORDER BY stamp DESC LIMIT 1")
        return (found[0], found[1])

    return [
        lambda: draft(Kind.START, "heart-1"),
        lambda: review(CARDS[0]),
        lambda: review(CARDS[0], Rating.EASY, TODAY + 1),
        lambda: draft(Kind.VOID, CARDS[0], target=newest()),
        lambda: review(CARDS[3], Rating.AGAIN),
        lambda: draft(Kind.OVERRIDE, CARDS[3], target=newest(), rating=3),
        lambda: draft(Kind.ADOPT, CARDS[2], origin=CARDS[0]),
        lambda: draft(Kind.SUSPEND, CARDS[2]),
    ]


def append(folder: Path, say: Callable[[str], None]) -> None:
    with Store.open(folder / "data" / "progress.db") as store:
        place_all(store)
        for make in drafts_of(store):
            one = make()
            store.append(one, wordings=[wording_of(one.card)])
            say(one.kind.value)


def copy(folder: Path, say: Callable[[str], None]) -> None:
    """A backup of a log, more study, and the backup restored. The log was made before the count began."""
    path = folder / "data" / "progress.db"
    made = backup.backup(path, folder / "backups", day=TODAY, budget_bytes=10**9)
    say("backup")
    with Store.open(path) as store:
        store.append(review(CARDS[1]))
        say("review")
    backup.restore(made, path)
    say("restore")


def prepare_copy(folder: Path) -> None:
    with Store.open(folder / "data" / "progress.db") as store:
        store.place("heart-1", "mark", [Place(CARDS[0], CARDS[0], 0, "flashcard", "1:a:b")])
        store.append(review(CARDS[0]))


def _run(scenario: str, folder: Path, number: int) -> None:
    global _left  # noqa: PLW0603 - a count that the patched connection shares
    if scenario == "copy":
        prepare_copy(folder)
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT)
    arm()
    _left = number
    {"append": append, "copy": copy}[scenario](folder, lambda text: _say(said, text))
    _left = -1


def _say(file: int, text: str) -> None:
    os.write(file, f"{text}\n".encode())


def main(scenario: str, root: Path) -> None:
    number, status = 0, 1
    while status:
        number += 1
        folder = root / f"{number:04d}"
        folder.mkdir()
        child = os.fork()
        if not child:
            _run(scenario, folder, number)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status and not os.WIFSIGNALED(status):
            sys.exit(f"the scenario failed at {number}")
    print(number)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
