"""How sources are named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support import deck

from quizapp.study.desk import Desk
from quizapp.study.plan import Plan

SOURCES = "sources: {book: {title: A book}, page: {title: A page}}\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("book", ("A book",)),
        ("{doc: book, paragraph: 3, sentence: 2}", ("A book, paragraph 3",)),
        ("{doc: book, page: iv}", ("A book, page iv",)),
        (
            "[{doc: book, paragraph: 7}, {doc: page, paragraph: 1}, {doc: book, paragraph: 2}]",
            ("A book, paragraphs 2 and 7", "A page, paragraph 1"),
        ),
        (
            "[{doc: book, paragraph: 1}, {doc: book, paragraph: 2}, {doc: book, paragraph: 3}]",
            ("A book, paragraphs 1, 2 and 3",),
        ),
    ],
)
def test_each_document_is_named_once_with_its_places(
    make_desk: Callable[..., Desk], decks: Path, source: str, words: tuple[str, ...]
) -> None:
    text = deck("d", f"  - {{id: a, question: A?, answer: A, source: {source}}}\n", extra=SOURCES)
    (decks / "d.deck.yaml").write_text(text, encoding="utf-8")
    assert make_desk().session(Plan(decks=("d",))).sources == words
