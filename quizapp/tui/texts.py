"""Turns text from decks, file names and responses into content that Textual shows as it is."""

from textual.content import Content

from quizapp.text import safe

CURSOR = "▌"
"""Stands before the row that the cursor is on."""


def plain(text: str) -> Content:
    """Return `text` as content: never markup, and harmless to the terminal."""
    return Content(clean(text))


def clean(text: str) -> str:
    """Return `text` without anything that could steer a terminal or upset the columns."""
    return safe(text).expandtabs(4)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: `1 card`, `2 cards`."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
