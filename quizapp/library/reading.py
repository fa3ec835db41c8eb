"""One deck file, read and turned into what the index keeps of it."""

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.library import schema, wording

if TYPE_CHECKING:
    from quizapp.deck.model import Deck
    from quizapp.deck.problems import Problem
    from quizapp.library.rows import Chunk


class Parsed(NamedTuple):
    """What the index keeps of a file. `deck` is None if there is none in it.

    hash: of the file's content. mark: of the content and of our way of reading it.
    problems: as JSON. report: as text, with lines and carets.
    """

    hash: str
    mark: str
    deck: "Deck | None"
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

    def chunks(self) -> Iterator["Chunk"]:
        """The rows of the deck's questions, in order, a few thousand questions at a time."""
        from quizapp.library.rows import chunks  # noqa: PLC0415 - only where a deck is read

        return iter(()) if self.deck is None else chunks(self.deck)


def mark_of(content: str) -> str:
    """Return the mark of a file whose content has the hash `content`."""
    return sha256(f"{content} {schema.stamp()}".encode()).hexdigest()[:24]


def hash_of(data: bytes) -> str:
    """Return the hash by which content is known again."""
    return sha256(data).hexdigest()


def read(data: bytes, path: str) -> Parsed:
    """Read a deck file's content. `path` names it in problems, and gives it an id if it has none."""
    # YAML is loaded only if a file has changed.
    from quizapp.deck.read import read as read_deck  # noqa: PLC0415 - loaded only where a file has changed

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
    from quizapp.deck.decoding import text_lines  # noqa: PLC0415 - loaded only where a file has changed
    from quizapp.deck.messages import render  # noqa: PLC0415 - loaded only where a file has changed

    lines = text_lines(data) if problems else []
    return "\n".join(render(problem, path, lines) for problem in problems)


def _sentence(problems: Sequence["Problem"], path: str) -> str:
    """Why there is no deck in a file: its first error, else that there is nothing to ask."""
    from quizapp.deck.messages import cure, what  # noqa: PLC0415 - loaded only where a file has changed

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
