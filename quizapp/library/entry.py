"""What the library tells of a deck, and what it knows of a file before reading it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.paths import Paths

SHIPPED = "shipped"
YOURS = "yours"
FOLDER = "folder"
PATH = "path"


class Entry(NamedTuple):
    """A deck as it is listed, without its questions.

    path: its file, symlinks resolved. origin: shipped (came with the program), yours (the user's decks
    folder), folder (one named in the settings) or path (named on the command line).
    mark: changes whenever what is asked could have changed.
    order: its place in lists, None if the teacher gives none.
    questions, cards: that are asked; drafts and questions with a problem are not among them.
    left_out: questions left out because of a problem. problems: everything found wrong with the file.
    overrides: it leads over a shipped deck with the same id. shipped_newer: that one has changed since.
    includes: ids of the decks it includes itself, in their order.
    """

    id: str
    title: str
    path: Path
    origin: str
    mark: str
    about: str | None = None
    notice: str | None = None
    language: str = "en"
    order: float | None = None
    questions: int = 0
    cards: int = 0
    left_out: int = 0
    problems: int = 0
    overrides: bool = False
    shipped_newer: bool = False
    includes: tuple[str, ...] = ()


class Root(NamedTuple):
    """Where decks are looked for: a folder, or one file. `named`: the user named it on the command line."""

    path: Path
    origin: str
    named: bool = False


class Found(NamedTuple):
    """A deck file as the file system shows it, not read yet. `path` has no symlinks in it.

    mtime and inode tell whether it is still the same file; mtime is in nanoseconds, size in bytes.
    """

    path: str
    origin: str
    named: bool
    mtime: int
    size: int
    inode: int


def own_roots(paths: Paths, folders: Sequence[Path]) -> list[Root]:
    """Where decks are looked for unnamed: with the program, in the user's own folder, and in `folders`."""
    own = [Root(paths.shipped, SHIPPED), Root(paths.decks, YOURS)]
    return own + [Root(folder.expanduser(), FOLDER) for folder in folders]
