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
