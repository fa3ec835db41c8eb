"""What there is to know of one deck, for its page."""

from collections import Counter
from typing import NamedTuple

from quizapp.deck.model import Deck
from quizapp.library.entry import FOLDER, PATH, SHIPPED, YOURS, Entry
from quizapp.library.library import Library

ORIGINS = {
    SHIPPED: "came with quizapp",
    YOURS: "in your decks folder",
    FOLDER: "in a folder from your settings",
    PATH: "named on the command line",
}


class DeckFacts(NamedTuple):
    """A deck as its author describes it, and what was found in its file.

    deck: as it was read, without questions. kinds: how many questions of each kind are asked, the most
    frequent first; those of included decks are not among them. includes: titles of the decks it includes,
    level by level. report: what is wrong with the file, as `quizapp check` says it; empty if nothing is.
    """

    deck: Deck
    entry: Entry
    kinds: tuple[tuple[str, int], ...]
    includes: tuple[str, ...]
    report: str

    @property
    def questions(self) -> int:
        """Questions that are asked."""
        return sum(number for _, number in self.kinds)

    @property
    def origin(self) -> str:
        """Where the deck comes from, in words."""
        words = ORIGINS.get(self.entry.origin, self.entry.origin)
        if self.entry.shipped_newer:
            words += "; the deck that came with quizapp has changed since it was copied"
        elif self.entry.overrides:
            words += ", in place of the one that came with quizapp"
        return words


def facts_of(library: Library, deck: str) -> DeckFacts:
    """Return what there is to know of a deck. Raises UsageError if there is no such deck."""
    entry = library.deck(deck)
    kinds = {question: kind for _, question, _, kind, _ in library.places(entry.id)}
    counted = sorted(Counter(kinds.values()).items(), key=lambda each: (-each[1], each[0]))
    return DeckFacts(
        deck=library.header(entry.id),
        entry=entry,
        kinds=tuple(counted),
        includes=tuple(library.deck(member).title for member in library.members(entry.id)[1:]),
        report=library.report(entry.id),
    )
