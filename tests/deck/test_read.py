"""A sound deck file becomes exactly the values its teacher meant."""

import gc
import sys
from pathlib import Path
from subprocess import run

import pytest

from quizapp.deck.model import (
    Choice,
    Cloze,
    Document,
    Flashcard,
    Gap,
    Image,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    Source,
    TrueFalse,
    Wrong,
)
from quizapp.deck.read import Reading, read

DECK = """\
# yaml-language-server: $schema=./deck.schema.json
format: 1
deck: Images for the immune system
id: images-7k3m
language: en
about: Images.
notice: For education, not medical advice.
reviewed: {on: 2026-03-28, against: the clinic's page}
authors: [Ada, Bo]
license: CC BY 4.0
order: 10
tags: [medicine]
x-mine: {anything: [1, 2]}
sources:
  clinic: {title: "A clinic's explainer", file: 002.txt, sha256: h5d41, retrieved: 2026-01-02}
  book: A book
defaults: {typos: none, tags: [biology], level: 2, source: book, credit: all, reverse: no}
include: ['more/*.deck.yaml']
questions:
  - id: brake
    was: [old-brake]
    revision: 2
    question: Which image?
    answer: Releasing the brake
    reverse: true
    tags: [images, biology]
    topic: images
    level: 3
    hint: [A part of a car., You press it.]
    explain: |
      It fits.
      Really.
    note: Check.
    source: {doc: clinic, paragraph: 10, sentence: 2, hash: h3c1f9a20, page: xii}
    image: {file: pics/car.png, alt: A car}
    points: 1.5
    seconds: 30
    x-own: kept
  - id: drug
    question: Which drugs?
    answer: checkpoint inhibitors
    accept: [immune checkpoint inhibitors]
    reject: [{text: checkpoint activators, why: They press it.}, brakes]
    case: yes
    accents: TRUE
    source: [clinic, {doc: book, page: 3}]
  - id: cells
    question: Which cells?
    answer: [T cells, B cells]
    wrong: [{text: Red cells, why: They carry oxygen.}, Platelets]
    shuffle: false
  - id: one
    question: Which one?
    answer: T cells
    wrong: Platelets
    draft: true
  - id: surgery
    statement: It replaces surgery.
    answer: No
  - id: fever
    question: How warm?
    number: 3.80e1
    tolerance: 5%
    unit: g
    units: {mg: 0.001, kg: 1000}
  - id: steps
    question: In order?
    order: [Take, Change, Give]
  - id: sides
    question: Match.
    pairs: {T cell: kills, no: 007}
    extra: [sleeps]
    credit: part
  - id: organs
    question: Name two.
    list: [bone marrow | marrow, thymus, spleen]
    need: 2
  - id: gaps
    cloze: >-
      Cytokines such as [[interferons|interferon::starts with i]]
      carry [[#m signals]] and [[#m messages]].
    typed: true
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(DECK.encode(), "images.deck.yaml")


def test_a_sound_deck_has_no_problems(reading: Reading) -> None:
    assert reading.problems == ()
    assert reading.left_out == 0


def test_the_keys_of_the_deck_are_read(reading: Reading) -> None:
    deck = reading.deck
    assert deck is not None
    assert (deck.id, deck.written, deck.title, deck.language) == (
        "images-7k3m",
        True,
        "Images for the immune system",
        "en",
    )
    assert (deck.reviewed_on, deck.reviewed_against) == ("2026-03-28", "the clinic's page")
    assert (deck.authors, deck.license, deck.order, deck.tags) == (
        ("Ada", "Bo"),
        "CC BY 4.0",
        10.0,
        ("medicine",),
    )
    assert deck.documents == (
        Document("clinic", "A clinic's explainer", "002.txt", None, "h5d41", None, "2026-01-02"),
        Document("book", "A book"),
    )
    assert deck.include == ("more/*.deck.yaml",)
    assert deck.about == "Images."
    assert deck.notice == "For education, not medical advice."
    assert (deck.line, deck.column) == (2, 1)


def test_the_common_keys_of_a_question_are_read(reading: Reading) -> None:
    assert reading.deck is not None
    brake = reading.deck.questions[0]
    assert (brake.id, brake.written, brake.was, brake.revision) == ("brake", True, ("old-brake",), 2)
    assert (brake.tags, brake.topic, brake.level) == (("biology", "images"), "images", 3)
    assert brake.hints == ("A part of a car.", "You press it.")
    assert (brake.explain, brake.note) == ("It fits.\nReally.", "Check.")
    assert brake.sources == (Source("clinic", 10, 2, "h3c1f9a20", "xii"),)
    assert brake.image == Image("pics/car.png", "A car")
    assert (brake.points, brake.seconds, brake.draft) == (1.5, 30, False)
    assert (brake.line, brake.column) == (20, 5)


def test_each_kind_follows_from_its_keys(reading: Reading) -> None:
    assert reading.deck is not None
    bodies = {question.id: (question.kind, question.body) for question in reading.deck.questions}
    assert bodies == {
        "brake": ("flashcard", Flashcard("Which image?", "Releasing the brake", reverse=True)),
        "drug": (
            "short answer",
            ShortAnswer(
                "Which drugs?",
                "checkpoint inhibitors",
                ("immune checkpoint inhibitors",),
                (Wrong("checkpoint activators", "They press it."), Wrong("brakes")),
                "none",
                case=True,
                accents=True,
            ),
        ),
        "cells": (
            "multiple choice",
            Choice(
                "Which cells?",
                ("T cells", "B cells"),
                (Wrong("Red cells", "They carry oxygen."), Wrong("Platelets")),
                many=True,
                shuffle=False,
                credit="all",
            ),
        ),
        "one": ("multiple choice", Choice("Which one?", ("T cells",), (Wrong("Platelets"),), credit="all")),
        "surgery": ("true/false", TrueFalse("It replaces surgery.", answer=False)),
        "fever": ("numeric", Numeric("How warm?", "3.80e1", "5%", "g", (("mg", "0.001"), ("kg", "1000")))),
        "steps": ("ordering", Ordering("In order?", ("Take", "Change", "Give"), "all")),
        "sides": ("matching", Matching("Match.", (("T cell", "kills"), ("no", "007")), ("sleeps",), "part")),
        "organs": (
            "list",
            ListAnswer("Name two.", (("bone marrow", "marrow"), ("thymus",), ("spleen",)), 2, "all"),
        ),
        "gaps": (
            "cloze",
            Cloze(
                (
                    "Cytokines such as ",
                    Gap("interferons", "interferons", ("interferon",), "starts with i"),
                    " carry ",
                    Gap("m", "signals"),
                    " and ",
                    Gap("m", "messages"),
                    ".",
                ),
                typos="none",
            ),
        ),
    }


def test_defaults_are_replaced_but_their_tags_are_added_to(reading: Reading) -> None:
    assert reading.deck is not None
    by_id = {question.id: question for question in reading.deck.questions}
    assert by_id["steps"].tags == ("biology",)
    assert by_id["steps"].level == 2
    assert by_id["steps"].sources == (Source("book"),)
    assert by_id["drug"].sources == (Source("clinic"), Source("book", page="3"))


def test_drafts_stay_in_the_deck_and_are_marked(reading: Reading) -> None:
    assert reading.deck is not None
    assert [question.id for question in reading.deck.questions if question.draft] == ["one"]


@pytest.mark.parametrize(
    "typed",
    ["no", "on", "yes", "null", "~", "007", "017", "1.10", "12:30", "2024-01-05", "1_000", "=", "<<", "0x1F"],
)
def test_text_stays_what_was_typed(typed: str) -> None:
    data = f"deck: {typed}\nquestions:\n  - question: {typed}\n    answer: {typed}\n    tags: [{typed}]\n"
    reading = read(data.encode(), "x.deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.deck.title == typed
    assert reading.deck.questions[0].body == Flashcard(typed, typed)
    assert reading.deck.questions[0].tags == (typed,)


def test_keys_are_text_too() -> None:
    data = "deck: a\nquestions:\n  - question: a\n    pairs: {no: a, null: b, 1: c, 1.0: d, =: e}\n"
    reading = read(data.encode(), "x.deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    body = reading.deck.questions[0].body
    assert isinstance(body, Matching)
    assert [left for left, _ in body.pairs] == ["no", "null", "1", "1.0", "="]


def test_title_and_id_come_from_the_file_name_where_they_are_missing() -> None:
    data = b"questions:\n  - question: a\n    answer: b\n"
    reading = read(data, "/home/me/My Deck.deck.yaml")
    assert reading.deck is not None
    assert (reading.deck.title, reading.deck.id, reading.deck.written) == ("My Deck", "my-deck", False)
    assert [problem.code for problem in reading.problems] == ["E102"]


def test_a_question_without_an_id_gets_one_of_its_content() -> None:
    one, other = (
        read(f"deck: t\nquestions:\n  - question: a\n    answer: {answer}\n".encode(), "x").deck
        for answer in ("b", "c")
    )
    assert one is not None
    assert other is not None
    assert one.questions[0].id.startswith("~")
    assert len(one.questions[0].id) == 11
    assert not one.questions[0].written
    assert one.questions[0].id != other.questions[0].id


@pytest.mark.parametrize("value", ["true", "True", "TRUE", "yes", "Yes", "'yes'"])
def test_a_statement_takes_any_word_for_true(value: str) -> None:
    reading = read(f"deck: t\nquestions:\n  - statement: a\n    answer: {value}\n".encode(), "x")
    assert reading.deck is not None
    assert reading.deck.questions[0].body == TrueFalse("a", answer=True)


def test_a_deck_that_only_includes_others_is_one() -> None:
    reading = read(b"deck: All\ninclude: '*.deck.yaml'\n", "x.deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.deck.questions == ()


@pytest.mark.parametrize("working", [True, False])
def test_the_garbage_collector_is_left_as_it_was(working: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if working else gc.disable)()
        read(DECK.encode(), "x")
        read(b"\xff" * 9, "x")
        assert gc.isenabled() is working
    finally:
        (gc.enable if before else gc.disable)()


def test_the_values_of_a_deck_need_no_yaml() -> None:
    code = (
        "import sys; from quizapp.deck import codec, identity, kinds, messages, gaps, numbers, layout, read;"
        "sys.exit('yaml' in sys.modules or 'difflib' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_sound_deck_asks_nobody_what_might_have_been_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(name: str, words: list[str]) -> str | None:
        raise AssertionError(f"{name} is a key, and was compared with {words}")

    monkeypatch.setattr("quizapp.deck.records.resembling", never)
    for file in sorted(Path(__file__).parents[2].glob("decks/**/*.deck.yaml")):
        assert read(file.read_bytes(), file.name).deck is not None
