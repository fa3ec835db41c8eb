"""Compares the decks at hand with what the log knows of them, and carries progress over.

Nothing here deletes anything: a card that is gone keeps its events, and a card that moved or was renamed
takes its history along. The marks that say "this deck was compared" are written last, so that a crash
half-way only means that the comparison is made again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quizapp.deck.compare import Change, Trace, compare
from quizapp.deck.model import Card
from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.memory.model import Moment
from quizapp.store.event import Draft, Kind
from quizapp.store.shelf import Known, Place
from quizapp.store.store import Store
from quizapp.study.drafts import draft_of
from quizapp.text import counted

_COMPARING = "comparing"


def reconcile(library: Library, store: Store, moment: Moment) -> tuple[str, ...]:
    """Bring the store up to date with the library; returns what a learner should be told, in sentences."""
    marks = store.marks()
    entries = library.decks()
    changed = [entry for entry in entries if marks.get(entry.id) != entry.mark]
    vanished = set(marks) - {entry.id for entry in entries}
    store.unplace(vanished)
    places = {entry.id: [Place(*place) for place in library.places(entry.id)] for entry in changed}
    for deck, found in places.items():
        store.place(deck, _COMPARING, found)
    seen = _seen(store, places)
    changes = _changes(library, seen, places)
    drafts = list(_adopted(changes, moment))
    told: list[str] = []
    for entry in changed:
        own = [change for change in changes[entry.id] if change.old]
        owed = [*_revised(library, seen, own, moment), *_asked_soon(store, own, moment)]
        told += _tell_changed(entry, owed)
        drafts += owed
    if drafts:
        store.append(*drafts)
    store.mark({entry.id: entry.mark for entry in changed})
    return tuple(told)


def _seen(store: Store, decks: Iterable[str]) -> dict[str, Known]:
    """The cards with reviews that are gone, or there in one of these decks."""
    found = {known.card: known for known in store.gone() if known.seen}
    for deck in decks:
        found |= {card: known for card, known in store.known(deck).items() if known.seen}
    return found


def _changes(
    library: Library, seen: Mapping[str, Known], places: Mapping[str, Sequence[Place]]
) -> dict[str, list[Change]]:
    """What became of the cards of each deck since they were last answered."""
    before = [
        Trace(card, known.kind, known.fingerprint, answered=known.wording) for card, known in seen.items()
    ]
    now: list[Trace] = []
    for deck, found in places.items():
        earlier = defaultdict(list)
        for was, present in library.was(deck).items():
            earlier[present].append(was)
        now += [
            Trace(
                place.card,
                place.kind,
                place.fingerprint,
                tuple(earlier.get(Card.parse(place.card).question, ())),
            )
            for place in found
        ]
    changes: dict[str, list[Change]] = {deck: [] for deck in places}
    for change in compare(before, now):
        if change.new is not None:
            changes[Card.parse(change.new).deck].append(change)
    return changes


def _adopted(changes: Mapping[str, Sequence[Change]], moment: Moment) -> Iterator[Draft]:
    """Carry history over to where a card is now."""
    for change in (change for found in changes.values() for change in found):
        if change.old and change.new and change.old != change.new:
            yield replace(_draft(Kind.ADOPT, change.new, moment), origin=change.old)


def _revised(
    library: Library, seen: Mapping[str, Known], changes: Iterable[Change], moment: Moment
) -> Iterator[Draft]:
    """Start afresh where the teacher raised the revision."""
    for change in changes:
        found = library.question(change.new) if change.new else None
        if found and change.new and change.old and found[0].revision > seen[change.old].revision:
            yield replace(_draft(Kind.REVISE, change.new, moment), revision=found[0].revision)


def _asked_soon(store: Store, changes: Iterable[Change], moment: Moment) -> Iterator[Draft]:
    """Ask a card soon whose answer is another one than when it was last answered."""
    for change in changes:
        if not (change.answer_changed and change.old and change.new):
            continue
        standing = store.standing(change.old)
        if (
            standing
            and standing.due_at is None
            and standing.due_day is not None
            and standing.due_day > moment.day
        ):
            draft = _draft(Kind.RESCHEDULE, change.new, moment)
            yield replace(draft, due_day=moment.day, interval=standing.interval)


def _tell_changed(entry: Entry, drafts: Sequence[Draft]) -> Iterator[str]:
    changed = sum(draft.kind is Kind.RESCHEDULE for draft in drafts)
    if changed == 1:
        yield f"In “{entry.title}” the answer to a question you know has changed; it is asked again today."
    elif changed:
        yield (
            f"In “{entry.title}” the answers to {changed} questions you know have changed;"
            " they are asked again today."
        )
    revised = sum(draft.kind is Kind.REVISE for draft in drafts)
    if revised:
        cards = counted(revised, "card")
        yield f"In “{entry.title}” the teacher lets {cards} start afresh."


def _draft(kind: Kind, card: str, moment: Moment) -> Draft:
    """An event that belongs to no sitting: undo never takes it back."""
    return draft_of(kind, card, moment, "", "")
