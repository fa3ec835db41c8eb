"""Writes hashes, and the places where passages are now, into a deck file's text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.author.citations import Citation
from quizapp.author.documents import Passages, Place
from quizapp.author.files import DeckFile
from quizapp.author.sources import State
from quizapp.author.surgery import DeckText, Edit
from quizapp.deck.model import Deck, Document, Question, Source
from quizapp.deck.nodes import Items, Node, Table, Text
from quizapp.deck.read import read
from quizapp.errors import DeckError

_PLACES = ("paragraph", "sentence")
_HASHES = ("hash", "context")


class Pinning(NamedTuple):
    """What is to be written. data: the file with all of it. pinned: the citations whose source changes.

    documents: keys of those whose own hash changes. left: citations that can't be pinned.
    """

    data: bytes
    pinned: tuple[Citation, ...]
    documents: tuple[str, ...]
    left: tuple[Citation, ...]


def pin(file: DeckFile, citations: Sequence[Citation], *, documents: bool = True) -> Pinning:
    """Pin the sources of a deck file to their passages as these are now.

    citations: the file's own. documents: also pin the documents as a whole. Raises DeckError if the file
    can't be edited without changing something else.
    """
    name = str(file.path)
    text = DeckText(file.data, name)
    wanted = {_at(citation): _pinned(citation) for citation in citations}
    changed = tuple(citation for citation in citations if wanted[_at(citation)] != citation.source)
    hashes = _hashes(file.deck, citations) if documents else {}
    edits = [*_source_edits(text, changed, wanted), *_document_edits(text, file.deck, hashes)]
    after = text.with_edits(dict.fromkeys(edits))
    _must_agree(file, after, wanted, hashes)
    lost = (State.GONE, State.MISSING)
    left = tuple(citation for citation in citations if citation.finding.state in lost)
    return Pinning(after, changed, tuple(hashes), left)


_At = tuple[int, int, int]


def _at(citation: Citation) -> _At:
    return (citation.question.line, citation.question.column, citation.number)


def _pinned(citation: Citation) -> Source:
    source, now, passages = citation.source, citation.finding.now, citation.passages
    if now is None or passages is None:
        return source
    context = passages.hash_at(Place(now.paragraph)) if now.sentence else source.context
    return source._replace(
        paragraph=now.paragraph,
        sentence=now.sentence,
        hash=passages.hash_at(now),
        context=context,
    )


def _hashes(deck: Deck, citations: Sequence[Citation]) -> dict[str, str]:
    """The new hashes of whole documents, by key."""
    found: dict[str, Passages] = {
        citation.source.doc: citation.passages for citation in citations if citation.passages
    }
    return {
        document.key: found[document.key].hash
        for document in deck.documents
        if document.key in found and found[document.key].hash != document.sha256
    }


def _source_edits(
    text: DeckText, changed: Sequence[Citation], wanted: Mapping[_At, Source]
) -> Iterator[Edit]:
    tables = _tables(text.root.values.get("questions"))
    inherited = text.root.values.get("defaults")
    for citation in changed:
        question = citation.question
        node = tables[question.line, question.column].values.get("source")
        if node is None or (isinstance(node, Text) and not node.text):
            node = inherited.values.get("source") if isinstance(inherited, Table) else None
        holder = node if isinstance(node, Items) else None
        place = holder.items[citation.number] if holder else node
        if isinstance(place, Table):
            yield from _one(text, place, holder, wanted[_at(citation)])


def _tables(questions: Node | None) -> dict[tuple[int, int], Table]:
    nodes = questions.items if isinstance(questions, Items) else []
    return {(node.line, node.column): node for node in nodes if isinstance(node, Table)}


def _one(text: DeckText, table: Table, holder: Node | None, wanted: Source) -> Iterator[Edit]:
    last = "doc"
    for key in (*_PLACES, *_HASHES):
        value = getattr(wanted, key)
        known = table.values.get(key)
        if value is not None and known is None:
            yield from text.put_behind(table, last, key, str(value), holder)
        elif value is not None and not (isinstance(known, Text) and known.text.strip() == str(value)):
            yield from text.replace(table, key, str(value))
        if not (known is None or (isinstance(known, Text) and not known.text)):
            last = key


def _document_edits(text: DeckText, deck: Deck, hashes: Mapping[str, str]) -> Iterator[Edit]:
    sources = text.root.values.get("sources")
    tables = {
        key.strip(): node for key, node in (sources.values if isinstance(sources, Table) else {}).items()
    }
    for document in deck.documents:
        table = tables.get(document.key)
        if document.key not in hashes or not isinstance(table, Table):
            continue
        if "sha256" in table.values:
            yield from text.replace(table, "sha256", hashes[document.key])
        else:
            yield from text.put_behind(table, "file", "sha256", hashes[document.key])


def _must_agree(
    file: DeckFile, after: bytes, wanted: Mapping[_At, Source], hashes: Mapping[str, str]
) -> None:
    """Make sure that nothing but the pins is read otherwise. Raises DeckError."""
    found = read(after, str(file.path)).deck
    deck = file.deck
    expected = replace(
        deck,
        documents=tuple(_hashed(document, hashes) for document in deck.documents),
        questions=tuple(_bare(question, _expected(question, wanted)) for question in deck.questions),
        line=0,
        column=0,
    )
    if found is None or expected != replace(
        found,
        questions=tuple(_bare(question, question.sources) for question in found.questions),
        line=0,
        column=0,
    ):
        raise DeckError(
            "The hashes can't be written without changing something else",
            where=str(file.path),
            todo="Mend first what `quizapp check` tells; then write each source's keys below one another",
        )


def _expected(question: Question, wanted: Mapping[_At, Source]) -> tuple[Source, ...]:
    return tuple(
        wanted.get((question.line, question.column, number), source)
        for number, source in enumerate(question.sources)
    )


def _hashed(document: Document, hashes: Mapping[str, str]) -> Document:
    return document._replace(sha256=hashes.get(document.key, document.sha256))


def _bare(question: Question, sources: Iterable[Source]) -> Question:
    return replace(question, sources=tuple(sources), line=0, column=0)
