"""Sums over the log for statistics. Voided reviews are not in them, and overrides are."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from quizapp.memory.model import Memory, Phase
from quizapp.store.connection import Database
from quizapp.store.tally import MATURE_DAYS, Stage

FAR = 10**9
"""A study day after all others."""


class Slice(NamedTuple):
    """Which reviews: of study days `first` to `last`, of `decks` (ids), of `cards` (keys); None: of all."""

    first: int = -FAR
    last: int = FAR
    decks: tuple[str, ...] | None = None
    cards: frozenset[str] | None = None


class DayCell(NamedTuple):
    """Reviews of one study day, stage and rating. ms: the time they took.

    chance, aim: sums over the reviews, in thousandths, as in `Tally`; 0 where there are none.
    """

    day: int
    stage: Stage
    rating: int
    reviews: int
    ms: int
    chance: int
    aim: int


class Group(NamedTuple):
    """Reviews of one deck, one card or one hour. right: those rated better than Again.

    recalled, kept: of cards that were young or mature, all and right.
    """

    name: str
    reviews: int
    right: int
    ms: int
    recalled: int
    kept: int


class PhaseCell(NamedTuple):
    """Cards of a deck that stand alike. mature: how many of them have an interval of at least 21 days.

    buried_until: as in `Standing`. load: the sum of 1/interval.
    """

    deck: str
    phase: Phase
    suspended: bool
    buried_until: int | None
    cards: int
    mature: int
    load: float


class Held(NamedTuple):
    """What is known of one card that its deck has now; question: `deck/question`; else as in `Standing`."""

    card: str
    deck: str
    question: str
    kind: str
    phase: Phase
    memory: Memory | None
    interval: int
    due_day: int | None
    last_day: int | None
    reviews: int
    lapses: int
    suspended: bool


class Mixup(NamedTuple):
    """How often, and when last, the right answer of card `given` was given to card `asked`."""

    asked: str
    given: str
    times: int
    last_day: int


# Beyond these, filtering everything in the wanted order is cheaper than sorting what is picked.
_FEW_DECKS = 5
_IN_DECKS = "IN (SELECT deck.id FROM json_each(:decks) AS j JOIN deck ON deck.name = j.value)"
_RECALLED = f"{int(Stage.YOUNG)}, {int(Stage.MATURE)}"
_GROUP = (
    f"count(*), sum(r.rating > 1), sum(r.ms), sum(r.stage IN ({_RECALLED})),"
    f" sum(r.stage IN ({_RECALLED}) AND r.rating > 1)"
)


def days(database: Database, part: Slice) -> list[DayCell]:
    """The reviews by study day, stage and rating, in that order."""
    sql = (
        "SELECT r.day, r.stage, r.rating, count(*), sum(r.ms),"
        " ifnull(sum(r.chance), 0), ifnull(sum(r.aim), 0)"
        f" FROM {_reviews(part, 'day')} GROUP BY r.day, r.stage, r.rating ORDER BY r.day, r.stage, r.rating"
    )
    return [DayCell(day, Stage(stage), *rest) for day, stage, *rest in database.rows(sql, _values(part))]


def days_studied(database: Database, part: Slice) -> list[int]:
    """The study days with a review, in order."""
    if part.decks is not None or part.cards is not None:
        sql = f"SELECT DISTINCT r.day FROM {_reviews(part, 'day')} ORDER BY r.day"
        return [day for (day,) in database.rows(sql, _values(part))]
    # From each day to the next by the index, instead of over every review.
    sql = """
        WITH RECURSIVE step (day) AS (
            SELECT min(day) FROM review WHERE day BETWEEN :first AND :last
            UNION ALL
            SELECT (SELECT min(r.day) FROM review r WHERE r.day > step.day AND r.day <= :last)
            FROM step WHERE step.day IS NOT NULL
        )
        SELECT day FROM step WHERE day IS NOT NULL
    """
    return [day for (day,) in database.rows(sql, {"first": part.first, "last": part.last})]


def hours(database: Database, part: Slice) -> list[tuple[int, int, int]]:
    """For each hour of the learner's clock with reviews: the hour, reviews, those rated better than Again."""
    found: dict[int, list[int]] = {}
    for hour, rating, count in database.rows(*_hours(part)):
        sums = found.setdefault(hour, [0, 0])
        sums[0] += count
        sums[1] += count if rating > 1 else 0
    return [(hour, count, right) for hour, (count, right) in sorted(found.items()) if count]


def _hours(part: Slice) -> tuple[str, dict[str, object]]:
    if part.decks is not None or part.cards is not None:
        index = "deck" if part.cards is None else "card"
        sql = f"SELECT r.hour, r.rating, count(*) FROM {_reviews(part, index)} GROUP BY r.hour, r.rating"
    else:
        # Counting a stretch of an index at a time takes a quarter of what grouping would.
        counted = (
            "SELECT count(*) FROM review r INDEXED BY review_hour"
            " WHERE r.hour = h.value AND r.rating = g.value AND r.day BETWEEN :first AND :last"
        )
        each = f"json_each('{list(range(24))}') AS h CROSS JOIN json_each('[1, 2, 3, 4]') AS g"
        sql = f"SELECT h.value, g.value, ({counted}) FROM {each}"
    return sql, _values(part)


def by_deck(database: Database, part: Slice) -> list[Group]:
    """The reviews of each deck that has any, by its id."""
    sql = (
        f"SELECT d.name, g.* FROM"
        f" (SELECT r.deck, {_GROUP} FROM {_reviews(part, 'deck')} GROUP BY r.deck) AS g"
        " JOIN deck d ON d.id = g.deck ORDER BY d.name"
    )
    return [Group(name, *rest) for name, _, *rest in database.rows(sql, _values(part))]


def by_card(database: Database, part: Slice) -> list[tuple[Group, str]]:
    """The reviews of each card that has any, by its key, and the card's kind."""
    sql = (
        "SELECT s.kind, s.card, g.* FROM"
        f" (SELECT r.card, {_GROUP} FROM {_reviews(part, 'card')} GROUP BY r.card) AS g"
        " JOIN standing s ON s.id = g.card"
    )
    return [(Group(card, *rest), kind) for kind, card, _, *rest in database.rows(sql, _values(part))]


def evidence(database: Database, part: Slice) -> list[tuple[int, int, int]]:
    """How well the model foretold: the chance it gave (in thousandths), reviews, those that were right."""
    sql = (
        f"SELECT r.chance, count(*), sum(r.rating > 1) FROM {_reviews(part, 'day')}"
        f" AND r.stage IN ({_RECALLED}) AND r.chance IS NOT NULL GROUP BY r.chance ORDER BY r.chance"
    )
    return [(chance, count, right) for chance, count, right in database.rows(sql, _values(part))]


def phases(database: Database, part: Slice) -> list[PhaseCell]:
    """How the cards stand that their decks have now; the slice's days don't matter."""
    columns = "s.deck, s.phase, s.suspended, s.buried_until"
    sql = (
        f"SELECT d.name, g.* FROM (SELECT {columns}, count(*), sum(s.interval >= {MATURE_DAYS}),"
        f" sum(1.0 / max(s.interval, 1)) FROM {_standings(part, 'phase')} GROUP BY {columns}) AS g"
        " JOIN deck d ON d.id = g.deck ORDER BY d.name"
    )
    return [
        PhaseCell(name, Phase(phase), bool(suspended), *rest)
        for name, _, phase, suspended, *rest in database.rows(sql, _values(part))
    ]


def due(database: Database, part: Slice, last: int) -> list[tuple[int, int]]:
    """How many cards are due by the day on each study day up to `last`, overdue ones on their own days.

    Suspended cards are not among them.
    """
    sql = (
        f"SELECT s.due_day, count(*) FROM {_standings(part, 'due')} AND s.suspended = 0 AND s.phase <> 'new'"
        " AND s.due_at IS NULL AND s.due_day <= :due GROUP BY s.due_day ORDER BY s.due_day"
    )
    return [(day, count) for day, count in database.rows(sql, _values(part, due=last))]


def held(database: Database, part: Slice) -> list[Held]:
    """Every card that its deck has now, in the decks' own order; the slice's days don't matter."""
    sql = (
        "SELECT s.card, d.name, s.kind, s.phase, s.stability, s.difficulty, s.interval,"
        " s.due_day, s.last_day, s.reviews, s.lapses, s.suspended"
        f" FROM deck d CROSS JOIN {_standings(part, 'deck')} AND s.deck = d.id ORDER BY d.id, s.position"
    )
    return [_held(row) for row in database.rows(sql, _values(part))]


def stands(database: Database, part: Slice) -> list[tuple[str, str, str, int, int]]:
    """Key, kind, phase, interval and whether it is suspended, of every card that its deck has now."""
    sql = f"SELECT s.card, s.kind, s.phase, s.interval, s.suspended FROM {_standings(part, 'deck')}"
    return database.rows(sql, _values(part))


def first_times(database: Database, part: Slice) -> tuple[int, int, int]:
    """New cards begun, the ratings they took on their first day, and the milliseconds of these."""
    sql = (
        "SELECT count(DISTINCT r.card), count(*), ifnull(sum(r.ms), 0)"
        f" FROM {_reviews(part, 'day')} AND r.stage IN ({int(Stage.NEW)}, {int(Stage.LEARNING)})"
    )
    cards, ratings, ms = database.row(sql, _values(part))
    return (cards, ratings, ms)


def mixups(database: Database, part: Slice) -> list[Mixup]:
    """Pairs of cards of which one was answered with the other's answer, the most frequent first."""
    sql = (
        "SELECT s.card, e.confused, count(*), max(r.day) FROM event e INDEXED BY event_confused"
        " JOIN review r ON r.id = e.id JOIN standing s ON s.id = r.card"
        f" WHERE e.confused IS NOT NULL AND r.day BETWEEN :first AND :last{_within(part)}"
        " GROUP BY s.card, e.confused ORDER BY count(*) DESC, s.card, e.confused"
    )
    return [Mixup(*row) for row in database.rows(sql, _values(part))]


def _reviews(part: Slice, index: str) -> str:
    """FROM and WHERE for reviews `r`; index: in which order they are wanted."""
    if part.cards is not None:
        wanted = (
            "(SELECT standing.id FROM json_each(:cards) AS j CROSS JOIN standing ON standing.card = j.value)"
        )
        return (
            f"{wanted} AS w CROSS JOIN review r INDEXED BY review_card ON r.card = w.id"
            " WHERE r.day BETWEEN :first AND :last"
        )
    if part.decks is not None and len(part.decks) <= _FEW_DECKS:
        index = "deck"
    return f"review r INDEXED BY review_{index} WHERE r.day BETWEEN :first AND :last{_within(part)}"


def _within(part: Slice) -> str:
    if part.cards is not None:
        return " AND s.card IN (SELECT value FROM json_each(:cards))"
    return "" if part.decks is None else f" AND r.deck {_IN_DECKS}"


def _standings(part: Slice, index: str) -> str:
    """FROM and WHERE for standings `s` of cards that are there; index: what they are picked by."""
    if part.cards is not None:
        return "standing s WHERE s.present = 1 AND s.card IN (SELECT value FROM json_each(:cards))"
    within = "" if part.decks is None else f" AND s.deck {_IN_DECKS}"
    return f"standing s INDEXED BY standing_{index} WHERE s.present = 1{within}"


def _values(part: Slice, **more: int) -> dict[str, object]:
    values: dict[str, object] = {"first": part.first, "last": part.last, **more}
    if part.decks is not None:
        values["decks"] = json.dumps(part.decks)
    if part.cards is not None:
        values["cards"] = json.dumps(sorted(part.cards))
    return values


def _held(row: Sequence[Any]) -> Held:
    card, deck, kind, phase, stability, difficulty, *rest, suspended = row
    memory = None if stability is None else Memory(stability, difficulty)
    question = card.partition("#")[0]
    return Held._make((card, deck, question, kind, Phase(phase), memory, *rest, bool(suspended)))
