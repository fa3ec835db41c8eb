"""What waits, deck by deck, and how today went."""

from typing import NamedTuple

from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.memory.model import Moment
from quizapp.settings import Settings
from quizapp.store.store import Store
from quizapp.study.plan import Plan
from quizapp.study.queue import Allowance, DeckCounts, Scope, allowance, build


class DeckRow(NamedTuple):
    """One deck in the list.

    new, learning, review: what would be asked today if only this deck were studied; a deck that isn't
    started counts as if it were. cards: all it has, included decks' too. left_out: questions left out
    because of problems. last_day: study day it was last studied. origin: as in `Entry`.
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


class Overview(NamedTuple):
    """What the home screen tells.

    new, learning, review: what waits in all decks that are started, within the limits. answered, right,
    minutes: today's ratings, those better than Again, and the time they took. streak: study days in a
    row. tomorrow: reviews that will wait on the next study day. next_at: UTC milliseconds when the next
    card within learning is due. catch_up: more reviews wait than a day may bring.
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


def overview(library: Library, store: Store, settings: Settings, moment: Moment) -> Overview:
    """Return what waits at this moment."""
    scope = started_scope(library, store)
    counts = store.counts(moment.day)
    queue, catch_up = build(store, settings, Plan(), moment, scope, counts)
    answered, right, took = store.answered(moment.day)
    return Overview(
        day=moment.day,
        decks=_rows(library, store, settings, moment, scope, counts),
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
    )


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
) -> tuple[DeckRow, ...]:
    allowed = allowance(settings, Plan(), store.day_count(moment.day))
    last_days = store.last_days()
    return tuple(
        _row(entry, library.members(entry.id), counts, allowed, last_days, started=entry.id in scope.decks)
        for entry in library.decks()
    )


def _row(
    entry: Entry,
    members: tuple[str, ...],
    counts: DeckCounts,
    allowed: Allowance,
    last_days: dict[str, int],
    *,
    started: bool,
) -> DeckRow:
    own = [(member, *counts.get(member, (0, 0, 0, 0))) for member in members]
    review = sum(min(due, allowed.deck_reviews.get(deck, due)) for deck, _, _, due, _ in own)
    review = min(review, allowed.reviews)
    new = sum(min(fresh, allowed.deck_new.get(deck, fresh)) for deck, fresh, _, _, _ in own)
    days = [last_days[member] for member in members if member in last_days]
    return DeckRow(
        id=entry.id,
        title=entry.title,
        started=started,
        new=min(new, allowed.new, max(0, allowed.reviews - review)),
        learning=sum(learning for _, _, learning, _, _ in own),
        review=review,
        cards=sum(cards for *_, cards in own),
        problems=entry.problems,
        left_out=entry.left_out,
        last_day=max(days, default=None),
        about=entry.about,
        notice=entry.notice,
        origin=entry.origin,
    )
