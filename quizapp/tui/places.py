"""The screens that are likely to be opened: loaded and built while the learner looks at the first one."""

import asyncio
from importlib import import_module
from typing import Any

from textual.app import App

from quizapp.tui.screens.kept import prepare

_KEPT = {
    "study": "StudyScreen",
    "deckpage": "DeckScreen",
    "palette": "PaletteScreen",
    "help": "HelpScreen",
    "settings": "SettingsScreen",
    "browse": "BrowseScreen",
    "progress.screen": "ProgressScreen",
    "quiz.setup": "SetupScreen",
}
"""Modules, and the screen of each that is built."""
_REST = 0.1
"""Seconds between one and the next, so that a key never waits for more than one."""


async def get_ready(app: App[Any]) -> None:
    """Load and build them, one by one."""
    await asyncio.to_thread(lambda: [_module(name) for name in _KEPT])
    for name, kind in _KEPT.items():
        await asyncio.sleep(_REST)
        prepare(app, getattr(_module(name), kind))
    await asyncio.sleep(_REST)


def _module(name: str) -> Any:
    return import_module(f"quizapp.tui.screens.{name}")
