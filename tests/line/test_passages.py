"""`/source`: where a question was drawn from, and what stands there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.paths import paths_from

BOOK = "One is first. Two is second.\n\nAlone.\n"
SOURCES = "sources:\n  book: {title: A book, file: book.txt, url: 'https://example.org/book'}\n"
QUESTIONS = """\
- id: a
  question: Which is second?
  answer: second
  typed: true
  source: {doc: book, paragraph: 1, sentence: 2}
- {id: b, question: Who is alone?, answer: Nobody, source: {doc: book, paragraph: 2}}
- {id: c, question: No source?, answer: None}
"""
Converse = Callable[..., str]


@pytest.fixture(autouse=True)
def deck(home: Path, write_deck: Callable[..., None]) -> Path:
    write_deck("book", QUESTIONS, SOURCES)
    document = paths_from({"QUIZAPP_HOME": str(home)}).decks / "book.txt"
    document.write_text(BOOK, encoding="utf-8")
    return document


def test_the_passage_is_kept_back_until_the_answer_is_shown(converse: Converse) -> None:
    said = converse(["/source", "sekand", "/source", "/quit"], "book")
    assert said.count("Source: A book, paragraph 1\n") == 2
    assert said.count("What it says can be read once the answer is shown.") == 2
    assert "Two is second." not in said


def test_the_sentence_is_said_before_its_paragraph(converse: Converse) -> None:
    said = converse(["second", "/source", "/quit"], "book")
    assert (
        "Source: A book, paragraph 1, sentence 2. Whether it has changed can't be told:"
        " the deck doesn't keep what it said.\n"
        "It says: Two is second.\n"
        "In its paragraph: One is first. Two is second.\n"
    ) in said


def test_a_whole_paragraph_is_said_once(converse: Converse) -> None:
    said = converse(["second", "", "", "/source", "/quit"], "book")
    assert "It says: Alone.\n" in said
    assert "In its paragraph" not in said


def test_a_document_that_is_not_there_is_told_with_its_address(converse: Converse, deck: Path) -> None:
    deck.unlink()
    said = converse(["second", "/source", "/quit"], "book")
    assert "The document isn't at hand: put book.txt" in said
    assert "It can be had at https://example.org/book\n" in said
    assert "It says" not in said


def test_the_folder_of_documents_is_the_one_other_commands_use(
    converse: Converse, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    deck.rename(folder / "book.txt")
    monkeypatch.setenv("QUIZAPP_DOCUMENTS", str(folder))
    assert "It says: Two is second.\n" in converse(["second", "/source", "/quit"], "book")


def test_a_question_without_a_source_says_so(converse: Converse) -> None:
    assert "Source: none is given\n" in converse(["second", "", "", "3", "", "/source", "/quit"], "book")
