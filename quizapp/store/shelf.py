"""What the store knows of cards as the library has them; written when decks are placed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quizapp.store.connection import Database
from quizapp.store.ledger import deck_row, shuffle_of


class Place(NamedTuple):
    """A card as the library has it.

    card, question: their keys. question: cards that share it are siblings. position: place in the
    deck's own order. kind: of the question. fingerprint: `version:question part:answer part`.
    """

    card: str
    question: str
    position: int
    kind: str
    fingerprint: str


class Known(NamedTuple):
    """What the store knows of a card; fields of `Place` are as last placed.

    present: its deck has it now. deck: the deck's id. seen: it has a review that counts.
    wording: fingerprint of the wording last answered, None before. revision: as last set by a REVISE.
    """

    card: str
    question: str
    position: int
    kind: str
    fingerprint: str
    present: bool
    deck: str
    seen: bool
    wording: str | None
    revision: int


_KNOWN = (
    "SELECT s.card, s.question, s.position, s.kind, s.fingerprint, s.present, d.name,"
    " s.reviews, s.wording, s.revision FROM standing s JOIN deck d ON d.id = s.deck"
)
_PLACE = """
    INSERT INTO standing
        (card, deck, question, position, kind, fingerprint, asked, answered, present, shuffle)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
    ON CONFLICT (card) DO UPDATE SET
        question = excluded.question, position = excluded.position, kind = excluded.kind,
        fingerprint = excluded.fingerprint, asked = excluded.asked, answered = excluded.answered, present = 1
    WHERE (present, question, position, kind, fingerprint)
        IS NOT (1, excluded.question, excluded.position, excluded.kind, excluded.fingerprint)
"""


def place(database: Database, deck: str, mark: str, places: Sequence[Place]) -> None:
    """Write what the deck has now; its other cards are not present any more."""
    row = deck_row(database, deck)
    known = database.rows("SELECT card FROM standing WHERE deck = ? AND present = 1", (row,))
    gone = {card for (card,) in known} - {place.card for place in places}
    for card in gone:
        database.run("UPDATE standing SET present = 0 WHERE card = ?", (card,))
    for item in places:
        asked, answered = _parts(item.fingerprint)
        values = (item.card, row, *item[1:], asked, answered, shuffle_of(item.card))
        database.run(_PLACE, values)
    count = len({place.card for place in places})
    database.run("UPDATE deck SET mark = ?, cards = ? WHERE id = ?", (mark, count, row))


def unplace(database: Database, decks: Iterable[str]) -> None:
    """These decks are not there any more."""
    for deck in decks:
        row = database.value("SELECT id FROM deck WHERE name = ?", (deck,))
        database.run("UPDATE standing SET present = 0 WHERE deck = ? AND present = 1", (row,))
        database.run("UPDATE deck SET mark = NULL, cards = 0 WHERE id = ?", (row,))


def mark(database: Database, marks: Mapping[str, str]) -> None:
    """Write the versions of these decks."""
    for deck, version in marks.items():
        database.run("UPDATE deck SET mark = ? WHERE name = ?", (version, deck))


def gone(database: Database) -> list[Known]:
    """Cards with reviews that count and that are not present, by key."""
    sql = f"{_KNOWN} WHERE s.present = 0 AND s.reviews > 0 ORDER BY s.card"
    return [_known(row) for row in database.rows(sql)]


def marks(database: Database) -> dict[str, str]:
    """For each deck that is there, the mark it was last placed with."""
    return dict(database.rows("SELECT name, mark FROM deck WHERE mark IS NOT NULL"))


def known(database: Database, deck: str) -> dict[str, Known]:
    """The cards the store knows of this deck, those not present too, in the deck's order."""
    rows = database.rows(f"{_KNOWN} WHERE d.name = ? ORDER BY s.position, s.card", (deck,))
    return {row[0]: _known(row) for row in rows}


def find(database: Database, *, question: str | None, fingerprint: str | None) -> list[Known]:
    """The cards of any deck with this question's key, or whose fingerprint shares a part with this one."""
    wheres: list[tuple[str, str]] = []
    if question is not None:
        wheres.append(("s.question = ?", question))
    if fingerprint is not None:
        asked, answered = _parts(fingerprint)
        wheres += [
            ("s.asked = ? AND s.asked <> ''", asked),
            ("s.answered = ? AND s.answered <> ''", answered),
        ]
    found = {}
    for where, value in wheres:
        for row in database.rows(f"{_KNOWN} WHERE {where} ORDER BY s.card", (value,)):
            found[row[0]] = _known(row)
    return list(found.values())


def _known(row: Sequence[object]) -> Known:
    card, question, position, kind, fingerprint, present, deck, reviews, wording, revision = row
    values = (card, question, position, kind, fingerprint, bool(present), deck, bool(reviews))
    return Known._make((*values, wording, revision))


def _parts(fingerprint: str) -> tuple[str, str]:
    """The question's and the answer's part, each with the version; empty if there is no such part."""
    version, _, rest = fingerprint.partition(":")
    asked, _, answered = rest.partition(":")
    return (f"{version}:{asked}" if asked else "", f"{version}:{answered}" if answered else "")
