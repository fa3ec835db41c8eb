"""The passages a question rests on, to be read beside it: each with what became of it since."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from quizapp.author.documents import VARIABLE, Passages, Place, load, locate
from quizapp.author.sources import Cited, Finding, State, examine
from quizapp.deck.model import Card, Deck, Document, Question, Source
from quizapp.errors import DeckError
from quizapp.library.library import Library

_SAID = {
    State.FRESH: "The document still says this.",
    State.CONTEXT: "The sentence is as it was; the text around it has changed.",
    State.CHANGED: "This passage has changed since the question was written; this is how it reads now.",
    State.GONE: "The passage this question rests on is no longer in the document.",
    State.UNPINNED: "Whether it has changed can't be told: the deck doesn't keep what it said.",
}
_WHOLE = {
    State.FRESH: "The question rests on the whole document, which is as it was.",
    State.CHANGED: "The question rests on the whole document, which has changed since.",
    State.UNPINNED: "The question rests on the whole document.",
}


class Passage(NamedTuple):
    """A paragraph that a question rests on, as it reads now, or why there is none to read.

    title: of its document. place: where it stands, such as `paragraph 10, sentence 2`; a page as the deck
    gives it; empty if the deck names the document only. sentences: of the paragraph, each with whether
    the question rests on it; none if there is nothing to read. state: how it stands to what the deck
    keeps. said: that in a sentence, with what to do where something is missing. file: the document, if
    it is at hand. url: where the deck says it can be had.
    """

    title: str
    place: str
    sentences: tuple[tuple[str, bool], ...]
    state: State
    said: str
    file: Path | None = None
    url: str | None = None

    @property
    def heading(self) -> str:
        """The document and the place in it."""
        return f"{self.title}, {self.place}" if self.place else self.title

    @property
    def text(self) -> str:
        """The paragraph without marks."""
        return " ".join(sentence for sentence, _ in self.sentences)


_Spot = tuple[int | None, int | None]


class _Found(NamedTuple):
    """A source and its document as far as it is at hand. trouble: why it can't be read, if it is there."""

    source: Source
    document: Document | None
    file: Path | None
    passages: Passages | None
    trouble: str | None

    @property
    def cited(self) -> Cited:
        return Cited(self.source, self.passages, self.document.sha256 if self.document else None)


def passages(library: Library, card: Card, folder: Path | None) -> tuple[Passage, ...]:
    """Return the passages that a card's question rests on, in the deck's order; empty if it names none.

    Reads the documents anew at each call, nothing else: meant for the moment somebody asks for them.
    folder: where documents are looked for before the deck's own folder, as `documents.folder_from`
    tells. A document that isn't there or can't be read is a passage that says so. Raises nothing of its own.
    """
    found = library.question(card)
    if found is None or not found[0].sources:
        return ()
    question, entry = found

    def others() -> Iterable[Source]:
        keys = {key for source in question.sources for key in library.cards_with(source=source.doc)}
        named = {Card.parse(key).question for key in keys if Card.parse(key).deck == card.deck}
        for name in sorted(named - {question.id}):
            other = library.question(Card(card.deck, name, ""))
            yield from other[0].sources if other else ()

    return _passages(question, library.header(card.deck).documents, entry.path, folder, others)


def passages_in(deck: Deck, question: Question, path: Path, folder: Path | None) -> tuple[Passage, ...]:
    """Return the passages that a question of a deck read from `path` rests on, as `passages` does."""

    def others() -> Iterable[Source]:
        return [source for other in deck.questions if other is not question for source in other.sources]

    return _passages(question, deck.documents, path, folder, others)


def _passages(
    question: Question,
    documents: Sequence[Document],
    path: Path,
    folder: Path | None,
    others: Callable[[], Iterable[Source]],
) -> tuple[Passage, ...]:
    found = _at_hand(question.sources, documents, path, folder)
    findings = examine([each.cited for each in found])
    if not all(map(_certain, found, findings)):
        # Where a passage isn't as it was, the other questions' passages tell what took its place.
        known = {each.source.doc: each for each in found}
        more = [known[source.doc]._replace(source=source) for source in others() if source.doc in known]
        findings = examine([each.cited for each in (*found, *more)])[: len(found)]
    together = groupby(zip(found, findings, strict=True), key=lambda pair: _alike(*pair))
    return tuple(_passage([(each, finding) for each, finding in group]) for _, group in together)


def _at_hand(
    sources: Sequence[Source], documents: Sequence[Document], path: Path, folder: Path | None
) -> list[_Found]:
    known = {document.key: document for document in documents}
    read: dict[str, tuple[Path | None, Passages | None, str | None]] = {}
    for source in sources:
        if source.doc not in read:
            read[source.doc] = _read(known.get(source.doc), path, folder)
    return [_Found(source, known.get(source.doc), *read[source.doc]) for source in sources]


def _read(
    document: Document | None, path: Path, folder: Path | None
) -> tuple[Path | None, Passages | None, str | None]:
    file = locate(document.file, path, folder) if document and document.file else None
    if file is None:
        return None, None, None
    try:
        return file, load(file), None
    except DeckError as error:
        return file, None, str(error)


def _certain(found: _Found, finding: Finding) -> bool:
    """Tell whether no other source can say more about this one."""
    if finding.state in (State.MISSING, State.UNPINNED) or found.source.paragraph is None:
        return True
    alone = found.source.sentence is None or found.source.context is not None
    return alone and finding.state is State.FRESH


def _alike(found: _Found, finding: Finding) -> tuple[object, ...]:
    """What passages that are shown as one have in common."""
    paragraph = finding.now.paragraph if finding.now else (found.source.paragraph, found.source.sentence)
    return found.source.doc, found.source.page, paragraph, finding.state


def _passage(group: Sequence[tuple[_Found, Finding]]) -> Passage:
    (found, finding), document = group[0], group[0][0].document
    olds = [each.source for each, _ in group]
    nows = [finding.now for _, finding in group if finding.now]
    here: list[_Spot] = [*nows] or [(old.paragraph, old.sentence) for old in olds]
    return Passage(
        title=document.title if document else found.source.doc,
        place=_where(here, found.source.page),
        sentences=_sentences(found.passages, nows),
        state=finding.state,
        said=_said(found, finding, olds),
        file=found.file,
        url=document.url if document else None,
    )


def _sentences(document: Passages | None, nows: Sequence[Place]) -> tuple[tuple[str, bool], ...]:
    if document is None or not nows:
        return ()
    wanted = {now.sentence for now in nows}
    parts = document.sentences[nows[0].paragraph - 1]
    return tuple((text, None in wanted or number in wanted) for number, text in enumerate(parts, 1))


def _where(places: Sequence[_Spot], page: str | None) -> str:
    """Say where: `page 3, paragraph 10, sentences 2 and 4`."""
    paragraph = places[0][0]
    numbers = [str(sentence) for _, sentence in places if sentence is not None]
    parts = [f"page {page}"] if page else []
    if paragraph is not None:
        parts.append(f"paragraph {paragraph}")
    if numbers:
        listed = " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)
        parts.append(f"sentence{'s' if len(numbers) > 1 else ''} {listed}")
    return ", ".join(parts)


def _said(found: _Found, finding: Finding, olds: Sequence[Source]) -> str:
    if found.trouble is not None:
        return found.trouble
    if finding.state is State.MISSING:
        return _missing(found.document)
    if found.source.paragraph is None:
        return _WHOLE[finding.state]
    if finding.state is State.MOVED:
        before = _where([(old.paragraph, old.sentence) for old in olds], None)
        return f"The document still says this; it was {before} when the question was written."
    return _SAID[finding.state]


def _missing(document: Document | None) -> str:
    if document is None or document.file is None:
        return "The deck names no file of this document, so its text can't be shown."
    name = document.file.rpartition("/")[2]
    return (
        f"The document isn't at hand: put {name} where the deck expects it ({document.file}, beside the"
        f" deck), or let {VARIABLE} name the folder it is in."
    )
