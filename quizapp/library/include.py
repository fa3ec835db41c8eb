"""Which files a deck includes: globs inside its own folder, links resolved; no circles, three files deep."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quizapp.library import wording
from quizapp.library.find import MOST_DEPTH, within

MOST_FILES = 1_000
MOST_LEVELS = 3
_WILD = re.compile(r"[*?\[]")
_YAML = (".yaml", ".yml")


class Included(NamedTuple):
    """Paths of the files a deck includes, and sentences about what is left out."""

    paths: tuple[str, ...]
    problems: tuple[str, ...]


def expand(deck: str, patterns: Sequence[str]) -> Included:
    """Find what the deck file at `deck` includes. Both it and what is returned have no symlinks in them.

    A pattern is relative and uses `/`; `*`, `?` and `[abc]` match within a name, `**` any folders.
    Hidden names match nothing, and a pattern with wildcards never matches the deck itself.
    """
    folder = str(Path(deck).parent)
    paths: dict[str, None] = {}
    problems: list[str] = []
    for pattern in patterns:
        matched, refused = _match(folder, pattern)
        problems += [wording.include_leaves(deck, pattern)] if refused else []
        if _WILD.search(pattern):
            matched = [path for path in matched if path != deck]
        elif not matched and not refused:
            problems.append(wording.include_nothing(deck, pattern))
        paths.update(dict.fromkeys(matched))
    if len(paths) > MOST_FILES:
        problems.append(wording.include_many(deck, MOST_FILES))
    return Included(tuple(paths)[:MOST_FILES], tuple(problems))


def untangle(graph: Mapping[str, Sequence[str]]) -> dict[str, Included]:
    """Take out of the graph of files every include that leads back to the deck it stands in.

    An include is refused if the file it names reaches the including file again, whichever was read
    first: the outcome doesn't depend on the order of files. A chain of more than three includes is a
    problem of the deck it starts from; what lies beyond is not among that deck's members.
    """
    reach = {path: _reach(graph, path) for path, includes in graph.items() if includes}
    sound: dict[str, Included] = {}
    for path, includes in graph.items():
        circles = [other for other in includes if other == path or path in reach.get(other, ())]
        sound[path] = Included(
            tuple(other for other in includes if other not in circles),
            tuple(wording.include_cycle(path, other) for other in circles),
        )
    plain = {path: kept.paths for path, kept in sound.items()}
    deep = {path: _too_deep(plain, path) for path in reach}
    return {path: Included(kept.paths, kept.problems + deep.get(path, ())) for path, kept in sound.items()}


def members(graph: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """Return `start` and what it includes, level by level, each once and at most three levels down."""
    seen = {start: None}
    level: list[str] = [start]
    for _ in range(MOST_LEVELS):
        level = [other for path in level for other in graph.get(path, ()) if other not in seen]
        seen.update(dict.fromkeys(level))
    return tuple(seen)


def _too_deep(graph: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    inside = members(graph, start)
    beyond = {other for path in inside for other in graph.get(path, ()) if other not in inside}
    return tuple(wording.include_deep(start, other, MOST_LEVELS) for other in sorted(beyond))


def _reach(graph: Mapping[str, Sequence[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += graph.get(path, ())
    return seen


def _match(folder: str, pattern: str) -> tuple[list[str], bool]:
    """Return the files `pattern` names, and whether any was refused because it leaves the folder."""
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if pattern.startswith(("/", "~")) or "\\" in pattern or ":" in pattern or ".." in parts:
        return [], True
    paths: list[str] = []
    refused = False
    for path in _step(folder, parts, MOST_DEPTH):
        real = os.path.realpath(path)
        if not within(real, folder):
            refused = True
        elif real.endswith(_YAML) and Path(real).is_file():
            paths.append(real)
    return paths, refused


def _step(folder: str, parts: Sequence[str], depth: int) -> Iterator[str]:
    """Yield the paths below `folder` that `parts` match; no wildcard follows a link to a folder."""
    if not parts or depth < 0:
        return
    part, rest = parts[0], parts[1:]
    if part == "**":
        yield from _step(folder, rest or ["*"], depth)
        inside, onward = [entry.path for entry in _listing(folder) if _is_folder(entry)], parts
    elif not _WILD.search(part):
        path = str(Path(folder, part))
        inside, onward = [path] if os.path.lexists(path) and not part.startswith(".") else [], rest
    else:
        matched = [entry for entry in _listing(folder) if _pattern(part).match(entry.name)]
        inside, onward = [entry.path for entry in matched if not rest or _is_folder(entry)], rest
    for path in inside:
        yield from _step(path, onward, depth - 1) if onward else (path,)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _listing(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not entry.name.startswith(".")]
    except OSError:
        return []
    return sorted(entries, key=lambda entry: entry.name)


@lru_cache(maxsize=256)
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(translate(part))
