"""Damaged decks: what a beginner breaks is told at its place, and following the cure mends the file.

In `cases.txt` a case begins with `=== code name` and the damaged file, with ‸ where the problem is.
Behind `---` stand words of the cure, then the file as it is after the cure was followed to the letter.
Signs that can't be seen stand there as others: → for a TAB, ␣ for a no-break space, ⟲ for U+202E and
↵ for U+2028.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from quizapp.deck.decoding import text_lines
from quizapp.deck.messages import cure, render
from quizapp.deck.read import read

_SIGNS = str.maketrans({"→": "\t", "␣": "\u00a0", "⟲": "\u202e", "↵": "\u2028"})
_CASE = re.compile(r"^=== (\w\d+) (.+)\n(?s:(.*?))^--- (.+)\n", re.MULTILINE)


class Case(NamedTuple):
    """A damaged file, the problem it must have and where, words of the cure, and the mended file."""

    name: str
    code: str
    place: tuple[int, int]
    text: str
    cure: str
    mended: str


def _cases() -> list[Case]:
    text = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8")
    heads = list(_CASE.finditer(text))
    ends = [match.start() for match in heads[1:]] + [len(text)]
    return [_case(match, text[match.end() : end]) for match, end in zip(heads, ends, strict=True)]


def _case(match: re.Match[str], mended: str) -> Case:
    code, name, damaged, words = match.groups()
    before, found, behind = damaged.partition("‸")
    assert found
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Case(name, code, place, (before + behind).translate(_SIGNS), words, mended)


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_damaged_deck_has_one_message_at_the_right_place(case: Case) -> None:
    data = case.text.encode()
    problems = read(data, "t.deck.yaml").problems
    shown = "\n".join(render(problem, "t", text_lines(data)) for problem in problems)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        (case.code, *case.place)
    ], shown
    assert case.cure in cure(problems[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_following_the_cure_mends_the_deck(case: Case) -> None:
    reading = read(case.mended.encode(), "t.deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.left_out == 0


def test_there_are_enough_of_them_and_each_once() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len({case.text for case in CASES}) == len(CASES)


HEAD = "deck: t\nquestions:\n"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ((HEAD + "  - question: café\n    answer: b\n").encode("cp1252"), "E002", (3, 18)),
        ((HEAD + "  - question: a\n    answer: b\n").encode("utf-16"), "W201", (1, 1)),
        (b"GIF89a" + bytes(range(32)) * 4, "E004", (1, 7)),
    ],
    ids=["Windows-1252", "UTF-16", "a picture"],
)
def test_a_file_in_another_encoding_is_told_to_be_saved_as_utf8(
    data: bytes, code: str, place: tuple[int, int]
) -> None:
    problem, *_others = read(data, "t.deck.yaml").problems
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert "UTF-8" in cure(problem)
