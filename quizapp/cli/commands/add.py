"""`quizapp add`."""

from pathlib import Path

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, tell
from quizapp.cli.services import look, open_desk
from quizapp.library.entry import Entry
from quizapp.text import counted

_SAID = {"added": "added", "replaced": "replaced", "unchanged": "is here already, unchanged"}


@described(
    "add",
    examples=[
        ("quizapp add my.deck.yaml", "Take a deck in."),
        ("quizapp add course/", "Take in every deck of a folder."),
        ("quizapp add --replace my.deck.yaml", "Put a newer version in the place of the one you have."),
    ],
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a deck you have; its former file is kept.")
@json_option
@click.pass_obj
def command(state: State, path: Path, replace: bool, as_json: bool) -> int:
    """Copy a deck file, or the decks of a folder, into your decks folder.

    Ends with exit code 1 if questions had to be left out because of mistakes in a file.
    """
    with open_desk(state.environment) as desk:
        look(desk)
        added = desk.library.add(path, replace=replace)
        entries = {entry.id: entry for entry in desk.library.decks()}
        now = [(entries.get(each.entry.id, each.entry), each) for each in added]
        look(desk)
    if as_json:
        show_json(
            {
                "decks": [
                    {
                        "id": entry.id,
                        "title": entry.title,
                        "file": str(entry.path),
                        "state": each.state,
                        "cards": entry.cards,
                        "left_out": entry.left_out,
                        "problems": entry.problems,
                        "former": None if each.kept is None else str(each.kept),
                    }
                    for entry, each in now
                ]
            }
        )
    else:
        for entry, each in now:
            show(f"{entry.title} ({entry.id}): {_SAID[each.state]}, {counted(entry.cards, 'card')}.")
            if each.kept is not None:
                show(f"Its former files are in {each.kept}.")
    return _problems([entry for entry, _ in now])


def _problems(entries: list[Entry]) -> int:
    for entry in entries:
        if entry.problems:
            tell(
                f"{entry.title} has {counted(entry.problems, 'problem')}; "
                f"'quizapp decks --problems {entry.id}' lists them."
            )
    return 1 if any(entry.left_out for entry in entries) else 0
