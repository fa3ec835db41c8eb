"""Speaks and listens: lines out, lines in. Knows when the other side has gone."""

import sys
from contextlib import suppress
from typing import Protocol, TextIO

from quizapp.text import safe


class Ended(Exception):  # noqa: N818 - it is the end of the input, not an error
    """There will be no more input: its end, Ctrl+C, or a signal that asks the program to end."""


class Talk(Protocol):
    """What the line front end needs of a conversation."""

    def say(self, text: str = "") -> None:
        """Say one or more lines."""

    def ask(self, prompt: str) -> str:
        """Show `prompt` and return the line given, without its end. Raises Ended."""


class StreamTalk:
    """A conversation over two text streams, with line editing where both are a terminal.

    A line that no terminal echoes is repeated behind its prompt, so that a transcript reads well.
    `stop` may be called at any time, also from a signal handler: the conversation ends at the next
    prompt, or at once where it waits for a line. What is being stored meanwhile is stored.
    """

    def __init__(self, source: TextIO | None = None, sink: TextIO | None = None) -> None:
        self._source = sys.stdin if source is None else source
        self._sink = sys.stdout if sink is None else sink
        self._by_hand = self._source.isatty() and self._sink.isatty()
        self._waiting = False
        self._stopped = False
        if self._by_hand and self._source is sys.stdin:
            with suppress(ImportError):
                import readline  # noqa: F401, PLC0415 - gives `input` editing and history, if it is there

    def say(self, text: str = "") -> None:
        """Say one or more lines."""
        self._write(f"{safe(text)}\n")

    def ask(self, prompt: str) -> str:
        """Show `prompt` and return the line given, without its end. Raises Ended."""
        try:
            line = self._wait(safe(prompt))
        except (Ended, EOFError, KeyboardInterrupt):
            self._write("\n")
            raise Ended from None
        if not self._by_hand:
            self._write(f"{safe(line)}\n")
        return line

    def stop(self) -> None:
        """End the conversation."""
        self._stopped = True
        if self._waiting:
            raise Ended

    def _wait(self, prompt: str) -> str:
        self._waiting = True
        try:
            if self._stopped:
                raise Ended
            return self._read(prompt)
        finally:
            self._waiting = False

    def _read(self, prompt: str) -> str:
        if self._by_hand and self._source is sys.stdin:
            return input(prompt)
        self._write(prompt)
        line = self._source.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _write(self, text: str) -> None:
        try:
            self._sink.write(text)
            self._sink.flush()
        except OSError:
            # After a hang-up there is no terminal left to write to; the sitting still ends in order.
            if not self._stopped:
                raise
