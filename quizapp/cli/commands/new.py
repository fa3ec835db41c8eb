"""`quizapp new`."""

import shlex

import click

from quizapp.cli.group import described
from quizapp.cli.output import show, tell
from quizapp.text import counted

_KINDS = (
    "flashcard",
    "short-answer",
    "multiple-choice",
    "true-false",
    "numeric",
    "ordering",
    "matching",
    "list",
    "cloze",
)


@described(
    "new",
    examples=[
        ("quizapp new biology", "Write biology.deck.yaml with one question of each kind."),
        ("quizapp new course/cells --kind cloze", "In a folder, with a cloze only."),
    ],
)
@click.argument("name")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    help="Only a question of this kind; may be given several times.",
)
def command(name: str, kinds: tuple[str, ...]) -> None:
    """Begin a new deck: a small file that works, to write your own questions over.

    Nothing is ever overwritten. Beside the deck stands its schema, with which editors help.
    """
    from quizapp.author.new import begin

    begun = begin(name, kinds)
    file = shlex.quote(str(begun.path))
    show(f"{begun.path} is there, with {counted(begun.questions, 'question')}.")
    if not begun.usable:
        tell(f"{begun.schema} is another file and was left alone; 'quizapp schema' prints the deck's schema.")
    tell("Next: open it in an editor and put your own questions in the place of these.")
    tell(f"  quizapp check {file}     says what is wrong in it, and how to mend that")
    tell(f"  quizapp preview {file}   shows it as learners will see it; nothing is counted")
    tell(f"  quizapp study {file}     asks its questions")
    tell(f"  quizapp add {file}       takes it into your decks folder")
