"""Turns text from decks, file names and responses into content that Textual shows as it is."""

import re

from textual.content import Content

from quizapp.text import safe

_COUNTED = re.compile(r"(?<=\d) (?=[%×]|[^\W\d_])|(?<=\bparagraph) (?=\d)|(?<=\bline) (?=\d)")
CURSOR = "▌"
"""Stands before the row that the cursor is on."""


def plain(text: str) -> Content:
    """Return `text` as content: never markup, and harmless to the terminal."""
    return Content(clean(text))


def clean(text: str) -> str:
    """Return `text` without anything that could steer a terminal or upset the columns."""
    return safe(text).expandtabs(4)


def whole(text: str) -> str:
    """Return `text` so that it is never broken into lines, as a number and its unit shouldn't be."""
    return text.replace(" ", "\u00a0")


def bound(text: str) -> str:
    """Return `text` so that no number is parted from what it counts."""
    return _COUNTED.sub("\u00a0", text)
