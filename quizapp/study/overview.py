"""What waits, deck by deck, and how today went."""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.memory.model import Moment
from quizapp.settings import Settings
from quizapp.store.queries import Stages
from quizapp.store.store import Store
from quizapp.study.plan import Plan
from quizapp.study.queue import Allowance, DeckCounts, Queue, Scope, allowance, build

PACE = 12.0
"""Seconds from one answer to the next, until the learner's own are known."""
_ANSWERS = 400
_ENOUGH = 20


class DeckRow(NamedTuple):
    """One deck in the list.

    new, learning, review: what would be asked today if only this deck were studied; a deck that isn't
    started counts as if it were. cards: all it has, included decks' too. left_out: questions left out
    because of problems. last_day: study day it was last studied. origin: as in `Entry`. minutes: about
    how long it takes to study what waits. stages: how its cards stand, if that was asked for.
    """

    id: str
    title: str
    started: bool
    new: int
    learning: int
    review: int
    cards: int
    problems: int
    left_out: int
    last_day: int | None
    about: str | None
    notice: str | None
    origin: str
    minutes: float = 0.0
    stages: Stages = Stages()


class Overview(NamedTuple):
    """What the home screen tells.

    new, learning, review: what waits in all decks that are started, within the limits. answered, right,
    minutes: today's ratings, those better than Again, and the time they took. streak: study days in a
    row. tomorrow: reviews that will wait on the next study day. next_at: UTC milliseconds when the next
    card within learning is due. catch_up: more reviews wait than a day may bring. minutes_left: about
    how long it takes to study what waits. unlearned: new cards of started decks, beyond today's too.
    next_due: the next study day with reviews, and how many, as they stand now. later: all that waits are
    cards within learning that are not due yet.
    """

    day: int
    decks: tuple[DeckRow, ...]
    new: int
    learning: int
    review: int
    answered: int
    right: int
    minutes: float
    streak: int
    tomorrow: int
    next_at: int | None
    catch_up: bool
    minutes_left: float = 0.0
    unlearned: int = 0
    next_due: tuple[int, int] | None = None
    later: bool = False

    @property
    def waiting(self) -> int:
        """Cards that wait in all decks that are started."""
        return self.new + self.learning + self.review

    @property
    def last_day(self) -> int | None:
        """The study day on which any deck at hand was studied last."""
        return max((row.last_day for row in self.decks if row.last_day is not None), default=None)


def overview(
    library: Library, store: Store, settings: Settings, moment: Moment, *, stages: bool = False
) -> Overview:
    """Return what waits at this moment; with `stages` also how each deck's cards stand."""
    scope = started_scope(library, store)
    counts = store.counts(moment.day)
    queue, catch_up = build(store, settings, Plan(), moment, scope, counts)
    answered, right, took = store.answered(moment.day)
    time = _Time(pace(store), settings)
    rows = _rows(library, store, settings, moment, scope, counts, time)
    return Overview(
        day=moment.day,
        decks=_with_stages(rows, library, store.stages()) if stages else rows,
        new=queue.counts.new,
        learning=queue.counts.learning,
        review=queue.counts.review,
        answered=answered,
        right=right,
        minutes=took / 60_000,
        streak=store.streak(moment.day),
        tomorrow=store.due_on(moment.day + 1),
        next_at=queue.next_at(),
        catch_up=catch_up,
        minutes_left=time.minutes(*queue.counts),
        unlearned=sum(counts[deck][0] for deck in scope.decks if deck in counts),
        next_due=store.next_due(moment.day),
        later=_is_later(queue, settings, moment),
    )


def _is_later(queue: Queue, settings: Settings, moment: Moment) -> bool:
    counts, next_at = queue.counts, queue.next_at()
    if counts.new or counts.review or next_at is None:
        return False
    return next_at > moment.at + settings.learn_ahead * 60_000


def pace(store: Store) -> float:
    """Seconds from one answer to the next: the learner's own median of late, if there are enough."""
    gaps = sorted(store.gaps(_ANSWERS))
    return gaps[len(gaps) // 2] / 1000 if len(gaps) >= _ENOUGH else PACE


class _Time(NamedTuple):
    """How long cards take. A new card is asked once for each of its learning steps, at the least."""

    pace: float
    settings: Settings

    def minutes(self, new: int, learning: int, review: int) -> float:
        asked = new * max(1, len(self.settings.learning_steps)) + learning + review
        return asked * self.pace / 60


def started_scope(library: Library, store: Store) -> Scope:
    """Return the cards of every deck that is started, in the order in which decks are listed."""
    started = set(store.started())
    return scope_of(library, tuple(entry.id for entry in library.decks() if entry.id in started))


def scope_of(library: Library, decks: tuple[str, ...]) -> Scope:
    """Return the cards of these decks and of those they include, each deck once."""
    members = (member for deck in decks for member in library.members(deck))
    return Scope(tuple(dict.fromkeys(members)))


def _rows(
    library: Library,
    store: Store,
    settings: Settings,
    moment: Moment,
    scope: Scope,
    counts: DeckCounts,
    time: _Time,
) -> tuple[DeckRow, ...]:
    allowed = allowance(settings, Plan(), store.day_count(moment.day))
    last_days = store.last_days()
    on = frozenset(scope.decks)
    return tuple(
        _row(entry, library.members(entry.id), counts, allowed, last_days, time, started=entry.id in on)
        for entry in library.decks()
    )


def _row(
    entry: Entry,
    members: tuple[str, ...],
    counts: DeckCounts,
    allowed: Allowance,
    last_days: dict[str, int],
    time: _Time,
    *,
    started: bool,
) -> DeckRow:
    own = [(member, *counts.get(member, (0, 0, 0, 0))) for member in members]
    review = sum(min(due, allowed.deck_reviews.get(deck, due)) for deck, _, _, due, _ in own)
    review = min(review, allowed.reviews)
    new = sum(min(fresh, allowed.deck_new.get(deck, fresh)) for deck, fresh, _, _, _ in own)
    days = [last_days[member] for member in members if member in last_days]
    new = min(new, allowed.new, max(0, allowed.reviews - review))
    learning = sum(within for _, _, within, _, _ in own)
    return DeckRow(
        id=entry.id,
        title=entry.title,
        started=started,
        new=new,
        learning=learning,
        review=review,
        cards=sum(cards for *_, cards in own),
        problems=entry.problems,
        left_out=entry.left_out,
        last_day=max(days, default=None),
        about=entry.about,
        notice=entry.notice,
        origin=entry.origin,
        minutes=time.minutes(new, learning, review),
    )


def _with_stages(rows: Iterable[DeckRow], library: Library, stages: dict[str, Stages]) -> tuple[DeckRow, ...]:
    return tuple(
        row._replace(stages=_sum(stages.get(member, Stages()) for member in library.members(row.id)))
        for row in rows
    )


def _sum(stages: Iterable[Stages]) -> Stages:
    return Stages(*map(sum, zip(*stages, strict=True)))
