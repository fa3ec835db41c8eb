"""What is wrong in a deck file: a code, a place and the words its sentence needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.deck.nodes import Node

ERROR = "error"
WARNING = "warning"
MOST = 200
QUOTED = 60
_LONGEST_LIST = 8
_LONGEST_CURE = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `quizapp.deck.messages` has its sentence and its cure.

    severity: error (costs the question, or the deck) or warning. line, column: from 1, in characters.
    length: how many characters the caret underlines, at least 1. values: what the wording needs.
    """

    code: str
    severity: str
    line: int
    column: int
    length: int = 1
    values: Mapping[str, str] = field(default_factory=dict)


class Report:
    """Collects the problems of one file, and counts those it no longer keeps.

    lines: the file's lines, for exact columns. errors: how many errors were found so far.
    places: where they are.
    """

    def __init__(self, lines: Sequence[str] = ()) -> None:
        self.lines = lines
        self.errors = 0
        self._told: set[tuple[int, int]] = set()
        self._counted = 0
        self.places: list[tuple[int, int]] = []
        self._kept: tuple[list[Problem], list[Problem]] = ([], [])

    @property
    def full(self) -> bool:
        """Tell whether further errors are only counted."""
        return self.errors > MOST

    def at(self, code: str, node: "Node", /, **values: object) -> None:
        """Report `code` at `node`."""
        self.add(code, node.line, node.column, width(node), **values)

    def add(self, code: str, line: int, column: int, length: int = 1, /, **values: object) -> None:
        """Report `code` at a place; a code that starts with W is a warning."""
        warning = code.startswith("W")
        if not warning:
            self.errors += 1
            self.places.append((line, column))
        if (line, column) in self._told:
            return
        self._counted += 1
        kept = self._kept[warning]
        if len(kept) < MOST:
            words = {
                name: short(value, _LONGEST_CURE if name in ("quoted", "cure") else QUOTED)
                for name, value in values.items()
            }
            kept.append(Problem(code, WARNING if warning else ERROR, line, column, max(1, length), words))

    def hurt(self, places: Iterable[tuple[int, int]]) -> None:
        """Note places of an error that is told; what else is wrong right there is its consequence."""
        for place in places:
            self.places.append(place)
            self._told.add(place)

    def all(self) -> tuple[Problem, ...]:
        """Every problem kept, by place, errors before warnings if there are too many; then how many more."""
        kept = [*self._kept[0], *self._kept[1]][:MOST]
        kept.sort(key=lambda problem: (problem.line, problem.column))
        more = self._counted - len(kept)
        if more:
            severity = ERROR if len(self._kept[0]) == MOST else WARNING
            kept.append(Problem("E000", severity, kept[-1].line, kept[-1].column, 1, {"count": str(more)}))
        return tuple(kept)


def width(node: "Node") -> int:
    """How many characters of its first line a node takes, as far as the caret goes."""
    return max(1, node.end_column - node.column) if node.end_line == node.line else 1


def short(value: object, most: int = QUOTED) -> str:
    """Return `value` as text of at most `most` characters that fits a sentence."""
    text = " ".join(str(value)[: 4 * most].split())
    return text if len(text) <= most else text[: most - 1] + "…"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return words as a sentence lists them: `a, b and c`; a long list is cut."""
    if len(words) > _LONGEST_LIST:
        words = [*words[:_LONGEST_LIST], f"{len(words) - _LONGEST_LIST} more"]
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)
