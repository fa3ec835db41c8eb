"""Runs commands in this process or in one of their own, always on this test's home."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import QUESTIONS, Call, Done

import quizapp
from quizapp.cli.main import main

ROOT = Path(quizapp.__file__).parent.parent
NOW = "2026-03-02T10:00+01:00,+90s"


@pytest.fixture(autouse=True)
def no_shipped_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    monkeypatch.setenv("QUIZAPP_NOW", NOW)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file somewhere on the disk."""
    path = tmp_path / "course" / "greek.deck.yaml"
    path.parent.mkdir()
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs a command in this process; `typed` is its stdin."""

    def run(*arguments: str, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def launch(home: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Starts the program in a process of its own, with pipes; what still runs at the end is killed."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
