"""What a learner gave. Options, items and sides are named by their place in the question's own order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """One text for each field.

    That is one for short answers and numbers, one for each gap of a cloze face, any number for a list.
    """

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options chosen, by their places in `Choice.options`."""

    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """Items in the order the learner gave, by their places in `Ordering.order`."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """For each left side of `Matching.pairs`, the place of the right side in `Matching.rights`, or None."""

    rights: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Revealed:
    """The learner looked at the answer and will rate themselves (flashcards, clozes not typed)."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The learner says they don't know."""


Response = Typed | Chosen | Truth | Ordered | Matched | Revealed | DontKnow
