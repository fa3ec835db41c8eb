"""How an editor is told to open a file at a line."""

import os
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import PurePath

from quizapp.errors import UsageError

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("sensible-editor", "nano", "vi", "notepad.exe")
_COLON = frozenset(("subl", "sublime_text", "zed", "zeditor", "hx", "helix", "atom", "lapce"))
_GOTO = frozenset(
    ("code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf", "positron")
)
_OPTION = frozenset(
    ("kate", "kwrite", "mate", "idea", "pycharm", "webstorm", "clion", "goland", "rubymine", "studio")
)
_NO_LINE = frozenset(
    ("ed", "notepad", "wordpad", "open", "xdg-open", "start", "textedit", "busybox", "typora")
)
Runs = Callable[[str], str | None]


def editor_command(
    environment: Mapping[str, str], file: str, line: int, *, which: Runs = shutil.which
) -> list[str]:
    """Return what to run to edit `file` at `line` (from 1), by `$VISUAL`, `$EDITOR`, or what is there.

    Most editors take `+LINE FILE`; those that don't are asked in their own way, or for the file alone.
    which: finds a program on the path. Raises UsageError if no editor is named and none is there, or
    the variable can't be read.
    """
    command = _named(environment) or _there(which)
    name = PurePath(command[0].replace("\\", "/")).name.lower().removesuffix(".exe").removesuffix(".cmd")
    # A name that starts with a dash would be taken for an option.
    path = os.path.join(".", file) if file.startswith(("-", "+")) else file  # noqa: PTH118 - Path drops the dot
    return [*command, *_arguments(name, path, line)]


def _arguments(name: str, file: str, line: int) -> list[str]:
    if name in _GOTO:
        return ["--goto", f"{file}:{line}"]
    if name in _COLON:
        return [f"{file}:{line}"]
    if name in _OPTION:
        return ["--line", str(line), file]
    if name == "notepad++":
        return [f"-n{line}", file]
    if name in _NO_LINE:
        return [file]
    return [f"+{line}", file]


def _named(environment: Mapping[str, str]) -> list[str]:
    for variable in _VARIABLES:
        given = environment.get(variable, "").strip()
        if not given:
            continue
        try:
            words = shlex.split(given, posix=os.name != "nt")
        except ValueError:
            raise UsageError(
                f"${variable} can't be read as a command: {given}", todo="Close its quotes"
            ) from None
        return [word.strip('"') for word in words] if os.name == "nt" else words
    return []


def _there(which: Runs) -> list[str]:
    for name in _USUAL:
        if which(name):
            return [name]
    raise UsageError("No editor is known", todo="Name yours in the variable EDITOR, such as EDITOR=nano")
