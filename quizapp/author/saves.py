"""A deck file while somebody writes it: how a save is seen, and what it holds."""

from pathlib import Path
from typing import NamedTuple

from quizapp.author.files import read_bytes
from quizapp.deck.model import Deck, Question
from quizapp.deck.problems import Problem
from quizapp.deck.read import Reading, read


class Stamp(NamedTuple):
    """By what a save is seen: time in nanoseconds, size, and the file's number on its disk."""

    mtime: int
    size: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """Look at a file; None if it is away, as for a moment while an editor puts another in its place."""
        try:
            state = path.stat()
        except OSError:
            return None
        return cls(state.st_mtime_ns, state.st_size, state.st_ino)


class Watch(NamedTuple):
    """Decides when a file is read anew: once it differs from what was read, and has come to rest.

    read: the stamp of what was read last. last: that of the last look.
    """

    read: Stamp | None = None
    last: Stamp | None = None

    def look(self, now: Stamp | None) -> tuple["Watch", bool]:
        """Return the watch after a look at the file, and whether to read it.

        A file that is away isn't read; one that changes between two looks is still being written.
        """
        ready = now is not None and now != self.read and now == self.last
        return Watch(now if ready else self.read, now), ready


class Version(NamedTuple):
    """A deck file as it was saved once. reading: what could be read of it."""

    path: Path
    data: bytes
    reading: Reading

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that can be shown, drafts among them."""
        return self.reading.deck.questions if self.reading.deck else ()


def version_of(path: Path) -> Version:
    """Read a deck file as it is now. Raises DeckError if it can't be read from the disk."""
    data = read_bytes(path)
    return Version(path, data, read(data, str(path)))


def problems_of(version: Version, folder: Path | None) -> tuple[Problem, ...]:
    """Return all that is found in a version: what its reader tells, and the rules for questions.

    folder: where documents are looked for first.
    """
    from quizapp.author.check import found_in, texts_of  # noqa: PLC0415 - the rules take a while to load

    def texts(deck: Deck) -> dict[str, str]:
        return dict(texts_of(deck, version.path, folder))

    return found_in(version.reading, version.data, version.path, texts).problems
