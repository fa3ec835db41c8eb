"""Gives a deck and its questions ids that can be read, by inserting them into the file's text."""

import re
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from quizapp.author.surgery import DeckText, Edit
from quizapp.deck.kinds import kind_of
from quizapp.deck.model import FRONT, Deck, Question
from quizapp.deck.names import digest, slug
from quizapp.deck.nodes import Items, Table, Text
from quizapp.deck.read import Reading, read
from quizapp.errors import DeckError

LONGEST = 40
_RANDOM_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_RANDOM = 4
# Words that other readers of YAML take for something else than text.
_OTHER_THAN_TEXT = re.compile(r"[\d.+~-].*|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)


class NewId(NamedTuple):
    """An id for a question. line, column: where the question stands, from 1. asks: its prompt."""

    id: str
    line: int
    column: int
    asks: str


class Naming(NamedTuple):
    """What is to be written into a file.

    deck: the deck's new id, None if it has one. questions: those that get an id. data: the file with
    all ids in it. left: lines of questions that get none, because of a mistake or a twin.
    """

    deck: str | None
    questions: tuple[NewId, ...]
    data: bytes
    left: tuple[int, ...]

    @property
    def complete(self) -> bool:
        """Nothing is to be written."""
        return self.deck is None and not self.questions


def name_all(data: bytes, name: str, suffix: str | None = None) -> Naming:
    """Find ids for whatever in a deck file has none.

    suffix: what makes the deck's id unlike all others; random if None. A question with a mistake gets no
    id, nor one that stands there twice. Raises DeckError if the file can't be read, or if what was
    written would be read as something else.
    """
    before = read(data, name)
    if before.deck is None:
        raise DeckError("Nothing in this file can be asked", where=name, todo="`quizapp check` says why")
    text = DeckText(data, name)
    suffix = suffix or "".join(secrets.choice(_RANDOM_LETTERS) for _ in range(_RANDOM))
    deck = None if before.deck.written else f"{_readable(before.deck.title, LONGEST)}-{suffix}"
    twins = {int(problem.values["first"]) for problem in before.problems if problem.code == "E141"}
    questions = tuple(_new_ids(before.deck, text.root, twins))
    after = text.with_edits(_edits(text, deck, questions))
    _must_agree(before, read(after, name), (deck, questions), name)
    return Naming(deck, questions, after, _left(text, before.deck, questions))


def as_written(naming: Naming, name: str) -> Naming:
    """Return the same with every line as it is in the file that has the ids in it."""
    after = read(naming.data, name).deck
    if after is None:
        return naming
    places = {question.id: question for question in after.questions}
    questions = tuple(
        new._replace(line=places[new.id].line, column=places[new.id].column) for new in naming.questions
    )
    return naming._replace(questions=questions, left=_left(DeckText(naming.data, name), after, ()))


def _new_ids(deck: Deck, root: Table, twins: set[int]) -> Iterator[NewId]:
    waiting = [question for question in deck.questions if not question.written and question.line not in twins]
    taken = _taken(root) | {earlier for question in deck.questions for earlier in question.was}
    wanted = [_readable(_asks(question), LONGEST) for question in waiting]
    often = Counter(wanted)
    for question, short in zip(waiting, wanted, strict=True):
        found = short
        if often[short] > 1 or short in taken:
            # What is asked alike is told apart by the whole of its content.
            found = f"{short[: LONGEST - 7].rstrip('-')}-{question.id[1:7]}"
        number = 2
        while found in taken:
            found = f"{found.removesuffix(f'-{number - 1}')}-{number}"
            number += 1
        taken.add(found)
        yield NewId(found, question.line, question.column, _asks(question))


def _asks(question: Question) -> str:
    return kind_of(question.body).asks(question.body, FRONT)


def _readable(text: str, most: int) -> str:
    """Return a name of whole words; where some had to go, a hash of the text keeps others apart."""
    name = slug(text)
    if len(text) > most and len(name) > most - 9:
        head = slug(text[:most])[: most - 5]
        name = f"{head.rpartition('-')[0] or head}-{digest([text], 4)}"
    return f"q-{name}" if _OTHER_THAN_TEXT.fullmatch(name) else name


def _taken(root: Table) -> set[str]:
    """Every id that stands in the file, also of questions that can't be read."""
    questions = root.values.get("questions")
    entries = questions.items if isinstance(questions, Items) else []
    found = set()
    for entry in (entry for entry in entries if isinstance(entry, Table)):
        for node in (entry.values.get("id"), entry.values.get("was")):
            texts = node.items if isinstance(node, Items) else [node]
            found |= {text.text.strip() for text in texts if isinstance(text, Text)}
    return found


def _edits(text: DeckText, deck: str | None, questions: tuple[NewId, ...]) -> Iterator[Edit]:
    root = text.root
    if deck is not None:
        title = root.values.get("deck")
        if isinstance(title, Text) and title.text:
            yield from text.put_behind(root, "deck", "id", deck)
        else:
            yield from text.put_first(root, "id", deck)
    listed = root.values.get("questions")
    wanted = {(question.line, question.column): question.id for question in questions}
    for node in listed.items if isinstance(listed, Items) else []:
        name = wanted.get((node.line, node.column))
        if name is not None and isinstance(node, Table):
            yield from text.put_first(node, "id", name, listed)


def _left(text: DeckText, deck: Deck, questions: tuple[NewId, ...]) -> tuple[int, ...]:
    """Lines of the questions that have no id even then."""
    listed = text.root.values.get("questions")
    named = {(question.line, question.column) for question in deck.questions if question.written}
    named |= {(question.line, question.column) for question in questions}
    entries = listed.items if isinstance(listed, Items) else []
    return tuple(node.line for node in entries if (node.line, node.column) not in named)


def _must_agree(
    before: Reading, after: Reading, naming: tuple[str | None, tuple[NewId, ...]], name: str
) -> None:
    """Make sure that nothing but the ids is read otherwise. Raises DeckError."""
    deck, questions = naming
    names = {(question.line, question.column): question.id for question in questions}
    assert before.deck is not None
    wanted = [
        _bare(replace(question, id=names.get((question.line, question.column), question.id), written=True))
        if (question.line, question.column) in names
        else _bare(question)
        for question in before.deck.questions
    ]
    found = [_bare(question) for question in after.deck.questions] if after.deck else []
    head = replace(before.deck, questions=(), line=0, column=0)
    if deck is not None:
        head = replace(head, id=deck, written=True)
    same_head = after.deck is not None and head == replace(after.deck, questions=(), line=0, column=0)
    codes = [sorted(problem.code for problem in reading.problems) for reading in (before, after)]
    if wanted != found or not same_head or codes[0] != codes[1]:
        raise DeckError(
            "The ids can't be written without changing something else",
            where=name,
            todo="Mend first what `quizapp check` tells; then write each question's keys below one another",
        )


def _bare(question: Question) -> Question:
    return replace(question, line=0, column=0)
