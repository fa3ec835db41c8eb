"""Says where a question was drawn from."""

from collections.abc import Sequence

from quizapp.deck.model import Document, Source
from quizapp.library.library import Library
from quizapp.study.item import Item


def cited(library: Library, item: Item) -> tuple[str, ...]:
    """Return each document of the item's question with its places, such as `A book, paragraphs 2 and 10`."""
    if not item.question.sources:
        return ()
    return in_words(item.question.sources, library.header(item.card.deck).documents)


def in_words(sources: Sequence[Source], documents: Sequence[Document]) -> tuple[str, ...]:
    """Return each document that sources name with its places, as `cited` does. documents: the deck's."""
    known = {document.key: document for document in documents}
    places: dict[str, list[Source]] = {}
    for source in sources:
        places.setdefault(source.doc, []).append(source)
    return tuple(_words(key, known.get(key), named) for key, named in places.items())


def _words(key: str, document: Document | None, sources: list[Source]) -> str:
    pages = list(dict.fromkeys(source.page for source in sources if source.page is not None))
    paragraphs = sorted({source.paragraph for source in sources if source.paragraph is not None})
    parts = [document.title if document else key]
    if pages:
        parts.append(_counted("page", pages))
    if paragraphs:
        parts.append(_counted("paragraph", [str(number) for number in paragraphs]))
    return ", ".join(parts)


def _counted(name: str, numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"{name} {numbers[0]}"
    return f"{name}s {', '.join(numbers[:-1])} and {numbers[-1]}"
