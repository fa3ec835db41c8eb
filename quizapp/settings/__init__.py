"""The learner's settings: TOML in the config folder, described by one table."""

from quizapp.settings.read import SettingProblem, load
from quizapp.settings.table import TABLE, DeckLimits, Setting, Settings
from quizapp.settings.values import show
from quizapp.settings.write import change, reset

__all__ = [
    "TABLE",
    "DeckLimits",
    "Setting",
    "SettingProblem",
    "Settings",
    "change",
    "load",
    "reset",
    "show",
]
