"""Reads a text into words, numbers and signs. Punctuation that carries no meaning is left out.

A hyphen in `T-cell` only joins; in `x-y` and `-5` it is a minus. A full stop ends a sentence, or
stands in `3.14` and `.NET`. What decides is what stands beside it.
"""

import re
import unicodedata
from typing import NamedTuple

from quizapp.answer.signs import plain

WORD, NUMBER, SIGN, _MARK = "word", "number", "sign", "mark"

_POINT_FIRST = frozenset({"en", "zh", "ja", "ko", "he", "th", "ga", "mt", "hi", "bn", "ur"})
_COMMA_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_POINT_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,.])")
_NUMBER = re.compile(r"\d+(?:\.\d+)*|(?<![\w.)])\.\d+")
_ALWAYS = frozenset("+*/=<>^%#@~|\\_$&[]{}°")
_CLOSING = frozenset(".,;:!?)\"'")
_CONTRACTIONS = "it's we'll we're he'll she'll i'll i'd we'd she'd i'm let's who's they're you're"
# What `not` is drawn together with; the irregular ones have their own stem.
_NOT = re.compile(
    r"\b(?:(ca|wo|sha)n't|(do|does|did|is|are|was|were|has|have|had|could|should|would|must|need|might)n'?t|(can)not)\b",
    re.IGNORECASE,
)
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_TELLING = frozenset(_CONTRACTIONS.split())
# A hyphen and a number behind one of these letters is a subtraction; `B-12` is a name.
_VARIABLES = frozenset("nxyzijuvw")
_OPERATORS = frozenset("+-*/=<>^")


class Token(NamedTuple):
    """One piece of a text. `spaced`: there is a space before it."""

    kind: str
    text: str
    spaced: bool = False


def point_first(base: str) -> bool:
    """Tell whether a language writes 1,234.5 (True) or 1.234,5 (False)."""
    return base in _POINT_FIRST


def tokens(text: str, base: str) -> tuple[Token, ...]:
    """Read `text`, whose language is `base` (without region)."""
    written = plain(text)
    items = _scan(_grouped(_NOT.sub(_apart, written) if base == "en" else written, base))
    return tuple(_decided(items, base))


def _apart(found: re.Match[str]) -> str:
    """Write `not` as a word of its own: `doesn't` says `does not`."""
    stem = next(part for part in found.groups() if part)
    return f"{_STEMS.get(stem.lower(), stem)} not"


def _grouped(text: str, base: str) -> str:
    if not any(char.isdigit() for char in text):
        return text
    if point_first(base):
        return _COMMA_GROUPS.sub(lambda run: run.group().replace(",", ""), text)
    text = _POINT_GROUPS.sub(lambda run: run.group().replace(".", ""), text)
    return _DECIMAL_COMMA.sub(r"\1.\2", text)


def _scan(text: str) -> list[Token]:
    items: list[Token] = []
    spaced, place = False, 0
    while place < len(text):
        char = text[place]
        if number := _NUMBER.match(text, place):
            written = number.group()
            items.append(Token(NUMBER, "0" + written if written[0] == "." else written, spaced))
            spaced, place = False, number.end()
            continue
        if char.isalpha():
            end = place + 1
            while end < len(text) and _in_word(text[end]):
                end += 1
            items.append(Token(WORD, text[place:end], spaced))
            spaced, place = False, end
            continue
        if char.isspace() or not _matters(char):
            spaced = True
        else:
            items.append(Token(_MARK, char, spaced))
            spaced = False
        place += 1
    return items


def _in_word(char: str) -> bool:
    return char.isalpha() or (not char.isascii() and unicodedata.category(char)[0] == "M")


def _matters(char: str) -> bool:
    return char in _ALWAYS or char in "-'.,:!()" or unicodedata.category(char)[0] in "SN"


def _decided(items: list[Token], base: str) -> list[Token]:
    out: list[Token] = []
    brackets = _brackets(items)
    joined = False
    for place, item in enumerate(items):
        if item.kind != _MARK:
            if joined and item.kind == WORD and out and out[-1].kind == WORD:
                out[-1] = out[-1]._replace(text=_one_word(out[-1].text, item.text, base))
            else:
                out.append(item)
            joined = False
            continue
        joined = _joins(items, place)
        if joined:
            continue
        if item.text == "&" and base == "en" and _between_words(items, place):
            out.append(Token(WORD, "and", spaced=True))
        elif place in brackets or (item.text not in "()" and _is_sign(items, place)):
            out.append(Token(SIGN, item.text, item.spaced))
    return out


def _one_word(first: str, second: str, base: str) -> str:
    """Join what an apostrophe holds together, keeping one that tells `it's` from `its`."""
    with_mark = f"{first}'{second}"
    return with_mark if base == "en" and with_mark.lower() in _TELLING else first + second


def _beside(items: list[Token], place: int) -> tuple[Token | None, Token | None]:
    """Return what touches the mark at `place` on either side, without a space between."""
    before = items[place - 1] if place and not items[place].spaced else None
    after = items[place + 1] if place + 1 < len(items) and not items[place + 1].spaced else None
    return before, after


def _joins(items: list[Token], place: int) -> bool:
    """Tell whether a mark holds two letters of one word together: `Crohn's`, `U.S.A.`."""
    before, after = _beside(items, place)
    if not (before and after and before.kind == after.kind == WORD):
        return False
    if items[place].text == "'":
        return True
    return items[place].text == "." and len(before.text) <= 2 and len(after.text) <= 2


def _between_words(items: list[Token], place: int) -> bool:
    around = items[max(0, place - 1) : place] + items[place + 1 : place + 2]
    return [item.kind for item in around] == [WORD, WORD]


def _is_sign(items: list[Token], place: int) -> bool:
    mark = items[place].text
    before, after = _beside(items, place)
    match mark:
        case "-":
            return _is_minus(items, place)
        case "'":
            return _is_prime(items, place)
        case ".":
            return after is not None and not (after.kind == _MARK and after.text in _CLOSING)
        case ",":
            around = items[max(0, place - 1) : place] + items[place + 1 : place + 2]
            return [item.kind for item in around] == [NUMBER, NUMBER]
        case ":":
            return before is not None and after is not None
        case "!":
            follows = after is not None and after.text == "="
            return follows or (before is not None and (_is_single(before) or before.text == ")"))
    return True


def _is_prime(items: list[Token], place: int) -> bool:
    """Tell whether an apostrophe is one of the primes of `f''`, and closes no quotation."""
    while place and not items[place].spaced and items[place - 1] == (_MARK, "'", items[place - 1].spaced):
        place -= 1
    before, _ = _beside(items, place)
    opened = any(item.text == "'" and item.kind == _MARK for item in items[:place])
    return before is not None and _is_single(before) and not opened


def _is_single(item: Token) -> bool:
    return item.kind == NUMBER or (item.kind == WORD and len(item.text) == 1)


def _is_minus(items: list[Token], place: int) -> bool:
    before, after = _beside(items, place)
    if before is None and after is not None:
        return True
    if before is not None and after is not None:
        if _MARK in (before.kind, after.kind):
            return True
        if before.kind == NUMBER:
            return _is_single(after) and after.text.lower() != "d"
        if after.kind == NUMBER:
            return before.text.lower() in _VARIABLES
        return _is_single(before) and len(after.text) == 1
    last = items[place - 1] if place else None
    then = items[place + 1] if place + 1 < len(items) else None
    if last is None:
        return then is not None
    prose = last.kind == WORD and len(last.text) > 2 and (before is None or not last.text.isupper())
    if then is None or before is not None:
        return not prose
    return not (prose and then.kind == WORD and len(then.text) > 2)


def _brackets(items: list[Token]) -> set[int]:
    """Find round brackets that carry meaning: in `f(x)`, `2(a+b)`, `Ca(OH)2`; not in `iron (III) oxide`."""
    meant: set[int] = set()
    opened: list[int] = []
    for place, item in enumerate(items):
        if item.kind != _MARK:
            continue
        if item.text == "(":
            opened.append(place)
        elif item.text == ")" and opened:
            start = opened.pop()
            before, _ = _beside(items, start)
            _, after = _beside(items, place)
            inside = items[start + 1 : place]
            if (
                (before is not None and _is_single(before))
                or (after is not None and (after.kind == NUMBER or after.text in "^'!"))
                or any(one.kind == _MARK and one.text in _OPERATORS for one in inside)
            ):
                meant |= {start, place}
    return meant
