"""Says where a question was drawn from."""

from quizapp.deck.model import Document, Source
from quizapp.library.library import Library
from quizapp.study.item import Item


def cited(library: Library, item: Item) -> tuple[str, ...]:
    """Return each document of the item's question with its places, such as `A book, paragraphs 2 and 10`."""
    if not item.question.sources:
        return ()
    documents = {document.key: document for document in library.header(item.card.deck).documents}
    places: dict[str, list[Source]] = {}
    for source in item.question.sources:
        places.setdefault(source.doc, []).append(source)
    return tuple(_words(key, documents.get(key), sources) for key, sources in places.items())


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
