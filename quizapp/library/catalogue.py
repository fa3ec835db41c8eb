"""All cards at hand, each by a number: for looking many of them through at once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizapp.library import schema, search
from quizapp.library.search import Condition, Text

if TYPE_CHECKING:
    from quizapp.library.library import Library


class Catalogue:
    """Finds cards of the decks at hand. A card's number holds until the library is refreshed.

    decks: only these are looked through, in this order; all of them, in the order of lists, if None.
    """

    def __init__(self, library: "Library", decks: Iterable[str] | None = None) -> None:
        self._library = library
        self._decks = None if decks is None else tuple(decks)

    def everything(self) -> list[int]:
        """Every card, deck by deck, in each deck's own order."""
        return self._library.look_up(search.everything, self._decks)

    def find(self, condition: Condition) -> list[int]:
        """The cards that fit, in the order of `everything`."""
        return self._library.look_up(lambda sql, files: search.find(sql, files, condition), self._decks)

    def by_question(self) -> list[int]:
        """Every card, sorted by what it asks."""
        return self._library.look_up(search.by_question, self._decks)

    def texts(self, numbers: Sequence[int]) -> list[Text]:
        """How these cards read; what isn't a card's number is left out."""
        return self._library.look_up(lambda sql, _: search.texts(sql, numbers))

    def keys(self, numbers: Sequence[int]) -> list[str]:
        """The keys of these cards; what isn't a card's number is left out."""
        return self._library.look_up(lambda sql, _: search.keys(sql, numbers))

    def in_order(self, numbers: Iterable[int]) -> list[int]:
        """These cards in the order of `everything`; those of other decks are left out."""
        return self._library.look_up(lambda _, files: search.sorted_into(files, sorted(numbers)), self._decks)

    def number(self, deck: str, position: int) -> int:
        """The number of the card at that place of a deck; 0 if the deck isn't at hand."""
        (file,) = self._library.look_up(lambda _, files: files, (deck,)) or (0,)
        return schema.number_of(file, position) if file else 0

    def named(self, key: str) -> list[int]:
        """The card with this key, or all cards of the question with it; none if no deck at hand has any."""
        deck = key.partition("/")[0]
        places = self._library.places(deck) if "/" in key else []
        return [
            self.number(deck, place[2]) for place in places if key in place[:1] or key == f"{deck}/{place[1]}"
        ]
