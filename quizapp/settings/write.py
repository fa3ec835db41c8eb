"""Writing the settings file: one value at a time, everything else left as it stands."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import SettingsError
from quizapp.paths import write_atomically
from quizapp.settings.read import Broken, load, parse, read_text
from quizapp.settings.table import Settings
from quizapp.settings.values import named, typed

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from tomlkit import TOMLDocument

_FIRST_LINE = "# Settings of quizapp. `quizapp settings` says what each of them does.\n"
_KEYS = ("keys",)
_WRITABLE = 0o222


def change(path: Path, name: str, text: str) -> Settings:
    """Set `name` to what a user typed, and return the settings as they are now.

    name: of a row of the table, `decks."ID".name` or `keys."ACTION"`.
    Comments and keys that nobody knows stay in the file. Raises SettingsError if there is no such
    setting, the value can't be had, or the file can't be read or written.
    """
    setting, header = named(name)
    try:
        value = typed(setting, text)
    except ValueError as error:
        raise SettingsError(f"'{text}' can't be the value of {name}", todo=f"It {error}") from None

    def put(document: "TOMLDocument") -> None:
        table: MutableMapping[str, Any] = _table(document, path, header)
        if header == _KEYS:
            _drop_nested(table, setting.name)
        table[setting.name] = value

    return _edit(path, put)


def reset(path: Path, name: str) -> Settings:
    """Take `name` out of the file, so that its default holds again, and return the settings.

    Raises SettingsError if there is no such setting, or the file can't be read or written.
    """
    setting, header = named(name)

    def take(document: "TOMLDocument") -> None:
        tables: list[MutableMapping[str, Any]] = [document]
        for key in header:
            inner = tables[-1].get(key)
            if not isinstance(inner, dict):
                return
            tables.append(inner)
        tables[-1].pop(setting.name, None)
        if header == _KEYS:
            _drop_nested(tables[-1], setting.name)
        if header and _is_bare(tables[-1]):
            tables[-2].pop(header[-1])

    return _edit(path, take)


def _drop_nested(table: "MutableMapping[str, Any]", name: str) -> None:
    """Take out a name that is written as tables in tables: `study.hint` without quotes."""
    first, dot, rest = name.partition(".")
    inner = table.get(first)
    if dot and isinstance(inner, dict):
        inner.pop(rest, None)
        _drop_nested(inner, rest)
        if _is_bare(inner):
            table.pop(first)


def _is_bare(table: object) -> bool:
    """Tell whether a table holds nothing, not even a comment."""
    write = getattr(table, "as_string", None)
    return not table and not (write and "#" in write())


def _edit(path: Path, act: Callable[["TOMLDocument"], None]) -> Settings:
    import tomlkit  # noqa: PLC0415 - only writing needs it

    if path.exists() and not path.stat().st_mode & _WRITABLE:
        raise SettingsError(
            "The settings file is read-only", where=str(path), todo="Make it writable, and try again"
        )
    try:
        text = read_text(path)
        parse(text)
    except Broken as broken:
        _name, line, column, message = broken.problem
        raise SettingsError(
            message, where=f"{path}:{line}:{column}", todo="Mend the file, or move it away, and try again"
        ) from None
    document = tomlkit.parse(text or _FIRST_LINE)
    act(document)
    try:
        # A settings file is often a link into a folder of dotfiles: the link stays.
        write_atomically(path.resolve(), tomlkit.dumps(document).encode())
    except OSError as error:
        raise SettingsError(
            f"The settings can't be written: {error.strerror}",
            where=str(path),
            todo="Look at the permissions of the folder, and whether the disk is full",
        ) from error
    return load(path)[0]


def _table(document: "TOMLDocument", path: Path, header: tuple[str, ...]) -> "MutableMapping[str, Any]":
    """The table a setting stands in, made where it is missing."""
    import tomlkit  # noqa: PLC0415 - only writing needs it

    table: MutableMapping[str, Any] = document
    for depth, key in enumerate(header, 1):
        if key not in table:
            table[key] = tomlkit.table(is_super_table=depth < len(header))
        inner = table[key]
        if not isinstance(inner, dict):
            what = (
                "`keys` is not a table of keys"
                if header == _KEYS
                else f'`decks."{header[-1]}"` is not a table of limits'
            )
            raise SettingsError(what, where=str(path), todo="Mend the file, or move it away, and try again")
        table = inner
    return table
