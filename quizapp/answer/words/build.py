"""Builds `english.words` and `names.words` from SCOWL's files.

SCOWL (Spell Checker Oriented Word Lists, http://wordlist.aspell.net) is in Debian's package `scowl`,
which puts its files in /usr/share/dict/scowl and its licence in /usr/share/doc/scowl/copyright:

    python -m quizapp.answer.words.build /usr/share/dict/scowl
"""

import sys
import unicodedata
import zlib
from itertools import pairwise
from pathlib import Path

from quizapp.answer.words import MAGIC

_BLOCK = 512
_SPELLINGS = ("english", "american", "british", "british_z", "british_variant_1", "variant_1")
_WORDS = [f"{who}-{sort}" for who in _SPELLINGS for sort in ("words", "contractions")]
_NAMES = [f"{who}-{sort}" for who in _SPELLINGS for sort in ("proper-names", "upper")]
_WORD_SIZES = (10, 20, 35, 40, 50, 55, 60, 70, 80)
_NAME_SIZES = (10, 20, 35, 40, 50, 55, 60, 70)


def collect(folder: Path, lists: list[str], sizes: tuple[int, ...]) -> list[str]:
    """Read the words of the lists up to the largest size: lower case, accents and possessives left out."""
    words = set()
    for name in lists:
        for size in sizes:
            file = folder / f"{name}.{size}"
            if file.exists():
                words |= {_folded(line) for line in file.read_text("latin-1").splitlines()}
    return sorted(word for word in words if len(word) > 1 and word.isascii() and word.isalpha())


def pack(words: list[str]) -> bytes:
    """Pack sorted words as `WordList` reads them."""
    index, blocks = [], b""
    for start in range(0, len(words), _BLOCK):
        block = ["", *words[start : start + _BLOCK]]
        lines = [_line(last, word) for last, word in pairwise(block)]
        blocks += zlib.compress("\n".join(lines).encode(), 9)
        index.append(f"{words[start]} {len(blocks)}")
    head = zlib.compress("\n".join(index).encode(), 9)
    return MAGIC + len(head).to_bytes(4, "big") + head + blocks


def main(folder: Path) -> None:
    """Write both lists beside this file."""
    here = Path(__file__).parent
    here.joinpath("english.words").write_bytes(pack(collect(folder, _WORDS, _WORD_SIZES)))
    here.joinpath("names.words").write_bytes(pack(collect(folder, _NAMES, _NAME_SIZES)))


def _folded(word: str) -> str:
    if word.endswith("'s"):
        return ""
    parted = unicodedata.normalize("NFD", word.replace("'", "")).lower()
    return "".join(char for char in parted if not unicodedata.combining(char))


def _line(last: str, word: str) -> str:
    shared = next(
        (place for place, (one, other) in enumerate(zip(last, word, strict=False)) if one != other),
        min(len(last), len(word)),
    )
    return chr(32 + shared) + word[shared:]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
