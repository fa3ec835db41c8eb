"""Takes decks into the user's decks folder and out of it. Nothing is ever overwritten or deleted."""

import os
import secrets
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.errors import DeckError, UsageError
from quizapp.library.bundle import Bundle, gather
from quizapp.library.copies import record
from quizapp.library.entry import SHIPPED, YOURS, Entry, Root
from quizapp.library.find import SUFFIXES, look, within
from quizapp.library.reading import hash_of
from quizapp.paths import make_private, write_atomically

if TYPE_CHECKING:
    from quizapp.library.library import Library

ADDED = "added"
REPLACED = "replaced"
UNCHANGED = "unchanged"
REMOVED_FOLDER = ".removed"


class Added(NamedTuple):
    """A deck that `add` was asked for.

    state: added, replaced or unchanged. kept: where its former files are now, if it was replaced.
    """

    entry: Entry
    state: str
    kept: Path | None = None


def add(library: "Library", path: Path, *, replace: bool) -> tuple[Added, ...]:
    """Do what `Library.add` says."""
    decks = library.paths.decks
    if is_in(path, decks):
        raise UsageError("It is in your decks folder already", where=str(path))
    bundle = gather(path)
    library.refresh()
    there = {deck: found for deck in bundle.decks for found in [_mine(library, deck)] if found}
    if there and len(there) == len(bundle.decks) and all(same(bundle, *pair) for pair in there.items()):
        return tuple(Added(library.deck(deck), UNCHANGED) for deck in there)
    if there and not replace:
        deck, found = next(iter(there.items()))
        raise UsageError(
            f"There is another deck with the id '{deck}' among yours, {found}",
            where=str(path),
            todo="Replace it with --replace, or `quizapp remove` it; progress stays either way",
        )
    together = {path for deck in there for path in _paths(library, deck)}
    kept: dict[str, Path] = {}
    for deck, found in there.items():
        # It may have gone with the folder of the one before.
        kept[deck] = take_out(found, together, decks) if found.exists() else list(kept.values())[-1]
    put(bundle, decks)
    library.refresh()
    return tuple(
        Added(library.deck(deck), REPLACED if deck in there else ADDED, kept.get(deck))
        for deck in bundle.decks
    )


def remove(library: "Library", deck: str) -> Path:
    """Do what `Library.remove` says."""
    entry = library.deck(deck)
    mine = _mine(library, entry.id)
    if mine is not None:
        kept = take_out(mine, _paths(library, entry.id), library.paths.decks)
        library.refresh()
        return kept
    if entry.origin == SHIPPED:
        raise UsageError(f"'{entry.title}' came with the program and stays", todo="You can stop studying it")
    raise UsageError(
        f"'{entry.title}' is not in your decks folder but in {entry.path}",
        todo="Take its folder out of deck_folders in the settings, or move the file away",
    )


def copy(library: "Library", deck: str) -> Path:
    """Do what `Library.copy` says."""
    entry = library.deck(deck)
    mine = _mine(library, entry.id)
    if mine is not None:
        raise UsageError(f"There is a copy of '{entry.title}' already: {mine}", todo="Edit that one")
    shipped = [found.row.path for found in library.candidates(entry.id) if found.found.origin == SHIPPED]
    if not shipped:
        raise UsageError(f"'{entry.title}' didn't come with the program; edit {entry.path} itself")
    bundle = gather(Path(shipped[0]))
    put(bundle, library.paths.decks)
    hashes = {name: hash_of(bundle.files[relative]) for name, relative in bundle.decks.items()}
    try:
        record(library.paths.decks, hashes)
    except OSError as error:
        raise _refused("The copy can't be noted", error, library.paths.decks) from None
    library.refresh()
    return _mine(library, entry.id) or entry.path


def _mine(library: "Library", deck: str) -> Path | None:
    """The file of a deck in the user's folder, whether it leads or not."""
    own = [found for found in library.candidates(deck) if found.found.origin == YOURS]
    return Path(min(own, key=lambda found: found.row.id).row.path) if own else None


def _paths(library: "Library", deck: str) -> set[str]:
    """Every file of a deck and of the decks it includes."""
    return {found.row.path for member in library.members(deck) for found in library.candidates(member)}


def put(bundle: Bundle, decks: Path) -> None:
    """Copy a bundle into the folder `decks`, whole or not at all, under a name that is free there.

    Raises DeckError where the file system refuses.
    """
    try:
        make_private(decks)
        if bundle.single:
            [(relative, data)] = bundle.files.items()
            write_atomically(_free(decks, Path(bundle.placed(relative)).name), data)
            return
        stage = decks / f".adding-{secrets.token_hex(4)}"
        try:
            for relative, data in bundle.files.items():
                write_atomically(stage / bundle.placed(relative), data)
            stage.rename(_free(decks, bundle.name))
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise _refused("The deck can't be copied", error, decks) from None


def same(bundle: Bundle, deck: str, there: Path) -> bool:
    """Tell whether the deck file `there` and all that came with it have the content of the bundle's files."""
    if bundle.single:
        return _content(there) == bundle.files[bundle.decks[deck]]
    depth = len(Path(bundle.placed(bundle.decks[deck])).parts)
    top = there.parents[depth - 1]
    return all(_content(top / bundle.placed(relative)) == data for relative, data in bundle.files.items())


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def take_out(path: Path, members: Collection[str], decks: Path) -> Path:
    """Move a deck of the user's folder into a hidden folder beside it; return where it is now.

    A folder that holds nothing but this deck and what it includes goes as a whole.
    Raises DeckError where the file system refuses.
    """
    root = Path(os.path.realpath(decks))
    moved = _unit(path, members, root)
    try:
        make_private(root / REMOVED_FOLDER)
        kept = _free(root / REMOVED_FOLDER, moved.name)
        moved.rename(kept)
    except OSError as error:
        raise _refused("The deck can't be taken out", error, moved) from None
    return kept


def _unit(path: Path, members: Collection[str], root: Path) -> Path:
    relative = path.relative_to(root)
    if len(relative.parts) == 1:
        return path
    folder = root / relative.parts[0]
    inside = {found.path for found in look([Root(folder, YOURS)]).files}
    return folder if inside <= {str(path), *members} else path


def is_in(path: Path, folder: Path) -> bool:
    """Tell whether `path` lies in `folder` or is it, links resolved."""
    real, top = os.path.realpath(path), os.path.realpath(folder)
    return real == top or within(real, top)


def _free(folder: Path, name: str) -> Path:
    """Return a path in `folder` that isn't taken: `name`, or with a number before its ending."""
    suffix = next((suffix for suffix in SUFFIXES if name.endswith(suffix)), "")
    path, number = folder / name, 2
    while os.path.lexists(path):
        path = folder / f"{name.removesuffix(suffix)}-{number}{suffix}"
        number += 1
    return path


def _refused(what: str, error: OSError, place: Path) -> DeckError:
    return DeckError(
        f"{what}: {error.strerror or error}",
        where=str(error.filename or place),
        todo="See that the folder can be written to and the disk isn't full",
    )
