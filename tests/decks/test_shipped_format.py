"""What every shipped deck owes to its learners before a single question is asked."""

import re
from collections import Counter
from pathlib import Path

import pytest
from decks.shipped import FILES, decks, name, prompt, questions

from quizapp.deck.kinds import KINDS
from quizapp.deck.model import Deck
from quizapp.deck.read import read

READABLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DECK_ID = re.compile(r"[a-z]+(-[a-z]+)*-[a-z0-9]{4}")
SITTINGS = range(25, 61)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_deck_reads_without_a_problem(path: Path) -> None:
    reading = read(path.read_bytes(), path.name)
    assert reading.deck is not None
    assert reading.problems == ()


@pytest.mark.parametrize("deck", decks(), ids=lambda deck: deck.id)
def test_a_deck_says_what_it_is_and_how_far_to_trust_it(deck: Deck) -> None:
    assert deck.written
    assert DECK_ID.fullmatch(deck.id)
    assert deck.about
    assert deck.notice
    assert "not medical advice" in deck.notice
    assert "none of them bears a date" in deck.notice
    assert deck.reviewed_on == "2026-11-22"
    assert deck.reviewed_against
    assert "No medical review is claimed" in deck.reviewed_against
    assert deck.authors == ("The quizapp authors",)
    assert (deck.license, deck.language) == ("MIT", "en")
    assert deck.tags
    assert len(deck.questions) in SITTINGS


def test_decks_have_ids_and_places_of_their_own() -> None:
    assert len({deck.id for deck in decks()}) == len(FILES)
    assert len({deck.order for deck in decks()}) == len(FILES)
    assert None not in {deck.order for deck in decks()}


def test_a_question_has_a_readable_id_of_its_own() -> None:
    for deck, question in questions():
        assert question.written, name(deck, question)
        assert READABLE.fullmatch(question.id), name(deck, question)
    assert max(Counter(name(deck, question) for deck, question in questions()).values()) == 1


def test_a_question_explains_itself_and_names_its_source() -> None:
    for deck, question in questions():
        where = name(deck, question)
        assert question.explain, where
        assert question.topic, where
        assert question.level in {1, 2, 3}, where
        assert question.sources, where
        for source in question.sources:
            assert source.doc in {document.key for document in deck.documents}, where
            assert source.paragraph, where
            assert source.hash, where
        assert not question.draft, where


def test_hard_questions_come_with_a_hint() -> None:
    hard = [each for each in questions() if each[1].level == 3 and each[1].kind != "true/false"]
    assert [name(*each) for each in hard if not each[1].hints] == []


def test_nothing_is_asked_twice_in_the_same_words() -> None:
    asked = Counter(prompt(question).casefold() for _, question in questions())
    assert [text for text, count in asked.items() if count > 1] == []


def test_all_kinds_of_questions_are_shown() -> None:
    assert {question.kind for _, question in questions()} == {kind.name for kind in KINDS}


def test_every_document_is_asked_at_least_twelve_times() -> None:
    asked: Counter[str] = Counter()
    for _, question in questions():
        asked.update({source.doc for source in question.sources})
    assert len(asked) == 5
    assert min(asked.values()) >= 12
