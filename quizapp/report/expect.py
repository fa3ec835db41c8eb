"""What an exam on a given day would find remembered: mean, range, and how both are arrived at. Pure.

The memory model with its default weights says how likely each card is known on that day. Its weights
are not the learner's own, so it is first held against the learner's log: for every review of a young or
mature card the log has the chance that was foretold, and whether the answer was right. From these
follows by what factor memories last longer or shorter than foretold, and how sure that is. A thousand
draws take a factor from what is left possible, then a mark from the cards.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, sqrt
from random import Random
from typing import NamedTuple

from quizapp.memory.fsrs import DEFAULT

DRAWS = 1000
ENOUGH = 20
"""Of a topic with fewer reviewed cards nothing is said."""

LEAST_CHANCE, MOST_CHANCE = 0.02, 0.999
_SPREAD = 0.7  # of the factor's logarithm among learners, before anything is known of one
_MISFIT = 0.33  # of the same, since no single factor makes the default weights a learner's own
_STEP = 0.05
_FACTORS = tuple(number * _STEP for number in range(-60, 61))
_POWER = -1 / DEFAULT[20]
_PACE = 0.9**_POWER - 1

Evidence = Sequence[tuple[int, int, int]]
"""(foretold chance in thousandths, reviews, those of them that were right)."""


class Known(NamedTuple):
    """A card in an exam: its topic, and the chance that it is known on the day, by the default weights.

    chance: 0 to 1; None for a card never answered.
    """

    topic: str
    chance: float | None


class Expected(NamedTuple):
    """What of some cards would be known. mean, low, high: shares, 0 to 1; eight of ten marks lie between.

    cards: all, the unseen ones too, which count as unknown. reviewed: those answered at least once.
    mean, low and high are None if fewer than 20 are reviewed.
    """

    topic: str
    cards: int
    reviewed: int
    mean: float | None
    low: float | None
    high: float | None


class Belief(NamedTuple):
    """How much longer (above 0) or shorter this learner's memories last than foretold.

    factors: natural logarithms of the factor. weights: how likely each is; they sum to 1.
    reviews: on how many it rests.
    """

    factors: tuple[float, ...]
    weights: tuple[float, ...]
    reviews: int

    @property
    def mean(self) -> float:
        """The factor to reckon with, as a logarithm."""
        return sum(factor * weight for factor, weight in zip(self.factors, self.weights, strict=True))


def belief(evidence: Evidence) -> Belief:
    """Weigh the factors by what the learner remembered (Bayes' rule on a grid, normal prior)."""
    spans = [(_span(chance / 1000), count, right) for chance, count, right in evidence]
    scores = []
    for factor in _FACTORS:
        score = -0.5 * (factor / _SPREAD) ** 2
        for span, count, right in spans:
            known = _chance(span, factor)
            score += right * log(known) + (count - right) * log(1 - known)
        scores.append(score)
    best = max(scores)
    raw = [exp(score - best) for score in scores]
    smooth = _blurred(raw)
    total = sum(smooth)
    weights = tuple(value / total for value in smooth)
    return Belief(_FACTORS, weights, sum(count for _, count, _ in evidence))


def expect(cards: Iterable[Known], believed: Belief, seed: str) -> tuple[Expected, tuple[Expected, ...]]:
    """Return what would be known of all the cards, and of each topic, by name.

    seed: the same seed gives the same draws.
    """
    by_topic: dict[str, list[float | None]] = {}
    for card in cards:
        by_topic.setdefault(card.topic, []).append(card.chance)
    topics = {topic: _Topic(chances) for topic, chances in sorted(by_topic.items())}
    marks = _draw(topics, believed, seed)
    whole = [sum(parts) for parts in zip(*marks.values(), strict=True)]
    everything = _expected(
        "", sum(t.cards for t in topics.values()), sum(t.reviewed for t in topics.values()), whole
    )
    return everything, tuple(
        _expected(name, topic.cards, topic.reviewed, marks[name]) for name, topic in topics.items()
    )


def corrected(chance: float, factor: float) -> float:
    """The chance that a card is known, if memories last longer by e to the `factor`."""
    return _chance(_span(chance), factor)


class _Topic:
    """The cards of one topic: for each factor, mean and variance of how many are known."""

    def __init__(self, chances: list[float | None]) -> None:
        self.cards = len(chances)
        spans = [_span(chance) for chance in chances if chance is not None]
        self.reviewed = len(spans)
        self.moments: dict[float, tuple[float, float]] = {}
        self._spans = spans

    def at(self, factor: float) -> tuple[float, float]:
        found = self.moments.get(factor)
        if found is None:
            known = [_chance(span, factor) for span in self._spans]
            found = self.moments[factor] = (sum(known), sum(chance * (1 - chance) for chance in known))
        return found


def _draw(topics: Mapping[str, _Topic], believed: Belief, seed: str) -> dict[str, list[float]]:
    """For each topic, how many of its cards are known, in each draw."""
    rng = Random(seed)
    marks: dict[str, list[float]] = {name: [] for name in topics}
    for factor in _factors(believed, rng):
        for name, topic in topics.items():
            mean, variance = topic.at(factor)
            known = mean + sqrt(variance) * rng.gauss(0, 1)
            marks[name].append(min(max(known, 0.0), float(topic.reviewed)))
    return marks


def _factors(believed: Belief, rng: Random) -> Iterable[float]:
    """Factors in the proportions believed in; evenly spaced, so that a thousand draws are enough."""
    start = rng.random()
    place, reached = 0, believed.weights[0]
    for number in range(DRAWS):
        wanted = (number + start) / DRAWS
        while reached < wanted and place < len(believed.factors) - 1:
            place += 1
            reached += believed.weights[place]
        yield believed.factors[place]


def _expected(topic: str, cards: int, reviewed: int, marks: list[float]) -> Expected:
    if reviewed < ENOUGH:
        return Expected(topic, cards, reviewed, None, None, None)
    shares = sorted(mark / cards for mark in marks)
    low, high = shares[DRAWS // 10], shares[DRAWS - DRAWS // 10 - 1]
    return Expected(topic, cards, reviewed, sum(shares) / DRAWS, low, high)


def _span(chance: float) -> float:
    """After how many days, for each day of stability, the chance has fallen so far: FSRS-6 solved for t/S."""
    bounded = min(max(chance, LEAST_CHANCE), MOST_CHANCE)
    days: float = (bounded**_POWER - 1) / _PACE
    return days


def _chance(span: float, factor: float) -> float:
    known: float = (1 + _PACE * span * exp(-factor)) ** (1 / _POWER)
    return min(max(known, 1e-6), 1 - 1e-6)


def _blurred(raw: list[float]) -> list[float]:
    """Spread each weight over its neighbours, for what a single factor can't express."""
    reach = round(3 * _MISFIT / _STEP)
    kernel = [exp(-0.5 * (number * _STEP / _MISFIT) ** 2) for number in range(-reach, reach + 1)]
    found = [0.0] * len(raw)
    for place, value in enumerate(raw):
        if value > 1e-12:
            for at, share in enumerate(kernel, start=place - reach):
                if 0 <= at < len(found):
                    found[at] += value * share
    return found
