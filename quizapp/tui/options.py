"""What the settings screen lists, made from the settings table, and how a value is stepped on."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.settings import DECK_TABLE, SECTIONS, TABLE, Setting, Settings, show, wanted
from quizapp.settings.values import MOST_DURATIONS, duration

KEYS, LIMITS = "keys", "limits"
"""Ids of the two lines that lead to a screen of their own."""

_BY_NAME = {row.name: row for row in TABLE}
_STEPS = ((20, 1), (100, 5), (1_000, 10))
_LARGE_STEP = 100
_FINE_STEP = 0.01
_EFFECT = {
    "interface": "It counts from the next start on.",
    "deck_folders": "The decks are read again when you are back on the home screen.",
    "desired_retention": "It counts for answers from now on; dates that are set stay.",
    "maximum_interval": "It counts for answers from now on; dates that are set stay.",
}


class Option(NamedTuple):
    """One setting on the screen. name: as `quizapp settings` takes it, and as the file has it."""

    name: str
    setting: Setting
    title: str
    section: str

    def shown(self, settings: Settings) -> str:
        """The value as a person types it."""
        return show(settings, self.name)

    @property
    def default(self) -> str:
        """The default as a person types it; "none" for a limit that isn't set."""
        return show(Settings(), self.name)

    @property
    def effect(self) -> str:
        """When a change is felt, if that isn't at once; a sentence or nothing."""
        return _EFFECT.get(self.name, "")

    @property
    def can_be(self) -> str:
        """What it can be, a sentence without a full stop."""
        row = self.setting
        if row.kind == "choice":
            return "One of " + ", ".join(row.choices)
        if row.kind == "switch":
            return "On or off"
        if row.kind == "durations":
            least, most = duration(int(row.least or 1)), duration(int(row.most or 1))
            return f"Up to {MOST_DURATIONS} times from {least} to {most}, such as 1m 10m 1d"
        if row.kind == "folders":
            return f"Folders, with {os.pathsep} between"
        text = wanted(row).removeprefix("must be ")
        return f"{text[0].upper()}{text[1:]}"


def options() -> list[Option]:
    """Return all settings over everything, section by section."""
    return [
        Option(name, _BY_NAME[name], name.replace("_", " ").capitalize(), section)
        for section, names in SECTIONS
        for name in names
    ]


def limits(decks: Iterable[tuple[str, str]]) -> list[Option]:
    """Return the limits of decks given as ids and titles, deck by deck."""
    return [
        Option(f'decks."{deck}".{row.name}', row, row.name.replace("_", " ").capitalize(), title)
        for deck, title in decks
        for row in DECK_TABLE
    ]


def stepped(option: Option, settings: Settings, by: int) -> str | None:
    """Return the next value (by 1) or the one before (by -1) as a person types it.

    None if the setting can't be stepped, or there is nothing on that side.
    """
    row, now = option.setting, option.shown(settings)
    match row.kind:
        case "choice":
            return row.choices[(row.choices.index(now) + by) % len(row.choices)]
        case "switch":
            return "off" if now == "on" else "on"
        case "integer":
            return _next_integer(row, now, by)
        case "number":
            value = round(float(now) + by * _FINE_STEP, 2)
            return f"{value:.2f}" if _inside(row, value) else None
    return None


def _next_integer(row: Setting, now: str, by: int) -> str | None:
    value = 0 if now == "none" else int(now)
    usual = row.default if isinstance(row.default, int) else value
    step = next((step for below, step in _STEPS if max(value, usual) < below), _LARGE_STEP)
    # From a value between two steps, the nearest step on that side.
    following = value // step * step + step if by > 0 else -(-value // step) * step - step
    least, most = int(row.least or 0), int(row.most or following)
    following = max(least, min(following, most))
    return None if following == value and now != "none" else str(following)


def _inside(row: Setting, value: float) -> bool:
    return (row.least is None or value >= row.least) and (row.most is None or value <= row.most)
