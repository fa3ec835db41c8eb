"""Finding cards among all there are: what is asked, joined with how it stands."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizapp.library.catalogue import Catalogue
from quizapp.library.library import Library
from quizapp.library.search import KindOf, Label, Words
from quizapp.store import browse
from quizapp.store.browse import Gone
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.study.query import DECK_ORDER, QUESTION, Clause, InDeck, Named, Query, Wanted


class CardRow(NamedTuple):
    """A card as it is listed.

    deck: the title of its deck, or its id where the deck isn't at hand. gone: no deck at hand has it;
    it is then told in the words in which it was last answered.
    """

    number: int
    key: str
    deck: str
    kind: str
    asks: str
    answers: str
    tags: str
    topic: str
    standing: Standing
    gone: bool = False


class Browser:
    """Answers queries about all cards at hand. What is found is told by numbers.

    Numbers hold until decks are read again; `renew` is due after that, after an act on cards, and when
    the study day turns. day: tells the study day that `due` and the like are counted from.
    """

    def __init__(self, library: Library, store: Store, day: Callable[[], int]) -> None:
        self._library = library
        self._store = store
        self._tell_day = day
        self.renew()

    def renew(self) -> None:
        """Forget what was found so far."""
        self.day = self._tell_day()
        self.total = sum(entry.cards for entry in self._library.decks())
        self._catalogue = Catalogue(self._library)
        self._titles = {entry.id: entry.title for entry in self._library.decks()}
        self._orders: dict[str, list[int]] = {}
        self._kept: dict[tuple[Wanted, tuple[str, ...] | None], frozenset[int]] = {}
        self._places: _Places | None = None
        self._gone: dict[int, Gone] = {}

    def find(self, query: Query) -> list[int]:
        """Return the cards that fit, in the order asked for."""
        if query.gone:
            found = self._find_gone(query)
        else:
            decks = self._decks(query)
            catalogue = self._catalogue if decks is None else Catalogue(self._library, decks)
            clauses = [clause for clause in query.clauses if not isinstance(clause.wanted, InDeck)]
            found = self._sorted(self._fitting(clauses, catalogue, decks), query, catalogue)
        return found[::-1] if query.backwards else found

    def rows(self, numbers: Sequence[int]) -> list[CardRow]:
        """Return these cards as they are listed; what is not there any more is left out."""
        if any(number < 0 for number in numbers):
            return [self._gone_row(number) for number in numbers if number in self._gone]
        texts = self._catalogue.texts(numbers)
        standings = browse.standings(self._store.database, [text.key for text in texts])
        return [
            CardRow(
                text.number,
                text.key,
                self._titles.get(text.key.partition("/")[0], ""),
                *text[2:],
                standing=standings.get(text.key) or Standing(text.key),
            )
            for text in texts
        ]

    def keys(self, numbers: Sequence[int]) -> list[str]:
        """Return the keys of these cards."""
        if any(number < 0 for number in numbers):
            return [self._gone[number].card for number in numbers if number in self._gone]
        return self._catalogue.keys(numbers)

    def named(self, key: str) -> list[int]:
        """Return the card with this key, or all cards of the question with it."""
        return self._catalogue.named(key)

    def decks_named(self, name: str) -> tuple[str, ...]:
        """Return the decks with that id or title, else with that text in them, and all they include."""
        wanted = name.casefold()
        names = {entry.id: (entry.id.casefold(), entry.title.casefold()) for entry in self._library.decks()}
        exact = [deck for deck, known in names.items() if wanted in known]
        fitting = exact or [deck for deck, known in names.items() if any(wanted in text for text in known)]
        members = {member for deck in fitting for member in self._library.members(deck)}
        return tuple(deck for deck in names if deck in members)

    def _decks(self, query: Query) -> tuple[str, ...] | None:
        """The decks a query is about, in the order of lists; None for all."""
        asked = [clause for clause in query.clauses if isinstance(clause.wanted, InDeck)]
        if not asked:
            return None
        left = dict.fromkeys(self._titles)
        for clause in asked:
            assert isinstance(clause.wanted, InDeck)
            named = set(self.decks_named(clause.wanted.name))
            left = {deck: None for deck in left if (deck in named) is not clause.but}
        return tuple(left)

    def _fitting(
        self, clauses: Iterable[Clause], catalogue: Catalogue, decks: tuple[str, ...] | None
    ) -> list[int] | None:
        """The cards that fit all clauses, in any order; None if that is every one."""
        fitting: list[int] | None = None
        for wanted, but in clauses:
            found = self._one(wanted, catalogue, decks)
            if fitting is None:
                fitting = catalogue.everything() if but else list(found)
                if not but:
                    continue
            among = found if isinstance(found, frozenset) else frozenset(found)
            fitting = [number for number in fitting if (number in among) is not but]
        return fitting

    def _one(
        self, wanted: Wanted, catalogue: Catalogue, decks: tuple[str, ...] | None
    ) -> Sequence[int] | frozenset[int]:
        """The cards that fit one condition. Only words change with each letter; the rest is kept."""
        if isinstance(wanted, Words):
            return catalogue.find(wanted)
        kept = self._kept.get((wanted, decks))
        if kept is None:
            if isinstance(wanted, Label | KindOf):
                kept = frozenset(catalogue.find(wanted))
            elif isinstance(wanted, Named):
                kept = frozenset(self._catalogue.named(wanted.key))
            else:
                assert not isinstance(wanted, InDeck)
                rows = browse.find(self._store.database, wanted, self.day, decks)
                kept = frozenset(self._numbers(rows))
            self._kept[wanted, decks] = kept
        return kept

    def _sorted(self, fitting: list[int] | None, query: Query, catalogue: Catalogue) -> list[int]:
        if query.sort == DECK_ORDER:
            return catalogue.everything() if fitting is None else catalogue.in_order(fitting)
        order = self._order(query.sort)
        if fitting is None and catalogue is self._catalogue:
            return order
        among = set(catalogue.everything() if fitting is None else fitting)
        return [number for number in order if number in among]

    def _order(self, sort: str) -> list[int]:
        order = self._orders.get(sort)
        if order is None:
            if sort == QUESTION:
                order = self._catalogue.by_question()
            else:
                order = self._numbers(browse.ordered(self._store.database, sort))
            self._orders[sort] = order
        return order

    def _numbers(self, rows: Sequence[tuple[int, int]]) -> list[int]:
        """The numbers of cards that the log names by deck and position."""
        if self._places is None:
            self._places = _Places(self._library, self._store, self._catalogue)
        return self._places.numbers(rows)

    def _find_gone(self, query: Query) -> list[int]:
        self._gone = {-gone.id: gone for gone in browse.gone(self._store.database)}
        clauses = [(clause, _fits_gone(clause.wanted)) for clause in query.clauses]
        return [
            number
            for number, gone in self._gone.items()
            if all(fits(gone) is not clause.but for clause, fits in clauses)
        ]

    def _gone_row(self, number: int) -> CardRow:
        gone = self._gone[number]
        standing = browse.standings(self._store.database, [gone.card]).get(gone.card) or Standing(gone.card)
        deck = gone.card.partition("/")[0]
        title = self._titles.get(deck, deck)
        return CardRow(
            number, gone.card, title, gone.kind, gone.asks, gone.answers, "", "", standing, gone=True
        )


class _Places:
    """Turns the log's places of cards into numbers.

    A deck that was placed from the file at hand has its cards at the same positions; for any other
    (the log can't be written, so they weren't compared) cards are known by their keys.
    """

    def __init__(self, library: Library, store: Store, catalogue: Catalogue) -> None:
        marks = {entry.id: entry.mark for entry in library.decks()}
        self._first: dict[int, int] = {}
        self._odd: dict[tuple[int, int], int] = {}
        for row, (deck, mark) in browse.decks(store.database).items():
            if deck in marks and mark == marks[deck]:
                self._first[row] = catalogue.number(deck, 0)
            elif deck in marks:
                here = {key: position for key, _, position, *_ in library.places(deck)}
                for key, known in store.known(deck).items():
                    if known.present and key in here:
                        self._odd[row, known.position] = catalogue.number(deck, here[key])

    def numbers(self, rows: Sequence[tuple[int, int]]) -> list[int]:
        """Return the numbers of these places, in their order; cards that aren't at hand are left out."""
        first, odd = self._first, self._odd
        if not odd:
            return [first[deck] + position for deck, position in rows if deck in first]
        found = (
            first[deck] + position if deck in first else odd.get((deck, position), 0)
            for deck, position in rows
        )
        return [number for number in found if number]


def _fits_gone(wanted: Wanted) -> Callable[[Gone], bool]:
    """A card that is gone is known by its words, its kind and its deck; nothing else is asked of it."""
    match wanted:
        case Words(text):
            sought = text.casefold()
            return lambda gone: sought in f"{gone.asks}\n{gone.answers}\n{gone.card}".casefold()
        case KindOf(kinds):
            return lambda gone: gone.kind in kinds
        case InDeck(name):
            return lambda gone: name.casefold() in gone.card.partition("/")[0].casefold()
        case _:
            return lambda _: True
