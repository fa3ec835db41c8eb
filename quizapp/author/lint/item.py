"""A question as the rules look at it, what they find, and what they know of its deck."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from quizapp.author.lint import words
from quizapp.deck.model import (
    Body,
    Choice,
    Cloze,
    Deck,
    Flashcard,
    Gap,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)


class Finding(NamedTuple):
    """What a rule found. values: what its message needs. level: if not the rule's own.

    key, text: below which key of the question the caret stands, and under which words of it.
    item: the question; None if it is the deck as a whole.
    """

    code: str
    values: Mapping[str, object]
    key: str = ""
    text: str = ""
    level: str | None = None
    item: "Item | None" = None


class Item:
    """One question, with the texts that most rules ask for."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.body: Body = question.body
        self.prompt, self.answer = _asked(self.body)
        self.key = "cloze" if type(self.body) is Cloze else "question"
        if type(self.body) is TrueFalse:
            self.key = "statement"

    @cached_property
    def prompt_stems(self) -> frozenset[str]:
        """Stems of what is asked."""
        return words.stems(self.prompt)

    @cached_property
    def answer_stems(self) -> frozenset[str]:
        """Stems of the right answer."""
        return words.stems(self.answer)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text that a learner may read, with its key: prompt, answers, wrong options, explanation."""
        return self._texts

    @cached_property
    def _texts(self) -> tuple[tuple[str, str], ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[tuple[str, str]]:
        yield self.key, self.prompt
        body = self.body
        if type(body) is Choice:
            for answer in body.answers:
                yield "answer", answer
            for option in body.wrong:
                yield "wrong", option.text
                if option.why:
                    yield "wrong", option.why
        elif type(body) is not Cloze and self.answer:
            yield _ANSWERED.get(type(body), "answer"), self.answer
        if self.question.explain:
            yield "explain", self.question.explain


class Scene(NamedTuple):
    """What the rules know of the deck. domain: stems that run through it, and those of its title.

    spelt: abbreviations it spells out. language: it teaches a language, so that little words matter.
    documents: texts of its sources that are at hand, by their keys.
    """

    deck: Deck
    items: tuple[Item, ...]
    domain: frozenset[str]
    spelt: frozenset[str]
    language: bool
    documents: Mapping[str, str]


_ANSWERED = {Ordering: "order", Matching: "pairs", ListAnswer: "list"}


def _asked(body: Body) -> tuple[str, str]:
    """What is asked, a cloze with its gaps filled, and the right answer as one text."""
    match body:
        case Flashcard(question=asked, answer=answer) | ShortAnswer(question=asked, answer=answer):
            return asked, answer
        case Choice(question=asked, answers=answers):
            return asked, "; ".join(answers)
        case TrueFalse(statement=statement):
            return statement, ""
        case Cloze(pieces=pieces):
            filled = [piece.wording if isinstance(piece, Gap) else piece for piece in pieces]
            return "".join(filled), "; ".join(gap.wording for gap in body.gaps)
        case Numeric(question=asked, number=number, unit=unit):
            return asked, f"{number} {unit or ''}".strip()
        case Ordering(question=asked, order=order):
            return asked, "; ".join(order)
        case Matching(question=asked, pairs=pairs):
            return asked, "; ".join(f"{left}: {right}" for left, right in pairs)
        case ListAnswer(question=asked, items=items):
            return asked, "; ".join(item[0] for item in items)
