"""`quizapp restore`."""

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, show_table, tell
from quizapp.errors import UsageError
from quizapp.paths import Paths, paths_from
from quizapp.text import safe

if TYPE_CHECKING:
    from quizapp.store.backup import Backup

_EPOCH = date(1970, 1, 1)


@described(
    "restore",
    examples=[
        ("quizapp restore", "List the backups."),
        ("quizapp restore progress-2026-03-01.db", "Bring back that one, after asking."),
        ("quizapp restore --yes /media/stick/progress.db", "Any copy of a log, without asking."),
    ],
)
@click.argument("backup", required=False, metavar="[BACKUP]")
@click.option("--yes", is_flag=True, help="Don't ask.")
@json_option
@click.pass_obj
def command(state: State, backup: str | None, yes: bool, as_json: bool) -> int:
    """List the backups of your progress, or put one in the place of what is there now.

    The present progress is kept beside it under another name. Close other copies of quizapp first.
    """
    from quizapp.store.backup import backups, restore

    paths = paths_from(state.environment)
    if backup is None:
        _list(backups(paths.backups), as_json=as_json)
        return 0
    source = _found(paths, backup)
    if not yes and not _agreed(source):
        tell("Nothing was changed.")
        return 1
    kept = restore(source, paths.store)
    if as_json:
        show_json({"restored": str(source), "former": None if kept is None else str(kept)})
        return 0
    show(f"Your progress is that of {source} now.")
    if kept is not None:
        show(f"What was there before is kept in {kept}.")
    return 0


def _list(found: "list[Backup]", *, as_json: bool) -> None:
    if as_json:
        rows = [{"file": str(each.path), "day": _day(each), "bytes": each.size} for each in found]
        show_json({"backups": rows})
    elif not found:
        show("There are no backups yet; 'quizapp backup' makes one.")
    else:
        rows_ = [(each.path.name, _day(each), f"{each.size / 1_000_000:.1f} MB") for each in found]
        show_table(rows_, right=(2,))


def _day(backup: "Backup") -> str:
    return (_EPOCH + timedelta(days=backup.day)).isoformat()


def _found(paths: Paths, name: str) -> Path:
    """Return the backup of that name in the backups' folder, or the file at that path."""
    places = (paths.backups / name, Path(name))
    for place in places:
        if place.is_file():
            return place
    raise UsageError(
        "There is no such backup", where=name, todo="'quizapp restore' without a name lists them"
    )


def _agreed(source: Path) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("There is nobody here to ask", todo="Add --yes to restore without being asked")
    return click.confirm(f"Put {safe(str(source))} in the place of your present progress?", err=True)
