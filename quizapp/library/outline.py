"""Topic and sources of every question of some decks at once, from the index."""

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.library.library import Library


class Cited(NamedTuple):
    """Where a question was drawn from: a document's key, and the paragraph if one is named."""

    doc: str
    paragraph: int | None


class Outline(NamedTuple):
    """What a question is about. question: its key, `deck/question`. sources: each place once."""

    question: str
    deck: str
    topic: str | None
    sources: tuple[Cited, ...]


def outline(library: "Library", decks: Sequence[str] | None = None) -> list[Outline]:
    """The questions of these decks (all at hand if None) in their order; drafts are left out."""
    return library.look_up(_read, decks)


def _read(sql: sqlite3.Connection, files: list[int]) -> list[Outline]:
    # The order of the list itself is that of the decks.
    rows = sql.execute(
        "SELECT file.deck, question.id, json_extract(question.body, '$.topic'),"
        " json_extract(question.body, '$.sources') FROM json_each(?) AS wanted"
        " CROSS JOIN file ON file.id = wanted.value CROSS JOIN question ON question.file = file.id"
        " WHERE json_extract(question.body, '$.draft') IS NULL ORDER BY wanted.key, question.rowid",
        (json.dumps(files),),
    )
    return [
        Outline(f"{deck}/{question}", deck, topic, _cited(sources)) for deck, question, topic, sources in rows
    ]


def _cited(sources: str | None) -> tuple[Cited, ...]:
    if sources is None:
        return ()
    return tuple(dict.fromkeys(Cited(doc, paragraph) for doc, paragraph, *_ in json.loads(sources)))
