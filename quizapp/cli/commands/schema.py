"""`quizapp schema`."""

import click

from quizapp.cli.group import described


@described(
    "schema",
    examples=[("quizapp schema > deck.schema.json", "Write it beside your decks, for your editor.")],
)
def command() -> None:
    """Print the JSON Schema of deck files: editors complete, explain and check decks with it."""
    from quizapp.author.schema import schema_text  # noqa: PLC0415 - help does without

    click.echo(schema_text(), nl=False)
