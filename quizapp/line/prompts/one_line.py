"""The prompt of kinds whose response is one line."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.answer.response import DontKnow, Response


@dataclass(frozen=True, slots=True)
class OneLine:
    """Shows its lines, then reads one; an empty line asks for the answer, as who doesn't know it."""

    shown: tuple[str, ...]
    read: Callable[[str], Response]
    labels: tuple[str, ...] | None = None
    part: str = ""

    def take(self, line: str) -> Response:
        """Take a line and return the response. Raises Unclear."""
        return self.read(line) if line.strip() else DontKnow()
