"""Rules for clozes (C)."""

import re
from collections.abc import Iterator

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.deck.model import Cloze, Gap
from quizapp.deck.problems import ERROR, WARNING

_MOST_WORDS, _MOST_LETTERS, _MOST_SHARE = 4, 40, 0.3
_MOST_GAPS, _LONGEST, _LEFT = 3, 25, 4
_LITTLE = words.split(
    """not no never may might can could some sometimes usually often without except unless only all most
    every always rarely"""
)
_ARTICLE = re.compile(r"(?<!\()\b(an?)\s+[\"“'‘]?$", re.IGNORECASE)


def _of(item: Item) -> Cloze:
    assert isinstance(item.body, Cloze)
    return item.body


def form(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules that hold in any language."""
    body = _of(item)
    whole = words.count(item.prompt)
    for gap in body.gaps:
        length = words.count(gap.wording)
        if length > _MOST_WORDS or len(gap.wording) > _MOST_LETTERS:
            what = f"{length} words" if length > _MOST_WORDS else f"{len(gap.wording)} characters"
            yield Finding("C2", {"what": what}, "cloze", gap.wording)
        elif length > 1 and length > _MOST_SHARE * whole:
            yield Finding("C2", {"what": "nearly a third of the sentence"}, "cloze", gap.wording)
    faces = len({gap.face for gap in body.gaps})
    if faces > _MOST_GAPS:
        yield Finding("C10", {"count": faces}, "cloze")
    if isinstance(body.pieces[0], Gap):
        yield Finding("C7", {"what": "begins with its gap"}, "cloze")
    elif whole > _LONGEST * words.sentences(item.prompt):
        yield Finding("C7", {"what": f"has {whole} words"}, "cloze")


def english(item: Item, scene: Scene) -> Iterator[Finding]:
    """Rules that go by English words."""
    body = _of(item)
    before = ""
    left = min(len(words.content(_shown(body, gap))) for gap in body.gaps)
    for piece in body.pieces:
        if isinstance(piece, str):
            before = piece
            continue
        if not scene.language:
            if little := _little(piece.wording):
                yield Finding("C3", {"word": little}, "cloze", piece.wording)
            elif leak := _leak(item, scene, piece):
                yield leak
            if article := _ARTICLE.search(before):
                yield Finding("C6", {"word": article[1]}, "cloze", f"{article[1]} [[")
        before = ""
    if left < _LEFT and not all(gap.hint for gap in body.gaps) and not scene.language:
        yield Finding("C4", {}, "cloze")


def _little(wording: str) -> str | None:
    said = words.tokens(wording)
    if said and all(word in words.STOP or word in _LITTLE for word in said):
        return wording
    return next((word for word in said if word in _LITTLE), None) if len(said) <= 2 else None


def _shown(body: Cloze, gap: Gap) -> str:
    """What is read while a gap is asked: the others are filled, unless they are hidden with it."""
    return "".join(
        piece if isinstance(piece, str) else " " if piece.face == gap.face else piece.wording
        for piece in body.pieces
    )


def _leak(item: Item, scene: Scene, gap: Gap) -> Finding | None:
    """Where a word of the gap can be read off while it is asked."""
    hidden = [word for word in words.content(gap.wording) if len(word) > 2 and word.isalpha()]
    if not hidden:
        return None
    body, question = _of(item), item.question
    places = (
        ("the text", _shown(body, gap), ERROR),
        ("the hint", " ".join((gap.hint or "", *question.hints)), ERROR),
        ("the deck's title", scene.deck.title, WARNING),
        ("a tag or the topic", " ".join((*question.tags, *scene.deck.tags, question.topic or "")), WARNING),
    )
    for where, text, level in places:
        for echo in words.content(text):
            word = next((word for word in hidden if words.akin(word, echo)), None)
            if word is not None:
                shared = level == WARNING or words.stem(word) in scene.domain or len(hidden) > 1
                values = {"word": word, "echo": echo, "where": where}
                return Finding("C5", values, "cloze", gap.wording, WARNING if shared else ERROR)
    return None
