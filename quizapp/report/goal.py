"""What to study until an exam to reach a goal, in minutes a day. Pure.

Cards are kept by the schedule: each is asked when it is due, and at every such review its memory grows
as after Good. Those that bring most for a review are taken first, until the goal is reached.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizapp.memory.fsrs import DEFAULT, interval, next_memory, retrievability
from quizapp.memory.model import Memory, Rating
from quizapp.report.expect import LEAST_CHANCE, MOST_CHANCE, corrected

_BEGINNING = 0.75
"""New cards are begun in the first three quarters of the days, so that each comes back at least once."""


class Candidate(NamedTuple):
    """A card that could be studied. memory, last_day, due_day: None while it is new."""

    memory: Memory | None
    last_day: int | None
    due_day: int | None


class Pace(NamedTuple):
    """How this learner works. review: seconds an answer takes. fresh: answers a new card takes at first.

    retention: what the schedule aims at. factor: as `Belief.mean`.
    """

    review: float
    fresh: float
    retention: float
    factor: float


class Work(NamedTuple):
    """What to do. review, begin: cards to keep up, and new ones to begin. answers: all in all.

    minutes: a day. reached: the share of all cards then known on the day. enough: it is the goal.
    without: the share known if nothing more is studied.
    """

    days: int
    review: int
    begin: int
    answers: int
    minutes: float
    reached: float
    enough: bool
    without: float


class _Offer(NamedTuple):
    gain: float
    cost: float
    new: bool


def work(cards: Sequence[Candidate], today: int, on: int, goal: float, pace: Pace) -> Work:
    """Return what to study from `today` up to the day before `on` to know the share `goal` of the cards."""
    days = max(1, on - today)
    without = sum(_untouched(card, on, pace) for card in cards)
    offers = sorted(_offers(cards, today, on, pace), key=lambda offer: -offer.gain / offer.cost)
    known, answers, review, begin = without, 0.0, 0, 0
    wanted = goal * len(cards)
    for offer in offers:
        if known >= wanted:
            break
        known += offer.gain
        answers += offer.cost
        review += not offer.new
        begin += offer.new
    total = max(1, len(cards))
    minutes = answers * pace.review / 60 / days
    return Work(days, review, begin, round(answers), minutes, known / total, known >= wanted, without / total)


def _untouched(card: Candidate, on: int, pace: Pace) -> float:
    if card.memory is None or card.last_day is None:
        return 0.0
    return _known(card.memory, on - card.last_day, pace)


def _known(memory: Memory, elapsed: int, pace: Pace) -> float:
    chance = retrievability(DEFAULT, elapsed, memory.stability)
    return corrected(min(max(chance, LEAST_CHANCE), MOST_CHANCE), pace.factor)


def _offers(cards: Sequence[Candidate], today: int, on: int, pace: Pace) -> Iterable[_Offer]:
    fresh = [card for card in cards if card.memory is None]
    for card in cards:
        if card.memory is None or card.last_day is None:
            continue
        due = max(today, today if card.due_day is None else card.due_day)
        answers, known = _kept(card.memory, card.last_day, due, on, pace)
        gain = known - _untouched(card, on, pace)
        if answers and gain > 0:
            yield _Offer(gain, answers, new=False)
    span = max(1, int((on - today) * _BEGINNING))
    for place in range(len(fresh)):
        day = today + place * span // len(fresh)
        memory = next_memory(DEFAULT, None, Rating.GOOD, 0)
        due = day + interval(DEFAULT, memory.stability, pace.retention)
        answers, known = _kept(memory, day, due, on, pace)
        yield _Offer(known, pace.fresh + answers, new=True)


def _kept(memory: Memory, last: int, due: int, on: int, pace: Pace) -> tuple[float, float]:
    """Answers up to the day before `on`, and the chance to know the card then, if the schedule is kept."""
    # Each forgotten card costs its relearning and a review more.
    each = 1 + 2 * (1 - pace.retention)
    answers = 0.0
    while due < on:
        memory = next_memory(DEFAULT, memory, Rating.GOOD, due - last)
        last, due = due, due + interval(DEFAULT, memory.stability, pace.retention)
        answers += each
    return answers, _known(memory, on - last, pace)
