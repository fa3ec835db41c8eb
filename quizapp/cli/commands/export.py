"""`quizapp export`."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import tell
from quizapp.cli.services import open_desk
from quizapp.errors import UsageError


@described(
    "export",
    examples=[
        ("quizapp export progress.jsonl", "Write everything into a file."),
        ("quizapp export | gzip > progress.jsonl.gz", "Or into a pipe."),
    ],
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def command(state: State, file: Path | None, force: bool) -> None:
    """Write your whole log as JSON lines: every answer and act, and the wordings you answered."""
    from quizapp.store.transfer import export_log  # noqa: PLC0415 - help does without

    if file is not None and file.exists() and not force:
        raise UsageError(
            "There is a file of that name", where=str(file), todo="Take another name, or add --force"
        )
    if file is not None and not file.absolute().parent.is_dir():
        raise UsageError("There is no such folder", where=str(file.parent))
    with open_desk(state.environment, reading=True) as desk:
        lines = export_log(desk.store)
        if file is None or str(file) == "-":
            for line in lines:
                click.echo(line)
            return
        number = _write(file, lines)
    tell(f"{number} lines are in {file}.")


def _write(file: Path, lines: Iterable[str]) -> int:
    """Write beside the file first, so that a whole file or none is there; return the number of lines."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    number = 0
    try:
        with part.open("w", encoding="utf-8") as out:
            part.chmod(0o600)
            for number, line in enumerate(lines, 1):  # noqa: B007 - the last number is the count
                out.write(f"{line}\n")
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return number
