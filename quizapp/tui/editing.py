"""Lends the terminal to the user's editor."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from quizapp.author.editor import editor_command
from quizapp.errors import QuizappError


def edit(app: App[Any], environment: Mapping[str, str], path: Path, line: int) -> str | None:
    """Open a file at a line in the editor that the environment names, and wait until it is left.

    Returns a sentence if that can't be done, else None. An editor with a window of its own may come back
    at once and be left later.
    """
    try:
        command = editor_command(environment, str(path), line)
    except QuizappError as error:
        return str(error)
    try:
        with app.suspend():
            subprocess.call(command)  # noqa: S603 - the user's own editor
    except OSError as error:
        why = error.strerror or str(error)
        return f"{command[0]} can't be started: {why}. The variable EDITOR names your editor."
    except SuspendNotSupported:
        return f"This terminal can't be lent to an editor. Open {path}, line {line}, beside it."
    return None
