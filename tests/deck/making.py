"""Makes decks for properties: values drawn at random, and the YAML a teacher would write for them."""

import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from quizapp.deck.model import (
    Body,
    Choice,
    Cloze,
    Deck,
    Document,
    Flashcard,
    Gap,
    Image,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    Source,
    TrueFalse,
    Wrong,
)
from quizapp.text import is_safe

texts = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co"]),
        min_size=1,
        max_size=20,
    )
    .map(str.strip)
    .filter(lambda text: bool(text) and is_safe(text) and not set(text) & set("\ufffe\uffff"))
)
words = st.text("abcdefghij0123456789_-", min_size=1, max_size=12)
wrongs = st.builds(Wrong, texts, st.none() | texts)


def _several(of: SearchStrategy[str], low: int, high: int = 5) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(of, min_size=low, max_size=high, unique_by=lambda text: " ".join(text.split())).map(tuple)


@st.composite
def choices(draw: DrawFn) -> Choice:
    options = draw(_several(texts, 2, 6))
    right = draw(st.integers(1, len(options) - 1))
    wrong = tuple(Wrong(text, draw(st.none() | texts)) for text in options[right:])
    many = right > 1 or draw(st.booleans())
    credit = draw(st.sampled_from(["part", "all"]))
    return Choice(draw(texts), options[:right], wrong, many, draw(st.booleans()), credit)


@st.composite
def short_answers(draw: DrawFn) -> ShortAnswer:
    wordings = draw(_several(texts, 2, 6))
    accepted = draw(st.integers(1, len(wordings)))
    reject = tuple(Wrong(text, draw(st.none() | texts)) for text in wordings[accepted:])
    typos = draw(st.sampled_from(["auto", "none", "1", "2"]))
    flags = draw(st.booleans()), draw(st.booleans())
    return ShortAnswer(draw(texts), wordings[0], wordings[1:accepted], reject, typos, *flags)


@st.composite
def numerics(draw: DrawFn) -> Numeric:
    number = draw(st.sampled_from(["0", "007", "-1.10", "3/4", "6.02e23", "6.02×10^23"]))
    unit = draw(st.none() | words)
    others = [name for name in draw(_several(words, 0, 3)) if name != unit]
    units = tuple((name, draw(st.sampled_from(["0.001", "1/3", "60"]))) for name in others) if unit else ()
    return Numeric(draw(texts), number, draw(st.none() | st.sampled_from(["2", "0.5"])), unit, units)


@st.composite
def matchings(draw: DrawFn) -> Matching:
    lefts = draw(_several(texts, 2).filter(lambda lefts: "<<" not in lefts))
    rights = draw(_several(texts, 1, 8))
    pairs = tuple((left, draw(st.sampled_from(rights))) for left in lefts)
    extra = tuple(right for right in rights if right not in {right for _, right in pairs})
    return Matching(draw(texts), pairs, extra, draw(st.sampled_from(["part", "all"])))


@st.composite
def lists(draw: DrawFn) -> ListAnswer:
    things = draw(_several(texts.filter(lambda text: "|" not in text), 1, 8))
    items = (*((thing,) for thing in things[1:]), (things[0], "another wording"))
    return ListAnswer(
        draw(texts), items, draw(st.integers(1, len(items))), draw(st.sampled_from(["part", "all"]))
    )


@st.composite
def clozes(draw: DrawFn) -> Cloze:
    pieces: list[str | Gap] = []
    for face in draw(st.lists(words, min_size=1, max_size=4)):
        pieces += [draw(texts), Gap(face, draw(texts), draw(_several(texts, 0, 2)), draw(st.none() | texts))]
    typos = draw(st.sampled_from(["auto", "none"]))
    return Cloze(tuple(pieces), draw(st.booleans()), typos, draw(st.booleans()), draw(st.booleans()))


bodies: SearchStrategy[Body] = st.one_of(
    st.builds(Flashcard, texts, texts, st.booleans()),
    short_answers(),
    choices(),
    st.builds(TrueFalse, texts, st.booleans()),
    numerics(),
    st.builds(Ordering, texts, _several(texts, 2), st.sampled_from(["part", "all"])),
    matchings(),
    lists(),
    clozes(),
)
_KINDS = {
    Flashcard: "flashcard",
    ShortAnswer: "short answer",
    Choice: "multiple choice",
    TrueFalse: "true/false",
    Numeric: "numeric",
    Ordering: "ordering",
    Matching: "matching",
    ListAnswer: "list",
    Cloze: "cloze",
}


@st.composite
def questions(draw: DrawFn, documents: tuple[str, ...] = ()) -> Question:
    body = draw(bodies)
    optional: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "was": _several(words, 1),
                "revision": st.integers(1, 99),
                "tags": _several(texts.filter(lambda text: len(text) < 60), 1),
                "topic": texts,
                "level": st.integers(1, 3),
                "hints": _several(texts, 1),
                "explain": texts,
                "note": texts,
                "image": st.builds(Image, st.just("pics/a.png"), texts),
                "draft": st.booleans(),
                "points": st.integers(0, 9).map(float),
                "seconds": st.integers(1, 900),
            },
        )
    )
    if documents:
        numbers = st.none() | st.integers(1, 99)
        more = st.none() | words
        source = st.builds(Source, st.sampled_from(documents), numbers, numbers, more, more, st.none())
        optional["sources"] = draw(st.lists(source, max_size=2).map(tuple))
    return Question(draw(words), _KINDS[type(body)], body, **optional)


@st.composite
def decks(draw: DrawFn) -> Deck:
    documents = tuple(
        Document(key, draw(texts)) for key in draw(_several(words.filter(lambda key: key != "<<"), 0, 3))
    )
    keys = tuple(document.key for document in documents)
    found = draw(st.lists(questions(keys), min_size=1, max_size=5, unique_by=lambda question: question.id))
    return Deck(
        draw(words),
        draw(texts),
        language=draw(st.sampled_from(["en", "de", "pt-BR"])),
        about=draw(st.none() | texts),
        authors=draw(_several(texts, 0, 2)),
        order=draw(st.none() | st.integers(-9, 9).map(float)),
        documents=documents,
        questions=tuple(found),
    )


def written(deck: Deck) -> str:
    """The deck as a file: JSON in double quotes is YAML too, so every text survives as it is."""
    head: dict[str, Any] = {
        "format": 1,
        "deck": deck.title,
        "id": deck.id,
        "language": deck.language,
        "about": deck.about,
        "authors": deck.authors,
        "order": deck.order,
        "sources": {document.key: {"title": document.title} for document in deck.documents},
    }
    lines = [f"{key}: {_json(value)}" for key, value in head.items() if value is not None]
    lines.append("questions:")
    for question in deck.questions:
        entries = [f"{key}: {_json(value)}" for key, value in _entry(question).items()]
        lines += ["  - " + entries[0], *("    " + entry for entry in entries[1:])]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entry(question: Question) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": question.id,
        "was": question.was,
        "revision": question.revision,
        "tags": question.tags,
    }
    entry |= {
        "topic": question.topic,
        "level": question.level,
        "hint": question.hints,
        "explain": question.explain,
    }
    entry |= {
        "note": question.note,
        "draft": question.draft,
        "points": question.points,
        "seconds": question.seconds,
    }
    if question.image:
        entry["image"] = {"file": question.image.file, "alt": question.image.alt}
    entry["source"] = [
        {
            name: value
            for name in ("doc", "paragraph", "sentence", "hash", "page")
            if (value := getattr(at, name)) is not None
        }
        for at in question.sources
    ]
    entry = {key: value for key, value in entry.items() if value not in (None, (), [])}
    return entry | _own(question.body)


def _own(body: Body) -> dict[str, Any]:
    own: dict[str, Any] = {
        name: getattr(body, name) for name in body.__match_args__ if getattr(body, name) not in (None, ())
    }
    match body:
        case Flashcard():
            return own
        case Choice():
            del own["many"], own["answers"]
            answer: Any = body.answers if body.many else body.answers[0]
            return own | {"answer": answer, "wrong": [_wrong(wrong) for wrong in body.wrong]}
        case ShortAnswer():
            return (
                own
                | {"typed": True}
                | ({"reject": [_wrong(wrong) for wrong in body.reject]} if body.reject else {})
            )
        case Numeric():
            return own | ({"units": dict(body.units)} if body.units else {})
        case Matching():
            return own | {"pairs": dict(body.pairs)}
        case ListAnswer():
            del own["items"]
            return own | {"list": [" | ".join(item) for item in body.items]}
        case Cloze():
            del own["pieces"]
            return {"cloze": "".join(map(_piece, body.pieces))} | own
        case _:
            return own


def _wrong(wrong: Wrong) -> Any:
    return wrong.text if wrong.why is None else {"text": wrong.text, "why": wrong.why}


def _piece(piece: str | Gap) -> str:
    if isinstance(piece, str):
        return _escaped(piece)
    wordings = "|".join(map(_escaped, (piece.wording, *piece.accept)))
    return f"[[#{piece.face} {wordings}" + ("]]" if piece.hint is None else f"::{_escaped(piece.hint)}]]")


def _escaped(text: str) -> str:
    return "".join("\\" + letter if letter in "\\[]|:" else letter for letter in text)
