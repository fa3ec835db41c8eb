"""Values of settings: from TOML, from what a user typed, and back to what a user would type."""

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.errors import SettingsError
from quizapp.settings.table import BY_NAME, DECK_BY_NAME, DeckLimits, Setting, Settings, keys_of

MOST_DURATIONS = 10
MOST_KEYS = 6

_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_DURATION = re.compile(r"([0-9]{1,9})([smhd])")
_KEY_NAME = re.compile(r"keys\.(?:\"([^\"]+)\"|'([^']+)'|([^\"']+))")
_KEY = re.compile(r"[^\s,]{1,40}")
_DECK_NAME = re.compile(r"decks\.(?:\"([^\"]+)\"|'([^']+)'|(.+))\.(\w+)")
_SWITCH = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
_NOTHING = ("", "none")


class Named(NamedTuple):
    """A setting that a user named, and the table it stands in: (), ("decks", ID) or ("keys",)."""

    setting: Setting
    table: tuple[str, ...]


def named(name: str) -> Named:
    """Find the setting `name`, `decks."ID".name` or `keys."ACTION"`. Raises SettingsError if none is."""
    if match := _KEY_NAME.fullmatch(name):
        return Named(keys_of(match[1] or match[2] or match[3]), ("keys",))
    if match := _DECK_NAME.fullmatch(name):
        deck = match[1] or match[2] or match[3]
        if setting := DECK_BY_NAME.get(match[4]):
            return Named(setting, ("decks", deck))
        known = [f'decks."{deck}".{each}' for each in DECK_BY_NAME]
    else:
        if setting := BY_NAME.get(name):
            return Named(setting, ())
        known = list(BY_NAME)
    guess = likely(name, known)
    raise SettingsError(
        f"There is no setting '{name}'",
        todo=f"The nearest is '{guess}'" if guess else "See `quizapp settings` for all of them",
    )


def likely(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` that was likely meant by `name`, None if nothing is close."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed where a name is wrong

    found = get_close_matches(name, list(known), n=1, cutoff=0.75)
    return found[0] if found else None


def checked(setting: Setting, value: object) -> object:
    """Turn a TOML value into the setting's own. Raises ValueError that says what it can be."""
    match setting.kind:
        case "choice" if isinstance(value, str) and value in setting.choices:
            return value
        case "switch" if isinstance(value, bool):
            return value
        case "integer" if isinstance(value, int) and not isinstance(value, bool) and _fits(setting, value):
            return value
        case "number" if isinstance(value, int | float) and not isinstance(value, bool):
            if _fits(setting, value):
                return float(value)
        case "durations" | "folders" | "keys":
            return _several(setting, value)
    raise ValueError(wanted(setting))


def _several(setting: Setting, value: object) -> object:
    """What `checked` does for settings of several parts."""
    match setting.kind:
        case "durations" if isinstance(value, list) and len(value) <= MOST_DURATIONS:
            seconds = [_seconds(each) for each in value]
            if all(each is not None and _fits(setting, each) for each in seconds):
                return tuple(seconds)
        case "folders" if isinstance(value, list):
            if all(isinstance(each, str) and each.strip() and "\0" not in each for each in value):
                return tuple(value)
        case "keys" if isinstance(value, str):
            keys = [each.strip() for each in value.split(",")]
            if len(keys) <= MOST_KEYS and all(map(_KEY.fullmatch, keys)):
                return ",".join(keys)
    raise ValueError(wanted(setting))


def typed(setting: Setting, text: str) -> object:
    """Turn what a user typed into a TOML value that `checked` takes.

    Raises ValueError that says what the setting can be.
    """
    text = text.strip()
    value = _read(setting, text)
    fit = checked(setting, value)
    return fit if setting.kind == "keys" else value


def _read(setting: Setting, text: str) -> object:
    try:
        match setting.kind:
            case "integer":
                return int(text)
            case "number":
                return round(float(text[:-1]) / 100, 6) if text.endswith("%") else float(text)
    except ValueError:
        raise ValueError(wanted(setting)) from None
    match setting.kind:
        case "switch":
            return _SWITCH.get(text.lower())
        case "durations":
            return [] if text.lower() in _NOTHING else text.replace(",", " ").split()
        case "folders":
            return [] if text.lower() in _NOTHING else [each for each in text.split(os.pathsep) if each]
    return text


def wanted(setting: Setting) -> str:
    """Say what the setting can be, as the end of a sentence that starts with "It"."""
    match setting.kind:
        case "choice":
            return "must be one of " + ", ".join(setting.choices)
        case "switch":
            return "must be true or false"
        case "integer":
            return f"must be a whole number from {setting.least} to {setting.most}"
        case "number":
            return f"must be a number from {setting.least:.2f} to {setting.most:.2f}"
        case "durations":
            return f'must be at most {MOST_DURATIONS} times like "1m" or "10m", each up to 30 days'
        case "keys":
            return f'must be at most {MOST_KEYS} keys with commas between, such as "h,f2"'
    return "must be a list of folders"


def show(settings: Settings, name: str) -> str:
    """The value of a setting as a user would type it; "none" where nothing is set.

    Raises SettingsError for a name that is no setting.
    """
    setting, table = named(name)
    match table:
        case ("keys",):
            return _written(setting, settings.keys.get(setting.name))
        case (_, deck):
            return _written(setting, getattr(settings.decks.get(deck, DeckLimits()), setting.name))
    return _written(setting, getattr(settings, setting.name))


def _written(setting: Setting, value: object) -> str:
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        if setting.kind == "durations":
            return " ".join(map(duration, value))
        return os.pathsep.join(value)
    return f"{value:.2f}" if isinstance(value, float) and round(value, 2) == value else str(value)


def duration(seconds: int) -> str:
    """Write seconds in the largest unit that leaves a whole number: `90s`, `10m`, `2d`."""
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0)
    return f"{seconds // _UNITS[unit]}{unit}"


def _seconds(text: object) -> int | None:
    match = _DURATION.fullmatch(text.strip().lower()) if isinstance(text, str) else None
    return int(match[1]) * _UNITS[match[2]] if match else None


def _fits(setting: Setting, value: float) -> bool:
    least = setting.least is None or value >= setting.least
    return least and (setting.most is None or value <= setting.most)
