"""By what figures are divided: decks, topics, kinds, source documents."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from quizapp.errors import UsageError
from quizapp.library.library import Library
from quizapp.library.outline import Outline, outline

By = Literal["deck", "topic", "kind", "source"]
BY: tuple[By, ...] = ("deck", "topic", "kind", "source")
NONE = {"topic": "no topic", "source": "no source named"}
GONE = "no deck at hand has them now"


class Named(NamedTuple):
    """A document as decks name it: one title and one file are one document, in however many decks."""

    title: str
    file: str | None


class Subjects:
    """Topics and documents of the questions of some decks, each deck's header read once."""

    def __init__(self, library: Library, decks: Iterable[str]) -> None:
        self._library = library
        wanted = tuple(decks)
        at_hand = {entry.id: entry.title for entry in library.decks()}
        self.titles = {deck: at_hand[deck] for deck in wanted if deck in at_hand}
        self.questions: dict[str, Outline] = {
            found.question: found for found in outline(library, tuple(self.titles))
        }
        self._documents: dict[str, dict[str, Named]] = {}

    def topic(self, question: str) -> str:
        """The topic of a question, `no topic` if it has none."""
        found = self.questions.get(question)
        return GONE if found is None else found.topic or NONE["topic"]

    def documents(self, question: str) -> tuple[str, ...]:
        """The titles of the documents a question was drawn from."""
        found = self.questions.get(question)
        if found is None:
            return (GONE,)
        names = (self.document(found.deck, cited.doc).title for cited in found.sources)
        return tuple(dict.fromkeys(names)) or (NONE["source"],)

    def document(self, deck: str, key: str) -> Named:
        """A deck's document by its key."""
        if deck not in self._documents:
            self._documents[deck] = self._named(deck)
        return self._documents[deck].get(key) or Named(key, None)

    def _named(self, deck: str) -> dict[str, Named]:
        try:
            documents = self._library.header(deck).documents
        except UsageError:
            return {}
        return {document.key: Named(document.title, document.file) for document in documents}
