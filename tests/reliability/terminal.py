"""The real program in a real terminal: typed into, read from, and ended from outside."""

import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pyte

import quizapp

ROWS, COLUMNS = 24, 80
PATIENCE = 30
"""Seconds after which a program counts as hung, on a busy machine too."""
LEFT_OUT = ("QUIZAPP_", "PYTEST_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL")


def environment(home: Path) -> dict[str, str]:
    """What the program finds around it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
    return {
        **kept,
        "QUIZAPP_HOME": str(home),
        "TERM": "xterm-256color",
        "PYTHONPATH": str(Path(quizapp.__file__).parents[1]),
    }


class Terminal:
    """`quizapp` with these arguments, in a terminal of 80 by 24."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.said = b""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "quizapp", *arguments],
            env=environment(home),
            dimensions=(ROWS, COLUMNS),
            timeout=PATIENCE,
        )
        self._process.delaybeforesend = None

    def type(self, text: str) -> None:
        """Type; if the program has ended nobody reads it."""
        try:
            self._process.send(text)
        except OSError:
            return

    def until(self, seen: Callable[["Terminal"], bool]) -> bool:
        """Read until `seen` holds; False if the program ended before."""
        end = time.monotonic() + PATIENCE
        while not seen(self):
            assert time.monotonic() < end, f"not seen:\n{self.screen}"
            if not self._read():
                return seen(self)
        return True

    def _read(self) -> bool:
        try:
            data = self._process.read_nonblocking(65_536, timeout=1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.said += data
        self._stream.feed(data)
        return True

    @property
    def screen(self) -> str:
        """What stands on the screen now."""
        return "\n".join(self._screen.display)

    @property
    def transcript(self) -> str:
        """All that was written since the start."""
        return self.said.decode(errors="replace").replace("\r\n", "\n")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._process.kill(number)

    def hang_up(self) -> None:
        """Close the terminal's other side, as closing its window does."""
        os.close(self._process.child_fd)
        self._process.child_fd = -1

    def die_in(self, seconds: float) -> threading.Timer:
        """Kill the program after so many seconds from now."""
        timer = threading.Timer(seconds, os.kill, (self._process.pid, signal.SIGKILL))
        timer.start()
        return timer

    def end(self) -> int:
        """Wait for the end; returns the exit code, or minus the number of the signal that killed it."""
        while self._process.child_fd != -1 and self._read():
            pass
        end = time.monotonic() + PATIENCE
        while self._process.isalive():
            assert time.monotonic() < end, "the program does not end"
            threading.Event().wait(0.01)
        if self._process.child_fd != -1:
            self._process.close()
        killed = self._process.signalstatus
        return -killed if killed else self._process.exitstatus or 0


def instants(count: int, longest: float) -> list[Any]:
    """Moments to die at, in seconds, the same in every run."""
    chance = random.Random(20_261)
    return [round(chance.uniform(0, longest), 3) for _ in range(count)]
