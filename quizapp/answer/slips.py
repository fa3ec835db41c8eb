"""Typing slips: how far one text is from another, and which slips are forgiven."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.answer import turning
from quizapp.answer.english import classical, singular
from quizapp.answer.normal import Rules, common, fold, kept, read
from quizapp.answer.spelling import american
from quizapp.answer.tokens import WORD, Token
from quizapp.answer.words import is_name, is_word

# Slips forgiven in the whole of an answer.
_MOST = 2
_SHORT, _LONG = 4, 9
# Languages with a bundled list of words.
_LISTED = frozenset({"en"})
_DOUBLED = re.compile(r"([^\W\d_])\1")
# Where a word is inflected: a slip there may well be another form of it.
_ENDING = 2
# Words with fewer letters differ by more than spelling.
_SHORTEST = 3
# First sounds that are spelt in several ways, the longer spellings first.
_SOUNDS = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        ("ph|f", "f"),
        ("t?ch|tsch", "ch"),
        ("ps|sc(?=[eiy])|c(?=[eiy])|[szx]", "s"),
        ("pn|kn|gn|mn|n", "n"),
        ("wr|rh|r", "r"),
        ("[ckq]", "k"),
        ("[gj]", "g"),
        ("[vw]", "v"),
        ("h?[aeiouy]", "a"),
    )
)


@dataclass(frozen=True, slots=True)
class Slip:
    """How a text differs from the right one, word by word.

    count: slips in all, None if the texts differ by more than spelling. allowed: all of them are
    forgiven. close: one slip more than forgiven. bar: code of what forbids forgiving (`another-word`,
    `turned`, `plural`), and `word`, the word it is about.
    """

    count: int | None = None
    allowed: bool = False
    close: bool = False
    bar: str | None = None
    word: str = ""


def distance(one: str, other: str, most: int) -> int:
    """Count slips (optimal string alignment: letters put in, left out, changed, neighbours swapped).

    Above `most` the count is `most + 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    far = most + 1
    before: list[int] = []
    last = [min(place, far) for place in range(len(other) + 1)]
    for i, char in enumerate(one, 1):
        # What lies further from the diagonal than `most` costs more than `most`.
        first, end = max(1, i - most), min(len(other), i + most)
        row = [far] * (len(other) + 1)
        row[0] = min(i, far)
        for j in range(first, end + 1):
            opposite = other[j - 1]
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (char != opposite), far)
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row[first - 1 : end + 1]) > most:
            return far
        before, last = last, row
    return last[-1]


def forgiven(word: str, typos: str, base: str = "en") -> int:
    """Return how many slips a word (its letters) may have; typos: auto, none, 1 or 2.

    base: the language. Without a list of its words nothing tells `pero` from `perro` misspelt; there
    `auto` forgives one slip in long words only.
    """
    if typos == "none" or len(word) <= _SHORT or not all(char.islower() or char.isupper() for char in word):
        return 0
    if typos == "auto" and base not in _LISTED:
        return 0 if len(word) < _LONG else 1
    if typos == "auto":
        return 1 if len(word) < _LONG else 2
    return int(typos)


def compare(right: str, given: str, rules: Rules, typos: str, known_word: Callable[[str], bool]) -> Slip:
    """Compare two texts word by word. Numbers and signs must be the same, and no word may be missing."""
    wanted, got = kept(read(right, rules.base), rules), kept(read(given, rules.base), rules)
    if len(wanted) != len(got):
        return Slip()
    total, close, bar, about = 0, False, None, ""
    for want, have in zip(wanted, got, strict=True):
        slip = _word(want, have, rules, typos, known_word)
        if slip.count is None:
            return slip
        total += slip.count
        close = close or slip.close
        if slip.bar and not bar:
            bar, about = slip.bar, slip.word
    most = _MOST if typos == "auto" else min(_MOST, int(typos)) if typos != "none" else 0
    close = close or total > most
    return Slip(total, not close and bar is None, close and total <= most + 1, bar, about)


def _word(want: Token, have: Token, rules: Rules, typos: str, known_word: Callable[[str], bool]) -> Slip:
    if want.kind != have.kind:
        return Slip()
    right, given = fold(want.text, rules), fold(have.text, rules)
    if right == given or common(right, want.text, rules) == common(given, have.text, rules):
        return Slip(0)
    if want.kind != WORD or min(len(right), len(given)) < _SHORTEST:
        return Slip()
    if len(want.text) > 1 and want.text.isupper():
        # An abbreviation or a Roman numeral: every letter counts.
        return Slip()
    allowance = forgiven(right, typos, rules.base)
    if typos == "auto" and rules.base not in _LISTED and right[-_ENDING:] != given[-_ENDING:]:
        allowance = 0
    count = distance(right, given, allowance + 1)
    if rules.base == "en" and given in classical(right):
        return Slip(count, bar="plural", word=have.text)
    if count > allowance + 1:
        return Slip()
    if _is_other_word(given, have.text, rules, known_word):
        return Slip(count, bar="another-word", word=have.text)
    if _turns(right, given, count, rules):
        return Slip(count, bar="turned", word=have.text)
    return Slip(count, close=count > allowance or not _starts_alike(right, given))


def _starts_alike(right: str, given: str) -> bool:
    """Tell whether two words begin with one sound, or with the same two letters swapped.

    People seldom mistype the first letter, and names are often told apart by it: fluoxetine, duloxetine.
    """
    heads = [_same_sound(word) for word in (right, given)]
    return heads[0] == heads[1] or right[:2] == given[1::-1]


def _same_sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        if pattern.match(word):
            return sound
    return word[:1]


def _is_other_word(given: str, raw: str, rules: Rules, known_word: Callable[[str], bool]) -> bool:
    """Tell whether a word that isn't the right one is a word all the same."""
    exact = Rules(rules.base, accents=True)
    if any(known_word(word) for word in {given, fold(raw, exact)}):
        return True
    if rules.base != "en":
        return False
    plain = fold(raw, Rules(rules.base))
    one = singular(plain, plain)
    return any(is_word(word) for word in (plain, one, american(one))) or is_name(plain)


def _singled(word: str) -> str:
    """Return a word with each doubled letter once: to double one or not is spelling, as in `imunity`."""
    return _DOUBLED.sub(r"\1", word)


def _turns(right: str, given: str, count: int, rules: Rules) -> bool:
    if rules.base != "en":
        return False
    if _singled(right) == _singled(given):
        return False
    if turning.is_derived(given) or any(
        distance(other, given, count) <= count for other in turning.opposites(right)
    ):
        return True
    return any(distance(other, given, count - 1) < count for other in turning.stripped_or_added(right))
