"""Finds the deck a person means."""

from collections.abc import Mapping
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.library import wording
from quizapp.library.entry import Entry
from quizapp.library.find import SUFFIXES


def stem(path: Path) -> str:
    """Return a deck file's name without its ending."""
    for suffix in (*SUFFIXES, ".yaml", ".yml"):
        if path.name.endswith(suffix):
            return path.name.removesuffix(suffix)
    return path.name


def named(name: str, entries: Mapping[str, Entry]) -> Entry:
    """Return the deck with that id, title, file name or path; then the one whose id or title starts so.

    Case doesn't matter, except in ids that differ by nothing else. Raises UsageError if none fits, with
    those that come near, or if several do.
    """
    if name in entries:
        return entries[name]
    wanted = name.strip().casefold()
    path = str(Path(name).resolve()) if "\0" not in name else name
    exact = [
        entry
        for entry in entries.values()
        if wanted in (entry.id.casefold(), entry.title.casefold(), stem(entry.path).casefold())
        or str(entry.path) == path
    ]
    begins = [
        entry
        for entry in entries.values()
        if entry.id.casefold().startswith(wanted) or entry.title.casefold().startswith(wanted)
    ]
    for fitting in (exact, begins if wanted else []):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            ids = sorted(entry.id for entry in fitting)
            raise UsageError(wording.several(name, ids), todo="Name it by its id")
    raise UsageError(f"There is no deck '{name}'", todo=_near(wanted, entries))


def _near(wanted: str, entries: Mapping[str, Entry]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where a name was mistyped

    names = {
        text.casefold(): text
        for entry in entries.values()
        for text in (entry.id, entry.title, stem(entry.path))
    }
    close = [names[match] for match in get_close_matches(wanted[:80], list(names), 3, 0.6)]
    if close:
        return (
            f"Did you mean {' or '.join(repr(text) for text in close)}?".rstrip("?") + "? See `quizapp decks`"
        )
    return "See `quizapp decks` for those there are"
