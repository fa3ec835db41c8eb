"""What the judge knows of the decks around a question."""

from collections.abc import Iterator, Mapping

from quizapp.answer.context import Context
from quizapp.deck.model import Card
from quizapp.library.library import Library


class _Others(Mapping[str, str]):
    """A deck's right answers, but for those of one card."""

    def __init__(self, answers: Mapping[str, str], card: str) -> None:
        self._answers = answers
        self._card = card

    def __getitem__(self, text: str) -> str:
        found = self._answers[text]
        if found == self._card:
            raise KeyError(text)
        return found

    def __iter__(self) -> Iterator[str]:
        return (text for text, card in self._answers.items() if card != self._card)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Surroundings:
    """Makes the judge's context for a card; a deck's answers are gathered once in a sitting."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._answers: dict[str, dict[str, str]] = {}

    def of(self, card: Card, language: str) -> Context:
        """Return the context for judging `card`, a card of a deck in `language`."""
        answers = self._answers.get(card.deck)
        if answers is None:
            answers = {}
            for owner, answer in self._library.answers(card.deck):
                answers.setdefault(answer, owner)
            self._answers[card.deck] = answers
        return Context(language, _Others(answers, str(card)), self._library.words)
