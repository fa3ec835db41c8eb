"""Looks for deck files below the folders it is given; reads none of them."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.library import wording
from quizapp.library.entry import Found, Root

SUFFIXES = (".deck.yaml", ".deck.yml")
MOST_DEPTH = 8
MOST_ENTRIES = 50_000


class Sight(NamedTuple):
    """What was found: files in a fixed order, each once, and sentences about what is not looked at."""

    files: tuple[Found, ...]
    notices: tuple[str, ...]


def look(roots: Iterable[Root]) -> Sight:
    """Find the deck files of all roots.

    A file that lies below two roots belongs to the first; it counts as named if either root was.
    Hidden files and folders are passed over, and so are links to folders: what they point to is found
    at its own place or lies outside. A folder that doesn't exist is empty.
    """
    files: dict[str, Found] = {}
    notices: list[str] = []
    for root in roots:
        for found in _below(root, notices):
            before = files.get(found.path)
            if before is None:
                files[found.path] = found
            elif found.named and not before.named:
                files[found.path] = before._replace(named=True)
    return Sight(tuple(files.values()), tuple(dict.fromkeys(notices)))


def one(path: str, origin: str, *, named: bool) -> Found:
    """Return the file at `path`, which has no symlinks in it. Raises OSError if it isn't a readable file."""
    seen = Path(path).stat()
    if not stat.S_ISREG(seen.st_mode):
        raise OSError(0, "it is not a file", path)
    return _found(path, origin, seen, named=named)


def _below(root: Root, notices: list[str]) -> Iterator[Found]:
    path = os.path.realpath(root.path)
    try:
        seen = Path(path).stat()
    except FileNotFoundError:
        if root.named:
            notices.append(wording.not_a_file(str(root.path)))
        return
    except OSError as error:
        notices.append(wording.unreadable(path, error))
        return
    if stat.S_ISREG(seen.st_mode):
        yield _found(path, root.origin, seen, named=root.named)
    elif stat.S_ISDIR(seen.st_mode):
        yield from _walk(path, root, notices)
    else:
        notices.append(wording.not_a_file(path))


def _walk(top: str, root: Root, notices: list[str]) -> Iterator[Found]:
    waiting = [(top, 0)]
    left = MOST_ENTRIES
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as error:
            notices.append(wording.unreadable(folder, error))
            continue
        left -= len(entries)
        if left < 0:
            notices.append(wording.too_many(top, MOST_ENTRIES))
            return
        entries.sort(key=lambda entry: entry.name)
        yield from _files(entries, top, root, notices)
        if depth < MOST_DEPTH:
            waiting += [
                (entry.path, depth + 1) for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)
            ]


def _files(entries: Iterable[os.DirEntry[str]], top: str, root: Root, notices: list[str]) -> Iterator[Found]:
    for entry in entries:
        if not entry.name.endswith(SUFFIXES):
            continue
        path = entry.path
        if entry.is_symlink():
            path = os.path.realpath(path)
            if not within(path, top):
                notices.append(wording.escapes(entry.path, path))
                continue
        try:
            seen = Path(path).stat() if entry.is_symlink() else entry.stat()
        except OSError as error:
            notices.append(wording.unreadable(entry.path, error))
            continue
        if stat.S_ISREG(seen.st_mode):
            yield _found(path, root.origin, seen, named=root.named)


def is_plain(path: Path, top: Path) -> bool:
    """Tell whether `path`, found below the folder `top`, is a file of that folder.

    Pipes and devices are none: reading them may never end. Nor is a link that leads out.
    """
    if path.is_symlink() and not within(os.path.realpath(path), os.path.realpath(top)):
        return False
    return path.is_file()


def within(path: str, folder: str) -> bool:
    """Tell whether `path` lies below `folder`; both have no symlinks in them."""
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _found(path: str, origin: str, seen: os.stat_result, *, named: bool) -> Found:
    return Found(path, origin, named, seen.st_mtime_ns, seen.st_size, seen.st_ino)
