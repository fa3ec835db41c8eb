"""The documents behind the decks, cut and hashed by the rules of the deck format."""

import hashlib
import os
import re
import unicodedata
from pathlib import Path

# Read when tests are collected: later each test gets an environment without our variables.
FOLDER = Path(os.environ["QUIZAPP_DOCUMENTS"]) if os.environ.get("QUIZAPP_DOCUMENTS") else None

_HARD_WRAPPED = 120
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
# A sentence ends at a stop, with closing quotes and citation marks such as (1, 3), before a capital letter.
_END = re.compile(r"[.!?][\"”’')]*(?:\s\(\d+(?:,\s*\d+)*\))?(?=\s+[(\"“‘'A-Z0-9]|$)")
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


def paragraphs(text: str) -> list[str]:
    """Lines, if any is longer than 120 characters, else the runs of lines between blank ones."""
    lines = text.splitlines()
    if any(len(line) > _HARD_WRAPPED for line in lines):
        return [line.strip() for line in lines if line.strip()]
    return [run.strip() for run in re.split(r"\n\s*\n", text) if run.strip()]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; what has no stop, such as a heading, is one sentence."""
    text = " ".join(paragraph.replace("\u00a0", " ").split())
    found, start = [], 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def normalised(text: str) -> str:
    """Text as it is hashed: NFKC, straight quotes, single spaces, case folded."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split()).casefold()


def short_hash(text: str) -> str:
    """`h` and the first eight hex digits of the SHA-256 of the normalised text."""
    return "h" + hashlib.sha256(normalised(text).encode()).hexdigest()[:8]


def file_hash(data: bytes) -> str:
    """`h` and the SHA-256 of a whole file."""
    return "h" + hashlib.sha256(data).hexdigest()


def words(text: str) -> list[str]:
    """The words of a text in lower case, as far as copying is concerned."""
    return _WORD.findall(normalised(text))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words in a text."""
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
