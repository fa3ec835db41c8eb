"""What can be done by its name: found by parts of words, among decks, tags, screens, themes and settings."""

from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
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

    def __init__(self, commands: Iterable[Command] = (), more: "Finder | None" = None) -> None:
        """more: knows others, whose groups come after these; taken over as it is, however many they are."""
        self.known = [(f"{command.text} {command.group}".casefold(), command) for command in commands]
        if more is not None:
            self.known += more.known
        self._groups: dict[str, int] = {}
        for _, command in self.known:
            self._groups.setdefault(command.group, len(self._groups))

    def find(self, text: str) -> list[Command]:
        """Return the commands that hold every word of `text`, the nearest first, at most `MOST`.

        Where none does, letters may be left out between those typed: `thmdrk` finds a dark theme.
        """
        words = text.casefold().split()
        if not words:
            return self._first()
        fitting = [
            (sum(_distance(folded, word) for word in words), folded, command)
            for folded, command in self.known
            if all(word in folded for word in words)
        ]
        if not fitting:
            letters = "".join(words)
            fitting = [
                (_LETTERS, folded, command) for folded, command in self.known if _spread(folded, letters)
            ]
        nearest = nsmallest(MOST, fitting, key=self._rank)
        return [command for _, _, command in nearest]

    def _first(self) -> list[Command]:
        """Return what comes first if nothing is typed: group by group."""
        return nsmallest(MOST, (command for _, command in self.known), key=self._place)

    def _place(self, command: Command) -> int:
        return self._groups[command.group]

    def _rank(self, found: tuple[int, str, Command]) -> tuple[int, int, int, str]:
        distance, folded, command = found
        return distance, self._place(command), len(folded), folded


def _distance(folded: str, word: str) -> int:
    if folded.startswith(word):
        return _START
    return _WORD if f" {word}" in folded else _PART


def _spread(folded: str, letters: Sequence[str]) -> bool:
    """Tell whether the letters come one after the other, with others between."""
    rest = iter(folded)
    return all(letter in rest for letter in letters)
