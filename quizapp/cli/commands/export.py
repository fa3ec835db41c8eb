"""`quizapp export`."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import csv_options, show_rows, tell
from quizapp.cli.services import look, open_desk
from quizapp.cli.writing import check_free, write
from quizapp.errors import UsageError
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.store.teacher import Content
    from quizapp.study.desk import Desk


@described(
    "export",
    examples=[
        ("quizapp export progress.jsonl", "Write everything into a file."),
        ("quizapp export | gzip > progress.jsonl.gz", "Or into a pipe."),
        ("quizapp export --csv answers.csv", "Every answer and act as a table for spreadsheets."),
        ("quizapp export --for-teacher biology", "See what a teacher would be given of one deck."),
        ("quizapp export --for-teacher biology mine.jsonl", "Write that, after asking."),
    ],
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@csv_options
@click.option(
    "--for-teacher", metavar="DECK", shell_complete=deck_names, help="Only this deck, without your name."
)
@click.option("--with-responses", is_flag=True, help="With --for-teacher: what you typed as well.")
@click.option("--yes", is_flag=True, help="With --for-teacher: don't ask.")
@click.pass_obj
def command(
    state: State,
    file: Path | None,
    force: bool,
    table: str | None,
    for_teacher: str | None,
    with_responses: bool,
    yes: bool,
) -> int:
    """Write your whole log as JSON lines: every answer and act, and the wordings you answered.

    With --for-teacher, only the answers to one deck, under a random name and without what you typed;
    what is in it is shown first, and without FILE nothing else is done.
    """
    if for_teacher is None and (with_responses or yes):
        raise UsageError("--with-responses and --yes go with --for-teacher")
    if for_teacher is not None and table is not None:
        raise UsageError(f"--{table} and --for-teacher can't be used together")
    if file is not None:
        check_free(file, force=force)
    # The random name for a teacher is kept in the log, so that it stays the same.
    with open_desk(state.environment, reading=for_teacher is None) as desk:
        if for_teacher is not None:
            lines = _for_teacher(desk, for_teacher, file, responses=with_responses, yes=yes)
        else:
            lines = _log(desk) if table is None else _table(desk, excel=table == "excel")
        if lines is None:
            return 1 if file is not None else 0
        # What can't be written lets go of the log before it is closed.
        with closing(lines):
            if file is None or str(file) == "-":
                show_rows(lines)
                return 0
            number = write(file, (f"{line}\n" for line in lines))
    tell(f"{counted(number, 'line')} are in {file}.")
    return 0


def _log(desk: "Desk") -> Generator[str, None, None]:
    from quizapp.store.transfer import export_log

    return export_log(desk.store)


def _table(desk: "Desk", *, excel: bool) -> Generator[str, None, None]:
    from quizapp.cli.spreadsheet import csv_lines
    from quizapp.store.tables import COLUMNS, event_rows

    return csv_lines(COLUMNS, event_rows(desk.store), excel=excel)


def _for_teacher(
    desk: "Desk", deck: str, file: Path | None, *, responses: bool, yes: bool
) -> Generator[str, None, None] | None:
    """Say what is in it; return its lines, or None if they aren't wanted."""
    from quizapp.cli.asking import agreed
    from quizapp.store.teacher import content, export_for_teacher

    look(desk)
    decks = desk.library.members(desk.library.deck(deck).id)
    found = content(desk.store, decks)
    for sentence in _told(desk, found, responses=responses):
        tell(sentence)
    if not found.reviews:
        raise UsageError("There is no answer to this deck in your log yet", where=deck)
    if file is None:
        tell("Nothing was written. Name a file to write it there, or '-' for standard output.")
        return None
    if not agreed(f"Write this to {file}?", yes=yes):
        tell("Nothing was written.")
        return None
    return export_for_teacher(desk.store, decks, responses=responses)


def _told(desk: "Desk", found: "Content", *, responses: bool) -> Iterator[str]:
    from quizapp.study.stand import date

    titles = {entry.id: entry.title for entry in desk.library.decks()}
    yield f"What a teacher is given of {', '.join(titles.get(deck, deck) for deck in found.decks)}:"
    days = f", {date(found.first_day)} to {date(found.last_day)}" if found.reviews else ""
    yield f"- {counted(found.reviews, 'answer')} to {counted(found.cards, 'card')}{days}, each with its time."
    yield "- How each was judged and rated, how long it took, hints, second tries, what was taken back."
    if found.chosen:
        yield f"- What you chose or put in order: {counted(found.chosen, 'time')}."
    if responses:
        yield f"- What you typed, word by word: {counted(found.typed, 'answer')}."
    else:
        yield f"- Nothing you typed ({counted(found.typed, 'answer')}); --with-responses would add it."
    yield f"- Your name isn't in it: you are '{found.learner}' there, a random name kept for this deck."
    yield "- Nothing of any other deck, no flags, and nothing you suspended or put off."
