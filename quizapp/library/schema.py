"""The tables of the index, and by what an index of another program is told from ours."""

import os
from functools import cache
from pathlib import Path

from quizapp import __version__

SCHEMA = 2
_ROOMS = Path(__file__).resolve().parent.parent
_READERS = (_ROOMS / "deck", _ROOMS / "deck" / "kinds", _ROOMS / "answer")

# One row of `file` for each deck file ever read that is still there; the other tables hang on its id,
# which a path keeps as long as the index lives. `label` has a card '' for a tag of the whole deck.
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
    file INTEGER NOT NULL, sort TEXT NOT NULL, name TEXT NOT NULL, card TEXT NOT NULL,
    PRIMARY KEY (file, sort, name, card)
) WITHOUT ROWID;
CREATE TABLE was (
    file INTEGER NOT NULL, earlier TEXT NOT NULL, present TEXT NOT NULL, PRIMARY KEY (file, earlier)
) WITHOUT ROWID;
"""


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
