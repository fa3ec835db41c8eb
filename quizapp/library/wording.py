"""The library's own sentences about files and folders, in one place."""

from collections.abc import Iterable


def unreadable(path: str, error: OSError) -> str:
    """A file or folder that the system doesn't let us read."""
    return f"{path} can't be read: {error.strerror or error}."


def not_a_deck(path: str) -> str:
    """A file that can be read, but has nothing in it to ask."""
    return f"{path} has no question in it that can be asked."


def escapes(path: str, target: str) -> str:
    """A symlink out of the folder it was found in."""
    return (
        f"{path} is not read: it is a link that leaves its folder, to {target}. "
        "Name that file, or add its folder to deck_folders in the settings."
    )


def too_many(folder: str, most: int) -> str:
    """A folder with more in it than is looked at."""
    return f"{folder} has more than {most} files and folders in it; the rest is not looked at."


def not_a_file(path: str) -> str:
    """A path that is neither a file nor a folder, or nothing at all."""
    return f"{path} is neither a file nor a folder."


def same_id(deck: str, leads: str, other: str) -> str:
    """Two files with one deck id."""
    return f"{other} is left out: it has the same id as {leads}, {deck}. Give one of them another id."


def no_cache(path: str, error: Exception) -> str:
    """The index can't be kept."""
    return f"Decks are read anew at each start: {path} can't be used ({error})."


def include_leaves(path: str, pattern: str) -> str:
    """An include that points out of the deck's folder."""
    return f"{path}: include '{pattern}' leaves the deck's folder. Move the file into that folder."


def include_nothing(path: str, pattern: str) -> str:
    """An include without any file."""
    return f"{path}: include '{pattern}' matches no deck file (.yaml or .yml) in the deck's folder."


def include_cycle(path: str, other: str) -> str:
    """A file that includes the file it is included by."""
    return f"{path}: {other} is left out: it includes this deck in its turn."


def include_deep(path: str, other: str, most: int) -> str:
    """An include of an include of an include."""
    return f"{path}: {other} is left out: it is included over more than {most} files."


def include_many(path: str, most: int) -> str:
    """An include of more files than are looked at."""
    return f"{path}: include matches more than {most} files; the rest is left out."


def include_broken(path: str, other: str) -> str:
    """An included file that isn't a deck."""
    return f"{path}: {other} is included, but can't be read as a deck."


def several(name: str, candidates: Iterable[str]) -> str:
    """A name that fits several decks."""
    return f"'{name}' fits several decks: {', '.join(candidates)}"
