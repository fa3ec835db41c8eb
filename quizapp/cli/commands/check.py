"""`quizapp check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.authoring import library_of
from quizapp.cli.group import State, described
from quizapp.cli.output import show, tell
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.author.check import Checked

FOUND, UNREADABLE = 1, 2
_MANY = 20


@described(
    "check",
    examples=[
        ("quizapp check biology.deck.yaml", "Every problem of a deck, with its line and what to do."),
        ("quizapp check --strict --format github decks/", "In a workflow: warnings count too."),
        ("quizapp check --explain O5", "What a rule asks, and an example of each sort."),
    ],
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How findings are written (text).",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option("--notes", is_flag=True, help="Show notes too; else they are only counted.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Look for the documents in this folder first.",
)
@click.option("--explain", "code", metavar="CODE", help="Explain a rule; `all` lists them.")
@click.pass_obj
def command(
    state: State,
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    notes: bool,
    documents: Path | None,
    code: str | None,
) -> int:
    """Check deck files and exams, or those of folders, and show every problem and doubt with its cure.

    Ends with exit code 1 if a problem was found, and 2 if a file can't be read.
    """
    if code is not None:
        from quizapp.author.explain import explain

        show(explain(code))
        return 0
    if not paths:
        raise UsageError("Nothing to check", todo="Name a deck file or a folder")
    checked = _checked(state, paths, documents)
    _show(checked, form, notes=notes)
    for sentence in checked.unreadable:
        tell(sentence)
    if checked.unreadable:
        return UNREADABLE
    counted = ("error", "warning") if strict else ("error",)
    return FOUND if any(report.count(level) for report in checked.reports for level in counted) else 0


def _checked(state: State, paths: tuple[Path, ...], documents: Path | None) -> "Checked":
    from quizapp.author.documents import folder_from
    from quizapp.author.files import split

    folder = documents or folder_from(state.environment)
    named = split(paths)
    checked = _decks(state, named.decks, folder)
    if not named.exams and not any(report.include for report in checked.reports):
        return checked
    from quizapp.author.exams import added

    return added(checked, named.exams, lambda extra: library_of(state, extra))


def _decks(state: State, files: tuple[Path, ...], folder: Path | None) -> "Checked":
    from quizapp.author.check import check
    from quizapp.library.findings import Findings
    from quizapp.paths import paths_from

    with Findings(paths_from(state.environment).findings) as kept:
        if len(files) <= _MANY or not sys.stderr.isatty():
            return check(files, kept, folder)
        with click.progressbar(length=len(files), label="Checking", file=sys.stderr) as bar:
            return check(files, kept, folder, lambda: bar.update(1))


def _show(checked: "Checked", form: str, *, notes: bool) -> None:
    from quizapp.author import formats

    match form:
        case "json":
            show(formats.as_json(checked))
        case "sarif":
            show(formats.as_sarif(checked))
        case "github":
            for line in formats.as_github(checked, notes=notes):
                show(line)
        case _:
            for line in formats.as_text(checked, notes=notes):
                show(line)
