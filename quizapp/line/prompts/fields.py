"""The prompt of kinds whose response is several lines, one for each part."""

from collections.abc import Callable, Sequence

from quizapp.answer.response import Response
from quizapp.line.prompts.reading import typed


class Fields:
    """Asks for `count` texts, one a line.

    An empty line leaves a part empty, or ends the response where `ends_early`. part: how the part
    with a number (from 1) is called.
    """

    def __init__(
        self, count: int, part: Callable[[int], str], shown: Sequence[str], *, ends_early: bool = False
    ) -> None:
        self.shown = tuple(shown)
        self.labels = () if count > 1 else None
        self._count = count
        self._name = part
        self._ends_early = ends_early
        self._texts: list[str] = []

    @property
    def part(self) -> str:
        """Which part is asked for now."""
        return self._name(len(self._texts) + 1)

    def take(self, line: str) -> Response | None:
        """Take a line and return the response once it is whole."""
        ended = self._ends_early and not line.strip()
        if not ended:
            self._texts.append(line)
        if ended or len(self._texts) == self._count:
            return typed(self._texts)
        return None
