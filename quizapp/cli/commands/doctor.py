"""`quizapp doctor`."""

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json
from quizapp.paths import paths_from


@described(
    "doctor",
    examples=[
        ("quizapp doctor", "Examine your progress; nothing is changed."),
        ("quizapp doctor --repair", "Set right what can be set right."),
    ],
)
@click.option("--repair", is_flag=True, help="Set right what can be; nothing is overwritten or deleted.")
@json_option
@click.pass_obj
def command(state: State, repair: bool, as_json: bool) -> int:
    """Examine the file that holds your progress, and say what is wrong with it.

    Ends with exit code 1 if something is wrong that was not set right.
    """
    from quizapp.store.doctor import examine

    paths = paths_from(state.environment)
    found = examine(paths.store, repair=repair, backups=paths.backups)
    if as_json:
        show_json({"findings": [finding._asdict() for finding in found]})
    else:
        for finding in found:
            todo = f" {finding.todo}." if finding.todo else ""
            show(f"{'Set right: ' if finding.fixed else ''}{finding.what}.{todo}")
        if not found:
            show("Your progress is sound.")
    return 1 if any(not finding.fixed for finding in found) else 0
