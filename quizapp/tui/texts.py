"""Turns text from decks, file names and responses into content that Textual shows as it is."""

import re

from textual.content import Content

from quizapp.text import safe

_COUNTED = re.compile(r"(?<=\d) (?=[%×]|[^\W\d_])|(?<=\bparagraph) (?=\d)|(?<=\bline) (?=\d)")
_FIRM, _HIDDEN = "\u00a0", "\ue000"
CURSOR = "▌"
"""Stands before the row that the cursor is on."""


def plain(text: str) -> Content:
    """Return `text` as content: never markup, and harmless to the terminal."""
    return Content(clean(text))


def clean(text: str) -> str:
    """Return `text` without anything that could steer a terminal or upset the columns."""
    return safe(text).expandtabs(4)


def whole(text: str) -> str:
    """Return `text` so that `wrap` never breaks it, as a number and its unit shouldn't be."""
    return text.replace(" ", _FIRM)


def bound(text: str) -> str:
    """Return `text` so that `wrap` never parts a number from what it counts."""
    return _COUNTED.sub(_FIRM, text)


def wrap(content: Content, width: int) -> list[Content]:
    """Break `content` into lines of `width` cells, but at no space that is to be firm: Textual does."""
    return [_with(line, _HIDDEN, _FIRM) for line in _with(content, _FIRM, _HIDDEN).wrap(width)]


def _with(content: Content, old: str, new: str) -> Content:
    return Content(content.plain.replace(old, new), [*content.spans])
