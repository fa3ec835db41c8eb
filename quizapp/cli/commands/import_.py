"""`quizapp import`."""

from pathlib import Path

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json
from quizapp.cli.services import open_desk
from quizapp.text import counted


@described(
    "import",
    examples=[
        ("quizapp import progress.jsonl", "Unite a log you exported on another computer with this one.")
    ],
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def command(state: State, file: Path, as_json: bool) -> None:
    """Unite a log that `quizapp export` wrote with yours; what is known already adds nothing."""
    from quizapp.store.lines import lines_of
    from quizapp.store.transfer import begun, import_log

    # Looked at first: a mistyped name is not to leave an empty log behind.
    lines = begun(lines_of(file))
    with open_desk(state.environment) as desk:
        report = import_log(desk.store, lines)
    if as_json:
        show_json(
            {
                "added": report.added,
                "known": report.known,
                "wordings": report.wordings,
                "cards": report.cards,
                "attempts": report.attempts,
            }
        )
    else:
        news, changed = counted(report.added, "new event"), counted(report.cards, "card")
        if report.attempts:
            news += f" and {counted(report.attempts, 'quiz', 'quizzes')}"
        show(f"{news}, {report.known} known already, {changed} changed.")
