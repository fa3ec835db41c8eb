"""Reading the settings file: what it says, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.settings.table import BY_NAME, DECK_BY_NAME, DeckLimits, Setting, Settings, keys_of
from quizapp.settings.values import checked, likely


class SettingProblem(NamedTuple):
    """One value that can't be used, so that its default holds.

    name: the setting, `decks."ID".name` for a deck's, `keys."ACTION"` for keys, or empty where the whole
    file is meant.
    line, column: where, both from 1. message: what is wrong, a sentence without its full stop.
    """

    name: str
    line: int
    column: int
    message: str

    @property
    def sentence(self) -> str:
        """Where it is, and what is wrong, with its full stop."""
        stop = "" if self.message.endswith("?") else "."
        return f"{self.line}:{self.column}: {self.message}{stop}"


class Broken(Exception):  # noqa: N818 - it carries a problem, it is not an error of its own
    """The file is no TOML, or can't be read at all."""

    def __init__(self, problem: SettingProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def load(path: Path) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """Read the settings file, and tell what is wrong with it; a missing file is all defaults.

    A value that can't be used falls back to its default. Keys nobody knows are left alone, and told
    only if they look like a slip of the pen.
    """
    try:
        text = read_text(path)
        values = parse(text) if text else {}
    except Broken as broken:
        return Settings(), (broken.problem,)
    problems: list[SettingProblem] = []
    found = {
        name: value for name, value in _values(values, BY_NAME, text, (), problems).items() if name in BY_NAME
    }
    decks = _decks(values.get("decks", {}), text, problems)
    keys = _keys(values.get("keys", {}), text, problems)
    return Settings(**found, decks=decks, keys=keys), tuple(sorted(problems, key=lambda each: each[1:3]))


def key_problem(path: Path, action: str, message: str) -> SettingProblem:
    """Return the problem that the keys of `action` can't be had, at the place where the file names them.

    It is for the screens to find, since they know which actions and keys there are.
    """
    try:
        place = _place_of_keys(read_text(path), action)
    except Broken:
        place = (1, 1)
    return SettingProblem(f'keys."{action}"', *place, message)


def read_text(path: Path) -> str:
    """Return the text of the file, empty if there is none. Raises Broken."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise Broken(SettingProblem("", 1, 1, f"The file can't be read: {error.strerror}")) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise Broken(SettingProblem("", line, column, "The file is not UTF-8 text")) from error


def parse(text: str) -> dict[str, Any]:
    """Return the TOML in `text`. Raises Broken."""
    import tomllib  # noqa: PLC0415 - most people have no settings file

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "Nested too deeply"
        line, column = text.count("\n") + 1, 1
        if place := re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", reason):
            reason = reason[: place.start()]
            line, column = (int(place[1]), int(place[2])) if place[1] else (line, column)
        raise Broken(SettingProblem("", line, column, f"The file is not TOML: {reason}")) from error


def _values(
    given: Mapping[str, Any],
    table: Mapping[str, Setting],
    text: str,
    header: tuple[str, ...],
    problems: list[SettingProblem],
) -> dict[str, Any]:
    """Those of `given` that the table knows and that can be used; the others become problems."""
    found: dict[str, Any] = {}
    for key, value in given.items():
        name = ".".join([header[0], f'"{header[1]}"', key]) if header else key
        if setting := table.get(key):
            try:
                found[key] = checked(setting, value)
            except ValueError as error:
                problems.append(SettingProblem(name, *locate(text, key, header), f"`{key}` {error}"))
        elif key not in {"decks", "keys"} and (guess := likely(key, table)):
            message = f"There is no setting `{key}`; did you mean `{guess}`?"
            problems.append(SettingProblem(name, *locate(text, key, header), message))
    return found


def _decks(given: object, text: str, problems: list[SettingProblem]) -> dict[str, DeckLimits]:
    if not isinstance(given, dict):
        message = '`decks` must hold tables such as [decks."my-deck"]'
        problems.append(SettingProblem("decks", *locate(text, "decks", ()), message))
        return {}
    decks = {}
    for deck, limits in given.items():
        if isinstance(limits, dict):
            decks[deck] = DeckLimits(**_values(limits, DECK_BY_NAME, text, ("decks", deck), problems))
        else:
            message = f'`decks."{deck}"` must be a table of limits'
            place = locate(text, deck, ("decks",))
            problems.append(SettingProblem(f'decks."{deck}"', *place, message))
    return decks


def _keys(given: object, text: str, problems: list[SettingProblem]) -> dict[str, str]:
    """The keys of actions; `study.hint` without quotes is a table in a table to TOML, and means the same."""
    if not isinstance(given, dict):
        message = '`keys` must be a table of actions and keys, such as "study.hint" = "h,f2"'
        problems.append(SettingProblem("keys", *locate(text, "keys", ()), message))
        return {}
    found = {}
    for action, value in _leaves(given):
        try:
            found[action] = str(checked(keys_of(action), value))
        except ValueError as error:
            place = _place_of_keys(text, action)
            problems.append(SettingProblem(f'keys."{action}"', *place, f"`{action}` {error}"))
    return found


def _leaves(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from _leaves(value, f"{name}.")
        else:
            yield name, value


def _place_of_keys(text: str, action: str) -> tuple[int, int]:
    *before, last = action.split(".")
    return locate(text, last, ("keys", *before))


def locate(text: str, key: str, header: tuple[str, ...]) -> tuple[int, int]:
    """Line and column, from 1, of `key` in the table `header`; of what comes nearest to it otherwise.

    It looks at the text, since tomllib forgets positions: a key that a multi-line string imitates may
    mislead it, which costs a wrong line number and nothing else.
    """
    path = (*header, key)
    heads = [re.compile(rf"\s*\[\s*{_dotted(path[:depth])}\s*\]") for depth in range(1, len(path))]
    keys = [re.compile(rf"\s*({_dotted(path[depth:])})\s*[.=]") for depth in range(len(path))]
    near = re.compile(rf"(?<![\w-]){_dotted(header[-1:] or path)}(?![\w-])")
    depth, nearest = 0, (1, 1)  # depth: how much of the path the table we are in has; -1 for another table
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            depth = next((found for found, head in enumerate(heads, 1) if head.match(line)), -1)
        elif depth >= 0 and (match := keys[depth].match(line)):
            return number, match.start(1) + 1
        if nearest == (1, 1) and (match := near.search(line)):
            nearest = (number, match.start() + 1)
    return nearest


def _dotted(parts: tuple[str, ...]) -> str:
    """A pattern for a dotted key, each part bare or in quotes."""
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in parts)
