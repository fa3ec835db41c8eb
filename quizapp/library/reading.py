"""One deck file, read and turned into what the index keeps of it."""

import gc
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.deck.model import FRONT, Card, Deck, Question
from quizapp.library import schema, wording

if TYPE_CHECKING:
    from quizapp.deck.problems import Problem

SOURCE = "source"
TAG = "tag"
# Enough for a statement of SQL to be cheap, few enough to need no memory worth mention.
CHUNK = 2_000
_WORD = re.compile(r"[^\W\d_]+")


class Chunk(NamedTuple):
    """Rows of some questions, without the number of the file they are of."""

    questions: list[tuple[str, str]]
    cards: list[tuple[int, str, str, str, str, str | None]]
    labels: list[tuple[str, str, str]]
    was: list[tuple[str, str]]
    words: set[str]


class Parsed(NamedTuple):
    """What the index keeps of a file. `deck` is None if there is none in it.

    hash: of the file's content. mark: of the content and of our way of reading it.
    problems: as JSON. report: as text, with lines and carets.
    """

    hash: str
    mark: str
    deck: Deck | None
    left_out: int
    problems: int
    problems_json: str
    report: str
    first: str | None

    @property
    def head(self) -> tuple[object, ...]:
        """The columns of `file` from `deck` on."""
        told = (self.left_out, self.problems)
        deck = self.deck
        if deck is None:
            return (None, "", None, None, "en", None, 0, 0, *told, "[]", self.first)
        asked = sum(not question.draft for question in deck.questions)
        about = (deck.id, deck.title, deck.about, deck.notice, deck.language, deck.order)
        return (*about, asked, 0, *told, json.dumps(deck.include, ensure_ascii=False), self.first)

    @property
    def deck_json(self) -> str | None:
        """The deck without its questions, as JSON."""
        from quizapp.deck.codec import encode  # noqa: PLC0415 - only where a deck is read

        return None if self.deck is None else encode(replace(self.deck, questions=()))

    def chunks(self) -> Iterator[Chunk]:
        """The rows of the deck's questions, in order, a few thousand questions at a time."""
        if self.deck is None:
            return
        position = 0
        yield _of_deck(self.deck)
        for start in range(0, len(self.deck.questions), CHUNK):
            chunk = Chunk([], [], [], [], set())
            for question in self.deck.questions[start : start + CHUNK]:
                position = _add(chunk, self.deck, question, position)
            yield chunk


def mark_of(content: str) -> str:
    """Return the mark of a file whose content has the hash `content`."""
    return sha256(f"{content} {schema.stamp()}".encode()).hexdigest()[:24]


def hash_of(data: bytes) -> str:
    """Return the hash by which content is known again."""
    return sha256(data).hexdigest()


def _of_deck(deck: Deck) -> Chunk:
    """What holds for the whole deck: its tags, and under which names its documents go."""
    tags = [(TAG, tag.casefold(), "") for tag in deck.tags]
    return Chunk([], [], tags, [], words_in(deck.title))


def _add(chunk: Chunk, deck: Deck, question: Question, position: int) -> int:
    """Add the rows of one question; return the position of the card after its last."""
    from quizapp.deck import kinds  # noqa: PLC0415 - only where a deck is read
    from quizapp.deck.codec import encode  # noqa: PLC0415
    from quizapp.deck.identity import fingerprint  # noqa: PLC0415

    chunk.questions.append((question.id, encode(question)))
    if question.draft:
        return position
    body = question.body
    typed: dict[str, list[str]] = {}
    for face, answer in kinds.typed_answers(body):
        typed.setdefault(face, []).append(answer)
    for face in kinds.faces(body):
        key = str(Card(deck.id, question.id, face))
        answers = json.dumps(typed[face], ensure_ascii=False) if face in typed else None
        chunk.cards.append((position, key, question.id, question.kind, fingerprint(question, face), answers))
        chunk.labels.extend((sort, name, key) for sort, name in _labels(deck, question))
        position += 1
    chunk.was.extend((earlier, question.id) for earlier in question.was)
    kind = kinds.kind_of(body)
    texts = (
        kind.asks(body, FRONT),
        kind.answers(body, FRONT),
        *kind.shown(body, FRONT),
        question.explain or "",
    )
    chunk.words.update(words_in(" ".join(texts)))
    return position


def _labels(deck: Deck, question: Question) -> set[tuple[str, str]]:
    """Tags and sources a card can be asked for by; a source by its key, its title or its file's name."""
    wanted = {tag.casefold() for tag in question.tags}.difference(tag.casefold() for tag in deck.tags)
    labels = {(TAG, tag) for tag in wanted}
    keys = {source.doc for source in question.sources}
    labels.update((SOURCE, key.casefold()) for key in keys)
    for document in deck.documents if keys else ():
        if document.key in keys:
            names = (document.title, document.file or "", document.url or "")
            labels.update((SOURCE, name.casefold()) for name in names if name)
    return labels


def words_in(text: str) -> set[str]:
    """Return the words of `text`: runs of letters, in small letters."""
    return set(_WORD.findall(text.lower()))


def read(data: bytes, path: str) -> Parsed:
    """Read a deck file's content. `path` names it in problems, and gives it an id if it has none."""
    # YAML is loaded only if a file has changed.
    from quizapp.deck.read import read as read_deck  # noqa: PLC0415

    reading = read_deck(data, path)
    problems = reading.problems
    content = hash_of(data)
    values = [(at.code, at.severity, at.line, at.column, at.length, dict(at.values)) for at in problems]
    return Parsed(
        hash=content,
        mark=mark_of(content),
        deck=reading.deck,
        left_out=reading.left_out,
        problems=len(problems),
        problems_json=json.dumps(values, ensure_ascii=False),
        report=_report(problems, data, path),
        first=_sentence(problems, path) if reading.deck is None else None,
    )


def _report(problems: Sequence["Problem"], data: bytes, path: str) -> str:
    from quizapp.deck.decoding import text_lines  # noqa: PLC0415
    from quizapp.deck.messages import render  # noqa: PLC0415

    lines = text_lines(data) if problems else []
    return "\n".join(render(problem, path, lines) for problem in problems)


def _sentence(problems: Sequence["Problem"], path: str) -> str:
    """Why there is no deck in a file: its first error, else that there is nothing to ask."""
    from quizapp.deck.messages import cure, what  # noqa: PLC0415

    for problem in problems:
        if problem.severity == "error":
            return f"{path}:{problem.line}:{problem.column}: {what(problem)}; {cure(problem)}."
    return wording.not_a_deck(path)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Keep the garbage collector out: reading makes very many objects and no circles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
