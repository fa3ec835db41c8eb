"""Which card is which after an edit: the one rule by which progress is carried over, and told beforehand.

Pure: cards as they were and as they are now give a list of changes. Nothing is joined by likeness.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizapp.deck.identity import PROVISIONAL
from quizapp.deck.model import Card

# Every second statement has the same answer.
_ANSWER_TELLS_NOTHING = frozenset({"true/false"})
_ALL = ("both",)
_ANY = ("both", "asked", "answered")
_PROVISIONAL = "provisional"
_WRITTEN = "written"


class Fate(StrEnum):
    """What became of a card."""

    SAME = "same"
    REWORDED = "reworded"
    ANSWER = "answer changed"
    MOVED = "moved"
    RENAMED = "renamed"
    NEW = "new"
    GONE = "gone"


class Trace(NamedTuple):
    """A card as far as it can be known again.

    card: its key. kind: of the question. fingerprint: `version:question part:answer part`, of the
    wording by which it is known again. was: earlier ids of its question. revision: of its question.
    answered: fingerprint of the wording last answered, if that is another one.
    """

    card: str
    kind: str
    fingerprint: str
    was: tuple[str, ...] = ()
    revision: int = 1
    answered: str | None = None


class Change(NamedTuple):
    """What an edit means for one card.

    old, new: its key before and now; None if it is new or gone. reworded: it asks otherwise.
    answer_changed: its right answer is another one. afresh: the teacher raised the revision.
    """

    fate: Fate
    old: str | None
    new: str | None
    reworded: bool = False
    answer_changed: bool = False
    afresh: bool = False


class _Print(NamedTuple):
    """A fingerprint taken apart."""

    version: str
    asked: str
    answered: str

    @classmethod
    def of(cls, text: str) -> "_Print":
        version, _, rest = text.partition(":")
        asked, _, answered = rest.partition(":")
        return cls(version, asked, answered)


def compare(before: Iterable[Trace], now: Iterable[Trace]) -> tuple[Change, ...]:
    """Say what became of each card: those there now, in their order, then those that are gone.

    A card is known again by its key. Where a key is gone and another is new, the two are one card if
    the new one's question names the old id (`was`), or if the content says so for certain: kind,
    question and answer identical; or, where an id was not written or where only a face of one question
    has another name, kind and either question or answer. Exactly one must fit, both ways.
    """
    old = {trace.card: trace for trace in before}
    new = {trace.card: trace for trace in now}
    gone = [trace for card, trace in old.items() if card not in new]
    fresh = [trace for card, trace in new.items() if card not in old]
    origins = _origins(gone, fresh)
    changes = []
    for card, trace in new.items():
        origin = old.get(card) or origins.get(card)
        changes.append(Change(Fate.NEW, None, card) if origin is None else _change(origin, trace))
    taken = {trace.card for trace in origins.values()}
    changes += [Change(Fate.GONE, trace.card, None) for trace in gone if trace.card not in taken]
    return tuple(changes)


def _change(old: Trace, new: Trace) -> Change:
    afresh = new.revision > old.revision
    before = old.answered or old.fingerprint
    if old.card == new.card and before == new.fingerprint:
        return Change(Fate.SAME, old.card, new.card, afresh=afresh)
    was, now = _Print.of(before), _Print.of(new.fingerprint)
    # Fingerprints made in another way say nothing about each other.
    known = was.version == now.version
    reworded, answer_changed = known and was.asked != now.asked, known and was.answered != now.answered
    fate = _moved(Card.parse(old.card), Card.parse(new.card))
    if fate is None:
        fate = Fate.ANSWER if answer_changed else Fate.REWORDED if reworded else Fate.SAME
    return Change(fate, old.card, new.card, reworded, answer_changed, afresh)


def _moved(old: Card, new: Card) -> Fate | None:
    """Tell whether a card has another place; a provisional id that changed with its content is none."""
    if old.deck != new.deck:
        return Fate.MOVED
    both_provisional = old.question.startswith(PROVISIONAL) and new.question.startswith(PROVISIONAL)
    return None if old == new or both_provisional else Fate.RENAMED


def _origins(gone: Sequence[Trace], fresh: Sequence[Trace]) -> dict[str, Trace]:
    """For each new key that is certainly a card that is gone, that card."""
    found = _by_earlier_id({trace.card: trace for trace in gone}, fresh)
    # What is identical in all is taken first, so that cards that share an answer don't hide each other.
    for hows in (_ALL, _ANY):
        taken = {trace.card for trace in found.values()}
        left = [trace for trace in fresh if trace.card not in found]
        behind = _Shelf((trace for trace in gone if trace.card not in taken), hows)
        ahead = _Shelf(left, hows)
        for trace in left:
            fitting = behind.fitting(trace)
            if len(fitting) == 1 and len(ahead.fitting(fitting[0])) == 1:
                found[trace.card] = fitting[0]
    return found


def _by_earlier_id(gone: Mapping[str, Trace], fresh: Sequence[Trace]) -> dict[str, Trace]:
    """By the earlier ids that teachers wrote; an id that two questions claim tells nothing."""
    claims = {}
    for trace in fresh:
        place = Card.parse(trace.card)
        keys = (str(Card(place.deck, earlier, place.face)) for earlier in trace.was)
        key = next((key for key in keys if key in gone), None)
        if key is not None:
            claims[trace.card] = gone[key]
    counts = Counter(origin.card for origin in claims.values())
    return {card: origin for card, origin in claims.items() if counts[origin.card] == 1}


class _Shelf:
    """Cards by what they can be known again by: `hows` of `_contents`. Looks at no more than it must."""

    def __init__(self, traces: Iterable[Trace], hows: Sequence[str]) -> None:
        self._hows = hows
        self._by: dict[Hashable, list[Trace]] = defaultdict(list)
        for trace in traces:
            place = Card.parse(trace.card)
            sort = _PROVISIONAL if _is_provisional(place) else _WRITTEN
            for how, content in self._contents(trace):
                self._by[sort, how, content].append(trace)
                self._by[(place.deck, place.question), how, content].append(trace)

    def fitting(self, trace: Trace) -> list[Trace]:
        """Return the cards that are certainly `trace`, two of them if there are more; see `compare`."""
        place = Card.parse(trace.card)
        found: dict[str, Trace] = {}
        for how, content in self._contents(trace):
            sorts: list[Hashable] = [_PROVISIONAL, (place.deck, place.question)]
            if how == "both" or _is_provisional(place):
                sorts.append(_WRITTEN)
            for sort in sorts:
                for fit in self._by.get((sort, how, content), ()):
                    found[fit.card] = fit
                    if len(found) > 1:
                        return list(found.values())
        return list(found.values())

    def _contents(self, trace: Trace) -> Iterator[tuple[str, Hashable]]:
        made, kind = _Print.of(trace.fingerprint), trace.kind
        contents: dict[str, Hashable] = {
            "both": (made, kind),
            "asked": (made.version, made.asked, kind),
            "answered": (made.version, made.answered, kind),
        }
        if kind in _ANSWER_TELLS_NOTHING:
            del contents["answered"]
        return ((how, contents[how]) for how in self._hows if how in contents)


def _is_provisional(card: Card) -> bool:
    return card.question.startswith(PROVISIONAL)
