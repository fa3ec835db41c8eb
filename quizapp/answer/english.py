"""What English allows to differ: articles, plurals, and the words an answer is said with.

Irregular plurals (`fungi`, `data`) are words of their own and stay so.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizapp.answer.tokens import NUMBER, WORD, Token
from quizapp.answer.words import is_name, is_word

_AFTER = "of in on to with by for from and or at as into through is are than"
_BEFORE_ARTICLE = frozenset(_AFTER.split())

# Words in -s that are no plurals, or whose meaning hangs on it.
_S_STAYS = """
aids alas alias always amends analogous arms arrears atlas bias brains canvas christmas chaos cosmos
customs diabetes forceps gas gallows glasses goods headquarters herpes lens links mars means measles
mumps needs news pancreas pants pus rabies remains rickets scabies series shingles spectacles species
spirits stairs thanks trousers us was whereas wits works yes
"""
_KEEP_S = frozenset(_S_STAYS.split())
_NO_PLURAL = ("ss", "us", "is", "ics")

_SAYING = re.compile(
    r"(?:(?:it|this|that|(?:the )?answer)(?:['’]s| is| was)"
    r"|(?:they|these|those)(?:['’]re| are| were))\s+(?=\w)",
    re.IGNORECASE,
)

_CLASSICAL = (
    ("ma", "mata"),
    ("us", "i"),
    ("um", "a"),
    ("on", "a"),
    ("a", "ae"),
    ("is", "es"),
    ("ix", "ices"),
    ("ex", "ices"),
)


def without_articles(read: Sequence[Token]) -> tuple[Token, ...]:
    """Leave out the articles, sparing the letter A of `vitamin A` and `A band`."""
    kept = [token for place, token in enumerate(read) if not _is_article(read, place)]
    return tuple(kept) or tuple(read)


def _is_article(read: Sequence[Token], place: int) -> bool:
    token = read[place]
    following = read[place + 1] if place + 1 < len(read) else None
    if token.kind != WORD or following is None or not following.spaced:
        return False
    word = token.text.lower()
    if word == "the" and following.kind in {WORD, NUMBER}:
        return True
    if following.kind != WORD:
        return False
    if word not in {"a", "an"} or len(following.text) < 2 or (place and token.text != word):
        return False
    if place:
        return read[place - 1].text.lower() in _BEFORE_ARTICLE
    return token.text != "A" or len(read) > 2 or len(following.text) > 6


def said(text: str) -> str:
    """Return what a short sentence says: `it is an antibody` says `an antibody`."""
    text = text.strip()
    return _SAYING.sub("", text, count=1) if _SAYING.match(text) else text


@lru_cache(maxsize=4096)
def singular(word: str, raw: str) -> str:
    """Return the singular of a regular plural, else the word itself.

    word: folded. raw: as written; capitals inside (`AIDS`) and names (`Mars`) keep their s.
    """
    if len(word) < 4 or not word.endswith("s") or word in _KEEP_S or word.endswith(_NO_PLURAL):
        return word
    if any(char.isupper() for char in raw[1:]) or (raw[:1].isupper() and is_name(word)):
        return word
    if word.removesuffix("es") in _KEEP_S:
        return word.removesuffix("es")
    options = [word[:-1]]
    if word.endswith("ies"):
        options.insert(0, word[:-3] + "y")
    if re.search(r"(s|x|z|ch|sh|o)es$", word):
        options.append(word[:-2])
    for option in options:
        if is_word(option):
            return option
    if is_word(word) or len(word) < 6 or word.endswith(("as", "os", "ses", "xes", "zes")):
        return word
    return options[0]


def classical(word: str) -> frozenset[str]:
    """Return what may be the Latin or Greek plural or singular of a word: `nuclei` of `nucleus` and back."""
    out = set()
    for pair in _CLASSICAL:
        for ending, other in (pair, pair[::-1]):
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2:
                out.add(stem + other)
    return frozenset(out)
