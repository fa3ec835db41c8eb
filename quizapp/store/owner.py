"""Whose log a file is, and which device writes to it."""

import hashlib
import os
from pathlib import Path

from quizapp.store.connection import Database
from quizapp.store.whereabouts import Whereabouts

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def read(database: Database, name: str) -> str | None:
    """One of the facts the file keeps about itself."""
    found = database.value("SELECT value FROM meta WHERE name = ?", (name,))
    return None if found is None else str(found)


def write(database: Database, name: str, value: str) -> None:
    """Keep a fact about the file."""
    database.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))


def settle_in(database: Database, whereabouts: Whereabouts) -> None:
    """Give the file a learner where it has none, and a new device where it isn't where it was.

    Two copies of one file that both go on must not give the same key to different events. A device
    id that is drawn without need costs nothing but the undo of what the old one wrote.
    """
    place = _place(database.path, whereabouts)
    if read(database, "learner") and read(database, "device") and read(database, "place") == place:
        return
    with database.transaction():
        if read(database, "learner") is None:
            write(database, "learner", new_id())
        if read(database, "device") is None or read(database, "place") != place:
            draw_device(database)
        write(database, "place", place)


def draw_device(database: Database) -> None:
    """From now on this file's events are those of a new device."""
    write(database, "device", new_id())


def forget_place(database: Database) -> None:
    """Let the next opening draw a new device, wherever that is."""
    database.run("DELETE FROM meta WHERE name = 'place'")


def new_id() -> str:
    """A random name of 48 bits."""
    return os.urandom(6).hex()


def _place(path: Path, whereabouts: Whereabouts) -> str:
    """What tells this file on this machine from its copies."""
    # FAT and network file systems make up a file's number anew at each mounting.
    number = path.stat().st_ino if whereabouts.keeps_numbers else 0
    return hashlib.sha256(f"{_machine()}:{number}".encode()).hexdigest()[:16]


def _machine() -> str:
    for file in _MACHINE_IDS:
        try:
            return file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
    import platform  # noqa: PLC0415 - slow to load, and seldom needed

    return platform.node()
