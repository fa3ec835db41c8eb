"""How problems are printed, whole; and that following the cure mends the file."""

import re

import pytest

from quizapp.deck.decoding import text_lines
from quizapp.deck.messages import MESSAGES, cure, render, what
from quizapp.deck.problems import ERROR, Problem
from quizapp.deck.read import read

HEAD = "deck: t\nquestions:\n"


def printed(text: str | bytes, name: str = "t.deck.yaml") -> str:
    data = text if isinstance(text, bytes) else text.encode()
    lines = text_lines(data)
    return "\n".join(render(problem, name, lines) for problem in read(data, name).problems)


WHOLE = {
    HEAD + "  - question: a\n    anser: b\n": """\
t.deck.yaml:4:5: error[E101] a flashcard question has no key "anser"
    4 |     anser: b
      |     ^^^^^
      = did you mean "answer"?""",
    HEAD + "  - question: What is X: the thing?\n    answer: b\n": """\
t.deck.yaml:3:24: error[E011] this text has a colon with a space behind it, which YAML takes for a key
    3 |   - question: What is X: the thing?
      |                        ^
      = put single quotes round the whole text:  question: 'What is X: the thing?'""",
    HEAD + '  - question: "Foo" means what?\n    answer: b\n': """\
t.deck.yaml:3:21: error[E010] text follows the closing quote
    3 |   - question: "Foo" means what?
      |                     ^^^^^^^^^^^
      = put single quotes round the whole text:  question: '"Foo" means what?'""",
    HEAD + "  - question: What is C #1?\n    answer: b\n": """\
t.deck.yaml:3:25: warning[W203] YAML takes “#1?” for a comment
    3 |   - question: What is C #1?
      |                         ^^^
      = put single quotes round the whole text:  'What is C #1?'""",
    HEAD + "  - id: x\n    statement: a\n    answer: yes\n    tolerance: 5\n": """\
t.deck.yaml:6:5: error[E103] "tolerance" belongs to numeric, but "statement" makes this one true/false
    6 |     tolerance: 5
      |     ^^^^^^^^^
      = delete "statement" or delete tolerance""",
    HEAD + "  - question: a\n    answer: b\n    answer: c\n": """\
t.deck.yaml:5:5: error[E016] the key "answer" stands here twice, first on line 4
    5 |     answer: c
      |     ^^^^^^
      = delete one of the two lines""",
    HEAD + "  - question: a\n\tanswer: b\n": """\
t.deck.yaml:4:1: error[E013] a TAB is used for indentation
    4 |     answer: b
      | ^^^^
      = replace it with spaces""",
    HEAD + "  - question: a\n    number: 1,5\n": """\
t.deck.yaml:4:13: error[E112] "number" must be a number such as 12, -1.5, 3/4 or 6.02e23, not "1,5"
    4 |     number: 1,5
      |             ^^^
      = write it like this:  number: 1.5""",
    HEAD + "  - cloze: Die [[Bremse|]] löst\n": """\
t.deck.yaml:3:25: error[E132] this wording is empty
    3 |   - cloze: Die [[Bremse|]] löst
      |                         ^
      = write one, or delete the sign before it""",
    HEAD + "  - question: 免疫とは\n    answer: 免疫\n    level: 免\n": """\
t.deck.yaml:5:12: error[E109] "level" must be a whole number from 1 to 3, not "免"
    5 |     level: 免
      |            ^^
      = write a number from 1 to 3""",
    HEAD + "  - {question: 免疫とは, answer: b, anser: c}\n": """\
t.deck.yaml:3:33: error[E117] a flashcard question has no key "anser", and "answer" is there, on line 3
    3 |   - {question: 免疫とは, answer: b, anser: c}
      |                                     ^^^^^
      = delete one of the two""",
    HEAD + '  - question: "a\\e[31m"\n    answer: b\n': """\
t.deck.yaml:3:15: error[E111] "question" has a character that can't be seen, written with a backslash
    3 |   - question: "a\\e[31m"
      |               ^^^^^^^^^
      = delete it""",
    HEAD + "  - question: a\u202eb\n    answer: b\n": """\
t.deck.yaml:3:16: error[E003] the character U+202E can't be seen and doesn't belong in a deck
    3 |   - question: a\\u202eb
      |                ^^^^^^
      = delete it""",
    "format: 7\ndeck: t\n": """\
t.deck.yaml:1:9: error[E005] the deck is written in format 7, and this quizapp knows formats up to 1
    1 | format: 7
      |         ^
      = update quizapp""",
    "": """\
t.deck.yaml:1:1: error[E006] this is not a deck: a deck is a mapping
      = start with  deck: The title""",
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.items())
def test_a_problem_is_printed_with_place_line_caret_and_cure(text: str, expected: str) -> None:
    assert printed(text) == expected


def test_a_byte_that_is_not_utf8_is_told_with_its_place_and_its_letter() -> None:
    data = (HEAD + "  - question: caf\xe9 au lait\n    answer: b\n").encode("latin-1")
    assert (
        printed(data)
        == """\
t.deck.yaml:3:18: error[E002] the byte 0xE9 is not UTF-8 (1 such in the file); in Windows-1252 it is “é”
    3 |   - question: caf\ufffd au lait
      |                  ^
      = save the file with the encoding UTF-8"""
    )


def test_a_long_line_is_cut_round_the_caret() -> None:
    text = HEAD + f"  - {{question: {'a' * 300}, anser: b, explain: {'c' * 300}}}\n"
    shown = next(line for line in printed(text).splitlines() if "error" not in line)
    assert shown == "    3 | …" + "a" * 58 + ", anser: b, explain: " + "c" * 16 + "…"


def test_a_name_that_would_steer_the_terminal_is_shown_harmless() -> None:
    assert "\x1b" not in printed("", "a\x1b[31m.deck.yaml")


def test_without_the_line_the_rest_is_printed() -> None:
    problem = Problem("E104", ERROR, 7, 3, 1, {"key": "hint"})
    assert render(problem, "x", []) == (
        'x:7:3: error[E104] "hint" has no text\n      = write something behind it, or delete the line'
    )


def test_a_code_nobody_knows_is_printed_as_it_is() -> None:
    assert what(Problem("Z9", ERROR, 1, 1)) == "Z9"


def test_missing_values_never_stop_the_printing() -> None:
    for code in MESSAGES:
        assert render(Problem(code, ERROR, 1, 1), "x", ["text"])


def test_no_sentence_ends_in_a_full_stop() -> None:
    for message in MESSAGES.values():
        assert not message.what.endswith(".")
        assert not message.cure.endswith(".")


QUOTED = [
    "answer: What: that",
    'answer: "Foo" means it',
    "answer: *bold* text",
    "answer: *bold",
    "answer: &amp",
    "answer: !important",
    "answer: %50",
    "answer: @home",
    "answer: `code`",
    "answer: > 5",
    "answer: | 5",
    "answer: [a] b",
    "answer: {a} b",
    "answer: [[a]]",
    "answer: {a: b}",
    "answer: It's: this",
    "answer: C #1",
]


@pytest.mark.parametrize("line", QUOTED)
def test_the_quotes_of_the_cure_mend_the_line(line: str) -> None:
    text = HEAD + f"  - question: a\n    {line}\n"
    (problem,) = read(text.encode(), "x").problems
    key, colon, value = problem.values["quoted"].partition(": ")
    mended = (
        f"    answer: {value}" if colon and key == "answer" else f"    answer: {problem.values['quoted']}"
    )
    lines = text.splitlines()
    lines[problem.line - 1] = mended
    found = read("\n".join(lines).encode(), "x")
    assert found.problems == ()
    assert found.deck is not None
    body = found.deck.questions[0].body
    assert getattr(body, "answer", None) == line.removeprefix("answer: ")


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ("  - question: a\n    anser: b\n", "anser"),
        ("  - qestion: a\n    answer: b\n", "qestion"),
        ("  - question: a\n    answer: b\n    wrongs: [c]\n", "wrongs"),
        ("  - statment: a\n    answer: no\n", "statment"),
        ("  - question: a\n    answer: b\n    Hint: c\n", "Hint"),
        ("  - question: a\n    answer: b\n    explanation: c\n", "explanation"),
    ],
)
def test_the_word_suggested_mends_the_key(entry: str, word: str) -> None:
    (problem,) = read((HEAD + entry).encode(), "x").problems
    assert problem.code == "E101"
    mended = entry.replace(f"{word}:", f"{problem.values['close']}:")
    assert read((HEAD + mended).encode(), "x").problems == ()


@pytest.mark.parametrize(
    "entry",
    [
        "  - question: a\n",
        "  - answer: a\n",
        "  - statement: a\n",
        "  - number: 1\n",
        "  - question: a\n    wrong: [b]\n",
        "  - question: a\n    typed: true\n",
        "  - question: a\n    number: 1\n    units: {mg: 0.001}\n",
    ],
)
def test_the_line_to_add_mends_the_question(entry: str) -> None:
    (problem,) = read((HEAD + entry).encode(), "x").problems
    added = re.fullmatch(r"add  (.*)", cure(problem))
    assert added is not None
    assert read((HEAD + entry + f"    {added[1]}\n").encode(), "x").problems == ()


@pytest.mark.parametrize(
    "entry",
    ["  - question: a\n    answer: b\n    level: 9\n", "  - statement: a\n    answer: perhaps\n"],
)
def test_the_value_to_write_mends_the_line(entry: str) -> None:
    (problem,) = read((HEAD + entry).encode(), "x").problems
    value = "true" if problem.code == "E108" else problem.values["low"]
    lines = (HEAD + entry).splitlines()
    lines[problem.line - 1] = lines[problem.line - 1][: problem.column - 1] + value
    assert read("\n".join(lines).encode(), "x").problems == ()
