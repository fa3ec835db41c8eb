"""The tables of the index, and by what an index of another program is told from ours."""

import os
from functools import cache
from pathlib import Path

from quizapp import __version__

SCHEMA = 3
_ROOMS = Path(__file__).resolve().parent.parent
_READERS = (_ROOMS / "deck", _ROOMS / "deck" / "kinds", _ROOMS / "answer")

# One row of `file` for each deck file ever read that is still there; the other tables hang on its id,
# which a path keeps as long as the index lives. `label` has the position -1 for a tag of the whole deck.
# `text` is what is looked through; its number says file and position (see `number_of`).
TABLES = """
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE,
    mtime INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL, checked INTEGER NOT NULL,
    hash TEXT NOT NULL, mark TEXT NOT NULL, deck TEXT, title TEXT NOT NULL, about TEXT, notice TEXT,
    language TEXT NOT NULL, place REAL, questions INTEGER NOT NULL, cards INTEGER NOT NULL,
    left_out INTEGER NOT NULL, problems INTEGER NOT NULL, include TEXT NOT NULL, first TEXT
);
CREATE TABLE whole (file INTEGER PRIMARY KEY, deck TEXT, problems TEXT, report TEXT, words TEXT);
CREATE TABLE question (
    file INTEGER NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL
);
CREATE UNIQUE INDEX question_id ON question (file, id);
CREATE TABLE card (
    file INTEGER NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, question TEXT NOT NULL,
    kind TEXT NOT NULL, fingerprint TEXT NOT NULL, answer TEXT, PRIMARY KEY (file, position)
) WITHOUT ROWID;
CREATE TABLE label (
    file INTEGER NOT NULL, sort TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (file, sort, name, position)
) WITHOUT ROWID;
CREATE TABLE was (
    file INTEGER NOT NULL, earlier TEXT NOT NULL, present TEXT NOT NULL, PRIMARY KEY (file, earlier)
) WITHOUT ROWID;
CREATE TABLE text (
    number INTEGER PRIMARY KEY, asks TEXT NOT NULL, answers TEXT NOT NULL, tags TEXT NOT NULL,
    topic TEXT NOT NULL
);
"""
# The texts stand once, in `text`. Without ranking the lengths of texts aren't needed.
WORDS = """
CREATE VIRTUAL TABLE words USING fts5 (
    asks, answers, tags, topic, content = 'text', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
)
"""
POSITIONS = 24


def number_of(file: int, position: int) -> int:
    """Return the number of the card at `position` in a file; numbers of a file follow each other.

    No file that is read can have as many cards as there is room for: each takes more than two bytes.
    """
    return file << POSITIONS | position


def place_of(number: int) -> tuple[int, int]:
    """Return file and position of a card's number."""
    return number >> POSITIONS, number & ((1 << POSITIONS) - 1)


@cache
def stamp() -> str:
    """Tell this program's way of reading decks from others: version, schema, age of the reader's code.

    An index with another stamp is thrown away. The age matters where the code changes under one
    version, as in a checkout.
    """
    ages = [
        entry.stat().st_mtime_ns
        for folder in _READERS
        if folder.is_dir()
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    ]
    return f"{__version__}/{SCHEMA}/{max(ages, default=0)}"
