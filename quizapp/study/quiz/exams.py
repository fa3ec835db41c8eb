"""Exams at hand: those that decks bring along, and the files `*.exam.yaml` beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.deck.blueprint import EXAM_SUFFIX, Blueprint
from quizapp.deck.decoding import LARGEST
from quizapp.deck.exam import read_exam
from quizapp.errors import UsageError
from quizapp.library.find import is_plain
from quizapp.library.library import Library
from quizapp.paths import beginning

_MOST = 50
"""Files looked at in a folder."""


class Exam(NamedTuple):
    """An exam that can be sat. decks: ids. path: its file, None for a deck's own."""

    title: str
    decks: tuple[str, ...]
    blueprint: Blueprint
    path: Path | None = None


def exams_of(library: Library, decks: Sequence[str]) -> tuple[Exam, ...]:
    """Return the exams of these decks (ids): their own, then files that ask nothing but of decks at hand.

    A file is listed if it asks of at least one of `decks`. What can't be read is left out: 'quizapp check'
    tells why.
    """
    return (*_own(library, decks), *_files(library, decks))


def _own(library: Library, decks: Sequence[str]) -> Iterator[Exam]:
    for deck in decks:
        try:
            header = library.header(deck)
        except UsageError:
            continue
        if header.exam is not None:
            yield Exam(header.title, (deck,), header.exam)


def _files(library: Library, decks: Sequence[str]) -> Iterator[Exam]:
    wanted = set(decks)
    folders = dict.fromkeys(entry.path.parent for entry in library.decks() if entry.id in wanted)
    for folder in folders:
        for path in sorted(folder.glob(f"*{EXAM_SUFFIX}"))[:_MOST]:
            blueprint = _read(path) if is_plain(path, folder) else None
            named = _named(library, blueprint, folder) if blueprint else ()
            if blueprint is not None and wanted & set(named):
                yield Exam(blueprint.title or path.name, named, blueprint, path)


def _read(path: Path) -> Blueprint | None:
    try:
        return read_exam(beginning(path, LARGEST)).blueprint
    except OSError:
        return None


def _named(library: Library, blueprint: Blueprint, folder: Path) -> tuple[str, ...]:
    """The ids of the decks an exam names; none if one of them isn't at hand."""
    found = []
    for name in blueprint.decks:
        beside = folder / name
        try:
            found.append(library.deck(str(beside) if beside.is_file() else name).id)
        except UsageError:
            return ()
    return tuple(dict.fromkeys(found))
