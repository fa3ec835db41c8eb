"""English numbers in words, up to ninety-nine, as figures."""

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# What each word below twenty, and each of the tens, is worth.
VALUES = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_WORDS = re.compile(
    rf"(?P<sign>minus\s+)?(?:(?P<tens>{'|'.join(_TENS)})(?:[-\s]+(?P<ones>{'|'.join(_ONES[1:10])}))?"
    rf"|(?P<word>{'|'.join(sorted(_ONES, key=len, reverse=True))}))(?![\w-])",
    re.IGNORECASE,
)
_MINUS = re.compile(r"minus\s+(?=[\d.,])", re.IGNORECASE)


def figures(text: str) -> str:
    """Return `text` with the number it begins with in figures: "twenty-one days" becomes "21 days"."""
    found = _WORDS.match(text)
    if found is None:
        return _MINUS.sub("-", text, count=1) if _MINUS.match(text) else text
    words = (found["tens"], found["ones"], found["word"])
    value = sum(VALUES[word.lower()] for word in words if word)
    return f"{'-' if found['sign'] else ''}{value}{text[found.end() :]}"
