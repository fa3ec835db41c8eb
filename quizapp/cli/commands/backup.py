"""`quizapp backup`."""

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json
from quizapp.cli.services import open_desk

MEGABYTE = 1_000_000


@described(
    "backup",
    examples=[
        ("quizapp backup", "Make a backup now."),
        ("quizapp restore", "List the backups there are."),
    ],
)
@json_option
@click.pass_obj
def command(state: State, as_json: bool) -> None:
    """Make a verified copy of your progress, and thin out old copies."""
    from quizapp.store.backup import backup

    with open_desk(state.environment) as desk:
        path = backup(
            desk.paths.store,
            desk.paths.backups,
            day=desk.time.moment().day,
            budget_bytes=desk.settings.backup_megabytes * MEGABYTE,
        )
    if as_json:
        show_json({"backup": str(path), "bytes": path.stat().st_size})
    else:
        show(str(path))
