"""What is asked today, and in which order.

Three parts, as in Anki: learning cards that are due by the minute; the main queue, due reviews and new
cards mixed; learning cards that will be due soon. The clock is looked at when a card is taken, never
in between.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from quizapp.memory.model import Moment, Phase
from quizapp.settings import DeckLimits, Settings
from quizapp.store.diary import DayCount
from quizapp.store.queries import Order, Waiting
from quizapp.store.store import Store
from quizapp.study.plan import Plan

_FAR = 86_400_000
"""No step within learning is longer than a day: a due time further off comes from a wrong clock."""


_ALL = 2**31

DeckCounts = Mapping[str, tuple[int, int, int, int]]
"""For each deck: new cards, those within learning, due reviews, all; before limits."""


class Counts(NamedTuple):
    """Cards left: new ones, those within learning, reviews."""

    new: int = 0
    learning: int = 0
    review: int = 0

    def plus(self, card: Waiting) -> "Counts":
        """Count one card more."""
        if card.phase is Phase.NEW:
            return self._replace(new=self.new + 1)
        if card.due_at is not None:
            return self._replace(learning=self.learning + 1)
        return self._replace(review=self.review + 1)


class Allowance(NamedTuple):
    """How many new cards and reviews this study day may still bring, over everything and for each deck."""

    new: int
    reviews: int
    deck_new: Mapping[str, int]
    deck_reviews: Mapping[str, int]


def allowance(settings: Settings, plan: Plan, done: DayCount) -> Allowance:
    """Return what the limits leave after what the log says was done today."""
    new = (settings.new_per_day if plan.new is None else plan.new) + plan.more
    return Allowance(
        new=max(0, new - sum(done.new.values())),
        reviews=max(0, settings.reviews_per_day - sum(done.reviews.values())),
        deck_new=_left(settings.decks, "new_per_day", done.new, plan.more),
        deck_reviews=_left(settings.decks, "reviews_per_day", done.reviews, 0),
    )


def _left(limits: Mapping[str, DeckLimits], name: str, done: Mapping[str, int], more: int) -> dict[str, int]:
    return {
        deck: max(0, limit + more - done.get(deck, 0))
        for deck, own in limits.items()
        if (limit := getattr(own, name)) is not None
    }


def catching_up(settings: Settings, due: int, allowed: Allowance) -> bool:
    """Tell whether more reviews wait than a day may bring: then the likeliest remembered come first.

    New cards wait meanwhile, because the limit of reviews caps them too.
    """
    return settings.catch_up and settings.reviews_per_day > 0 and due > max(allowed.reviews, 1)


class Queue:
    """Today's cards of one sitting; it shrinks as they are answered."""

    def __init__(self, main: Iterable[Waiting], learning: Iterable[Waiting]) -> None:
        self._main = deque(main)
        self._in_main = {card.card for card in self._main}
        self._learning = {card.card: card for card in learning}

    def __iter__(self) -> Iterator[Waiting]:
        """All cards left, those within learning first."""
        yield from self._learning.values()
        yield from self._main

    @property
    def counts(self) -> Counts:
        """What is left."""
        new = sum(card.phase is Phase.NEW for card in self._main)
        return Counts(new, len(self._learning), len(self._main) - new)

    def take(self, now: int, ahead_ms: int, last: str | None) -> Waiting | None:
        """Take the next card out, or return None if nothing is due up to `ahead_ms` from `now`.

        `last`, the card shown before, isn't taken while another can be.
        """
        due = self._soonest(now, last)
        if due is None and self._main:
            place = 1 if self._main[0].card == last and len(self._main) > 1 else 0
            found = self._main[place]
            del self._main[place]
            self._in_main.discard(found.card)
            return found
        due = due or self._soonest(now + ahead_ms, last) or self._soonest(now + ahead_ms, None)
        return self._learning.pop(due.card) if due else None

    def _soonest(self, until: int, without: str | None) -> Waiting | None:
        ready = [
            card
            for card in self._learning.values()
            if card.card != without and not until < (card.due_at or 0) < until + _FAR
        ]
        return min(ready, key=lambda card: (card.due_at or 0, card.card), default=None)

    def put_back(self, card: Waiting) -> None:
        """Put a card back that was taken but not answered: it comes first again."""
        if card.due_at is not None:
            self._learning[card.card] = card
        else:
            self._main.appendleft(card)
            self._in_main.add(card.card)

    def learn(self, card: Waiting) -> None:
        """Keep a card that is due again within learning."""
        self._learning[card.card] = card

    def drop(self, key: str) -> None:
        """Forget a card wherever it stands."""
        self._learning.pop(key, None)
        if key in self._in_main:
            self._in_main.discard(key)
            self._main = deque(card for card in self._main if card.card != key)

    def next_at(self) -> int | None:
        """UTC milliseconds when the next card within learning is due, None if there is none."""
        return min((card.due_at or 0 for card in self._learning.values()), default=None)


class Scope(NamedTuple):
    """Which cards a sitting may ask: those of `decks`, in this order; `only` these keys, None for all."""

    decks: tuple[str, ...]
    only: frozenset[str] | None = None


def build(
    store: Store,
    settings: Settings,
    plan: Plan,
    moment: Moment,
    scope: Scope,
    counts: DeckCounts | None = None,
) -> tuple[Queue, bool]:
    """Build the queue for this moment, and tell beside it whether it is catching up.

    counts: what `Store.counts` says of this study day, if it is known already.
    """
    allowed = allowance(settings, plan, store.day_count(moment.day))
    counts = store.counts(moment.day) if counts is None else counts
    waiting = sum(count[2] for deck, count in counts.items() if deck in scope.decks)
    catch_up = catching_up(settings, waiting, allowed)
    families = _Families(store.cards_on(moment.day)) if settings.bury_siblings else _Families(())
    learning = _within(store.learning(scope.decks, moment.day), scope.only)
    if settings.bury_siblings:
        families.add(learning)
    due = _within(_reviews(store, settings, moment, scope, allowed, catch_up=catch_up), scope.only)
    reviews = _pick(due, families, allowed.reviews, allowed.deck_reviews, bury=settings.bury_siblings)
    room = 0 if catch_up else min(allowed.new, allowed.reviews - len(reviews))
    fresh = _within(_new(store, moment, scope, allowed, room), scope.only)
    new = _pick(fresh, families, room, allowed.deck_new, bury=settings.bury_siblings)
    main = _mix(reviews, new, settings.new_order)
    return Queue(main if plan.limit is None else main[: plan.limit], learning), catch_up


def drill(store: Store, cards: Iterable[str], done: Collection[str]) -> Queue:
    """Queue exactly these cards, in this order, but for those `done` and those that are suspended."""
    found: list[Waiting] = []
    for key in cards:
        stands = None if key in done else store.standing(key)
        if stands is None or stands.suspended:
            continue
        deck, _, rest = key.partition("/")
        question = f"{deck}/{rest.partition('#')[0]}"
        found.append(
            Waiting(
                key,
                deck,
                question,
                stands.phase,
                stands.due_day,
                stands.due_at,
                stands.last_day,
                stands.memory,
                0,
                stands.interval,
            )
        )
    return Queue(found, ())


class _Families:
    """Which cards of each question were seen today or stand in the queue already."""

    def __init__(self, seen: Iterable[str]) -> None:
        self._cards: dict[str, set[str]] = {}
        for card in seen:
            self._cards.setdefault(_question(card), set()).add(card)

    def add(self, cards: Iterable[Waiting]) -> None:
        for card in cards:
            self._cards.setdefault(_question(card.card), set()).add(card.card)

    def hide(self, card: str) -> bool:
        """Tell whether a sibling of `card` comes before it today."""
        return any(other != card for other in self._cards.get(_question(card), ()))


def _question(card: str) -> str:
    return card.partition("#")[0]


def _within(cards: Iterable[Waiting], only: frozenset[str] | None) -> list[Waiting]:
    return [card for card in cards if only is None or card.card in only]


def _reviews(
    store: Store, settings: Settings, moment: Moment, scope: Scope, allowed: Allowance, *, catch_up: bool
) -> list[Waiting]:
    """Due reviews in their order; more than the limit, since siblings and filters take some out."""
    if not allowed.reviews:
        return []
    order = "likely" if catch_up else cast("Order", settings.review_order)
    limit = _ALL if scope.only is not None or allowed.deck_reviews else 2 * allowed.reviews + 100
    return store.reviews(scope.decks, moment.day, limit=limit, order=order)


def _new(store: Store, moment: Moment, scope: Scope, allowed: Allowance, room: int) -> list[Waiting]:
    """New cards in their decks' own order; more than there is room for, as above."""
    if not room:
        return []
    limit = _ALL if scope.only is not None or allowed.deck_new else 4 * room + 100
    return store.new(scope.decks, moment.day, limit=limit)


def _pick(
    cards: Iterable[Waiting], families: _Families, room: int, per_deck: Mapping[str, int], *, bury: bool
) -> list[Waiting]:
    """Take what the limits allow, one card of each question if siblings are buried."""
    left = dict(per_deck)
    picked: list[Waiting] = []
    for card in cards:
        if len(picked) >= room:
            break
        if left.get(card.deck, 1) <= 0 or (bury and families.hide(card.card)):
            continue
        picked.append(card)
        if card.deck in left:
            left[card.deck] -= 1
        if bury:
            families.add((card,))
    return picked


def _mix(reviews: list[Waiting], new: list[Waiting], order: str) -> list[Waiting]:
    """Put new cards first, last, or spread evenly between the reviews."""
    if order == "first":
        return new + reviews
    if order == "last":
        return reviews + new
    places = [
        ((at + 1) / (len(cards) + 1), rank, card)
        for rank, cards in enumerate((reviews, new))
        for at, card in enumerate(cards)
    ]
    return [card for _, _, card in sorted(places, key=lambda place: place[:2])]
