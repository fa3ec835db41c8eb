"""Opens what commands work with."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.output import tell
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.library.library import Library
    from quizapp.settings import SettingProblem
    from quizapp.study.desk import Desk


def open_desk(
    environment: Mapping[str, str], extra: Sequence[Path] = (), *, front: str = "cli", reading: bool = False
) -> "Desk":
    """Open decks, log and settings, and say on stderr what is wrong with the settings file.

    reading: for commands that only look; a log that can't be written is opened all the same.
    """
    from quizapp.study.desk import Desk

    desk = Desk.open(environment, extra, front=front, reading=reading)
    tell_problems(desk.paths.settings, desk.setting_problems)
    return desk


def tell_problems(path: Path, problems: "Sequence[SettingProblem]") -> None:
    """Say on stderr what is wrong with the settings file at `path`."""
    for problem in problems:
        tell(f"{path}:{problem.sentence}")


def look(desk: "Desk") -> None:
    """Look at the deck files, and say on stderr what the learner should know."""
    for notice in desk.refresh():
        tell(notice)


def is_path(name: str) -> bool:
    """Tell whether a deck is named by its file or folder, and not by its id or title."""
    return name.endswith((".yaml", ".yml")) or os.sep in name or name in (".", "..")


def deck_ids(library: "Library", names: Sequence[str]) -> list[str]:
    """Return the ids of the decks named by id, title, file or folder.

    Raises UsageError where a name fits none; why a file can't be used, the library's notices say.
    """
    found: list[str] = []
    for name in names:
        folder = Path(name).resolve() if is_path(name) and Path(name).is_dir() else None
        if folder is not None:
            inside = [entry.id for entry in library.decks() if entry.path.is_relative_to(folder)]
            if not inside:
                raise UsageError("There are no decks in this folder", where=name)
            found += inside
            continue
        try:
            found.append(library.deck(name).id)
        except UsageError:
            if is_path(name) and Path(name).is_file():
                said = "Nothing in this file can be asked"
                raise UsageError(said, where=name, todo="'quizapp check' says why") from None
            if Path(name).is_dir():
                raise UsageError(
                    f"There is no deck '{name}'", todo=f"Write '{os.curdir}{os.sep}{name}' for the folder"
                ) from None
            raise
    return list(dict.fromkeys(found))
