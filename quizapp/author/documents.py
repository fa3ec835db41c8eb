"""The documents behind a deck: found, read, and cut into the passages that questions rest on."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from quizapp.author.files import read_bytes
from quizapp.errors import DeckError

VARIABLE = "QUIZAPP_DOCUMENTS"
LARGEST = 20_000_000
_HARD_WRAPPED = 120
_SHORT = 8
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
# A sentence ends at a stop, with closing quotes and citation marks such as (1, 3), before a capital letter.
_END = re.compile(r"[.!?][\"”’')]*(?:\s\(\d+(?:,\s*\d+)*\))?(?=\s+[(\"“‘'A-Z0-9]|$)")
_BLANK = re.compile(r"\n\s*\n")


class Place(NamedTuple):
    """A paragraph, or a sentence of one; both counted from 1."""

    paragraph: int
    sentence: int | None = None


def paragraphs(text: str) -> list[str]:
    """Cut a text: at every line break if any line is longer than 120 characters, else at blank lines."""
    lines = text.splitlines()
    if any(len(line) > _HARD_WRAPPED for line in lines):
        return [line.strip() for line in lines if line.strip()]
    return [run.strip() for run in _BLANK.split(text) if run.strip()]


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph; what has no stop, such as a heading, is one sentence."""
    text = " ".join(paragraph.replace("\u00a0", " ").split())
    found, start = [], 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def normalised(text: str) -> str:
    """Return a passage as it is hashed: NFKC, straight quotes, single spaces, case folded."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split()).casefold()


def short_hash(text: str) -> str:
    """Return `h` and the first eight hex digits of the SHA-256 of the normalised text.

    The letter keeps YAML from reading it as a number.
    """
    return "h" + sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]


def file_hash(data: bytes) -> str:
    """Return `h` and the SHA-256 of a whole file."""
    return "h" + sha256(data).hexdigest()


@dataclass(frozen=True)
class Passages:
    """A document cut up. hash: of the whole file."""

    hash: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes, name: str) -> "Passages":
        """Read a document's bytes. Raises DeckError if they aren't text in UTF-8."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data:
            raise DeckError(
                "This document isn't text in UTF-8", where=name, todo="Save it as plain text in UTF-8"
            )
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise DeckError(
                f"This document isn't text in UTF-8: byte 0x{data[error.start]:02X} isn't",
                where=f"{name}:{line}",
                todo="Save it as plain text in UTF-8",
            ) from None
        return cls(file_hash(data), tuple(paragraphs(text.replace("\r\n", "\n").replace("\r", "\n"))))

    @cached_property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """The sentences of each paragraph."""
        return tuple(tuple(sentences(paragraph)) for paragraph in self.paragraphs)

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each paragraph."""
        return tuple(short_hash(paragraph) for paragraph in self.paragraphs)

    @cached_property
    def by_hash(self) -> Mapping[str, Sequence[Place]]:
        """The places of all paragraphs and sentences, by their hashes."""
        found: dict[str, list[Place]] = defaultdict(list)
        for number, (paragraph, parts) in enumerate(zip(self.hashes, self.sentences, strict=True), 1):
            found[paragraph].append(Place(number))
            for at, sentence in enumerate(parts, 1):
                found[short_hash(sentence)].append(Place(number, at))
        return found

    def text(self, place: Place) -> str | None:
        """Return the passage at a place; None if there is none."""
        if not 1 <= place.paragraph <= len(self.paragraphs):
            return None
        if place.sentence is None:
            return self.paragraphs[place.paragraph - 1]
        found = self.sentences[place.paragraph - 1]
        return found[place.sentence - 1] if 1 <= place.sentence <= len(found) else None

    def hash_at(self, place: Place) -> str | None:
        """Return the hash of the passage at a place; None if there is none."""
        text = self.text(place)
        return None if text is None else short_hash(text)

    def nearest(self, wanted: str, place: Place) -> Place | None:
        """Return where a paragraph, or sentence, has this hash: as near as can be to a place like it."""
        if self.hash_at(place) == wanted:
            return place
        whole = place.sentence is None
        return min(
            (at for at in self.by_hash.get(wanted, ()) if (at.sentence is None) == whole),
            key=lambda at: (
                abs(at.paragraph - place.paragraph),
                abs((at.sentence or 0) - (place.sentence or 0)),
            ),
            default=None,
        )


def folder_from(environment: Mapping[str, str]) -> Path | None:
    """Return the folder where documents are looked for first: `QUIZAPP_DOCUMENTS` names it."""
    given = environment.get(VARIABLE, "").strip()
    return Path(given).expanduser() if given else None


def locate(file: str, deck: Path, folder: Path | None) -> Path | None:
    """Return where a document lies; None if it isn't at hand.

    file: as the deck names it. It is looked for in `folder` by its base name, then in the deck's own
    folder, links resolved, and nowhere outside of that.
    """
    if folder is not None:
        given = folder / file.rpartition("/")[2]
        if given.is_file():
            return given
    home = os.path.realpath(deck.parent)
    found = os.path.realpath(os.path.join(home, file))  # noqa: PTH118 - as text, to be compared as text
    inside = found.startswith(home.rstrip(os.sep) + os.sep)
    return Path(found) if inside and Path(found).is_file() else None


def load(path: Path) -> Passages:
    """Read a document. Raises DeckError if it can't be read, is too large, or isn't text in UTF-8."""
    data = read_bytes(path, LARGEST)
    if len(data) > LARGEST:
        raise DeckError(
            f"This document is larger than {LARGEST // 1_000_000} MB",
            where=str(path),
            todo="Keep the part that questions rest on",
        )
    return Passages.of(data, str(path))
