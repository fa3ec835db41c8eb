"""A program in a terminal of 80 by 24, to be timed from outside as a person would feel it."""

import os
import pty
import select
import signal
import struct
import time
from collections.abc import Sequence
from fcntl import ioctl
from termios import TIOCSWINSZ
from types import TracebackType
from typing import NamedTuple, Self

LEAST = 32
"""What is shorter moves the terminal's cursor, and draws nothing."""
QUIET = 0.15
"""Seconds without output after which a key counts as answered."""


class Took(NamedTuple):
    """Milliseconds: until the first is drawn, until the last is, and of the processor's time in all."""

    first: float
    last: float
    work: float


class Terminal:
    """Runs a command; presses keys and tells how long the answers took."""

    def __init__(self, command: Sequence[str], home: str, **environment: str) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        self._child, self._file = pty.fork()
        if self._child == 0:
            os.environ.update(TERM="xterm-256color", QUIZAPP_HOME=home, **environment)
            os.execv(command[0], list(command))
        ioctl(self._file, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._file)

    def work(self) -> float:
        """Milliseconds of the processor's time that the program has taken, all its threads together."""
        # How Linux names the clock of another process.
        return time.clock_gettime_ns((~self._child << 3) | 2) / 1e6

    def wait_for(self, word: bytes) -> float:
        """Milliseconds from the start until `word` is written."""
        seen = b""
        while word not in seen:
            if not select.select([self._file], [], [], 30)[0]:
                raise TimeoutError(word)
            seen = seen[-256:] + os.read(self._file, 65_536)
        return (time.perf_counter() - self.started) * 1000

    def settle(self, quiet: float = QUIET) -> list[float]:
        """Wait until nothing is written for a while; return when something was drawn; `seen` keeps it."""
        drawn = []
        self.seen = b""
        while select.select([self._file], [], [], quiet)[0]:
            written = os.read(self._file, 65_536)
            self.seen += written
            if len(written) > LEAST:
                drawn.append(time.perf_counter())
        return drawn

    def press_for(self, key: str, *words: bytes) -> float:
        """Milliseconds from a key until one of `words` is written, whatever else is drawn meanwhile."""
        start, self.seen = time.perf_counter(), b""
        os.write(self._file, key.encode())
        while not any(word in self.seen for word in words):
            if not select.select([self._file], [], [], 30)[0]:
                raise TimeoutError(words)
            self.seen += os.read(self._file, 65_536)
        return (time.perf_counter() - start) * 1000

    def press(self, key: str, *, quiet: float = QUIET) -> Took | None:
        """Time a key; None if nothing is drawn for it."""
        before, start = self.work(), time.perf_counter()
        os.write(self._file, key.encode())
        drawn = self.settle(quiet)
        if not drawn:
            return None
        return Took((drawn[0] - start) * 1000, (drawn[-1] - start) * 1000, self.work() - before)
