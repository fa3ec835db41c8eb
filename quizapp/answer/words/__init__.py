"""The bundled lists of English words and names, read when a word is first looked up.

A list is a file of blocks, each with up to 512 sorted words: every word is stored as the length of
what it shares with the one before it and its rest, and the block is compressed. Only the block a
word would stand in is read. `build.py` makes the files; `LICENSE-SCOWL.txt` is their licence.
"""

import zlib
from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path

# Name, version, and the number of blocks follow each other at the head of a file.
MAGIC = b"words1\n"


class WordList:
    """A sorted list of words in one file."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if not data.startswith(MAGIC):
            raise ValueError(f"{path.name} is not a list of words")
        head = len(MAGIC)
        size = int.from_bytes(data[head : head + 4], "big")
        start = head + 4
        index = zlib.decompress(data[start : start + size]).decode().split("\n")
        self._firsts = [line.partition(" ")[0] for line in index]
        self._ends = [int(line.partition(" ")[2]) for line in index]
        self._blocks = data[start + size :]
        self._read = lru_cache(maxsize=64)(self._unpack)

    def __contains__(self, word: str) -> bool:
        block = bisect_right(self._firsts, word) - 1
        return block >= 0 and word in self._read(block)

    def _unpack(self, block: int) -> frozenset[str]:
        begin = self._ends[block - 1] if block else 0
        words, last = [], ""
        for line in zlib.decompress(self._blocks[begin : self._ends[block]]).decode().split("\n"):
            last = last[: ord(line[0]) - 32] + line[1:]
            words.append(last)
        return frozenset(words)


@cache
def _list(name: str) -> WordList:
    return WordList(Path(__file__).with_name(name))


def is_word(word: str) -> bool:
    """Tell whether `word` (lower case, without accents) is an English word of the bundled list."""
    return word.isascii() and word in _list("english.words")


def is_name(word: str) -> bool:
    """Tell whether `word` (lower case, without accents) is a name of the bundled list."""
    return word.isascii() and word in _list("names.words")
