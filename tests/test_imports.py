"""What is loaded when: the heavy libraries only where they are used, and rooms only from below."""

import importlib.util
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import quizapp

ROOT = Path(quizapp.__file__).parent.parent
SCREEN = ("textual", "rich")
HEAVY = {
    "errors": ("yaml", "tomlkit", "sqlite3", "asyncio"),
    "text": ("yaml", "tomlkit", "sqlite3", "asyncio"),
    "clock": ("yaml", "tomlkit", "sqlite3", "asyncio"),
    "paths": ("yaml", "tomlkit", "sqlite3", "asyncio", "platformdirs"),
    "settings": ("yaml", "tomlkit", "tomllib", "sqlite3", "asyncio", "difflib"),
    "memory": ("yaml", "tomlkit", "sqlite3", "asyncio", "random"),
    "answer": ("yaml", "tomlkit", "sqlite3", "asyncio"),
    "store": ("yaml", "tomlkit", "asyncio"),
    "study": ("yaml", "tomlkit", "asyncio"),
    "report": ("yaml", "tomlkit", "asyncio", "html"),
    "line": ("yaml", "tomlkit", "asyncio"),
    "cli": ("yaml", "tomlkit", "asyncio"),
}


def rooms() -> list[str]:
    """Every module of the rooms that may never load the screen's libraries, but the screen's own room."""
    names = ["quizapp", *(found.name for found in pkgutil.walk_packages(quizapp.__path__, "quizapp."))]
    return [name for name in names if not name.startswith("quizapp.tui") and name != "quizapp.__main__"]


def loaded_by(modules: list[str]) -> set[str]:
    """Names in `sys.modules` of a fresh interpreter that imported `modules`."""
    code = "".join(f"import {name}\n" for name in modules) + "import sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_no_module_outside_the_screen_loads_textual_or_rich() -> None:
    assert loaded_by(rooms()).isdisjoint(SCREEN)


@pytest.mark.parametrize(
    "room", [room for room in HEAVY if importlib.util.find_spec(f"quizapp.{room}") is not None]
)
def test_a_room_loads_nothing_it_does_not_need_at_once(room: str) -> None:
    assert loaded_by([*entrances(room)]).isdisjoint((*SCREEN, *HEAVY[room]))


def entrances(room: str) -> list[str]:
    """What somebody who uses the room imports."""
    inside = {
        "memory": ["scheduler", "days", "spans"],
        "store": ["store"],
        "study": ["session"],
        "report": ["progress", "tables", "text"],
        "cli": ["main"],
    }
    wanted = [f"quizapp.{room}", *(f"quizapp.{room}.{name}" for name in inside.get(room, ()))]
    return [name for name in wanted if importlib.util.find_spec(name) is not None]


def test_rooms_import_only_from_floors_below() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
