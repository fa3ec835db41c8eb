"""The shipped decks against the documents behind them, where these are at hand.

QUIZAPP_DOCUMENTS names the folder that holds them; without it, what needs a document is skipped.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from decks.documents import FOLDER, runs, words
from decks.shipped import HERE, decks, name, questions, texts

from quizapp.author.documents import file_hash, paragraphs, sentences, short_hash

LONGEST_COMMON = 7
COVERAGE: list[dict[str, Any]] = yaml.safe_load((HERE / "coverage.yaml").read_text(encoding="utf-8"))
needs_documents = pytest.mark.skipif(FOLDER is None, reason="QUIZAPP_DOCUMENTS doesn't name a folder")


def file(key: str) -> Path:
    """The file of a document."""
    assert FOLDER is not None
    found = {document.key: document.file for deck in decks() for document in deck.documents}
    return FOLDER / (found[key] or "")


def text(key: str) -> str:
    """The text of a document."""
    return file(key).read_text(encoding="utf-8")


def documents() -> list[str]:
    """The keys of all documents."""
    return sorted({document.key for deck in decks() for document in deck.documents})


def test_the_coverage_list_agrees_with_the_sources_of_the_questions() -> None:
    cited: dict[tuple[str, int, int], list[str]] = {}
    for deck, question in questions():
        for source in question.sources:
            assert source.paragraph is not None
            place = (source.doc, source.paragraph, source.sentence or 1)
            cited.setdefault(place, []).append(name(deck, question))
    listed = {(row["doc"], row["paragraph"], row["sentence"]): row for row in COVERAGE}
    assert len(listed) == len(COVERAGE)
    assert set(cited) <= set(listed)
    for place, row in listed.items():
        assert sorted(row.get("asked", [])) == sorted(cited.get(place, [])), place


def test_every_sentence_worth_teaching_is_asked_and_the_others_say_why_not() -> None:
    for row in COVERAGE:
        place = (row["doc"], row["paragraph"], row["sentence"])
        assert row["says"], place
        assert bool(row.get("asked")) == row["teach"], place
        assert row["teach"] != row["use"].startswith("left out, "), place


@needs_documents
def test_the_documents_are_those_that_the_decks_were_drawn_from() -> None:
    for deck in decks():
        for document in deck.documents:
            assert document.sha256 == file_hash(file(document.key).read_bytes()), (deck.id, document.key)


@needs_documents
def test_every_sentence_of_every_document_is_in_the_coverage_list() -> None:
    wanted = {
        (key, number, place)
        for key in documents()
        for number, paragraph in enumerate(paragraphs(text(key)), 1)
        for place, _ in enumerate(sentences(paragraph), 1)
    }
    assert {(row["doc"], row["paragraph"], row["sentence"]) for row in COVERAGE} == wanted


@needs_documents
def test_every_source_carries_the_hash_of_what_it_names() -> None:
    for deck, question in questions():
        for source in question.sources:
            assert source.paragraph is not None
            paragraph = paragraphs(text(source.doc))[source.paragraph - 1]
            found = sentences(paragraph)
            assert source.sentence or len(found) == 1, f"{name(deck, question)} names no sentence"
            passage = found[source.sentence - 1] if source.sentence else paragraph
            assert source.hash == short_hash(passage), name(deck, question)


@needs_documents
def test_nothing_is_copied_from_a_document() -> None:
    theirs = set().union(*(runs(text(key), LONGEST_COMMON + 1) for key in documents()))
    for deck, question in questions():
        for ours in texts(question):
            assert not runs(ours, LONGEST_COMMON + 1) & theirs, name(deck, question)
    for deck in decks():
        for said in (deck.about, deck.notice, deck.reviewed_against):
            assert not runs(said or "", LONGEST_COMMON + 1) & theirs, deck.id
    for row in COVERAGE:
        for ours in (row["says"], row["use"]):
            assert not runs(ours, LONGEST_COMMON + 1) & theirs, (row["doc"], row["paragraph"])


def test_a_run_of_eight_words_would_be_noticed() -> None:
    passage = "one two three four five six seven eight nine"
    assert runs(f"And so: {passage.upper()}!", 8) & runs(passage, 8)
    assert words("Cell-based, don’t") == ["cell-based", "don't"]
