"""Whole sittings, read as they are read aloud. `pytest tests/line --snapshot-update` writes them anew."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

QUESTIONS = {
    "flashcard": (
        """\
- id: brake
  question: Which image fits checkpoint inhibitors?
  answer: Releasing the brake
  reverse: true
  hint: [A part of a car., You press it to stop.]
  explain: A released brake can also do harm.
""",
        ["/hint", "/hint", "/hint", "", "easy", "2", "", "/4", "/quit"],
    ),
    "short-answer": (
        """\
- id: ion
  question: Which ion do plants take nitrogen from?
  answer: nitrate
  accept: [NO3-]
  reject: [{text: ammonia, why: That is a gas.}]
- id: city
  question: Where is the parliament of Australia?
  answer: Canberra
  typed: true
""",
        ["ammonia", "", "Canbera", "/why", "/easy", "/left", "", "no3-", "", "/quit"],
    ),
    "multiple-choice": (
        """\
- id: capital
  question: What is the capital of Australia?
  answer: Canberra
  wrong: [Melbourne, {text: Sydney, why: It is only the largest city.}]
""",
        ["Perth", "4", "1 2", "canberra", "/why", "", "2", "", "/quit"],
    ),
    "choose-all": (
        """\
- id: primes
  question: Which of these are prime?
  answer: ["2", "7"]
  wrong: [{text: "9", why: It is 3 times 3.}, "15"]
""",
        ["1 1", "1 3 4", "", "1 2", "", "/quit"],
    ),
    "true-false": (
        """\
- id: whale
  statement: |
    A whale
    is a fish.
  answer: false
""",
        ["maybe", "t", "", "2", "", "/quit"],
    ),
    "numeric": (
        """\
- id: dose
  question: How much is half of a gram?
  number: 500
  unit: mg
  units: {g: 1000}
""",
        ["half", "", "0.5 g", "", "/quit"],
    ),
    "ordering": (
        """\
- id: order
  question: Put the planets in order, from the sun outwards.
  order: [Mercury, Venus, Earth]
""",
        ["1 2", "1 2 2", "1 2 3", "", "321", "", "/quit"],
    ),
    "matching": (
        """\
- id: capitals
  question: Which capital belongs to which country?
  pairs: {Australia: Canberra, Brazil: Brasília, Canada: Ottawa}
  extra: [Sydney]
""",
        ["a1 b2", "a1 b2 c9", "a1, b2, c-", "", "1 2 3", "", "/quit"],
    ),
    "list": (
        """\
- id: primaries
  question: Name the additive primary colours.
  list: [red, green, "blue | azure"]
""",
        ["Red", "yellow", "", "", "red", "azure", "green", "", "/quit"],
    ),
    "cloze": (
        """\
- id: capitals
  cloze: "[[#south Canberra]] and [[#south Wellington::starts with W]] lie south of [[Jakarta]]."
""",
        ["Canberra", "Auckland", "", "Canberra", "Wellington", "", "", "", "/quit"],
    ),
    "cloze-self-rated": (
        """\
- id: capital
  cloze: The capital of New Zealand is [[Wellington]].
  typed: false
""",
        ["", "", "3", "/undo", "/again", "/quit"],
    ),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_sitting_of_each_kind_reads_as_it_always_did(
    kind: str,
    write_deck: Callable[..., None],
    converse: Callable[..., str],
    snapshot: SnapshotAssertion,
) -> None:
    questions, lines = QUESTIONS[kind]
    write_deck(kind, questions)
    assert converse(lines, kind) == snapshot


STORY = """\
- id: leaf
  question: By what do plants make sugar?
  answer: photosynthesis
  typed: true
- id: cell
  question: Which part of a cell turns sugar into usable energy?
  answer: mitochondrion
  typed: true
  hint: There may be thousands in one cell.
- id: card
  question: Which two fields can be joined?
  answer: Those of the same kind
  source: {doc: book, paragraph: 3}
"""
KEYS = """\
notice: For practice only.
sources:
  book: {title: A small book}
"""


def test_everything_a_learner_can_do_reads_as_it_always_did(
    write_deck: Callable[..., None], converse: Callable[..., str], snapshot: SnapshotAssertion
) -> None:
    write_deck("story", STORY, KEYS)
    lines = [
        *("/?", "/nonsense", "//usr", "/wrong", "/right", "/undo", "/undo", "/undo", "/undo"),
        *("/flag", "/flag 3", "/why", "/repeat", "/suspend", "/undo", "/bury", "/undo", "/reset", "/undo"),
        *("/guess photosynthesis", "", "/hint", "/hint", "mitochondrion", "/good", "/hard", ""),
        *("/source", "/right", "/left", "thought", "/guess", "9", "/1", "/quit", "/left"),
    ]
    assert converse(lines, "story") == snapshot


def test_a_near_miss_has_a_second_try_that_does_not_give_the_answer_away(
    write_deck: Callable[..., None], converse: Callable[..., str]
) -> None:
    write_deck("story", STORY, KEYS)
    said = converse(["fotosynthesys", "photosynthesis", "/quit"], "story")
    first, _, second = said.partition("Once more or go on, 1 of 4: ")
    assert "photosynthesis" not in first
    assert "Right." in second
    assert "Hard: it comes back in 6 min." in second


def test_a_second_try_that_is_not_taken_shows_the_answer(
    write_deck: Callable[..., None], converse: Callable[..., str]
) -> None:
    write_deck("story", STORY, KEYS)
    said = converse(["fotosynthesys", "", "/quit"], "story")
    assert "Answer: photosynthesis\nAgain: it comes back in 1 min." in said
