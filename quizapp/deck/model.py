"""What a deck is once it has been read: immutable values, no files.

A question's `body` holds what only its kind has. Text is what the teacher typed, after YAML's own
unescaping; it is data, never markup.
"""

from dataclasses import dataclass
from typing import NamedTuple

from quizapp.deck.blueprint import Blueprint

FRONT = "front"
BACK = "back"


class Document(NamedTuple):
    """A source document as the deck names it. `file` is relative to the deck's folder."""

    key: str
    title: str
    file: str | None = None
    url: str | None = None
    sha256: str | None = None
    license: str | None = None
    retrieved: str | None = None


class Source(NamedTuple):
    """Where a question was drawn from: a document's key and, if given, paragraph and sentence (from 1).

    hash: of the paragraph or sentence named. context: of the whole paragraph that the sentence is in.
    """

    doc: str
    paragraph: int | None = None
    sentence: int | None = None
    hash: str | None = None
    page: str | None = None
    context: str | None = None


class Image(NamedTuple):
    """A picture in the deck's folder and the text that stands for it."""

    file: str
    alt: str


class Wrong(NamedTuple):
    """A wrong option or a refused answer, and why it is wrong (None if the teacher doesn't say)."""

    text: str
    why: str | None = None


class Flashcard(NamedTuple):
    """Question and answer; the learner rates themselves. `reverse` also asks back."""

    question: str
    answer: str
    reverse: bool = False


class ShortAnswer(NamedTuple):
    """A question answered by typing. `typos` is auto, none, 1 or 2."""

    question: str
    answer: str
    accept: tuple[str, ...] = ()
    reject: tuple[Wrong, ...] = ()
    typos: str = "auto"
    case: bool = False
    accents: bool = False


class Choice(NamedTuple):
    """Multiple choice. `many`: choose all that apply (the teacher gave a list of answers).

    The options' own order is answers first, then wrong; a response names options by that order.
    `credit` is part or all.
    """

    question: str
    answers: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    many: bool = False
    shuffle: bool = True
    credit: str = "part"

    @property
    def options(self) -> tuple[str, ...]:
        """Every option in the question's own order."""
        return self.answers + tuple(option.text for option in self.wrong)


class TrueFalse(NamedTuple):
    """A statement that is true or false."""

    statement: str
    answer: bool


class Numeric(NamedTuple):
    """A number. `number` and `tolerance` are as typed (`1.10`, `3/4`, `5%`).

    `units` gives for each other unit how much of `unit` one of it is, as typed.
    """

    question: str
    number: str
    tolerance: str | None = None
    unit: str | None = None
    units: tuple[tuple[str, str], ...] = ()


class Ordering(NamedTuple):
    """Items in their right order. A response names items by that order."""

    question: str
    order: tuple[str, ...]
    credit: str = "part"


class Matching(NamedTuple):
    """Left sides, each with its right side; `extra` are right sides that belong to none.

    A response names a left side by its place in `pairs` and a right side by its place in `rights`.
    """

    question: str
    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()
    credit: str = "part"

    @property
    def rights(self) -> tuple[str, ...]:
        """Every different right side in the question's own order, the extra ones last."""
        return tuple(dict.fromkeys((*(right for _, right in self.pairs), *self.extra)))


class ListAnswer(NamedTuple):
    """Several things to name, in any order: for each the wordings accepted, and how many are asked for."""

    question: str
    items: tuple[tuple[str, ...], ...]
    need: int
    credit: str = "part"


class Gap(NamedTuple):
    """One gap of a cloze. Gaps with one `face` are hidden together and make one card."""

    face: str
    wording: str
    accept: tuple[str, ...] = ()
    hint: str | None = None


class Cloze(NamedTuple):
    """Text with gaps: what stands between them as text, in order. `typed` False: the learner rates."""

    pieces: tuple[str | Gap, ...]
    typed: bool = True
    typos: str = "auto"
    case: bool = False
    accents: bool = False

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps in their order in the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Gap))


Body = Flashcard | ShortAnswer | Choice | TrueFalse | Numeric | Ordering | Matching | ListAnswer | Cloze


@dataclass(frozen=True, slots=True)
class Question:
    """One entry a teacher wrote.

    id: as written, or provisional (`~` and a hash of the content) if `written` is False.
    was: earlier ids. revision: raised by the teacher to start everyone afresh, from 1.
    level: 1 to 3. line, column: where the entry starts in its file, from 1.
    """

    id: str
    kind: str
    body: Body
    written: bool = True
    was: tuple[str, ...] = ()
    revision: int = 1
    tags: tuple[str, ...] = ()
    topic: str | None = None
    level: int | None = None
    hints: tuple[str, ...] = ()
    explain: str | None = None
    note: str | None = None
    sources: tuple[Source, ...] = ()
    image: Image | None = None
    draft: bool = False
    points: float | None = None
    seconds: int | None = None
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Deck:
    """One deck file, without what it includes.

    id: as written, or provisional (from the file's name) if `written` is False.
    order: its place in lists, smaller first; decks without one come after those with one, by title.
    include: globs as written; the library resolves them inside the deck's folder.
    exam: how a quiz of it is made, if the teacher says so.
    line, column: where its first key stands, from 1.
    """

    id: str
    title: str
    written: bool = True
    language: str = "en"
    about: str | None = None
    notice: str | None = None
    reviewed_on: str | None = None
    reviewed_against: str | None = None
    authors: tuple[str, ...] = ()
    license: str | None = None
    order: float | None = None
    tags: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    include: tuple[str, ...] = ()
    exam: Blueprint | None = None
    questions: tuple[Question, ...] = ()
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """What is scheduled: one face of a question."""

    deck: str
    question: str
    face: str = FRONT

    def __str__(self) -> str:
        """Write it as everywhere: `deck/question`, or `deck/question#face` for other faces."""
        return f"{self.deck}/{self.question}" + ("" if self.face == FRONT else f"#{self.face}")

    @classmethod
    def parse(cls, key: str) -> "Card":
        """Read what `str` wrote. Raises ValueError if `key` isn't a card's key."""
        deck, slash, rest = key.partition("/")
        question, mark, face = rest.partition("#")
        if not (deck and slash and question and (face or not mark)):
            raise ValueError(f"{key!r} is not the key of a card")
        return cls(deck, question, face if mark else FRONT)
