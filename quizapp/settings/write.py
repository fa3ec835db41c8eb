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


def change(path: Path, name: str, text: str) -> Settings:
    """Set `name` (or `decks."ID".name`) to what a user typed, and return the settings as they are now.

    Comments and keys that nobody knows stay in the file. Raises SettingsError if there is no such
    setting, the value can't be had, or the file can't be read or written.
    """
    setting, deck = named(name)
    try:
        value = typed(setting, text)
    except ValueError as error:
        raise SettingsError(f"'{text}' can't be the value of {name}", todo=f"It {error}") from None

    def put(document: "TOMLDocument") -> None:
        table: MutableMapping[str, Any] = document if deck is None else _table(document, path, deck)
        table[setting.name] = value

    return _edit(path, put)


def reset(path: Path, name: str) -> Settings:
    """Take `name` out of the file, so that its default holds again, and return the settings.

    Raises SettingsError if there is no such setting, or the file can't be read or written.
    """
    setting, deck = named(name)

    def take(document: "TOMLDocument") -> None:
        decks = document.get("decks")
        if deck is None:
            document.pop(setting.name, None)
        elif isinstance(decks, dict) and isinstance(decks.get(deck), dict):
            decks[deck].pop(setting.name, None)
            if not decks[deck]:
                decks.pop(deck)

    return _edit(path, take)


def _edit(path: Path, act: Callable[["TOMLDocument"], None]) -> Settings:
    import tomlkit  # noqa: PLC0415 - only writing needs it

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


def _table(document: "TOMLDocument", path: Path, deck: str) -> "MutableMapping[str, Any]":
    """The table of one deck's limits, made where it is missing."""
    import tomlkit  # noqa: PLC0415 - only writing needs it

    if "decks" not in document:
        document["decks"] = tomlkit.table(is_super_table=True)
    decks = document["decks"]
    if isinstance(decks, dict) and deck not in decks:
        decks[deck] = tomlkit.table()
    if isinstance(decks, dict) and isinstance(limits := decks[deck], dict):
        return limits
    raise SettingsError(
        f'`decks."{deck}"` is not a table of limits',
        where=str(path),
        todo="Mend the file, or move it away, and try again",
    )
