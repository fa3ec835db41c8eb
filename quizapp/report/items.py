"""How questions fare: what an author should look at first. Pure, from single answers.

Practice is repeated and timed by past success, so that facility is read off the first answers alone, and
nothing is correlated. Answers to an earlier wording of the right answer, or to an earlier revision,
are another series and are left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from statistics import median
from typing import NamedTuple

from quizapp.answer import codec
from quizapp.answer.response import Chosen
from quizapp.deck.model import Choice, Question, TrueFalse
from quizapp.report.wilson import Share, share
from quizapp.store.answers import Answer, Learned
from quizapp.store.tally import RECALLED


class Sure(IntEnum):
    """What may be said of so many learners' first answers.

    COUNTS: below 5, nothing but counts. SHARE: below 10, the share with its interval. PROVISIONAL:
    below 30, everything, marked as provisional. FULL: everything.
    """

    COUNTS = 0
    SHARE = 5
    PROVISIONAL = 10
    FULL = 30

    @classmethod
    def of(cls, learners: int) -> "Sure":
        """The level of so many."""
        return max(level for level in cls if level <= learners)


class Option(NamedTuple):
    """An option of a choice. first: chosen in first answers, of all; ever: how often in any answer."""

    text: str
    right: bool
    first: Share
    ever: int


class Series(NamedTuple):
    """A card as its deck has it now, and which answers belong to it. older: answers that don't."""

    card: str
    question: Question
    where: str
    text: str
    revision: int
    answered: str


class Item(NamedTuple):
    """How one card fares. learners: with an answer; first: their first answers, right and all.

    answers: all of them, cram left out. lapses: of reviews of young and mature cards, those forgotten.
    difficulty: mean of the memory model's, 1 to 10. hints, claimed: answers with a hint, and answers
    that the learner claimed as right. seconds: median of an answer. older: answers of an earlier series.
    """

    series: Series
    learners: int
    first: Share
    answers: int
    lapses: Share
    difficulty: float | None
    hints: Share
    claimed: int
    seconds: float | None
    options: tuple[Option, ...]
    older: int

    @property
    def sure(self) -> Sure:
        """What may be said of its first answers."""
        return Sure.of(self.learners)

    @property
    def guessed(self) -> float | None:
        """The share that guessing would give; None for kinds in which there is nothing to guess from."""
        body = self.series.question.body
        if isinstance(body, TrueFalse):
            return 0.5
        return 1 / len(body.options) if isinstance(body, Choice) and not body.many else None


def items(every: Iterable[Series], learners: Sequence[Learned]) -> tuple[Item, ...]:
    """Sum up the answers of these learners, card by card, in the order given."""
    by_card: dict[str, list[list[Answer]]] = {}
    for learned in learners:
        own: dict[str, list[Answer]] = {}
        for answer in learned.answers:
            own.setdefault(answer.card, []).append(answer)
        for card, answers in own.items():
            by_card.setdefault(card, []).append(answers)
    return tuple(_item(series, by_card.get(series.card, []), learners) for series in every)


def _item(series: Series, learners: Sequence[Sequence[Answer]], everyone: Sequence[Learned]) -> Item:
    fits = _fits(series)
    mine = [own for answers in learners if (own := [answer for answer in answers if fits(answer)])]
    # Only an answer that was the learner's first of the card in any wording is a first answer.
    first = [answers[0] for answers in learners if answers and fits(answers[0])]
    every = [answer for answers in mine for answer in answers]
    recalled = [answer for answer in every if answer.stage in RECALLED]
    hard = [found for one in everyone if (found := one.difficulty.get(series.card)) is not None]
    times = [answer.ms / 1000 for answer in every if answer.ms]
    return Item(
        series=series,
        learners=len(first),
        first=share(sum(answer.rating > 1 for answer in first), len(first)),
        answers=len(every),
        lapses=share(sum(answer.rating == 1 for answer in recalled), len(recalled)),
        difficulty=sum(hard) / len(hard) if hard else None,
        hints=share(sum(answer.hints > 0 for answer in every), len(every)),
        claimed=sum(answer.overruled is True for answer in every),
        seconds=median(times) if times else None,
        options=_options(series.question, first, every),
        older=sum(len(answers) for answers in learners) - len(every),
    )


def _fits(series: Series) -> Callable[[Answer], bool]:
    def fits(answer: Answer) -> bool:
        same = answer.wording is None or _answered(answer.wording) == series.answered
        return same and answer.revision == series.revision

    return fits


def answered_part(fingerprint: str) -> str:
    """Of a card's fingerprint, what tells one right answer from another."""
    return _answered(fingerprint)


def _answered(fingerprint: str) -> str:
    version, _, rest = fingerprint.partition(":")
    return f"{version}:{rest.rpartition(':')[2]}"


def _options(question: Question, first: Sequence[Answer], every: Sequence[Answer]) -> tuple[Option, ...]:
    body = question.body
    if not isinstance(body, Choice):
        return ()
    at_first, ever = _chosen(first), _chosen(every)
    told = sum(answer.response is not None for answer in first)
    return tuple(
        Option(text, place < len(body.answers), share(min(at_first[place], told), told), ever[place])
        for place, text in enumerate(body.options)
    )


def _chosen(answers: Iterable[Answer]) -> Mapping[int, int]:
    counts: Counter[int] = Counter()
    for answer in answers:
        if answer.response is None:
            continue
        try:
            response = codec.decode(answer.response)
        except ValueError:
            continue
        if isinstance(response, Chosen):
            counts.update(set(response.options))
    return counts
