"""Made-up learners who forget by weights of their own, while the program schedules by the default ones."""

from collections import Counter
from dataclasses import dataclass, field
from math import exp
from random import Random

from quizapp.memory.fsrs import DEFAULT, interval, next_memory, retrievability
from quizapp.memory.model import Memory
from quizapp.report.expect import Known


@dataclass
class Learner:
    """Studies `cards` cards, `a_day` new ones each day; remembers by `weights`.

    evidence: (foretold chance in thousandths, right) of reviews a day or more after the one before.
    """

    seed: int
    cards: int = 150
    a_day: int = 6
    spread: float = 0.25
    evidence: Counter[tuple[int, bool]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)
        gauss = self.rng.gauss
        # The first four say how long a first memory lasts; these differ most between people.
        own = [
            value * exp(gauss(0, 2 * self.spread if at < 4 else self.spread))
            for at, value in enumerate(DEFAULT)
        ]
        self.weights = tuple(own[:4]) + tuple(own[4:7]) + (DEFAULT[7], *own[8:20], DEFAULT[20])
        self.held: dict[int, tuple[Memory, Memory, int, int]] = {}
        self.begun = 0

    def study(self, days: int) -> None:
        for day in range(days):
            for card, (_, _, _, due) in list(self.held.items()):
                if due <= day:
                    self._review(card, day)
            for card in range(self.begun, min(self.begun + self.a_day, self.cards)):
                self._begin(card, day)
            self.begun = min(self.begun + self.a_day, self.cards)

    def _begin(self, card: int, day: int) -> None:
        rating = self.rng.choices((1, 2, 3, 4), (25, 10, 60, 5))[0]
        true = next_memory(self.weights, None, rating, 0)
        model = next_memory(DEFAULT, None, rating, 0)
        if rating < 3:
            # Asked again until it is known.
            true, model = next_memory(self.weights, true, 3, 0), next_memory(DEFAULT, model, 3, 0)
        self.held[card] = (true, model, day, day + interval(DEFAULT, model.stability, 0.9))

    def _review(self, card: int, day: int) -> None:
        true, model, last, _ = self.held[card]
        elapsed = day - last
        knows = self.rng.random() < retrievability(self.weights, elapsed, true.stability)
        foretold = retrievability(DEFAULT, elapsed, model.stability)
        self.evidence[round(foretold * 1000), knows] += 1
        rating = self.rng.choices((2, 3, 4), (15, 75, 10))[0] if knows else 1
        true = next_memory(self.weights, true, rating, elapsed)
        model = next_memory(DEFAULT, model, rating, elapsed)
        if not knows:
            true, model = next_memory(self.weights, true, 3, 0), next_memory(DEFAULT, model, 3, 0)
        self.held[card] = (true, model, day, day + interval(DEFAULT, model.stability, 0.9))

    def foretold(self, day: int) -> list[Known]:
        """Each card as the program knows it on the day of the exam."""
        unseen = [Known("all", None)] * (self.cards - len(self.held))
        return unseen + [
            Known("all", retrievability(DEFAULT, day - last, model.stability))
            for _, model, last, _ in self.held.values()
        ]

    def mark(self, day: int) -> float:
        """Sit the exam: the share of all cards that is truly known."""
        known = sum(
            self.rng.random() < retrievability(self.weights, day - last, true.stability)
            for true, _, last, _ in self.held.values()
        )
        return known / self.cards

    def rows(self) -> list[tuple[int, int, int]]:
        """The evidence as the store sums it up."""
        chances = sorted({chance for chance, _ in self.evidence})
        return [
            (chance, self.evidence[chance, True] + self.evidence[chance, False], self.evidence[chance, True])
            for chance in chances
        ]
