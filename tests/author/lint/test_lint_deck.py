"""Rules for whole decks and for documents, and where findings stand."""

import time
from collections.abc import Mapping

import pytest

from quizapp.author.lint.across import at_least, chi_square_tail
from quizapp.author.lint.cues import vowel_sound
from quizapp.author.lint.engine import Outcome, lint
from quizapp.author.lint.stems import spelt
from quizapp.author.lint.table import messages
from quizapp.author.lint.words import akin, sentences, stem
from quizapp.deck.decoding import text_lines
from quizapp.deck.messages import render
from quizapp.deck.problems import Problem
from quizapp.deck.read import read

HEAD = "format: 1\ndeck: Things\nsources: {b: {title: B, file: b.txt}}\ndefaults: {source: b}\n"


def look(questions: str, *, head: str = HEAD, texts: Mapping[str, str] | None = None) -> Outcome:
    data = f"{head}questions:\n{questions}".encode()
    reading = read(data, "things.deck.yaml")
    assert reading.deck is not None, reading.problems
    return lint(reading.deck, text_lines(data), texts)


def codes(outcome: Outcome) -> set[str]:
    return {problem.code for problem in outcome.problems}


def the(code: str, outcome: Outcome) -> Problem:
    return next(problem for problem in outcome.problems if problem.code == code)


def choices(count: int, *, long: int, shuffle: bool = True) -> str:
    """Choices of which the first `long` have the longest option right."""
    rows = []
    for n in range(count):
        right, wrong = ("right thing", "wrong") if n < long else ("right", "wrong thing")
        rows.append(
            f"- {{question: What is number {n}?, answer: {n} {right}, wrong: [{n} {wrong} x, {n} {wrong} y], "
            f"shuffle: {str(shuffle).lower()}}}"
        )
    return "\n".join(rows).replace(" x,", ",").replace(" y]", "er]")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“A red thing”", True),
        ("„Ein rotes Ding“", True),
        ("«Une chose»", True),
        ("‘A red thing’", True),
        ("“A red thing” or “a blue one”", False),
        ("A “red” thing", False),
        ("“A red thing” it was called", False),
    ],
)
def test_curly_quotes_round_a_whole_text_are_noted(text: str, told: bool) -> None:
    found = look(f"- question: What is number 1?\n  answer: {text}\n")
    assert ("X3" in codes(found)) is told
    if told:
        assert (the("X3", found).severity, the("X3", found).line) == ("note", 7)


@pytest.mark.parametrize(("long", "told"), [(10, True), (3, False)])
def test_length_over_the_deck_is_told_beyond_chance(long: int, told: bool) -> None:
    assert ("K2" in codes(look(choices(10, long=long)))) is told


def test_a_right_option_at_one_place_five_times_in_a_row_is_told_where_nothing_is_shuffled() -> None:
    row = "- {{question: What is {0}?, answer: Alpha {0}, wrong: [Beta {0}, Gamma {0}], shuffle: {1}}}\n"
    assert "K1" in codes(look("".join(row.format(n, "false") for n in range(5))))
    assert "K1" not in codes(look("".join(row.format(n, "true") for n in range(5))))


@pytest.mark.parametrize(("true", "told"), [(20, True), (18, True), (13, False), (2, True)])
def test_statements_that_are_mostly_true_or_false_are_noted(true: int, told: bool) -> None:
    rows = "".join(
        f"- {{statement: Thing {n} is blue., answer: {str(n < true).lower()}, explain: It is painted.}}\n"
        for n in range(20)
    )
    assert ("B3" in codes(look(rows))) is told


def test_the_tail_of_chi_square_is_that_of_the_tables() -> None:
    assert chi_square_tail(6.635, 1) == pytest.approx(0.01, abs=1e-4)
    assert chi_square_tail(9.210, 2) == pytest.approx(0.01, abs=1e-4)
    assert chi_square_tail(11.345, 3) == pytest.approx(0.01, abs=1e-4)
    assert chi_square_tail(13.277, 4) == pytest.approx(0.01, abs=1e-4)


def test_the_tail_of_a_binomial_is_its_sum_also_for_very_many() -> None:
    assert at_least(9, 10, 0.5) == pytest.approx(11 / 1024)
    assert at_least(0, 7, 0.25) == pytest.approx(1)
    assert at_least(50_000, 100_000, 0.5) == pytest.approx(0.5, abs=0.01)


TEXT = "The liver makes bile, which helps to break down fat in the first part of the gut, says Smith in 1998."


def test_copied_wording_is_told_where_the_document_is_at_hand() -> None:
    copied = (
        "- question: Which organ makes bile?\n"
        "  answer: The one whose bile helps to break down fat in the first part of the gut"
    )
    assert the("S6", look(copied, texts={"b": TEXT})).severity == "error"
    shorter = "- {question: Which organ makes bile?, answer: 'It can break down fat in the first part of it'}"
    assert the("S6", look(shorter, texts={"b": TEXT})).severity == "warning"
    quoted = "- {question: 'What \"helps to break down fat in the first part\" of us?', answer: Bile}"
    assert "S6" not in codes(look(quoted, texts={"b": TEXT}))


def test_names_and_numbers_that_the_document_lacks_are_told_unless_they_were_added() -> None:
    row = "- {{question: When did somebody like {0} write it?, answer: '{1}', explain: {2}}}"
    assert "S3" not in codes(look(row.format("Smith", "1998", "So he says."), texts={"b": TEXT}))
    assert (
        the("S3", look(row.format("Jones", "1998", "So he says."), texts={"b": TEXT})).values["word"]
        == "Jones"
    )
    assert (
        the("S3", look(row.format("Smith", "1989", "So he says."), texts={"b": TEXT})).values["word"]
        == "1989"
    )
    assert "S3" not in codes(look(row.format("Jones", "1989", "'Added: it is so.'"), texts={"b": TEXT}))


def test_rules_that_need_a_document_are_counted_as_skipped_without_it() -> None:
    row = "- {question: Which organ makes bile?, answer: The liver}"
    assert {"S3", "S6"} <= set(look(row).skipped)
    assert not {"S3", "S6"} & set(look(row, texts={"b": TEXT}).skipped)


def test_a_deck_in_another_language_is_spared_the_rules_for_english_words() -> None:
    row = "- {question: 'NOT a?', answer: Vier, wrong: [All of the above, Always]}"
    head = HEAD + "language: de\n"
    outcome = look(row, head=head)
    assert codes(outcome) == {"E1"}
    assert {"O3", "T2", "K3"} <= set(outcome.skipped)
    assert {"O3", "T2"} <= codes(look(row))


def test_a_deck_that_teaches_a_language_may_hide_little_words() -> None:
    row = (
        "- cloze: The cat has been sitting [[on]] the mat since the morning.\n"
        "  explain: A place needs a preposition."
    )
    assert "C3" in codes(look(row))
    assert "C3" not in codes(look(row, head=HEAD.replace("Things", "English prepositions")))


def test_a_finding_stands_under_the_words_it_is_about() -> None:
    rows = (
        "- id: one\n  question: What do deserts have in common?\n  answer: Little rain falls in them\n"
        "  wrong:\n    - text: They are hot\n      why: Not by night.\n    - They are always dry\n"
        "  explain: >-\n    Antarctica is one of them, though nobody\n    would go there for the sun.\n"
    )
    outcome = look(rows)
    data = f"{HEAD}questions:\n{rows}"
    told = render(the("O9", outcome), "d.deck.yaml", data.splitlines(), messages())
    assert told.splitlines() == [
        "d.deck.yaml:12:7: warning[O9] “always” stands in wrong options only, and marks them as wrong",
        "   12 |     - They are always dry",
        "      |       ^^^^^^^^^^^^^^^^^^^",
        "      = take it out, or use such words in right and wrong options alike",
    ]


def test_thousands_of_like_questions_are_compared_in_little_time() -> None:
    asked = "What is the capital of the country number"
    rows = "".join(
        f"- {{question: {asked} {n} on the list?, answer: Town {n}, explain: It lies there.}}\n"
        for n in range(3_000)
    )
    began = time.process_time()
    look(rows)
    # Comparing each with each takes minutes.
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("text", "vowel"),
    [
        *((text, True) for text in ("hour", "umbrella", "X-ray", "uninteresting", "8-bit", "MRI", "apple")),
        *((text, False) for text in ("unit", "European", "one-eyed", "UN", "house", "user")),
    ],
)
def test_articles_go_by_sound(text: str, vowel: bool) -> None:
    assert vowel_sound(text) is vowel


def test_words_are_akin_by_stem_family_and_compound() -> None:
    assert akin("vibrating", "vibrato")
    assert akin("encryption", "encrypted")
    assert akin("shareholders", "shares")
    assert akin("electric", "electrolysis")
    assert not akin("transport", "transfer")
    assert not akin("cell", "cellar")
    assert stem("studies") == stem("study")


def test_sentences_are_counted_past_abbreviations() -> None:
    assert sentences("Dr. Smith came. He saw e.g. that.") == 2
    assert sentences("no stop") == 1
    assert sentences("One. Two") == 2


def test_options_without_a_letter_are_compared_as_they_stand() -> None:
    found = look("  - {question: Which sign adds two numbers?, answer: '+', wrong: ['-', '− and +', '*']}\n")
    assert "O10" not in codes(found)


def test_two_questions_in_one_are_told_however_far_apart_they_stand() -> None:
    twice = "In which year, by the reckoning of the time, was the bridge built, and by whom was it paid?"
    once = "Which bridge and which tower stood there?"
    assert "T3" in codes(look(f"  - {{question: '{twice}', answer: 1894}}\n"))
    assert "T3" not in codes(look("  - {question: 'Name a tower and who built it there', answer: x}\n"))
    assert "T3" in codes(look(f"  - {{question: '{once}', answer: x}}\n"))


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        ("a purified protein derivative (PPD)", {"PPD"}),
        ("antigen presenting cells (APCs)", {"APC"}),
        ("the PPD (a purified protein)", {"PPD"}),
        ("PPD, stands for purified protein derivative", {"PPD"}),
        ("What does PPD stand for?", {"PPD"}),
        ("an mRNA (a copy), or XPPD)", set()),
    ],
)
def test_an_abbreviation_is_spelt_out_beside_brackets_or_by_a_verb(said: str, letters: set[str]) -> None:
    assert spelt(said) == letters
