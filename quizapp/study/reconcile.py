"""Compares the decks at hand with what the log knows of them, and carries progress over.

Nothing here deletes anything: a card that is gone keeps its events, and a card that moved or was renamed
takes its history along. The marks that say "this deck was compared" are written last, so that a crash
half-way only means that the comparison is made again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.deck.identity import PROVISIONAL
from quizapp.deck.model import Card
from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.memory.model import Moment
from quizapp.store.event import Draft, Kind
from quizapp.store.shelf import Known, Place
from quizapp.store.store import Store
from quizapp.study.drafts import draft_of

_COMPARING = "comparing"
_ANSWER_TELLS_NOTHING = frozenset({"true/false"})


class Fingerprint(NamedTuple):
    """A fingerprint taken apart."""

    version: str
    asked: str
    answered: str

    @classmethod
    def of(cls, text: str) -> "Fingerprint":
        """Take `version:question part:answer part` apart."""
        version, _, rest = text.partition(":")
        asked, _, answered = rest.partition(":")
        return cls(version, asked, answered)


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
    told: list[str] = []
    gone = [known for known in store.gone() if known.seen]
    for entry in changed:
        known = store.known(entry.id)
        drafts = [
            *_revised(library, known.values(), moment),
            *_changed_answers(store, known.values(), moment),
        ]
        told += _tell_changed(entry, drafts)
        drafts += _adopted(
            library, gone, [place for place in places[entry.id] if not known[place.card].seen], moment
        )
        if drafts:
            store.append(*drafts)
            gone = [known for known in store.gone() if known.seen]
    store.mark({entry.id: entry.mark for entry in changed})
    return tuple(told)


def _revised(library: Library, known: Iterable[Known], moment: Moment) -> Iterator[Draft]:
    """Start afresh where the teacher raised the revision."""
    for card in known:
        found = library.question(card.card) if card.seen and card.present else None
        if found and found[0].revision > card.revision:
            yield replace(_draft(Kind.REVISE, card.card, moment), revision=found[0].revision)


def _changed_answers(store: Store, known: Iterable[Known], moment: Moment) -> Iterator[Draft]:
    """Ask a card soon whose answer is another one than when it was last answered."""
    for card in known:
        if not (card.present and card.seen and card.wording):
            continue
        before, now = Fingerprint.of(card.wording), Fingerprint.of(card.fingerprint)
        if before.version != now.version or before.answered == now.answered:
            continue
        standing = store.standing(card.card)
        if (
            standing
            and standing.due_at is None
            and standing.due_day is not None
            and standing.due_day > moment.day
        ):
            draft = _draft(Kind.RESCHEDULE, card.card, moment)
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
        cards = "1 card" if revised == 1 else f"{revised} cards"
        yield f"In “{entry.title}” the teacher lets {cards} start afresh."


def _adopted(
    library: Library, gone: Sequence[Known], fresh: Sequence[Place], moment: Moment
) -> Iterator[Draft]:
    """Carry history over from cards that are gone, where it is certain which card they are now.

    First by the earlier ids the teacher wrote (`was`). Then by content: kind and question, or kind and
    answer, identical; between two ids that were both written, both must be. Exactly one must fit, both
    ways; nothing is joined by likeness.
    """
    if not gone or not fresh:
        return
    by_key = {known.card: known for known in gone}
    fits: dict[str, list[Known]] = {}
    for place in fresh:
        renamed = by_key.get(_earlier(library, place.card, by_key) or "")
        fits[place.card] = [renamed] if renamed else [known for known in gone if _same(known, place)]
    wanted: dict[str, list[str]] = defaultdict(list)
    for card, candidates in fits.items():
        for known in candidates:
            wanted[known.card].append(card)
    for card, candidates in fits.items():
        if len(candidates) == 1 and len(wanted[candidates[0].card]) == 1:
            yield replace(_draft(Kind.ADOPT, card, moment), origin=candidates[0].card)


def _earlier(library: Library, card: str, gone: Iterable[str]) -> str | None:
    """The key under which this card is gone, by the earlier ids its question names."""
    found = library.question(card)
    if not found:
        return None
    place = Card.parse(card)
    keys = (str(Card(place.deck, earlier, place.face)) for earlier in found[0].was)
    return next((key for key in keys if key in gone), None)


def _same(known: Known, place: Place) -> bool:
    """Tell whether a card that is gone and one that is there are certainly one card."""
    if known.kind != place.kind:
        return False
    before, now = Fingerprint.of(known.fingerprint), Fingerprint.of(place.fingerprint)
    if before.version != now.version:
        return False
    asked, answered = before.asked == now.asked, before.answered == now.answered
    old, new = Card.parse(known.card).question, Card.parse(place.card).question
    if old != new and not (old.startswith(PROVISIONAL) or new.startswith(PROVISIONAL)):
        return asked and answered
    return asked or (answered and place.kind not in _ANSWER_TELLS_NOTHING)


def _draft(kind: Kind, card: str, moment: Moment) -> Draft:
    """An event that belongs to no sitting: undo never takes it back."""
    return draft_of(kind, card, moment, "", "")
