"""Rules for the deck as a whole (K1, K2, B3, S1)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import erfc, exp, gamma, lgamma, log, log1p, sqrt

from quizapp.answer.layout import layout
from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.table import NOTE
from quizapp.deck.model import FRONT, Choice, TrueFalse

_FEWEST_CHOICES, _FEWEST_PLACES, _RUN, _FEWEST_STATEMENTS = 8, 30, 5, 20
_SURE = 0.01


def deck(scene: Scene) -> Iterator[Finding]:
    """Rules that hold in any language."""
    choices = [item for item in scene.items if isinstance(item.body, Choice) and len(item.body.answers) == 1]
    yield from _lengths(choices)
    yield from _places(choices)
    yield from _truths([item for item in scene.items if isinstance(item.body, TrueFalse)])
    if scene.items and not scene.deck.documents:
        yield Finding("S1", {"doc": "book"}, level=NOTE)


def _lengths(choices: Sequence[Item]) -> Iterator[Finding]:
    if len(choices) < _FEWEST_CHOICES:
        return
    longest, chances = 0, []
    for item in choices:
        assert isinstance(item.body, Choice)
        mine = words.count(item.body.answers[0])
        longest += all(words.count(option.text) < mine for option in item.body.wrong)
        chances.append(1 / len(item.body.options))
    count = len(choices)
    chance = sum(chances) / count
    tail = at_least(longest, count, chance)
    # Two standard deviations are the usual measure; in a small deck chance goes beyond them too often.
    if longest / count > chance + 2 * sqrt(chance * (1 - chance) / count) and tail < _SURE:
        yield Finding("K2", {"count": longest, "all": count, "chance": round(chance * count)})


def _places(choices: Sequence[Item]) -> Iterator[Finding]:
    """Where the right option stands in questions that are always shown in one order."""
    fixed = [item for item in choices if isinstance(item.body, Choice) and not item.body.shuffle]
    places: list[tuple[int, int]] = []
    for item in fixed:
        assert isinstance(item.body, Choice)
        places.append((layout(item.body, FRONT, "").options.index(0), len(item.body.options)))
    run = 1
    for at in range(1, len(places)):
        run = run + 1 if places[at] == places[at - 1] else 1
        if run == _RUN:
            what = f"{_RUN} questions in a row have the right option at place {places[at][0] + 1}"
            yield Finding("K1", {"what": what}, item=fixed[at])
            return
    if len(places) < _FEWEST_PLACES:
        return
    size, count = Counter(most for _, most in places).most_common(1)[0]
    found = Counter(place for place, most in places if most == size)
    if count >= _FEWEST_PLACES and _by_chance([found[place] for place in range(size)]) < _SURE:
        often, times = found.most_common(1)[0]
        yield Finding(
            "K1", {"what": f"the right option is at place {often + 1} in {times} of {count} questions"}
        )


def _by_chance(counts: Sequence[int]) -> float:
    """How likely counts as uneven as these are, all places being equally likely (chi-square)."""
    expected = sum(counts) / len(counts)
    square = sum((count - expected) ** 2 / expected for count in counts)
    return chi_square_tail(square, len(counts) - 1)


def chi_square_tail(square: float, freedom: int) -> float:
    """Return how likely a chi-square of at least `square` is; closed forms in steps of two degrees."""
    if freedom <= 0:
        return 1.0
    half = square / 2
    if freedom % 2 == 0:
        term = total = 1.0
        for step in range(1, freedom // 2):
            term *= half / step
            total += term
        return exp(-half) * total
    total = erfc(sqrt(half))
    for step in range(1, freedom // 2 + 1):
        total += exp(-half) * half ** (step - 0.5) / gamma(step + 0.5)
    return total


def at_least(hits: int, count: int, chance: float) -> float:
    """Return how likely at least `hits` of `count` are, each with that chance (above 0, below 1)."""
    whole, yes, no = lgamma(count + 1), log(chance), log1p(-chance)
    return sum(
        exp(whole - lgamma(k + 1) - lgamma(count - k + 1) + k * yes + (count - k) * no)
        for k in range(hits, count + 1)
    )


def _truths(statements: Sequence[Item]) -> Iterator[Finding]:
    count = len(statements)
    if count < _FEWEST_STATEMENTS:
        return
    true = sum(isinstance(item.body, TrueFalse) and item.body.answer for item in statements)
    most = max(true, count - true)
    tail = 2 * at_least(most, count, 0.5)
    if tail < _SURE:
        truth = "true" if true == most else "false"
        yield Finding("B3", {"share": most, "count": count, "truth": truth})
