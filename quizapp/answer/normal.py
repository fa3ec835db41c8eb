"""Brings a text to its normal form: what is equal there differs only in writing."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.answer import english, spelling
from quizapp.answer.counting import VALUES
from quizapp.answer.tokens import NUMBER, SIGN, WORD, Token, tokens

# Letters that Unicode doesn't take apart.
_LIGATURES = str.maketrans({"ß": "ss", "ẞ": "SS", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ĳ": "ij"})
_STROKES = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h"})
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Classes of what is put on a letter and makes another one of it, not the same one with an accent: none,
# the voicing of kana, and the sign that joins Indian letters.
_LETTER_MARKS = frozenset({0, 8, 9})
# English words that never join the next: "a typical" isn't "atypical", "not able" isn't "notable".
_ALONE = frozenset({"a", "an", "the", "not", "no"})
_PERCENT = (("percent",), ("per", "cent"))


@dataclass(frozen=True, slots=True)
class Rules:
    """What may differ. base: the language without region. case, accents: whether they count."""

    base: str = "en"
    case: bool = False
    accents: bool = False


@lru_cache(maxsize=512)
def read(text: str, base: str) -> tuple[Token, ...]:
    """Read `text` into tokens, Greek letters by their names and `percent` as `%`."""
    found = tokens(text, base)
    if base != "el":
        found = tuple(part for token in found for part in _greek(token))
    return _percent(found) if base == "en" else found


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) not in _LETTER_MARKS


def fold(word: str, rules: Rules) -> str:
    """Return `word` without the differences of case and accents that don't count."""
    if not rules.case:
        word = word.casefold()
    word = word.translate(_LIGATURES)
    if not rules.accents and not word.isascii():
        parted = unicodedata.normalize("NFD", word.translate(_STROKES))
        return unicodedata.normalize("NFC", "".join(char for char in parted if not _is_accent(char)))
    return unicodedata.normalize("NFC", word)


def common(word: str, raw: str, rules: Rules) -> str:
    """Return what a folded word has in common with its plural and its other spelling."""
    if rules.base != "en":
        return word
    return spelling.american(english.singular(word, raw))


def kept(found: Sequence[Token], rules: Rules) -> tuple[Token, ...]:
    """Leave out what carries no meaning in the language: articles, in English."""
    return english.without_articles(found) if rules.base == "en" else tuple(found)


def pieces(found: Sequence[Token], rules: Rules, *, plain: bool = False) -> tuple[str, ...]:
    """Return tokens as comparable text: words that stand side by side joined, numbers and signs apart.

    So `bone marrow` equals `bonemarrow`, but `10 3` isn't `103`. plain: plurals and spellings count.
    """
    out: list[str] = []
    joined = False
    for token in found:
        text = token.text
        if token.kind == WORD:
            text = fold(text, rules)
            text = text if plain else common(text, token.text, rules)
        joins = token.kind == WORD and not (rules.base == "en" and token.text.lower() in _ALONE)
        if joined and joins:
            out[-1] += text
        else:
            out.append(text)
        joined = joins
    return tuple(out)


@lru_cache(maxsize=1024)
def forms(text: str, rules: Rules) -> frozenset[tuple[str, ...]]:
    """Return every normal form of `text`; two texts are the same if they share one."""
    found = read(text, rules.base)
    if not found:
        return frozenset({(unicodedata.normalize("NFC", text).strip(),)})
    both = {tuple(found), kept(found, rules)}
    if rules.base == "en":
        both |= {tuple(map(_figure, one)) for one in both}
    out = {pieces(one, rules, plain=plain) for one in both for plain in (False, True)}
    if rules.base == "de" and not text.isascii():
        spelt = unicodedata.normalize("NFC", text).translate(_GERMAN)
        out.add(pieces(read(spelt, rules.base), rules))
    return frozenset(out)


def _figure(token: Token) -> Token:
    """Return a number below twenty, or a ten, in figures: `three` as `3`."""
    value = VALUES.get(token.text.lower()) if token.kind == WORD else None
    return token if value is None else Token(NUMBER, str(value), token.spaced)


def same(one: str, other: str, rules: Rules) -> bool:
    """Tell whether two texts differ only in ways that carry no meaning."""
    if forms(one, rules).isdisjoint(forms(other, rules)):
        return False
    return _capitals_agree(one, other)


def key(text: str, language: str = "en") -> str:
    """Return the normal form by which `Context.answers` finds a right answer. Accents are kept."""
    rules = Rules(language.replace("_", "-").partition("-")[0].lower() or "en", accents=True)
    found = read(text, rules.base)
    return " ".join(pieces(kept(found, rules), rules)) or unicodedata.normalize("NFC", text).strip()


def _greek(token: Token) -> list[Token]:
    """Split letters like the μ of μm from a word, and give them their names."""
    if token.kind != WORD or token.text.isascii():
        return [token]
    if not any(_is_greek(char) for char in token.text):
        return [token]
    if len(token.text) > 2 and all(_is_greek(char) for char in token.text):
        return [token]
    out: list[Token] = []
    spaced, after_greek = token.spaced, False
    for char in token.text:
        if _is_greek(char):
            out.append(Token(WORD, unicodedata.name(char).rpartition(" ")[2].lower(), spaced))
        elif out and not after_greek:
            out[-1] = out[-1]._replace(text=out[-1].text + char)
        else:
            out.append(Token(WORD, char, spaced))
        spaced, after_greek = False, _is_greek(char)
    return out


def _is_greek(char: str) -> bool:
    return (
        "\u0391" <= char <= "\u03c9"
        and "LETTER" in unicodedata.name(char, "")
        and " WITH " not in unicodedata.name(char)
    )


def _capitals_agree(one: str, other: str) -> bool:
    """Refuse δ for Δ: single Greek letters are symbols, and their case means something."""
    if one.isascii() or other.isascii():
        return True
    single = [
        [char for char in unicodedata.normalize("NFKC", text) if _is_greek(char)] for text in (one, other)
    ]
    return len(single[0]) != len(single[1]) or len(single[0]) > 2 or single[0] == single[1]


def _percent(found: tuple[Token, ...]) -> tuple[Token, ...]:
    words = [token.text.lower() for token in found]
    for spelt in _PERCENT:
        size = len(spelt)
        for place in range(1, len(words) - size + 1):
            if tuple(words[place : place + size]) == spelt and words[place - 1].isdigit():
                return (*found[:place], Token(SIGN, "%"), *_percent(found[place + size :]))
    return found
