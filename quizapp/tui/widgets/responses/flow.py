"""Flows a sentence with gaps into lines, so that a field can lie in each gap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

_SPACES = re.compile(r"(\n|[ \t]+)")


class Blank(NamedTuple):
    """A gap to fill, by its number, and its width in cells."""

    number: int
    width: int


class Place(NamedTuple):
    """Where a gap came to lie: column and line from 0."""

    number: int
    x: int
    y: int
    width: int


class Flow(NamedTuple):
    """The lines, with spaces where the gaps are, and the gaps' places."""

    lines: tuple[str, ...]
    places: tuple[Place, ...]


def flow(pieces: Sequence[str | Blank], width: int) -> Flow:
    """Break text and gaps into lines of `width` cells; text that touches a gap stays with it."""
    lines, places, x = [""], [], 0
    pending = ""
    for word in _words(pieces):
        if word == "\n":
            lines.append("")
            x, pending = 0, ""
            continue
        if isinstance(word, str):
            pending = " " if x else ""
            continue
        size = sum(_width(atom) for atom in word)
        if x and x + len(pending) + size > width:
            lines.append("")
            x, pending = 0, ""
        lines[-1] += pending
        x, pending = x + len(pending), ""
        for atom in word:
            for part in _fit(atom, width):
                if x and x + _width(part) > width:
                    lines.append("")
                    x = 0
                if isinstance(part, Blank):
                    places.append(Place(part.number, x, len(lines) - 1, part.width))
                    lines[-1] += " " * part.width
                else:
                    lines[-1] += part
                x += _width(part)
    return Flow(tuple(lines), tuple(places))


def _words(pieces: Iterable[str | Blank]) -> Iterator[str | list[str | Blank]]:
    """Yield words (lists of what touches), and the spaces and line ends between them (strings)."""
    word: list[str | Blank] = []
    for piece in pieces:
        if isinstance(piece, Blank):
            word.append(piece)
            continue
        for part in _SPACES.split(piece):
            if not part:
                continue
            if part.isspace():
                if word:
                    yield word
                word = []
                yield "\n" if part == "\n" else " "
            else:
                word.append(part)
    if word:
        yield word


def _fit(atom: str | Blank, width: int) -> Sequence[str | Blank]:
    if isinstance(atom, Blank):
        return (atom if atom.width <= width else Blank(atom.number, width),)
    return chop_cells(atom, width) if cell_len(atom) > width else (atom,)


def _width(atom: str | Blank) -> int:
    return atom.width if isinstance(atom, Blank) else cell_len(atom)
