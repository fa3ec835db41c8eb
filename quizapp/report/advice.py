"""What to do about a question, in a sentence, and which one to look at first. Pure.

Nothing is claimed of too few answers: facility from 10 learners on, options nobody chooses from 30.
"""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from quizapp.report.items import Item, Sure

_DIFFICULT, _EASY = 0.35, 0.95
_DEAD = 0.05
_LAPSING = 0.25
_SLOW = 3
_FEW = 10


class Advice(NamedTuple):
    """urgency: 0 is looked at first. code: which rule spoke; text: the sentence."""

    urgency: int
    code: str
    text: str


FEW = Advice(90, "few", "Too few answers to say anything yet.")
FINE = Advice(80, "fine", "Nothing stands out.")


def advised(items: Sequence[Item]) -> tuple[tuple[Item, Advice], ...]:
    """Give each item its most urgent advice, the most urgent first."""
    times = [item.seconds for item in items if item.seconds is not None and item.answers >= Sure.SHARE]
    usual = median(times) if times else None
    found = [(item, advice(item, usual)) for item in items]
    return tuple(sorted(found, key=lambda pair: (pair[1].urgency, _weight(pair[0]))))


def advice(item: Item, usual: float | None) -> Advice:
    """Return the most urgent thing to say of a question. usual: the median seconds of its deck."""
    rules = (_wrong_key, _below_guessing, _claims, _lapses, _hard, _slow, _hinted, _easy, _dead)
    for rule in rules:
        said = rule(item, usual)
        if said is not None:
            return said
    return FEW if item.sure is Sure.COUNTS and item.answers < _FEW else FINE


def _weight(item: Item) -> tuple[float, str]:
    return (-(1 - (item.first.value or 0)) * item.learners - item.lapses.right, item.series.card)


def _wrong_key(item: Item, _: float | None) -> Advice | None:
    if item.sure < Sure.PROVISIONAL:
        return None
    right = max((option.first.right for option in item.options if option.right), default=0)
    better = [option for option in item.options if not option.right and option.first.right > right]
    if not better:
        return None
    text = f"More chose “{better[0].text}” than the right answer: is it right too, or the key wrong?"
    return Advice(0, "key", text)


def _below_guessing(item: Item, _: float | None) -> Advice | None:
    chance = item.guessed
    if chance is None or item.sure < Sure.PROVISIONAL or (item.first.value or 0) >= chance:
        return None
    return Advice(1, "guess", "Fewer know it than guessing would give: does the wording mislead?")


def _claims(item: Item, _: float | None) -> Advice | None:
    if item.claimed < 2:
        return None
    text = f"Refused answers were claimed as right {item.claimed} times: 'quizapp overrules' lists them."
    return Advice(2, "claims", text)


def _lapses(item: Item, _: float | None) -> Advice | None:
    if item.lapses.trials < _FEW or (item.lapses.low or 0) <= _LAPSING:
        return None
    return Advice(3, "lapses", "It is forgotten again and again: ask for one thing only, or give a hint.")


def _hard(item: Item, _: float | None) -> Advice | None:
    if item.sure < Sure.PROVISIONAL or (item.first.high or 1) >= _DIFFICULT:
        return None
    return Advice(4, "hard", "Few know it at first: is it taught, and is it clear what is asked?")


def _slow(item: Item, usual: float | None) -> Advice | None:
    slow = item.seconds is not None and usual is not None and item.seconds > _SLOW * usual
    if not slow or item.answers < Sure.SHARE:
        return None
    return Advice(5, "slow", "It takes three times as long as others: shorten it, or split it.")


def _hinted(item: Item, _: float | None) -> Advice | None:
    if item.hints.trials < _FEW or (item.hints.low or 0) <= 0.5:
        return None
    return Advice(6, "hints", "Most need the hint: put what it says into the question.")


def _easy(item: Item, _: float | None) -> Advice | None:
    if item.sure < Sure.FULL or (item.first.value or 0) <= _EASY:
        return None
    return Advice(7, "easy", "Nearly all know it at once: does it give itself away?")


def _dead(item: Item, _: float | None) -> Advice | None:
    if item.sure < Sure.FULL:
        return None
    dead = [
        option
        for option in item.options
        if not option.right and option.first.value is not None and option.first.value < _DEAD
    ]
    if not dead:
        return None
    return Advice(8, "dead", f"Hardly anybody chooses “{dead[0].text}”: replace it, or leave it out.")
