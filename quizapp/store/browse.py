"""Reads for looking many cards through at once: which stand how, and in what order."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from quizapp.store.connection import Database
from quizapp.store.rows import STANDING_COLUMNS, standing_of
from quizapp.store.standing import LEECH_AT, Standing

MATURE = 21
"""Days of interval from which a card counts as mature."""

_LEARNING = "s.phase IN ('learning', 'relearning')"
_BURIED = "ifnull(s.buried_until, 0) > :day"
STATES = {
    "new": "s.phase = 'new'",
    "learning": _LEARNING,
    "review": "s.phase = 'review'",
    "young": f"s.phase = 'review' AND s.interval < {MATURE}",
    "mature": f"s.phase = 'review' AND s.interval >= {MATURE}",
    # As the queue's index has it, with cards within learning.
    "due": (
        f"s.present = 1 AND s.suspended = 0 AND s.phase <> 'new' AND NOT {_BURIED}"
        " AND (s.due_at IS NOT NULL OR s.due_day <= :day)"
    ),
    "suspended": "s.suspended = 1",
    "buried": _BURIED,
    "flagged": "s.flag > 0",
    "leech": f"s.lapses >= {LEECH_AT}",
}
"""How a card may stand."""

MEASURES = {
    "due": "s.due_day - :day",
    "flag": "s.flag",
    "lapses": "s.lapses",
    "reviews": "s.reviews",
    "interval": "s.interval",
    "stability": "s.stability",
    "difficulty": "s.difficulty",
    "last": ":day - s.last_day",
    # For one set of weights what is left of a memory falls as this grows.
    "faded": "max(:day - s.last_day, 0) / s.stability",
}
"""What can be compared with a number; what a card hasn't got is neither more nor less nor equal."""

COMPARISONS = ("<=", ">=", "<", ">", "=")
SORTS = {
    "due": "s.due_day IS NULL, s.due_day, s.due_at",
    "difficulty": "s.difficulty IS NULL, s.difficulty DESC",
    "stability": "s.stability IS NULL, s.stability",
    "lapses": "s.lapses DESC",
    "last": "s.last_at IS NULL, s.last_at DESC",
    "reviews": "s.reviews DESC",
}
"""Orders of cards: due first, hardest, weakest, most often forgotten, last answered, most often answered."""


class Stands(NamedTuple):
    """A card stands so; one of `STATES`."""

    state: str


class Measure(NamedTuple):
    """One of `MEASURES`, one of `COMPARISONS`, and a number."""

    name: str
    comparison: str
    number: float


class Gone(NamedTuple):
    """A card with a history that no deck at hand has, in the words it was last answered in."""

    id: int
    card: str
    kind: str
    asks: str
    answers: str


def find(database: Database, condition: Stands | Measure, day: int, decks: Iterable[str] | None) -> list[Any]:
    """Cards at hand that stand so on this study day: the deck's row and the position, in any order."""
    values: dict[str, object] = {"day": day}
    if isinstance(condition, Stands):
        where = STATES[condition.state]
    else:
        comparison = condition.comparison
        if comparison not in COMPARISONS:
            raise ValueError(f"{comparison!r} compares nothing")
        where, values["number"] = f"{MEASURES[condition.name]} {comparison} :number", condition.number
    if decks is not None:
        values["decks"] = json.dumps(list(decks))
        where += (
            " AND s.deck IN (SELECT deck.id FROM json_each(:decks) JOIN deck ON deck.name = json_each.value)"
        )
    return database.rows(f"SELECT s.deck, s.position FROM standing s WHERE s.present = 1 AND {where}", values)


def ordered(database: Database, sort: str) -> list[Any]:
    """All cards at hand, as deck's row and position, in one of the orders of `SORTS`."""
    order = SORTS[sort]
    return database.rows(
        f"SELECT s.deck, s.position FROM standing s WHERE s.present = 1 ORDER BY {order}, s.deck, s.position"
    )


def decks(database: Database) -> dict[int, tuple[str, str | None]]:
    """For each deck's row its id, and the version its cards were placed from (None: it isn't there)."""
    return {row: (name, mark) for row, name, mark in database.rows("SELECT id, name, mark FROM deck")}


def standings(database: Database, cards: Sequence[str]) -> dict[str, Standing]:
    """How these cards stand; those that were never placed or answered are left out."""
    found: dict[str, Standing] = {}
    columns = ", ".join(f"standing.{name}" for name in STANDING_COLUMNS.split(", "))
    sql = f"SELECT {columns} FROM json_each(?) AS wanted JOIN standing ON standing.card = wanted.value"
    for row in database.stream(sql, (json.dumps(list(cards)),)):
        standing = standing_of(row)
        found[standing.card] = standing
    return found


def gone(database: Database) -> list[Gone]:
    """Cards that something happened to and that no deck at hand has now, by key."""
    sql = (
        "SELECT s.id, s.card, ifnull(w.kind, s.kind), ifnull(w.question, ''), ifnull(w.answer, '')"
        " FROM standing s LEFT JOIN wording w ON w.card = s.card AND w.fingerprint = s.wording"
        " WHERE s.present = 0 AND (s.reviews > 0 OR s.suspended OR s.flag OR s.wording IS NOT NULL)"
        " ORDER BY s.card"
    )
    return [Gone._make(row) for row in database.rows(sql)]


def siblings(database: Database, card: str) -> list[str]:
    """The other cards of the same question, in the deck's order."""
    sql = (
        "SELECT other.card FROM standing s JOIN standing other ON other.question = s.question"
        " WHERE s.card = ? AND other.card <> s.card AND other.present = 1 ORDER BY other.position"
    )
    return [key for (key,) in database.rows(sql, (card,))]
