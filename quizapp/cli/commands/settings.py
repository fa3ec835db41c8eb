"""`quizapp settings`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import setting_names
from quizapp.cli.output import json_option, show, show_json, show_table, tell
from quizapp.errors import UsageError
from quizapp.paths import paths_from

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.settings import Setting, Settings


@described(
    "settings",
    examples=[
        ("quizapp settings", "List all settings."),
        ("quizapp settings new_per_day", "Show one."),
        ("quizapp settings new_per_day 10", "Change it."),
        ("quizapp settings learning_steps '1m 10m 1h'", "Several times, in quotes."),
        ("quizapp settings 'decks.\"biology\".new_per_day' 5", "A limit of one deck."),
        ("quizapp settings 'keys.\"study.hint\"' h,f2", "Keys of one action on the full screen."),
        ("quizapp settings --reset new_per_day", "Back to the default."),
    ],
)
@click.argument("name", required=False, shell_complete=setting_names)
@click.argument("value", required=False)
@click.option("--reset", is_flag=True, help="Put the setting back to its default.")
@json_option
@click.pass_obj
def command(state: State, name: str | None, value: str | None, reset: bool, as_json: bool) -> int:
    """Show the settings, show one, or change it."""
    from quizapp import settings

    path = paths_from(state.environment).settings
    if reset and (name is None or value is not None):
        raise UsageError("--reset needs a setting and no value", todo="Give it like: --reset new_per_day")
    if name is not None and reset:
        settings.reset(path, name)
    elif name is not None and value is not None:
        settings.change(path, name, value)
    return _show(path, name, as_json=as_json)


def _show(path: "Path", name: str | None, *, as_json: bool) -> int:
    from quizapp.settings import TABLE, load, show as shown
    from quizapp.settings.values import named

    settings, problems = load(path)
    for problem in problems:
        tell(f"{path}:{problem.sentence}")
    if name is not None:
        text = shown(settings, name)
        if as_json:
            show_json({"settings": {name: text}})
        else:
            show(f"{name} = {text}")
    elif as_json:
        limits = {
            deck: {"new_per_day": each.new_per_day, "reviews_per_day": each.reviews_per_day}
            for deck, each in settings.decks.items()
        }
        rows = {row.name: _described(row, settings) for row in TABLE}
        show_json({"settings": rows, "decks": limits, "keys": dict(settings.keys)})
    else:
        rest = [(name, shown(settings, name), named(name).setting.help) for name in _set_apart(settings)]
        show_table([*((row.name, shown(settings, row.name), row.help) for row in TABLE), *rest])
    return 1 if problems else 0


def _set_apart(settings: "Settings") -> list[str]:
    """The names of limits of single decks, and of keys, that the file sets."""
    from quizapp.settings import DECK_TABLE

    limits = [
        f'decks."{deck}".{row.name}'
        for deck, each in settings.decks.items()
        for row in DECK_TABLE
        if getattr(each, row.name) is not None
    ]
    return [*limits, *(f'keys."{action}"' for action in settings.keys)]


def _described(row: "Setting", settings: "Settings") -> dict[str, object]:
    from quizapp.settings import show as shown

    return {
        "value": getattr(settings, row.name),
        "shown": shown(settings, row.name),
        "default": row.default,
        "help": row.help,
    }
