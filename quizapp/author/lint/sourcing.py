"""Rules for sources (S1, S3, S6). Those that need the document are passed over where it isn't at hand."""

import re
from collections.abc import Iterator, Mapping

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.stems import KNOWN
from quizapp.deck.model import Choice
from quizapp.deck.problems import ERROR, short

_RUN, _LONG_RUN, _SMALL = 8, 12, 12
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']*'(?!\w)")
_ADDED = re.compile(r"\badded\b", re.IGNORECASE)
_NAME = re.compile(
    r"\b\d[\d.,]*\b|\b[A-Z]{2,}\d*\b|\b[a-z]{3,}(?:mab|nib|cel|ase)\b|(?<=[a-z,] )[A-Z][a-z]{2,}\b"
)


def named(item: Item, scene: Scene) -> Iterator[Finding]:
    """A question without a source, in a deck that has some."""
    if scene.deck.documents and not item.question.sources:
        yield Finding("S1", {"doc": scene.deck.documents[0].key})


def documented(item: Item, scene: Scene) -> Iterator[Finding]:
    """What is copied from the document at hand, and what isn't in it."""
    text = " ".join(
        scene.documents[key]
        for key in {source.doc for source in item.question.sources}
        if key in scene.documents
    )
    if not text:
        return
    yield from _copied(item, text)
    if not _ADDED.search(item.question.explain or ""):
        yield from _foreign(item, text)


def _copied(item: Item, text: str) -> Iterator[Finding]:
    for key, said in item.texts():
        said_words = words.tokens(_QUOTED.sub(" … ", said))
        if len(said_words) < _RUN:
            continue
        run = longest_run(said_words, text)
        if len(run) >= _RUN:
            told = {"count": len(run), "words": short(" ".join(run))}
            yield Finding("S6", told, key, said, ERROR if len(run) >= _LONG_RUN else None)
            return


def longest_run(said: list[str], text: str) -> list[str]:
    """The longest run of `said` that is in `text`, where words of `text` are parted by single spaces."""
    best: list[str] = []
    start = 0
    padded = f" {text} "
    for end in range(1, len(said) + 1):
        while start < end and f" {' '.join(said[start:end])} " not in padded:
            start += 1
        if end - start > len(best):
            best = said[start:end]
    return best


def _foreign(item: Item, text: str) -> Iterator[Finding]:
    known = set(text.split())
    for key, said in item.texts():
        if key in ("wrong", "explain") or (isinstance(item.body, Choice) and key == "wrong"):
            continue
        for match in _NAME.finditer(said):
            word = match.group().rstrip(".,")
            # Small numbers may be spelt out there, or be counted by the one who asks.
            if word in KNOWN or (word.isdigit() and int(word) <= _SMALL):
                continue
            parts = words.tokens(word)
            if not all(part in known or part.rstrip("s") in known or f"{part}s" in known for part in parts):
                yield Finding("S3", {"word": word}, key, word)
                return


def prepared(documents: Mapping[str, str]) -> dict[str, str]:
    """Return the documents as the rules compare them: lower-case words parted by single spaces."""
    return {key: " ".join(words.tokens(text)) for key, text in documents.items()}
