"""A deck with all that belongs to it: included files, pictures and documents in its folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.deck.decoding import LARGEST
from quizapp.deck.model import Deck
from quizapp.errors import DeckError, UsageError
from quizapp.library import find, include, reading
from quizapp.library.entry import PATH, Root
from quizapp.library.find import SUFFIXES
from quizapp.library.names import stem
from quizapp.paths import beginning


class Bundle(NamedTuple):
    """Files to be copied together. name: of the folder or file they make. top: the folder they lie in.

    files: their paths relative to `top`, with their content. decks: deck ids with the relative path of
    each deck file among them, the included ones too. main: the deck file itself, if one was asked for.
    """

    name: str
    top: Path
    files: dict[str, bytes]
    decks: dict[str, str]
    main: str | None = None

    @property
    def single(self) -> bool:
        """Tell whether it is one file and needs no folder."""
        return len(self.files) == 1

    def placed(self, relative: str) -> str:
        """Where a file goes in its new folder: its own place; only the deck must end as deck files do."""
        return f"{self.name}{SUFFIXES[0]}" if relative == self.main else relative


def gather(path: Path) -> Bundle:
    """Collect the deck file, or all the deck files of the folder, at `path`.

    Raises UsageError if there is no deck file, DeckError if one has nothing to ask or can't be read.
    """
    real = Path(os.path.realpath(path))
    if real.is_dir():
        starts = [Path(found.path) for found in find.look([Root(real, PATH)]).files]
        if not starts:
            endings = " or ".join(f"*{suffix}" for suffix in SUFFIXES)
            raise UsageError(f"There is no deck file in this folder ({endings})", where=str(path))
        return _bundle(real.name, real, starts)
    if not real.is_file():
        raise UsageError("There is no such file or folder", where=str(path))
    return _bundle(stem(real), real.parent, [real], main=real.name)


def _bundle(name: str, top: Path, starts: Iterable[Path], main: str | None = None) -> Bundle:
    bundle = Bundle(name, top, {}, {}, main)
    try:
        for start in starts:
            if str(start.relative_to(top)) not in bundle.files:
                _add_deck(start, bundle)
    except OSError as error:
        raise DeckError(f"The deck can't be read: {error.strerror}", where=error.filename) from None
    return bundle


def _add_deck(start: Path, bundle: Bundle) -> None:
    """Add a deck file and what belongs to it; it or what it includes must have something to ask."""
    top, files = bundle.top, bundle.files
    waiting = [start]
    reports: list[str] = []
    asked = 0
    while waiting:
        path = waiting.pop()
        relative = str(path.relative_to(top))
        if relative in files:
            continue
        data = files[relative] = beginning(path, LARGEST)
        if len(data) > LARGEST:
            raise DeckError(
                f"This deck is larger than {LARGEST // 1_000_000} MB",
                where=str(path),
                todo="Part it into several; a deck can include others",
            )
        parsed = reading.read(data, str(top / bundle.placed(relative)))
        reports.append(parsed.report)
        if parsed.deck is None:
            continue
        asked += sum(not question.draft for question in parsed.deck.questions)
        bundle.decks.setdefault(parsed.deck.id, relative)
        for other in _belongings(path, parsed.deck):
            files.setdefault(str(other.relative_to(top)), other.read_bytes())
        waiting += [Path(other) for other in include.expand(str(path), parsed.deck.include).paths]
    if not asked:
        told = "\n".join(report.rstrip("\n") for report in reports if report)
        raise DeckError(f"There is no question in it that can be asked\n{told}".rstrip(), where=str(start))


def _belongings(path: Path, deck: Deck) -> Iterator[Path]:
    """Pictures and documents of a deck that are there; a path out of the deck's folder is passed over."""
    pictures = [question.image.file for question in deck.questions if question.image]
    documents = [document.file for document in deck.documents if document.file]
    for name in dict.fromkeys((*pictures, *documents)):
        real = Path(os.path.realpath(path.parent / name))
        if find.within(str(real), str(path.parent)) and real.is_file():
            yield real
