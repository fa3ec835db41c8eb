"""`quizapp preview`."""

import gc
import sys
from pathlib import Path

import click

from quizapp.cli.authoring import deck_paths
from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names


@described(
    "preview",
    examples=[
        ("quizapp preview my.deck.yaml", "The deck as learners will see it; follows each save."),
        ("quizapp preview decks/", "All decks of a folder."),
        ("quizapp preview --plain my.deck.yaml", "In plain lines; into a pipe, all of it at once."),
    ],
)
@click.argument("names", metavar="DECK...", nargs=-1, required=True, shell_complete=deck_names)
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Look for the documents in this folder first.",
)
@click.option("--plain", is_flag=True, help="In plain lines instead of a full screen.")
@click.pass_obj
def command(state: State, names: tuple[str, ...], documents: Path | None, plain: bool) -> int:
    """Show a deck as learners will see it, while it is being written.

    A DECK is named by its file, a folder, or as for study. What is wrong in the file stands beside the
    question, each save is read at once, and a response can be typed to see how it is judged. Nothing of
    it is kept: progress is not touched.
    """
    from quizapp.author.documents import folder_from
    from quizapp.cli.front import plain_wanted

    files = deck_paths(state, names)
    folder = documents or folder_from(state.environment)
    gc.enable()
    if plain or state.plain or plain_wanted(state.environment):
        return _talk(files, folder)
    from quizapp.tui.preview import run

    return run(files, folder, state.environment)


def _talk(files: tuple[Path, ...], folder: Path | None) -> int:
    """Go through the decks in lines, one after the other."""
    from quizapp.line.preview import LinePreview
    from quizapp.line.signals import ending_with
    from quizapp.line.talk import StreamTalk

    talk = StreamTalk()
    # With the terminal in hand but the lines going elsewhere, nobody would see what is asked.
    asking = sys.stdout.isatty() or not sys.stdin.isatty()
    with ending_with(talk.stop):
        for path in files:
            if not LinePreview(path, talk, folder).run(asking=asking):
                break
    return 0
