"""`quizapp schema`."""

import click

from quizapp.cli.group import described


@described(
    "schema",
    examples=[
        ("quizapp schema > deck.schema.json", "Write it beside your decks, for your editor."),
        ("quizapp schema --exam > exam.schema.json", "The same for exams' files."),
    ],
)
@click.option("--exam", is_flag=True, help="The schema of exams' files.")
def command(exam: bool) -> None:
    """Print the JSON Schema of deck files: editors complete, explain and check decks with it."""
    from quizapp.author.schema import exam_schema_text, schema_text

    click.echo(exam_schema_text() if exam else schema_text(), nl=False)
