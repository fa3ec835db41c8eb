"""A deck of all nine kinds, and a learner who can answer any card right or wrong."""

from quizapp.answer.response import Chosen, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.model import (
    Choice,
    Cloze,
    Flashcard,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizapp.study.item import Item

QUESTIONS = """\
  - {id: brake, question: Which image is used?, answer: Releasing the brake, hint: [A car., You press it.]}
  - {id: leaf, question: How do leaves make sugar?, answer: photosynthesis, typed: true, hint: With light.}
  - {id: capital, question: What is the capital of Australia?, answer: Canberra, wrong: [Sydney, Perth]}
  - {id: primes, question: Which are prime?, answer: ["2", "7"], wrong: ["9", "15"]}
  - {id: whale, statement: A whale is a fish., answer: false}
  - {id: dose, question: How much is half a gram?, number: 500, unit: mg, units: {g: 1000}}
  - {id: planets, question: From the sun outwards?, order: [Mercury, Venus, Earth]}
  - {id: lands, question: Which capital?, pairs: {Brazil: Brasilia, Canada: Ottawa}, extra: [Lima]}
  - {id: colours, question: Name the additive colours., list: [red, green, blue]}
  - {id: south, cloze: "[[#a Canberra]] and [[#a Wellington]] lie south of it."}
"""
NEAR = "fotosynthesys"
"""A response to `leaf` that is near enough for a second try."""


def right(item: Item) -> Response:
    """What a learner gives who knows."""
    match item.question.body:
        case Flashcard():
            return Revealed()
        case ShortAnswer(answer=answer):
            return Typed((answer,))
        case Choice(answers=answers):
            return Chosen(tuple(range(len(answers))))
        case TrueFalse(answer=answer):
            return Truth(answer)
        case Numeric(number=number):
            return Typed((number,))
        case Ordering(order=order):
            return Ordered(tuple(range(len(order))))
        case Matching(pairs=pairs, rights=rights):
            return Matched(tuple(rights.index(wanted) for _, wanted in pairs))
        case ListAnswer(items=items, need=need):
            return Typed(tuple(wordings[0] for wordings in items[:need]))
        case Cloze(gaps=gaps, typed=typed):
            wordings = tuple(gap.wording for gap in gaps if gap.face == item.face)
            return Typed(wordings) if typed else Revealed()
    raise AssertionError(item)


def wrong(item: Item) -> Response:
    """What a learner gives who is mistaken; a card they rate themselves is only turned over."""
    match item.question.body:
        case Choice(answers=answers):
            return Chosen((len(answers),))
        case TrueFalse(answer=answer):
            return Truth(not answer)
        case Ordering(order=order):
            return Ordered(tuple(reversed(range(len(order)))))
        case Matching(pairs=pairs, rights=rights):
            return Matched(tuple((rights.index(wanted) + 1) % len(rights) for _, wanted in pairs))
        case Numeric():
            return Typed(("7",))
        case _:
            known = right(item)
            return Typed(("nonsense",) * len(known.texts)) if isinstance(known, Typed) else known
