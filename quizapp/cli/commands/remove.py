"""`quizapp remove`."""

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json
from quizapp.cli.services import look, open_desk


@described("remove", examples=[("quizapp remove capitals", "Take a deck out; add it again at any time.")])
@click.argument("deck", shell_complete=deck_names)
@json_option
@click.pass_obj
def command(state: State, deck: str, as_json: bool) -> None:
    """Take a deck out of your decks folder; its file is kept aside, and so is your progress."""
    with open_desk(state.environment) as desk:
        look(desk)
        entry = desk.library.deck(deck)
        kept = desk.library.remove(entry.id)
        look(desk)
    if as_json:
        show_json({"deck": entry.id, "file": str(kept)})
    else:
        show(f"{entry.title} is taken out. Its file is now {kept}; your progress is kept.")
