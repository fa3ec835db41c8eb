"""Judges one text against the wordings that are right there, layer by layer."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from quizapp.answer import english
from quizapp.answer.context import Context
from quizapp.answer.normal import Rules, kept, key, read, same
from quizapp.answer.slips import Slip, compare, distance
from quizapp.answer.tokens import NUMBER, SIGN, WORD
from quizapp.deck.model import Wrong

_NEGATIONS = frozenset(
    ["not", "no", "non", "never", "without", "neither", "nor", "cannot", "cant", "dont", "isnt"]
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is right: the answer, other wordings, and how strictly they are read.

    others: right answers to other parts of the question, which are never this one misspelt.
    """

    answer: str
    accept: tuple[str, ...] = ()
    reject: tuple[Wrong, ...] = ()
    typos: str = "auto"
    case: bool = False
    accents: bool = False
    others: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every right wording, the answer first."""
        return (self.answer, *self.accept)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one text: the layer that decided and what its sentence needs."""

    right: bool
    rule: str
    values: Mapping[str, str] = field(default_factory=dict)
    near: bool = False
    confused: str | None = None
    why: str | None = None


def find(given: str, wanted: Wanted, context: Context) -> Finding:
    """Judge the text `given`, blank or not, by the layers in their order."""
    if not given.strip():
        return Finding(right=False, rule="blank")
    rules = Rules(context.base, wanted.case, wanted.accents)
    values = {"given": given.strip(), "wanted": wanted.answer}
    if rules.base == "en" and not any(one != english.said(one) for one in wanted.wordings):
        given = english.said(given)
    return (
        _as_written(given, wanted, values)
        or _normalised(given, wanted, rules, context, values)
        or _refused(given, wanted, rules, context, values)
        or _folded_too_far(given, wanted, rules, values)
        or _misspelt(given, wanted, rules, context, values)
        or Finding(right=False, rule=_difference(given, wanted, rules), values=values)
    )


def _as_written(given: str, wanted: Wanted, values: dict[str, str]) -> Finding | None:
    text = _composed(given)
    for place, wording in enumerate(wanted.wordings):
        if text == _composed(wording):
            return Finding(right=True, rule="variant" if place else "exact", values=values)
    for wrong in wanted.reject:
        if text.casefold() == _composed(wrong.text).casefold():
            return Finding(right=False, rule="rejected", values=values, why=wrong.why)
    return None


def _normalised(
    given: str, wanted: Wanted, rules: Rules, context: Context, values: dict[str, str]
) -> Finding | None:
    for place, wording in enumerate(wanted.wordings):
        if same(given, wording, rules):
            if not rules.accents and not same(given, wording, replace(rules, accents=True)):
                # Only an accent tells it from the right answer, and another question's answer is just that.
                other = _other_answer(given, context)
                if other is not None and key(wording, context.language) != key(given, context.language):
                    return Finding(right=False, rule="another-answer", values=values, confused=other)
            return Finding(right=True, rule="variant" if place else "normalised", values=values)
    return None


def _refused(
    given: str, wanted: Wanted, rules: Rules, context: Context, values: dict[str, str]
) -> Finding | None:
    for wrong in wanted.reject:
        if same(given, wrong.text, rules):
            return Finding(right=False, rule="rejected", values=values, why=wrong.why)
    if any(same(given, other, rules) for other in wanted.others):
        return Finding(right=False, rule="another-part", values=values)
    other = _other_answer(given, context)
    if other is not None:
        return Finding(right=False, rule="another-answer", values=values, confused=other)
    return None


def _folded_too_far(given: str, wanted: Wanted, rules: Rules, values: dict[str, str]) -> Finding | None:
    """Notice what would be right if case or accents didn't count here."""
    for code, looser in (
        ("accents", replace(rules, accents=False)),
        ("case", replace(rules, case=False)),
        ("case", replace(rules, case=False, accents=False)),
    ):
        if looser != rules and any(same(given, wording, looser) for wording in wanted.wordings):
            return Finding(right=False, rule=code, values=values, near=True)
    return None


def _misspelt(
    given: str, wanted: Wanted, rules: Rules, context: Context, values: dict[str, str]
) -> Finding | None:
    best: tuple[Slip, str] | None = None
    barred: Slip | None = None
    for wording in wanted.wordings:
        slip = compare(wording, given, rules, wanted.typos, context.known_word)
        if slip.bar:
            barred = barred or slip
        elif (
            slip.count
            and (slip.allowed or slip.close)
            and (best is None or slip.count < (best[0].count or 0))
        ):
            best = (slip, wording)
    # A word that is right in one wording is no other word because a second wording has another there.
    if barred is not None and not (best and best[0].allowed):
        values = {**values, "word": barred.word}
        return Finding(right=False, rule=barred.bar or "", values=values, near=barred.bar == "plural")
    if best is None:
        return None
    slip, wording = best
    if _nearer_another(given, slip.count or 0, wanted, context):
        return Finding(right=False, rule="between", values=values)
    if not slip.allowed:
        return Finding(right=False, rule="near", values=values, near=True)
    values = {**values, "wanted": wording, "count": str(slip.count)}
    return Finding(right=True, rule="slip", values=values)


def _nearer_another(given: str, count: int, wanted: Wanted, context: Context) -> bool:
    """Tell whether the text is as near to another answer, or a refused one, as to the right one."""
    text, own = key(given, context.language), {key(one, context.language) for one in wanted.wordings}
    refused = [
        key(one, context.language) for one in (*(wrong.text for wrong in wanted.reject), *wanted.others)
    ]
    pieces = _pieces(text, 2 * count + 1)
    for other in (*refused, *context.answers):
        if abs(len(other) - len(text)) > count or other in own or not any(piece in other for piece in pieces):
            continue
        if distance(other, text, count) <= count:
            return True
    return False


def _pieces(text: str, number: int) -> list[str]:
    """Cut a text into pieces, of which half as many slips leave one whole (a swap may touch two)."""
    ends = [len(text) * place // number for place in range(number + 1)]
    return [text[begin:end] for begin, end in pairwise(ends)]


def _other_answer(given: str, context: Context) -> str | None:
    return context.answers.get(key(given, context.language))


def _difference(given: str, wanted: Wanted, rules: Rules) -> str:
    """Name what tells a wrong text from the answer, if one plain thing does."""
    right, have = kept(read(wanted.answer, rules.base), rules), kept(read(given, rules.base), rules)
    negated = [any(token.text.lower() in _NEGATIONS for token in found) for found in (right, have)]
    if negated[0] != negated[1]:
        return "negation"
    words = [[token.text.casefold() for token in found if token.kind == WORD] for found in (right, have)]
    numbers = [[token.text for token in found if token.kind == NUMBER] for found in (right, have)]
    signs = [[token.text for token in found if token.kind == SIGN] for found in (right, have)]
    if words[0] == words[1] and numbers[0] != numbers[1]:
        return "digits"
    if words[0] == words[1] and signs[0] != signs[1]:
        return "signs"
    rest = iter(words[0])
    if (
        numbers[0] == numbers[1]
        and 0 < len(words[1]) < len(words[0])
        and all(word in rest for word in words[1])
    ):
        return "missing-word"
    return "wrong"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
