"""Deck files as their authors have them: found by path, read, and written back whole or not at all."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.deck.blueprint import EXAM_SUFFIX
from quizapp.deck.decoding import LARGEST
from quizapp.deck.messages import cure, what
from quizapp.deck.model import Deck
from quizapp.deck.read import Reading, read
from quizapp.errors import DeckError, UsageError
from quizapp.library.entry import PATH, Root
from quizapp.library.find import is_plain, look
from quizapp.paths import beginning


class DeckFile(NamedTuple):
    """A deck file and what was read of it. path: as a person would name it."""

    path: Path
    data: bytes
    deck: Deck
    left_out: int


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named, and the deck files in the folders named, each once.

    Raises UsageError if one isn't there, or a folder has none in it.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            if not path.exists():
                raise UsageError("There is no such file or folder", where=str(path))
            found[path] = None
            continue
        top = Path(os.path.realpath(path))
        inside = [Path(file.path) for file in look([Root(path, PATH)]).files]
        if not inside:
            raise UsageError(
                "There are no deck files in this folder", where=str(path), todo="Name them *.deck.yaml"
            )
        found.update(dict.fromkeys(path / file.relative_to(top) for file in inside))
    return tuple(found)


class Named(NamedTuple):
    """The files of a check: those of decks, and those of exams."""

    decks: tuple[Path, ...]
    exams: tuple[Path, ...]


def split(paths: Sequence[Path]) -> Named:
    """Return the deck files and the exams' files that are named or in the folders named.

    Raises UsageError if one isn't there, or a folder has neither.
    """
    decks: dict[Path, None] = {}
    exams: dict[Path, None] = {}
    for path in paths:
        inside = _inside(path)
        exams.update(dict.fromkeys(inside))
        if inside == (path,):
            continue
        try:
            decks.update(dict.fromkeys(find([path])))
        except UsageError:
            if not inside:
                raise
    return Named(tuple(decks), tuple(exams))


def _inside(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,) if path.name.endswith(EXAM_SUFFIX) and path.exists() else ()
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        exams = [Path(folder, name) for name in names if name.endswith(EXAM_SUFFIX) and name[0] != "."]
        found += [exam for exam in exams if is_plain(exam, path)]
    return tuple(sorted(found))


def load(path: Path) -> DeckFile:
    """Read a deck file. Raises DeckError if it can't be read or has nothing in it to ask."""
    data = read_bytes(path)
    return DeckFile(path, data, *usable(read(data, str(path)), str(path)))


def usable(reading: Reading, name: str) -> tuple[Deck, int]:
    """Return a deck and how many questions it lacks. Raises DeckError with the reason if there is none."""
    if reading.deck is not None:
        return reading.deck, reading.left_out
    for problem in reading.problems:
        if problem.severity == "error":
            raise DeckError(
                _sentence(what(problem)),
                where=f"{name}:{problem.line}:{problem.column}",
                todo=_sentence(cure(problem)),
            )
    raise DeckError("There is no question in this file that can be asked", where=name)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """Return a file's content, as `paths.beginning` does. Raises DeckError."""
    try:
        return beginning(path, most)
    except OSError as error:
        raise DeckError(f"This file can't be read: {error.strerror or error}", where=str(path)) from None


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`; a crash leaves either of them whole. Its rights stay.

    A link stays a link. Raises DeckError if the file has changed since it was read, or can't be written.
    """
    real = Path(os.path.realpath(path))
    part = real.with_name(f".{real.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(real.stat().st_mode & 0o7777)
        if read_bytes(real) != before:
            raise DeckError(
                "This file was changed in the meantime",
                where=str(path),
                todo="Try again; nothing was written",
            )
        part.replace(real)
    except OSError as error:
        raise DeckError(f"This file can't be written: {error.strerror or error}", where=str(path)) from None
    finally:
        part.unlink(missing_ok=True)
