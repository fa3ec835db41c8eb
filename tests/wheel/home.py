"""Runs a command line in a terminal of 80 by 24 and waits for quizapp's home screen. Standard library only.

    python tests/wheel/home.py "COMMAND LINE" [WORD…]

Each WORD has to be seen on the home screen. Ends with 0 if it came up and Ctrl+Q closed it with 0.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable

PATIENCE = 420.0
CLOSING = 30.0
ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Z]|\x1b[=>78]"
)
FULL_SCREEN = b"\x1b[?1049h"
CTRL_Q = b"\x11"


class Terminal:
    """A command line running in a terminal of its own, and all it has written so far."""

    def __init__(self, line: str) -> None:
        self.child, self._master = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp("bash", ["bash", "-c", line])
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.written = b""

    def wait(self, done: Callable[[], bool], patience: float) -> bool:
        """Read until `done`; False if the program ended, or wrote nothing new, before that."""
        until = time.monotonic() + patience
        while not done():
            if not select.select([self._master], [], [], max(0.0, until - time.monotonic()))[0]:
                return False
            try:
                more = os.read(self._master, 65_536)
            except OSError:
                more = b""
            if not more:
                return False
            self.written += more
        return True

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._master, keys)

    def shows(self, word: str) -> bool:
        """Tell whether `word` was written since the full screen opened."""
        _, opened, screen = self.written.partition(FULL_SCREEN)
        return bool(opened) and word in ESCAPES.sub(b"", screen).decode(errors="replace")

    def end(self) -> int | None:
        """Wait until the program ends and return its exit code; None if it had to be killed."""
        until = time.monotonic() + CLOSING
        while time.monotonic() < until:
            self.wait(lambda: False, 0.2)
            ended, status = os.waitpid(self.child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        return None


def main(line: str, words: list[str]) -> int:
    """Run `line` and return 0 if its home screen came up and closed well."""
    terminal = Terminal(line)
    wanted = words or ["quizapp"]
    came_up = terminal.wait(lambda: all(map(terminal.shows, wanted)), PATIENCE)
    if came_up:
        terminal.press(CTRL_Q)
    code = terminal.end()
    if came_up and code == 0:
        print("The home screen came up, and Ctrl+Q closed it.")
        return 0
    print(ESCAPES.sub(b"", terminal.written).decode(errors="replace")[-4000:])
    missing = [word for word in wanted if not terminal.shows(word)]
    print(f"No home screen: still missing {missing}, exit code {code}.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
