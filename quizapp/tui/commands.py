"""What can be done by its name: found by parts of words, among decks, tags, screens, themes and settings."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

MOST = 200
"""How many are shown at once; who looks for more types more."""

_PART, _WORD, _START = 2, 1, 0
_LETTERS = 6


class Command(NamedTuple):
    """One thing to do. group: of which sort it is. tail: a key or a value. theme: looked at beforehand."""

    group: str
    text: str
    act: Callable[[], object]
    tail: str = ""
    theme: str | None = None


class Finder:
    """Finds commands by what is typed; made once for a palette, asked at each key."""

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        self._known: list[tuple[str, int, Command]] = []
        self._groups: dict[str, int] = {}
        self.add(commands)

    def add(self, commands: Iterable[Command]) -> None:
        """Take more commands in; groups are shown in the order in which they came."""
        for command in commands:
            order = self._groups.setdefault(command.group, len(self._groups))
            self._known.append((f"{command.text} {command.group}".casefold(), order, command))

    def find(self, text: str) -> list[Command]:
        """Return the commands that hold every word of `text`, the nearest first, at most `MOST`.

        Where none does, letters may be left out between those typed: `thmdrk` finds a dark theme.
        """
        words = text.casefold().split()
        if not words:
            return [command for _, _, command in sorted(self._known, key=lambda each: each[1])[:MOST]]
        fitting = [
            (sum(_distance(folded, word) for word in words), order, len(folded), folded, command)
            for folded, order, command in self._known
            if all(word in folded for word in words)
        ]
        if not fitting:
            letters = "".join(words)
            fitting = [
                (_LETTERS, order, len(folded), folded, command)
                for folded, order, command in self._known
                if _spread(folded, letters)
            ]
        fitting.sort(key=lambda each: each[:4])
        return [each[-1] for each in fitting[:MOST]]


def _distance(folded: str, word: str) -> int:
    if folded.startswith(word):
        return _START
    return _WORD if f" {word}" in folded else _PART


def _spread(folded: str, letters: Sequence[str]) -> bool:
    """Tell whether the letters come one after the other, with others between."""
    rest = iter(folded)
    return all(letter in rest for letter in letters)
