"""Sums over the log for statistics. Voided reviews are not in them, and overrides are."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.memory.model import Memory, Phase
from quizapp.store.connection import Database
from quizapp.store.tally import MATURE_DAYS, Stage

FAR = 10**9
"""A study day after all others."""


class Slice(NamedTuple):
    """Which reviews: of study days `first` to `last`; of `decks` (ids) or, if given, of `cards` (keys) alone."""

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
    count: int
    ms: int
    chance: int
    aim: int


class Group(NamedTuple):
    """Reviews of one deck, one card or one hour. right: those rated better than Again.

    recalled, kept: of cards that were young or mature, all and right.
    """

    name: str
    count: int
    right: int
    ms: int
    recalled: int
    kept: int


class StageCell(NamedTuple):
    """Cards of a deck that stand alike. mature: the interval is at least 21 days. buried: not back yet."""

    deck: str
    phase: Phase
    mature: bool
    suspended: bool
    buried: bool
    count: int


class Held(NamedTuple):
    """What is known of one card that its deck has now; fields as in `Standing`."""

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
    count: int
    last_day: int


_IN_DECKS = "IN (SELECT deck.id FROM json_each(:decks) AS j JOIN deck ON deck.name = j.value)"
_RECALLED = f"{int(Stage.YOUNG)}, {int(Stage.MATURE)}"
_GROUP = (
    f"count(*), sum(r.rating > 1), sum(r.ms), sum(r.stage IN ({_RECALLED})),"
    f" sum(r.stage IN ({_RECALLED}) AND r.rating > 1)"
)


def days(database: Database, part: Slice) -> list[DayCell]:
    """The reviews by study day, stage and rating, in that order."""
    sql = (
        "SELECT r.day, r.stage, r.rating, count(*), sum(r.ms), ifnull(sum(r.chance), 0), ifnull(sum(r.aim), 0)"
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
    sql = f"SELECT r.hour, count(*), sum(r.rating > 1) FROM {_reviews(part, 'hour')} GROUP BY r.hour ORDER BY 1"
    return [(hour, count, right) for hour, count, right in database.rows(sql, _values(part))]


def by_deck(database: Database, part: Slice) -> list[Group]:
    """The reviews of each deck that has any, by its id."""
    sql = (
        "SELECT d.name, g.* FROM (SELECT r.deck, count(*), sum(r.rating > 1), sum(r.ms)"
        f" FROM {_reviews(part, 'deck')} GROUP BY r.deck) AS g JOIN deck d ON d.id = g.deck ORDER BY d.name"
    )
    kept = _kept_by_deck(database, part)
    return [
        Group(name, count, right, ms, *kept.get(name, (0, 0)))
        for name, _, count, right, ms in database.rows(sql, _values(part))
    ]


def by_card(database: Database, part: Slice) -> list[Group]:
    """The reviews of each card that has any, by its key."""
    sql = (
        f"SELECT s.card, g.* FROM (SELECT r.card, {_GROUP} FROM {_reviews(part, 'card')} GROUP BY r.card) AS g"
        " JOIN standing s ON s.id = g.card ORDER BY s.card"
    )
    return [Group(card, *rest) for card, _, *rest in database.rows(sql, _values(part))]


def evidence(database: Database, part: Slice) -> list[tuple[int, int, int]]:
    """How well the memory model foretold: the chance it gave (thousandths), reviews, those that were right."""
    sql = (
        f"SELECT r.chance, count(*), sum(r.rating > 1) FROM {_reviews(part, 'day')}"
        f" AND r.stage IN ({_RECALLED}) AND r.chance IS NOT NULL GROUP BY r.chance ORDER BY r.chance"
    )
    return [(chance, count, right) for chance, count, right in database.rows(sql, _values(part))]


def stages(database: Database, part: Slice, day: int) -> list[StageCell]:
    """How the cards stand that their decks have now; the slice's days don't matter."""
    back = "ifnull(s.buried_until > :day, 0)"
    sql = (
        f"SELECT d.name, g.* FROM (SELECT s.deck, s.phase, s.interval >= {MATURE_DAYS}, s.suspended, {back},"
        f" count(*) FROM {_standings(part)} GROUP BY 1, 2, 3, 4, 5) AS g JOIN deck d ON d.id = g.deck"
        " ORDER BY d.name"
    )
    return [
        StageCell(name, Phase(phase), bool(mature), bool(suspended), bool(buried), count)
        for name, _, phase, mature, suspended, buried, count in database.rows(sql, _values(part, day=day))
    ]


def due(database: Database, part: Slice, last: int) -> list[tuple[int, int]]:
    """How many cards are due by the day on each study day up to `last`, overdue ones on their own days.

    Suspended cards are not among them.
    """
    sql = (
        f"SELECT s.due_day, count(*) FROM {_standings(part)} AND s.suspended = 0 AND s.phase <> 'new'"
        " AND s.due_at IS NULL AND s.due_day <= :due GROUP BY s.due_day ORDER BY s.due_day"
    )
    return [(day, count) for day, count in database.rows(sql, _values(part, due=last))]


def load(database: Database, part: Slice) -> float:
    """Reviews a study day that the present intervals amount to: the sum of 1/interval of cards in review."""
    sql = (
        f"SELECT sum(1.0 / max(s.interval, 1)) FROM {_standings(part)} AND s.suspended = 0"
        " AND s.phase = 'review'"
    )
    return float(database.value(sql, _values(part)) or 0.0)


def held(database: Database, part: Slice) -> list[Held]:
    """Every card that its deck has now, in the decks' own order; the slice's days don't matter."""
    sql = (
        "SELECT s.card, d.name, s.question, s.kind, s.phase, s.stability, s.difficulty, s.interval,"
        f" s.due_day, s.last_day, s.reviews, s.lapses, s.suspended FROM {_standings(part)}"
        " ORDER BY s.deck, s.position"
    ).replace(" FROM standing s", " FROM standing s JOIN deck d ON d.id = s.deck", 1)
    return [_held(row) for row in database.rows(sql, _values(part))]


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
    return f"review r INDEXED BY review_{index} WHERE r.day BETWEEN :first AND :last{_within(part)}"


def _within(part: Slice) -> str:
    if part.cards is not None:
        return " AND s.card IN (SELECT value FROM json_each(:cards))"
    return "" if part.decks is None else f" AND r.deck {_IN_DECKS}"


def _standings(part: Slice) -> str:
    """FROM and WHERE for standings `s` of cards that are there."""
    where = "standing s WHERE s.present = 1"
    if part.decks is not None:
        where += f" AND s.deck {_IN_DECKS}"
    if part.cards is not None:
        where += " AND s.card IN (SELECT value FROM json_each(:cards))"
    return where


def _values(part: Slice, **more: int) -> dict[str, object]:
    values: dict[str, object] = {"first": part.first, "last": part.last, **more}
    if part.decks is not None:
        values["decks"] = json.dumps(part.decks)
    if part.cards is not None:
        values["cards"] = json.dumps(sorted(part.cards))
    return values


def _kept_by_deck(database: Database, part: Slice) -> dict[str, tuple[int, int]]:
    sql = (
        f"SELECT d.name, count(*), sum(r.rating > 1) FROM {_reviews(part, 'day')}"
        f" AND r.stage IN ({_RECALLED}) GROUP BY r.deck"
    ).replace(" WHERE ", " JOIN deck d ON d.id = r.deck WHERE ", 1)
    return {name: (count, right) for name, count, right in database.rows(sql, _values(part))}


def _held(row: Sequence[object]) -> Held:
    card, deck, question, kind, phase, stability, difficulty, *rest = row
    memory = None if stability is None else Memory(stability, difficulty)  # type: ignore[arg-type] - columns
    *rest, suspended = rest
    return Held(card, deck, question, kind, Phase(phase), memory, *rest, bool(suspended))  # type: ignore[arg-type] - columns
