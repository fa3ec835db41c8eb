"""`quizapp paths`."""

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show_json, show_table
from quizapp.paths import Paths, paths_from


@described(
    "paths",
    examples=[("quizapp paths", "List every place."), ("quizapp paths --json", "The same for programs.")],
)
@json_option
@click.pass_obj
def command(state: State, as_json: bool) -> None:
    """Show where quizapp keeps things: progress, backups, settings, decks, index and log file."""
    places = _places(paths_from(state.environment))
    if as_json:
        show_json({"paths": places})
    else:
        show_table(places.items())


def _places(paths: Paths) -> dict[str, str]:
    return {
        "progress": str(paths.store),
        "backups": str(paths.backups),
        "settings": str(paths.settings),
        "decks": str(paths.decks),
        "shipped decks": str(paths.shipped),
        "index": str(paths.index),
        "log": str(paths.log),
    }
