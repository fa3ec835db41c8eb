"""Gathers what the command palette offers: what the screen can do, and where one can go."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from quizapp.errors import QuizappError
from quizapp.settings import change
from quizapp.study.plan import Plan
from quizapp.tui.commands import Command
from quizapp.tui.keymap import own_bindings
from quizapp.tui.options import options
from quizapp.tui.screens.kept import kept
from quizapp.tui.widgets.keybar import keys_of

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

_PLACES = ("quiz", "progress", "browse", "settings")
"""Keys of the home screen that lead to another one."""


def near(app: "QuizApp") -> Iterator[Command]:
    """Yield what is to be had at once: acts of the screen, places, themes, settings.

    On a screen that is `GUARDED`, such as a quiz under way, nothing is offered that leads away from it.
    """
    screen = app.screen
    # Moving a cursor is nothing to look for by name, nor is one digit of several.
    for key in keys_of(screen, every=True):
        if key.listed and key.enabled and key.action != "palette":
            yield Command("Here", key.does, partial(app.simulate_key, key.key), key.shown)
    if not is_guarded(screen):
        yield from _places(app)
    for name in _themes():
        if name in app.available_themes:
            yield Command("Theme", name, partial(_choose_theme, app, name), theme=name)
    if not is_guarded(screen):
        for option in options():
            yield Command(
                "Setting",
                option.title,
                partial(_open_settings, app, option.name),
                option.shown(app.desk.settings),
            )


def far(app: "QuizApp") -> Iterator[Command]:
    """Yield decks and tags, of which there may be many thousands."""
    decks = app.desk.library.decks()
    for entry in decks:
        yield Command("Study", entry.title, _at_home(app, partial(app.home.open, Plan(decks=(entry.id,)))))
    for tag in app.tags():
        yield Command("Study tag", tag, _at_home(app, partial(app.home.study, Plan(tag=tag))))
    for entry in decks:
        yield Command("About", entry.title, _at_home(app, partial(_about, app, entry.id)))


def is_guarded(screen: Screen[object]) -> bool:
    """Tell whether a screen must be left by its own keys only."""
    return bool(getattr(screen, "GUARDED", False))


def _places(app: "QuizApp") -> Iterator[Command]:
    home = app.home
    if app.screen is not home:
        yield Command("Go to", "Decks", _at_home(app, lambda: None))
        for binding in own_bindings(type(home)):
            if str(binding.id).partition(".")[2] in _PLACES:
                yield Command(
                    "Go to", binding.description, _at_home(app, partial(_act, home, binding.action))
                )
    yield Command("Go to", "The manual", partial(_open_manual, app))
    yield Command("Go to", "Keys of my own", partial(_open_keys, app))


def _at_home(app: "QuizApp", act: Callable[[], object]) -> Callable[[], object]:
    """Return what leaves every screen but the home screen, and then acts."""
    return partial(app.call_later, app.go_home, act)


def _act(home: Screen[None], action: str) -> None:
    getattr(home, f"action_{action}")()


def _about(app: "QuizApp", deck: str) -> None:
    row = next((row for row in app.desk.overview().decks if row.id == deck), None)
    if row is not None:
        app.home.about(row)


def _themes() -> tuple[str, ...]:
    return next(option.setting.choices for option in options() if option.name == "theme")


def _choose_theme(app: "QuizApp", name: str) -> None:
    try:
        change(app.desk.paths.settings, "theme", name)
    except QuizappError as error:
        app.theme = name
        app.tell(f"The theme is there until you quit. {error}")
        return
    app.settings_changed()


def _open_settings(app: "QuizApp", name: str) -> None:
    from quizapp.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - seldom needed

    app.push_screen(kept(app, SettingsScreen).begin(app.desk, name))


def _open_keys(app: "QuizApp") -> None:
    from quizapp.tui.screens.keys import OwnKeysScreen  # noqa: PLC0415 - seldom needed

    app.push_screen(OwnKeysScreen(app.desk))


def _open_manual(app: "QuizApp") -> None:
    from quizapp.tui.screens.help import ManualScreen  # noqa: PLC0415 - seldom needed

    app.push_screen(kept(app, ManualScreen).begin())
