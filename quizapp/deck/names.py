"""Wordings as they are compared, and names made from them or typed by teachers."""

import re
import unicodedata
from hashlib import sha256

LONGEST_ID = 80
LONGEST_SLUG = 40

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        (
            *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"),
            *("lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon"),
            *("phi", "chi", "psi", "omega"),
        ),
        strict=True,
    )
)
_NOT_SLUG = re.compile("[^a-z0-9]+")
_PLAIN_ID = re.compile(r"[\w.-]+")


def normalise(text: str) -> str:
    """Return `text` without what makes no other wording: case, spacing, kinds of quotes and dashes.

    Superscripts and the like are kept: 10² is not 102.
    """
    return tidy(text).casefold()


def tidy(text: str) -> str:
    """Return `text` as `normalise` does, but with its capitals: an answer mm is not Mm."""
    # Most texts are ASCII, where of all the signs that are one only the backtick occurs.
    same = text.replace("`", "'") if text.isascii() else unicodedata.normalize("NFC", text).translate(_SAME)
    return " ".join(same.split())


def slug(text: str) -> str:
    """Return `text` as a readable name of a-z, 0-9 and `-`, 1 to 40 characters.

    Greek letters are spelt out. Where other letters had to go, or the end, a hash of the whole keeps
    different texts apart.
    """
    if text.isascii():
        # The others go the long way to the same name.
        name = _NOT_SLUG.sub("-", text.lower()).strip("-")
        if 0 < len(name) <= LONGEST_SLUG:
            return name
    folded = unicodedata.normalize("NFKD", text.casefold())
    spelt = "".join(_GREEK.get(letter, letter) for letter in folded if not unicodedata.combining(letter))
    name = _NOT_SLUG.sub("-", spelt).strip("-")
    lost = any(letter.isalnum() and not letter.isascii() for letter in spelt)
    if name and not lost and len(name) <= LONGEST_SLUG:
        return name
    code = digest([tidy(text)], 8)
    head = name[: LONGEST_SLUG - 9].strip("-") or "x"
    return f"{head}-{code}"


def is_id(text: str) -> bool:
    """Tell whether `text` may be an id: letters of any script, digits, `.`, `_` and `-`, up to 80."""
    if not 0 < len(text) <= LONGEST_ID:
        return False
    if _PLAIN_ID.fullmatch(text):
        return True
    marks = "".join("_" if unicodedata.category(letter) in ("Mn", "Mc") else letter for letter in text)
    return _PLAIN_ID.fullmatch(marks) is not None and not unicodedata.category(text[0]).startswith("M")


def digest(parts: list[str], length: int) -> str:
    """Return `length` hex digits that stand for these texts in this order."""
    # Surrogates can't come from a deck file, but a value may be made by hand.
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:length]
