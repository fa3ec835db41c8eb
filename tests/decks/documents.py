"""The documents behind the decks, and what must not be copied from them."""

import os
import re
from pathlib import Path

from quizapp.author.documents import normalised

# Read when tests are collected: later each test gets an environment without our variables.
FOLDER = Path(os.environ["QUIZAPP_DOCUMENTS"]) if os.environ.get("QUIZAPP_DOCUMENTS") else None

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case, as far as copying is concerned."""
    return _WORD.findall(normalised(text))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words in a text."""
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
