"""The learner's settings: TOML in the config folder, described by one table."""

from quizapp.settings.read import SettingProblem, key_problem, load
from quizapp.settings.table import DECK_TABLE, SECTIONS, TABLE, DeckLimits, Setting, Settings
from quizapp.settings.values import show, wanted
from quizapp.settings.write import change, reset

__all__ = [
    "DECK_TABLE",
    "SECTIONS",
    "TABLE",
    "DeckLimits",
    "Setting",
    "SettingProblem",
    "Settings",
    "change",
    "key_problem",
    "load",
    "reset",
    "show",
    "wanted",
]
