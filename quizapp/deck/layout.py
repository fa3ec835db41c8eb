"""The keys that every question may have, and the keys of a deck, each with the shape of its value."""

import re
from datetime import date
from typing import Any

from quizapp.deck.exam import EXAM
from quizapp.deck.fields import LONG, Checked, Field, Flag, Named, Plain, Real, Several, Whole
from quizapp.deck.kinds import KINDS
from quizapp.deck.model import Document, Image, Source
from quizapp.deck.names import is_id
from quizapp.deck.records import Record

FORMAT = 1
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_DATE = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def is_inside(path: str) -> bool:
    """Tell whether a path, by its letters alone, is relative and stays inside its folder."""
    parts = path.split("/")
    return not (path.startswith(("/", "~")) or "\\" in path or ":" in path or ".." in parts or "" in parts)


def _is_date(text: str) -> bool:
    try:
        return _DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


_ID = Checked(
    "letters, digits, '.', '_' and '-', at most 80 of them",
    is_id,
    "brake-1",
    code="E115",
    # Which signs beyond ASCII are letters, an expression can't tell everywhere.
    pattern="[A-Za-z0-9_.\\-\u00aa-\U0010ffff]+",
)
_PATH = Checked(
    "a path inside the deck's folder, with / between its parts",
    is_inside,
    "cell.png",
    code="E118",
    pattern=r"(?![/~])(?!.*//)(?!.*/\s*$)(?!(?:.*/)?\.\.(?:/|\s*$))[^\\:]+",
)
_DATE_SHAPE = Checked("a date such as 2026-03-28", _is_date, "2026-03-28", pattern=_DATE.pattern)
_LANGUAGE_SHAPE = Checked(
    "a language code such as en or pt-BR",
    lambda text: bool(_LANGUAGE.fullmatch(text)),
    "en",
    pattern=_LANGUAGE.pattern,
)
_TAG = Plain(60)
_TAGS = Several(_TAG, single=True, commas=False)

SOURCE = Record(
    (
        Field("doc", Plain(80), "Key of the document in the deck's `sources`.", "clinic", required=True),
        Field("paragraph", Whole(1, 999_999), "Number of the paragraph, from 1.", "10"),
        Field("sentence", Whole(1, 99_999), "Number of the sentence in the paragraph, from 1.", "2"),
        Field("hash", Plain(80), "Short hash of the passage; `quizapp sources` writes it.", "h3c1f9a20"),
        Field("page", Plain(40), "Page, as printed.", "12"),
        Field(
            "context",
            Plain(80),
            "Short hash of the sentence's paragraph; `quizapp sources` writes it.",
            "h5d0a7e11",
        ),
    ),
    Source,
    main="doc",
)
IMAGE = Record(
    (
        Field("file", _PATH, "Path of the picture in the deck's folder.", "cell.png", required=True),
        Field("alt", Plain(), "What it shows, for whoever can't see it.", "A T cell", required=True),
    ),
    Image,
)
_DOCUMENT = Record(
    (
        Field("title", Plain(), "Its title.", "A clinic's explainer", required=True),
        Field("file", _PATH, "Its text file, in the deck's folder.", "002.txt"),
        Field("url", Plain(2_000), "Where it is on the web.", "https://example.org/page"),
        Field("sha256", Plain(80), "Hash of the file; `quizapp sources` writes it.", "h5d41"),
        Field("license", Plain(), "Its licence.", "CC BY 4.0"),
        Field("retrieved", _DATE_SHAPE, "When it was fetched.", "2026-03-28"),
    ),
    lambda **values: values,
    main="title",
)
_REVIEWED = Record(
    (
        Field("on", _DATE_SHAPE, "When.", "2026-03-28", required=True),
        Field("against", Plain(), "Against what.", "the clinic's page", required=True),
    ),
    lambda **values: values,
)

COMMON: tuple[Field, ...] = (
    Field("id", _ID, "Progress hangs on it: reword freely, keep the id.", "brake"),
    Field("was", Several(_ID, single=True), "Earlier ids of this question.", "[old-id]"),
    Field("revision", Whole(1, 9_999), "Raise it to start everyone afresh with this question.", "2"),
    Field("tags", _TAGS, "Words to choose questions by.", "[biology]", inherits=True),
    Field(
        "topic", Plain(), "What it is about; questions of one topic are kept apart.", "images", inherits=True
    ),
    Field("level", Whole(1, 3), "How hard it is, 1 to 3.", "2", inherits=True),
    Field("hint", Several(Plain(), 1, single=True), "Hints, shown one after the other.", "[It is short.]"),
    Field("explain", Plain(LONG), "Shown with the right answer.", "Because it is so."),
    Field("note", Plain(LONG), "For teachers only; never shown to learners.", "Check next year."),
    Field(
        "source",
        Several(SOURCE, 1, single=True),
        "Where it is from.",
        "{doc: clinic, paragraph: 10}",
        inherits=True,
    ),
    Field("image", IMAGE, "A picture.", "{file: cell.png, alt: A T cell}"),
    Field("draft", Flag(), "true keeps it from learners.", "true", inherits=True),
    Field("points", Real(0, 1_000), "What it is worth in a quiz.", "2", inherits=True),
    Field("seconds", Whole(1, 86_400), "Time to answer it in a quiz.", "60", inherits=True),
)
DECK: tuple[Field, ...] = (
    Field("format", Whole(1, 999_999), "The number of this format.", "1"),
    Field("deck", Plain(), "The title of the deck.", "Images for the immune system", required=True),
    Field("id", _ID, "The deck's stable name; `quizapp ids --write` makes one.", "images-7k3m"),
    Field("language", _LANGUAGE_SHAPE, "The language of its questions.", "en"),
    Field("about", Plain(LONG), "What it is about.", "Images that explain the immune system."),
    Field("notice", Plain(LONG), "Shown at the first start.", "For education, not medical advice."),
    Field("reviewed", _REVIEWED, "When it was checked last.", "{on: 2026-03-28, against: the clinic's page}"),
    Field("authors", Several(Plain(), single=True), "Who wrote it.", "[Ada Example]"),
    Field("license", Plain(), "Its licence.", "CC BY 4.0"),
    Field("order", Real(-1e6, 1e6), "Its place in lists; smaller comes first.", "10"),
    Field("tags", _TAGS, "Words to choose decks by.", "[biology]"),
    Field("sources", Named(_DOCUMENT), "Documents it draws on, by a key.", "{clinic: {title: An explainer}}"),
    Field("include", Several(_PATH, single=True), "Other decks in the folder.", "['*.deck.yaml']"),
    EXAM,
)
# Read by themselves, once the rest of the deck is known.
DEFAULTS = Field(
    "defaults", Named(Plain()), "Values for all questions that don't give their own.", "{typos: none}"
)
QUESTIONS = Field("questions", Several(Plain()), "The questions.", "- question: …")
DECK_KEYS = (*DECK, DEFAULTS, QUESTIONS)

# A few kinds share a key and read it alike, so its first field stands for all.
INHERITED: dict[str, Field] = {}
for _field in (*COMMON, *(field for kind in KINDS for field in kind.fields)):
    if _field.inherits:
        INHERITED.setdefault(_field.name, _field)


def documents(pairs: tuple[tuple[str, dict[str, Any]], ...]) -> tuple[Document, ...]:
    """Return the documents of a deck."""
    return tuple(Document(key, **values) for key, values in pairs)
