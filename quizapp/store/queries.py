"""Reads for today's queue. Only cards that are present, not suspended and not buried wait.

Each names its index: what SQLite has noted of a log's sizes may be old, and then it walks through all cards.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from quizapp.memory.model import Memory, Phase
from quizapp.store.connection import Database
from quizapp.store.tally import MATURE_DAYS

Order = Literal["due", "likely", "risky"]


class Stages(NamedTuple):
    """How many of a deck's cards are new, within learning, young, mature (see `MATURE_DAYS`), suspended."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0

    @property
    def known(self) -> int:
        """Cards that were learned: those young or mature."""
        return self.young + self.mature


class Waiting(NamedTuple):
    """A card in the queue; fields as in `Standing` and `Place`."""

    card: str
    deck: str
    question: str
    phase: Phase
    due_day: int | None
    due_at: int | None
    last_day: int | None
    memory: Memory | None
    position: int
    interval: int


_WAITING = (
    "s.card, d.name, s.question, s.phase, s.due_day, s.due_at, s.last_day,"
    " s.stability, s.difficulty, s.position, s.interval"
)
_HERE = "s.present = 1 AND s.suspended = 0"
_BACK = "(s.buried_until IS NULL OR s.buried_until <= :day)"
_NEW = f"{_HERE} AND s.phase = 'new' AND {_BACK}"
_LEARNING = f"{_HERE} AND s.due_at IS NOT NULL AND {_BACK}"
_DUE = f"{_HERE} AND s.phase <> 'new' AND s.due_at IS NULL AND s.due_day <= :day AND {_BACK}"
_IN_DECKS = "s.deck IN (SELECT deck.id FROM json_each(:decks) JOIN deck ON deck.name = json_each.value)"
# A different order of the cards due on one day, each study day: (a * number + b) modulo a prime is
# a permutation of the numbers below the prime.
_PRIME = 2_147_483_647
_SHUFFLED = f"(s.shuffle * :factor + :shift) % {_PRIME}"
_ORDERS = {
    "due": f"s.due_day, {_SHUFFLED}",
    # For one set of weights retrievability falls as days since the review grow against stability.
    "likely": f"(:day - s.last_day) / s.stability, {_SHUFFLED}",
    "risky": f"(:day - s.last_day) / s.stability DESC, {_SHUFFLED}",
}


def learning(database: Database, decks: Iterable[str], day: int) -> list[Waiting]:
    """Cards within learning that are due by the minute, earliest first, whenever that is."""
    sql = (
        f"SELECT {_WAITING} FROM standing s INDEXED BY standing_learning JOIN deck d ON d.id = s.deck"
        f" WHERE {_LEARNING} AND {_IN_DECKS} ORDER BY s.due_at, s.card"
    )
    return [_waiting(row) for row in database.rows(sql, {"day": day, "decks": _names(decks)})]


def reviews(database: Database, decks: Iterable[str], day: int, limit: int, order: Order) -> list[Waiting]:
    """Cards due by the day, at most `limit`.

    order: `due`: by due day, shuffled anew each study day within it; `likely`: those most likely still
    known first; `risky`: those least likely first.
    """
    values = {
        "day": day,
        "decks": _names(decks),
        "limit": limit,
        "factor": 1 + (day * 1_103_515_245 + 12_345) % (_PRIME - 1),
        "shift": (day * 69_069) % _PRIME,
    }
    ids = (
        f"SELECT s.id FROM standing s INDEXED BY standing_due WHERE {_DUE} AND {_IN_DECKS}"
        f" ORDER BY {_ORDERS[order]} LIMIT :limit"
    )
    sql = (
        f"SELECT {_WAITING} FROM standing s NOT INDEXED CROSS JOIN deck d ON d.id = s.deck"
        f" WHERE s.id IN ({ids}) ORDER BY {_ORDERS[order]}"
    )
    return [_waiting(row) for row in database.rows(sql, values)]


def new(database: Database, decks: Sequence[str], day: int, limit: int) -> list[Waiting]:
    """New cards, at most `limit`: in the order of `decks`, then in each deck's own order."""
    found: list[Waiting] = []
    sql = (
        f"SELECT {_WAITING} FROM standing s INDEXED BY standing_new JOIN deck d ON d.id = s.deck"
        f" WHERE {_NEW} AND s.deck = (SELECT id FROM deck WHERE name = :deck)"
        " ORDER BY s.position, s.card LIMIT :limit"
    )
    for deck in decks:
        if len(found) >= limit:
            break
        values = {"day": day, "deck": deck, "limit": limit - len(found)}
        found += [_waiting(row) for row in database.rows(sql, values)]
    return found


def counts(database: Database, day: int) -> dict[str, tuple[int, int, int, int]]:
    """For each deck that is there: new, within learning, due by the day, and all its cards; before limits."""
    decks = database.rows("SELECT id, name, cards FROM deck WHERE mark IS NOT NULL ORDER BY name")
    kinds = [
        _count(database, index, where, day)
        for index, where in (("new", _NEW), ("learning", _LEARNING), ("due", _DUE))
    ]
    return {
        name: (kinds[0].get(row, 0), kinds[1].get(row, 0), kinds[2].get(row, 0), cards)
        for row, name, cards in decks
    }


def due_on(database: Database, day: int) -> int:
    """How many cards of started decks are due by the day on `day` or before."""
    sql = (
        f"SELECT count(*) FROM standing s INDEXED BY standing_due WHERE {_DUE}"
        " AND s.deck IN (SELECT id FROM deck WHERE started_stamp IS NOT NULL)"
    )
    return int(database.value(sql, {"day": day}))


def put_off(database: Database, day: int) -> int:
    """How many cards of started decks come back on `day` that had been put off and are no reviews."""
    counted = (
        f"SELECT count(*) FROM standing s INDEXED BY standing_{index} WHERE {_HERE} AND {which}"
        " AND s.buried_until = :day AND s.deck IN (SELECT id FROM deck WHERE started_stamp IS NOT NULL)"
        for index, which in (("new", "s.phase = 'new'"), ("learning", "s.due_at IS NOT NULL"))
    )
    return sum(int(database.value(sql, {"day": day})) for sql in counted)


def next_due(database: Database, day: int) -> tuple[int, int] | None:
    """The next study day after `day` on which cards of started decks come due, and how many; None if none."""
    sql = (
        "SELECT s.due_day, count(*) FROM standing s INDEXED BY standing_due"
        f" WHERE {_HERE} AND s.phase <> 'new' AND s.due_at IS NULL AND s.due_day > :day"
        " AND s.deck IN (SELECT id FROM deck WHERE started_stamp IS NOT NULL)"
        " GROUP BY s.due_day ORDER BY s.due_day LIMIT 1"
    )
    row = database.row(sql, {"day": day})
    return None if row is None else (row[0], row[1])


def stages(database: Database) -> dict[str, Stages]:
    """For each deck that is there, how its cards stand."""
    names = dict(database.rows("SELECT id, name FROM deck WHERE mark IS NOT NULL"))
    sql = (
        "SELECT s.deck, s.phase, s.suspended, count(*), sum(s.interval >= :mature)"
        " FROM standing s INDEXED BY standing_phase WHERE s.present = 1 GROUP BY s.deck, s.phase, s.suspended"
    )
    found = {name: Stages() for name in names.values()}
    for deck, phase, suspended, cards, mature in database.rows(sql, {"mature": MATURE_DAYS}):
        if deck in names:
            found[names[deck]] = _stage(found[names[deck]], phase, suspended, cards, mature)
    return found


def _stage(stages: Stages, phase: str, suspended: int, cards: int, mature: int) -> Stages:
    if suspended:
        return stages._replace(suspended=stages.suspended + cards)
    if phase == Phase.NEW:
        return stages._replace(new=stages.new + cards)
    if phase == Phase.REVIEW:
        return stages._replace(young=stages.young + cards - mature, mature=stages.mature + mature)
    return stages._replace(learning=stages.learning + cards)


def _count(database: Database, index: str, where: str, day: int) -> dict[int, int]:
    sql = f"SELECT s.deck, count(*) FROM standing s INDEXED BY standing_{index} WHERE {where} GROUP BY s.deck"
    return dict(database.rows(sql, {"day": day}))


def _names(decks: Iterable[str]) -> str:
    return json.dumps(list(decks))


def _waiting(row: Sequence[Any]) -> Waiting:
    card, deck, question, phase, due_day, due_at, last_day, stability, difficulty, position, interval = row
    memory = None if stability is None else Memory(stability, difficulty)
    return Waiting(card, deck, question, Phase(phase), due_day, due_at, last_day, memory, position, interval)
