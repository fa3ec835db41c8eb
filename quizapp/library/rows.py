"""A deck's questions as rows of the index. Loaded only where a deck file is read."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.answer import normal
from quizapp.deck.codec import encode
from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import kind_of
from quizapp.deck.model import FRONT, Card, Deck, Question
from quizapp.library.index import LEVEL, SOURCE, TAG, TOPIC, WHOLE_DECK

# Enough for a statement of SQL to be cheap, few enough to need no memory worth mention.
CHUNK = 2_000
_WORD = re.compile(r"[^\W\d_]+")
_as_json = json.JSONEncoder(ensure_ascii=False).encode


class Chunk(NamedTuple):
    """Rows of some questions, without the number of the file they are of; a card is named by its position."""

    questions: list[tuple[str, str]]
    cards: list[tuple[int, str, str, str, str, str | None]]
    labels: list[tuple[str, str, int]]
    was: list[tuple[str, str]]
    words: set[str]
    texts: list[tuple[int, str, str, str, str]]


def chunks(deck: Deck) -> Iterator[Chunk]:
    """Turn a deck into rows, in the order of its questions; first what holds for the whole deck.

    Drafts have a question, but no cards.
    """
    tags = {tag.casefold() for tag in deck.tags}
    yield Chunk([], [], [(TAG, tag, WHOLE_DECK) for tag in tags], [], words_in(deck.title), [])
    names = {
        document.key: {
            (SOURCE, name.casefold())
            for name in (document.key, document.title, document.file, document.url)
            if name
        }
        for document in deck.documents
    }
    position = 0
    for start in range(0, len(deck.questions), CHUNK):
        chunk = Chunk([], [], [], [], set(), [])
        texts: list[str] = []
        for question in deck.questions[start : start + CHUNK]:
            chunk.questions.append((question.id, encode(question)))
            if not question.draft:
                labels = {(TAG, tag.casefold()) for tag in question.tags if tag.casefold() not in tags}
                if question.topic is not None:
                    labels.add((TOPIC, question.topic.casefold()))
                if question.level is not None:
                    labels.add((LEVEL, str(question.level)))
                for source in question.sources:
                    labels |= names.get(source.doc, {(SOURCE, source.doc.casefold())})
                position = _add(chunk, deck, question, labels, position)
                texts += _texts(question)
        chunk.words.update(words_in(" ".join(texts)))
        yield chunk


def _add(chunk: Chunk, deck: Deck, question: Question, labels: set[tuple[str, str]], position: int) -> int:
    """Add the cards of one question; return the position of the card after its last."""
    kind = kind_of(question.body)
    typed: dict[str, list[str]] = {}
    for face, answer in kind.typed(question.body):
        typed.setdefault(face, []).append(normal.key(answer, deck.language))
    tags = ", ".join(dict.fromkeys((*question.tags, *deck.tags)))
    for face in kind.faces(question.body):
        key = str(Card(deck.id, question.id, face))
        answers = _as_json(typed[face]) if face in typed else None
        chunk.cards.append((position, key, question.id, question.kind, fingerprint(question, face), answers))
        asks, right = kind.asks(question.body, face), kind.answers(question.body, face)
        chunk.texts.append((position, asks, right, tags, question.topic or ""))
        chunk.labels.extend((sort, name, position) for sort, name in labels)
        position += 1
    chunk.was.extend((earlier, question.id) for earlier in question.was)
    return position


def _texts(question: Question) -> tuple[str, ...]:
    """What a learner may read of a question; a cloze shows all its words on a face it hasn't got."""
    body, kind = question.body, kind_of(question.body)
    return (
        kind.asks(body, FRONT),
        kind.answers(body, FRONT),
        *kind.shown(body, FRONT),
        question.explain or "",
    )


def words_in(text: str) -> set[str]:
    """Return the words of `text`: runs of letters, in small letters."""
    # Most texts repeat their words: only what differs is looked at closely.
    return set(_WORD.findall(" ".join(set(text.lower().split()))))
