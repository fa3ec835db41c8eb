"""`quizapp ids`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.authoring import deck_paths
from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json, tell
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.author.ids import Naming


@described(
    "ids",
    examples=[
        ("quizapp ids my.deck.yaml", "Show which ids are missing, and what they would be."),
        ("quizapp ids --write my.deck.yaml", "Write them into the file."),
        ("quizapp ids --write course/", "The same for every deck of a folder."),
    ],
)
@click.argument("names", metavar="DECK...", nargs=-1, required=True, shell_complete=deck_names)
@click.option("--write", is_flag=True, help="Write the ids into the files.")
@json_option
@click.pass_obj
def command(state: State, names: tuple[str, ...], write: bool, as_json: bool) -> int:
    """Give decks and questions ids, so that they can be reworded and moved and keep their progress.

    Only the ids are put in: styles, comments, blank lines and line endings stay. Ends with exit code 1
    if ids are missing and not written, or if questions with mistakes got none.
    """
    from quizapp.author.files import read_bytes, rewrite
    from quizapp.author.ids import as_written, name_all

    done: list[tuple[str, Naming]] = []
    for path in deck_paths(state, names, to_write=write):
        data = read_bytes(path)
        naming = name_all(data, str(path))
        if write and not naming.complete:
            rewrite(path, data, naming.data)
            naming = as_written(naming, str(path))
        done.append((str(path), naming))
    if as_json:
        show_json({"written": write, "files": [_data(name, naming) for name, naming in done]})
    else:
        for name, naming in done:
            _print(name, naming, write=write)
    missing = not write and any(not naming.complete for _, naming in done)
    return 1 if missing or any(naming.left for _, naming in done) else 0


def _data(name: str, naming: "Naming") -> dict[str, object]:
    return {
        "file": name,
        "deck": naming.deck,
        "questions": [
            {"id": question.id, "line": question.line, "question": question.asks}
            for question in naming.questions
        ],
        "left": list(naming.left),
    }


def _print(name: str, naming: "Naming", *, write: bool) -> None:
    if naming.deck is not None:
        show(f"{name}: the deck: {naming.deck}")
    for question in naming.questions:
        show(f"{name}:{question.line}: {question.id}")
    number = len(naming.questions) + (naming.deck is not None)
    if naming.complete:
        tell(f"{name}: no id is missing." if not naming.left else f"{name}: there was nothing to write.")
    elif write:
        tell(f"{name}: {counted(number, 'id')} written.")
    else:
        random = " The last four letters of the deck's are random." if naming.deck else ""
        tell(f"{name}: {counted(number, 'id')} missing; --write writes them.{random}")
    if naming.left:
        lines = ", ".join(map(str, naming.left))
        number = len(naming.left)
        tell(f"{name}: no id for {counted(number, 'question')} with a mistake or a twin (line {lines}).")
