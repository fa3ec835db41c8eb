"""A paper: what is asked, in which order, for which points, in which time; and how it is kept."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quizapp.answer.layout import Layout
from quizapp.deck.codec import VERSION, decode_question, encode
from quizapp.deck.model import FRONT, Card, Flashcard, Question
from quizapp.store.attempts import Attempt, AttemptQuestion
from quizapp.store.standing import Standing
from quizapp.study.item import Item

FORMAT = 1


class Rules(NamedTuple):
    """How a paper is sat.

    exam: the result comes at the end; else after each answer. minutes: for the whole, None: no limit.
    runs: while the attempt is interrupted the clock runs on. certainty: asked with each answer.
    passing: percent of the points needed to pass, None: nothing to pass.
    """

    exam: bool = False
    minutes: int | None = None
    runs: bool = False
    certainty: bool = False
    passing: float | None = None


class Worth(NamedTuple):
    """What a question is worth: points, the time it has (None: no limit), what a wrong answer costs."""

    points: float = 1.0
    seconds: int | None = None
    penalty: float = 0.0


class Entry(NamedTuple):
    """One question of a paper. sources: in words. level, topic: of the question (`item.question`)."""

    item: Item
    worth: Worth
    sources: tuple[str, ...] = ()


class DeckName(NamedTuple):
    """A deck of the paper."""

    id: str
    title: str


class Paper(NamedTuple):
    """Everything that is the same for all who sit it. code: holds it, for others. seed: it was drawn with."""

    title: str
    code: str
    seed: int
    decks: tuple[DeckName, ...]
    rules: Rules
    entries: tuple[Entry, ...]

    @property
    def points(self) -> float:
        """What all questions together are worth."""
        return sum(entry.worth.points for entry in self.entries)

    @property
    def timed(self) -> bool:
        """Tell whether any time is limited."""
        return self.rules.minutes is not None or any(entry.worth.seconds for entry in self.entries)


def paper_json(paper: Paper) -> str:
    """Write all of a paper but its questions, title and code."""
    values = {"format": FORMAT, "seed": paper.seed, "decks": paper.decks, "rules": paper.rules._asdict()}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def entry_json(entry: Entry) -> str:
    """Write a question as drawn. Beside its body stand its texts, in case a later version can't read that."""
    item = entry.item
    values = {
        "version": VERSION,
        "question": json.loads(encode(item.question)),
        "options": item.layout.options,
        "worth": entry.worth,
        "sources": entry.sources,
        "title": item.deck_title,
        "language": item.language,
        "fingerprint": item.fingerprint,
        "asks": item.asks,
        "answers": item.answers,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def thaw(attempt: Attempt, questions: Sequence[AttemptQuestion]) -> Paper:
    """Read the paper of an attempt. Raises ValueError, KeyError or TypeError for what isn't one."""
    values = json.loads(attempt.paper)
    return Paper(
        title=attempt.title,
        code=attempt.code,
        seed=values["seed"],
        decks=tuple(DeckName(*deck) for deck in values["decks"]),
        rules=Rules(**values["rules"]),
        entries=tuple(_entry(question.card, json.loads(question.question)) for question in questions),
    )


def _entry(key: str, values: Mapping[str, Any]) -> Entry:
    card = Card.parse(key)
    item = Item(
        card=card,
        question=_question(card, values),
        face=card.face,
        deck_title=values["title"],
        language=values["language"],
        standing=Standing(key),
        layout=Layout(tuple(values["options"])),
        asks=values["asks"],
        answers=values["answers"],
        fingerprint=values["fingerprint"],
        notice=None,
    )
    return Entry(item, Worth(*values["worth"]), tuple(values["sources"]))


def _question(card: Card, values: Mapping[str, Any]) -> Question:
    """The question as it was; from another version's paper, one with the same texts."""
    if values["version"] == VERSION:
        return decode_question(json.dumps(values["question"]))
    kept = values["question"]
    body = Flashcard(values["asks"], values["answers"])
    plain = {name: kept[name] for name in ("topic", "level", "explain") if name in kept}
    return Question(card.question, str(kept.get("kind", FRONT)), body, **plain)
