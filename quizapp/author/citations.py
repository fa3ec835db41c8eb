"""Which questions rest on which passages: decks and their documents, brought together."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizapp.author.documents import Passages, load, locate
from quizapp.author.files import DeckFile
from quizapp.author.sources import Cited, Finding, State, examine
from quizapp.deck.model import Document, Question, Source
from quizapp.errors import DeckError


class Citation(NamedTuple):
    """A source of a question, and how it stands. number: which of the question's sources, from 0."""

    file: DeckFile
    question: Question
    number: int
    source: Source
    document: Document | None
    passages: Passages | None
    finding: Finding

    @property
    def key(self) -> str:
        """The question's key, `deck/question`."""
        return f"{self.file.deck.id}/{self.question.id}"

    @property
    def place(self) -> str:
        """Where the question stands, `file:line`."""
        return f"{self.file.path}:{self.question.line}"

    @property
    def passage(self) -> str | None:
        """The text it rests on, or what is in its place; None if there is none at hand."""
        now = self.finding.now
        return None if self.passages is None or now is None else self.passages.text(now)

    @property
    def sound(self) -> bool:
        """Nothing is to be done."""
        return self.finding.state is State.FRESH


class Documents:
    """Finds and reads the documents of decks, each once.

    folder: where they are looked for by their base names before they are looked for beside the deck.
    troubles: sentences about those that are there but can't be read.
    """

    def __init__(self, folder: Path | None) -> None:
        self.troubles: list[str] = []
        self._folder = folder
        self._read: dict[Path, Passages | None] = {}

    def of(self, deck: Path, document: Document | None) -> Passages | None:
        """Return a document of a deck; None if it isn't at hand."""
        path = locate(document.file, deck, self._folder) if document and document.file else None
        if path is None:
            return None
        if path not in self._read:
            try:
                self._read[path] = load(path)
            except DeckError as error:
                self.troubles.append(str(error))
                self._read[path] = None
        return self._read[path]


def cite(files: Iterable[DeckFile], documents: Documents) -> list[Citation]:
    """Return every source of every question, in order, with how it stands."""
    found: list[Citation] = []
    cited: list[Cited] = []
    for file in files:
        known = {document.key: document for document in file.deck.documents}
        for question in file.deck.questions:
            for number, source in enumerate(question.sources):
                document = known.get(source.doc)
                passages = documents.of(file.path, document)
                cited.append(Cited(source, passages, document.sha256 if document else None))
                waiting = Finding(State.MISSING)
                found.append(Citation(file, question, number, source, document, passages, waiting))
    findings = examine(cited)
    return [citation._replace(finding=finding) for citation, finding in zip(found, findings, strict=True)]
