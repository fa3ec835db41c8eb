"""Which deck files a command for authors works on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.group import State
from quizapp.cli.output import tell
from quizapp.cli.services import is_path
from quizapp.errors import UsageError
from quizapp.paths import paths_from

if TYPE_CHECKING:
    from quizapp.library.library import Library


def deck_paths(state: State, names: Sequence[str], *, to_write: bool = False) -> tuple[Path, ...]:
    """Return the deck files that are named: by file, by folder, or as a deck at hand; all if none is.

    to_write: a deck that came with the program is refused unless its file is named.
    Raises UsageError if there is no such file or deck.
    """
    from quizapp.author.files import find

    given = [(name, is_path(name) or Path(name).exists()) for name in names]
    paths: list[Path] = []
    library = None if given and all(path for _, path in given) else library_of(state)
    try:
        for name, path in given:
            paths += find([Path(name)]) if path else [_deck(library, name, to_write=to_write)]
        if library is not None and not given:
            paths = [entry.path for entry in library.decks()]
    finally:
        if library is not None:
            library.close()
    return tuple(dict.fromkeys(paths))


def library_of(state: State, extra: Sequence[Path] = ()) -> "Library":
    """Return the decks at hand, and those of `extra`; to be closed."""
    from quizapp.library.library import Library
    from quizapp.settings import load

    paths = paths_from(state.environment)
    settings, _ = load(paths.settings)
    library = Library.open(
        paths, folders=[Path(folder).expanduser() for folder in settings.deck_folders], extra=extra
    )
    library.refresh()
    return library


def _deck(library: "Library | None", name: str, *, to_write: bool) -> Path:
    assert library is not None
    try:
        entry = library.deck(name)
    except UsageError:
        for notice in library.notices:
            tell(notice)
        raise
    if to_write and entry.origin == "shipped":
        raise UsageError(
            f"'{entry.title}' came with the program and stays as it is",
            todo=f"`quizapp decks --copy {entry.id}` makes a copy you can edit",
        )
    return entry.path
