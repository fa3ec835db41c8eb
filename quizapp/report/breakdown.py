"""The same figures divided by deck, topic, kind of question, or source document."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from quizapp.memory.model import Phase
from quizapp.report.progress import Cards, cards
from quizapp.report.selection import EVERYTHING, Part, Period, Selection, part_of, past_year
from quizapp.report.subjects import GONE, NONE, By, Subjects
from quizapp.report.wilson import Share, share
from quizapp.store import figures
from quizapp.store.connection import Database
from quizapp.store.figures import Group
from quizapp.store.tally import MATURE_DAYS
from quizapp.study.desk import Desk


class Row(NamedTuple):
    """One deck, topic, kind or document. name: its id or name; title: as it is shown.

    answers, right, minutes: of the period. kept: right answers to young and mature cards. cards: how
    its cards stand now.
    """

    name: str
    title: str
    answers: int
    right: int
    minutes: float
    kept: Share
    cards: Cards


class _Stands(NamedTuple):
    phase: str
    interval: int
    suspended: int


class Breakdown(NamedTuple):
    """Figures divided; a card drawn from two documents counts for both."""

    by: By
    period: Period
    rows: tuple[Row, ...]


def breakdown(
    desk: Desk, by: By, day: int, selection: Selection = EVERYTHING, period: Period | None = None
) -> Breakdown:
    """Divide the figures of a selection on the study day `day`, those with most answers first.

    Without a period, of the past 365 days. Raises UsageError for a tag that no card has.
    """
    period = period or past_year(day)
    part = part_of(desk, selection, period)
    database = desk.store.database
    with database.snapshot():
        found = _decks(desk, part, day) if by == "deck" else _others(desk, by, part)
    return Breakdown(by, period, tuple(sorted(found, key=_order)))


def _order(row: Row) -> tuple[bool, int, str]:
    return (row.name in (*NONE.values(), GONE), -row.answers, row.title)


def _decks(desk: Desk, part: Part, day: int) -> list[Row]:
    database = desk.store.database
    if part.cards.cards is not None:
        return _sum(database, part, lambda held: (held[0].partition("/")[0],), _titles(desk))
    groups = {group.name: group for group in figures.by_deck(database, part.reviews)}
    standing: dict[str, list[figures.PhaseCell]] = {}
    for cell in figures.phases(database, part.cards):
        standing.setdefault(cell.deck, []).append(cell)
    titles = _titles(desk)
    return [
        _row(name, titles.get(name, name), groups.get(name), cards(standing.get(name, ()), day))
        for name in sorted(groups.keys() | standing.keys())
    ]


def _others(desk: Desk, by: By, part: Part) -> list[Row]:
    database = desk.store.database
    if by == "kind":
        return _sum(database, part, lambda card: (card[1] or GONE,), {})
    subjects = Subjects(desk.library, [entry.id for entry in desk.library.decks()])
    if by == "topic":
        return _sum(database, part, lambda card: (subjects.topic(card[0].partition("#")[0]),), {})
    return _sum(database, part, lambda card: subjects.documents(card[0].partition("#")[0]), {})


def _sum(
    database: Database,
    part: Part,
    names: Callable[[tuple[str, str]], Iterable[str]],
    titles: dict[str, str],
) -> list[Row]:
    """Add up reviews card by card. names: of a card's key and kind, what it counts for."""
    groups: dict[str, list[Group]] = {}
    for group, kind in figures.by_card(database, part.reviews):
        for name in names((group.name, kind)):
            groups.setdefault(name, []).append(group)
    standing: dict[str, list[_Stands]] = {}
    for card, kind, phase, interval, suspended in figures.stands(database, part.cards):
        for name in names((card, kind)):
            standing.setdefault(name, []).append(_Stands(phase, interval, suspended))
    return [
        _row(name, titles.get(name, name), _added(groups.get(name, [])), _together(standing.get(name, ())))
        for name in groups.keys() | standing.keys()
    ]


def _together(cards: Iterable[_Stands]) -> Cards:
    """Count how cards stand; who is buried isn't known here."""
    counts = Counter(map(_state, cards))
    return Cards(*(counts[state] for state in ("new", "learning", "young", "mature", "suspended")))


def _state(card: _Stands) -> str:
    if card.suspended:
        return "suspended"
    if card.phase == Phase.NEW:
        return "new"
    if card.phase != Phase.REVIEW:
        return "learning"
    return "mature" if card.interval >= MATURE_DAYS else "young"


def _added(groups: list[Group]) -> Group | None:
    if not groups:
        return None
    sums = [sum(column) for column in zip(*(group[1:] for group in groups), strict=True)]
    return Group("", *sums)


def _row(name: str, title: str, group: Group | None, standing: Cards) -> Row:
    if group is None:
        return Row(name, title, 0, 0, 0.0, share(0, 0), standing)
    kept = share(group.kept, group.recalled)
    return Row(name, title, group.reviews, group.right, group.ms / 60_000, kept, standing)


def _titles(desk: Desk) -> dict[str, str]:
    return {entry.id: entry.title for entry in desk.library.decks()}
