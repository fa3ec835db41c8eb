"""The program in a real terminal: how it ends, and what it leaves behind."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pexpect
import pytest

DECK = "format: 1\ndeck: Cells\nid: cells\nquestions:\n  - {id: q, statement: Cells live., answer: true}\n"
START = "from quizapp.cli.main import run; run()"
BROKEN = (
    "from quizapp.tui.screens.home import HomeScreen;"
    " HomeScreen.load = lambda self, read=False, then=None: 1 / 0; "
)
COLOURS = re.compile(rb"\x1b\[([0-9;]*)m")
NO_COLOURS = {b"", *(str(code).encode() for code in (0, 1, 2, 3, 4, 7, 22, 23, 24, 27, 39, 49))}

Child = Any  # pexpect's types say nothing of bytes or text
Spawn = Callable[..., Child]


@pytest.fixture
def spawn(home: Path) -> Iterator[Spawn]:
    """Starts the program in a terminal of 80 by 24."""
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    (folder / "cells.deck.yaml").write_text(DECK, encoding="utf-8")
    started: list[Child] = []

    def start(code: str = START, **more: str) -> Child:
        environment = {**os.environ, "QUIZAPP_HOME": str(home), "TERM": "xterm-256color", **more}
        child = pexpect.spawn(
            sys.executable, ["-c", code], env=environment, dimensions=(24, 80), timeout=30, encoding=None
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def ended(child: Child) -> bytes:
    """Wait for the end and return all that was written since."""
    rest: bytes = child.read()
    child.close()
    return rest


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_as_quitting_does(spawn: Spawn, name: str) -> None:
    child = spawn()
    child.expect("Cells")
    child.kill(getattr(signal, name))
    assert b"Traceback" not in ended(child)
    assert child.exitstatus == 0


def test_a_window_that_is_closed_leaves_nothing_running(spawn: Spawn) -> None:
    child = spawn()
    child.expect("Cells")
    last = Timer(30, child.kill, [signal.SIGKILL])
    last.start()
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), child.child_fd)  # closes the terminal's other end
    assert child.wait() == 0
    last.cancel()


def test_quitting_gives_the_terminal_back(spawn: Spawn) -> None:
    child = spawn()
    child.expect("Cells")
    child.send("q")
    rest = ended(child)
    assert b"\x1b[?1049l" in rest
    assert b"\x1b[?25h" in rest
    assert child.exitstatus == 0


def test_a_fault_of_the_program_is_one_sentence(spawn: Spawn, home: Path) -> None:
    child = spawn(BROKEN + START)
    out = ended(child)
    assert b"Traceback" not in out
    assert b"ZeroDivisionError" in out.split(b"\x1b[?1049l")[-1]
    assert b"quizapp.log" in out.replace(b"\r\n", b"")
    assert child.exitstatus == 2
    assert "ZeroDivisionError" in (home / "cache" / "quizapp.log").read_text(encoding="utf-8")


def test_no_color_sends_no_colour(spawn: Spawn) -> None:
    child = spawn("import sys; sys.argv = ['quizapp', 'study', 'cells']; " + START, NO_COLOR="1")
    child.expect("Cells live")
    out = child.before + child.after
    child.send("f")
    child.expect("Wrong")
    out += child.before + child.after
    child.send("\x11")
    out += ended(child)
    codes = {code for codes in COLOURS.findall(out) for code in codes.split(b";")}
    assert codes <= NO_COLOURS
