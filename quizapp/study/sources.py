"""Says where a question was drawn from."""

from quizapp.deck.model import Document, Source
from quizapp.library.library import Library
from quizapp.study.item import Item


def cited(library: Library, item: Item) -> tuple[str, ...]:
    """Return each source of the item's question in words, such as `A clinic's explainer, paragraph 10`."""
    if not item.question.sources:
        return ()
    documents = {document.key: document for document in library.header(item.card.deck).documents}
    return tuple(_words(source, documents.get(source.doc)) for source in item.question.sources)


def _words(source: Source, document: Document | None) -> str:
    parts = [document.title if document else source.doc]
    if source.page is not None:
        parts.append(f"page {source.page}")
    if source.paragraph is not None:
        parts.append(f"paragraph {source.paragraph}")
    if source.sentence is not None:
        parts.append(f"sentence {source.sentence}")
    return ", ".join(parts)
