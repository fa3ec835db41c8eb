"""Numbers as bits, and bits as letters that survive being read aloud: Crockford's base 32."""

import zlib

from quizapp.errors import UsageError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)} | {"O": 0, "I": 1, "L": 1}
_GROUP = 5
_CHECK = 5
_DIGIT = 4


class Writer:
    """Collects numbers as bits."""

    def __init__(self) -> None:
        self._bits: list[str] = []

    def put(self, number: int, width: int) -> None:
        """Add a number of exactly `width` bits."""
        if not 0 <= number < 1 << width:
            raise ValueError(f"{number} has no {width} bits")
        if width:
            self._bits.append(f"{number:0{width}b}")

    def count(self, number: int) -> None:
        """Add a number of any size from 0: small ones are short."""
        while number >= 1 << _DIGIT:
            self.put(1 << _DIGIT | number & 0xF, _DIGIT + 1)
            number >>= _DIGIT
        self.put(number, _DIGIT + 1)

    def gap(self, number: int, low: int) -> None:
        """Add a number whose upper part is mostly small: that in ones, then `low` bits."""
        self._bits.append("1" * (number >> low) + "0")
        self.put(number & ((1 << low) - 1), low)

    def text(self) -> str:
        """Return everything as letters in groups, with a check at the end."""
        bits = "".join(self._bits)
        bits += "0" * (-len(bits) % 5)
        letters = "".join(LETTERS[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))
        letters += _check(letters)
        return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


class Reader:
    """Reads what a `Writer` wrote. Raises UsageError for letters that can't be one, or were mistyped."""

    def __init__(self, text: str) -> None:
        letters = tidy(text)
        for letter in letters:
            if letter not in _VALUES:
                raise UsageError(f"'{letter}' can't stand in the code of a paper", todo=_AGAIN)
        plain = "".join(LETTERS[_VALUES[letter]] for letter in letters)
        if len(plain) <= _CHECK or _check(plain[:-_CHECK]) != plain[-_CHECK:]:
            raise UsageError(
                f"This is not the code of a paper: it has {len(plain)} letters and digits, and its check"
                " doesn't fit them",
                todo=_AGAIN,
            )
        self._bits = "".join(f"{_VALUES[letter]:05b}" for letter in plain[:-_CHECK])
        self._at = 0

    def take(self, width: int) -> int:
        """Read a number of `width` bits."""
        end = self._at + width
        if end > len(self._bits):
            raise UsageError("The code of the paper is cut off", todo=_AGAIN)
        found = int(self._bits[self._at : end] or "0", 2)
        self._at = end
        return found

    def count(self) -> int:
        """Read what `Writer.count` wrote."""
        number = shift = 0
        while shift < 64:
            digit = self.take(_DIGIT + 1)
            number |= (digit & 0xF) << shift
            shift += _DIGIT
            if digit < 1 << _DIGIT:
                break
        return number

    def gap(self, low: int) -> int:
        """Read what `Writer.gap` wrote."""
        high = 0
        while self.take(1):
            high += 1
        return high << low | self.take(low)


_AGAIN = "Copy the whole code again; case, spaces and hyphens don't matter"


def tidy(text: str) -> str:
    """Return a code without what may stand between its letters, in capitals."""
    return "".join(text.split()).replace("-", "").replace("\u2010", "").upper()


def _check(letters: str) -> str:
    number = zlib.crc32(letters.encode()) & ((1 << 5 * _CHECK) - 1)
    return "".join(LETTERS[number >> 5 * at & 31] for at in reversed(range(_CHECK)))
