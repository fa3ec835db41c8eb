"""Brings the index up to what the file system shows, reading only what changed."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from quizapp.clock import file_time
from quizapp.library import find, include, reading, wording
from quizapp.library.choose import Candidate, View
from quizapp.library.entry import Found, Root
from quizapp.library.include import Included
from quizapp.library.index import Index, Row
from quizapp.paths import beginning

# A file can change twice within one tick of a file system's clock (2 s on FAT): what was read so soon
# after its last change is compared by content once more.
RACY = 2_000_000_000
MOST_BYTES = 32_000_000
Progress = Callable[[int, int], None]


def bring_up(index: Index, roots: Iterable[Root], progress: Progress | None = None) -> View:
    """Look at all files, read those that changed, follow includes, forget files that are gone.

    Raises sqlite3.Error if the index can't be used.
    """
    sight = find.look(roots)
    work = _Work(index, list(sight.notices), progress)
    work.take(sight.files)
    graph = work.follow()
    work.forget()
    sound = include.untangle(graph)
    return View(
        tuple(work.candidates.values()), _with_broken(sound, work), tuple(dict.fromkeys(work.notices))
    )


def _with_broken(sound: dict[str, Included], work: "_Work") -> dict[str, Included]:
    """Take included files without a deck out, and tell."""
    outcome = {}
    for path, (paths, problems) in sound.items():
        fine = tuple(other for other in paths if _has_deck(work.candidates.get(other)))
        broken = tuple(wording.include_broken(path, other) for other in paths if other not in fine)
        told = work.refused.get(path, ()) + problems + broken
        if paths or told:
            outcome[path] = Included(fine, told)
    return outcome


def _has_deck(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.row.deck is not None


class _Work:
    """One look at all files."""

    def __init__(self, index: Index, notices: list[str], progress: Progress | None) -> None:
        self.candidates: dict[str, Candidate] = {}
        self.refused: dict[str, tuple[str, ...]] = {}
        self.notices = notices
        self._index = index
        self._known = index.files()
        self._progress = progress
        self._unreadable: set[str] = set()

    def take(self, files: Iterable[Found]) -> None:
        """Make candidates of files; read those that the index doesn't have as they are."""
        stale: list[Found] = []
        for found in files:
            row = self._known.get(found.path)
            if row is not None and _unchanged(row, found):
                self.candidates[found.path] = Candidate(found, row)
            else:
                stale.append(found)
                self.candidates.pop(found.path, None)
        for number, found in enumerate(stale):
            if self._progress:
                self._progress(number, len(stale))
            self._read(found)
        if stale:
            if self._progress:
                self._progress(len(stale), len(stale))
            rows = self._index.files()
            for found in stale:
                if found.path not in self._unreadable and found.path in rows:
                    self.candidates[found.path] = Candidate(found, rows[found.path])

    def follow(self) -> dict[str, tuple[str, ...]]:
        """Take the files that decks include, and those that these include; return who includes whom."""
        graph: dict[str, tuple[str, ...]] = {}
        waiting = list(self.candidates.values())
        room = include.MOST_FILES
        while waiting:
            fresh: dict[str, Found] = {}
            for found, row in waiting:
                if row.include != "[]":
                    paths, self.refused[found.path] = include.expand(found.path, json.loads(row.include))
                    graph[found.path] = paths
                    self._see([path for path in paths if path not in fresh][:room], found, fresh)
            room -= len(fresh)
            self.take(fresh.values())
            waiting = [self.candidates[path] for path in fresh if path in self.candidates]
        return graph

    def forget(self) -> None:
        """Drop what the index has of files that are gone; files elsewhere may be another program's."""
        gone = [
            row.id
            for path, row in self._known.items()
            if path not in self.candidates and not os.path.lexists(path)
        ]
        self._index.drop(gone)
        for candidate in self.candidates.values():
            if candidate.row.deck is None and candidate.row.first:
                self.notices.append(candidate.row.first)

    def _see(self, paths: Iterable[str], by: Found, fresh: dict[str, Found]) -> None:
        for path in paths:
            if path not in self.candidates and path not in self._unreadable:
                try:
                    fresh[path] = find.one(path, by.origin, named=by.named)
                except OSError as error:
                    self._fail(path, error)

    def _read(self, found: Found) -> None:
        checked = file_time()
        try:
            data = beginning(Path(found.path), MOST_BYTES)
        except OSError as error:
            self._fail(found.path, error)
            return
        row = self._known.get(found.path)
        if row is not None and row.hash == reading.hash_of(data):
            self._index.touch(row, found, checked)
        else:
            with reading.no_collecting():
                self._index.save(found, checked, reading.read(data, found.path))

    def _fail(self, path: str, error: OSError) -> None:
        self._unreadable.add(path)
        self.notices.append(wording.unreadable(path, error))


def _unchanged(row: Row, found: Found) -> bool:
    same = (row.mtime, row.size, row.inode) == (found.mtime, found.size, found.inode)
    return same and row.mtime < row.checked - RACY
