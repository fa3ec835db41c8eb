"""The table of rules: what it explains is what the rules do."""

import string
from pathlib import Path

import pytest

from quizapp.author.lint.engine import lint
from quizapp.author.lint.table import examples, rules
from quizapp.deck.decoding import text_lines
from quizapp.deck.read import read

# Rules for a whole deck, or for a document, are shown by tests of their own.
SHOWN = list(examples())
HEAD = "format: 1\ndeck: Examples\nsources: {book: {title: A book}}\nquestions:\n"


def codes(entries: str) -> set[str]:
    """The rules that find something in an example."""
    data = (HEAD + entries).encode()
    reading = read(data, "example.deck.yaml")
    assert reading.deck is not None
    assert not reading.problems
    return {problem.code for problem in lint(reading.deck, text_lines(data)).problems}


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_of_a_rule_breaks_it(code: str) -> None:
    assert code in codes(examples()[code].bad)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_of_a_rule_keeps_it(code: str) -> None:
    assert code not in codes(examples()[code].good)


def test_only_rules_for_decks_and_documents_have_no_example() -> None:
    assert set(SHOWN) <= set(rules())
    assert set(rules()) - set(SHOWN) == {"S3", "S6", "B3", "K1", "K2", "X1", "X2"}


@pytest.mark.parametrize("code", rules())
def test_a_rule_says_what_why_and_what_to_do(code: str) -> None:
    rule = rules()[code]
    assert rule.level in ("error", "warning", "note")
    assert all((rule.title, rule.says, rule.cure, rule.why))
    assert not rule.says.endswith(".")
    assert not rule.cure.endswith(".")
    assert [part for _, part, _, _ in string.Formatter().parse(rule.says) if part == ""] == []


def test_every_code_that_the_rules_can_report_is_in_the_table() -> None:
    import re

    folder = Path(__file__).resolve().parents[3] / "quizapp" / "author" / "lint"
    used = {
        code
        for path in (*folder.glob("*.py"), folder.parent / "check.py")
        for code in re.findall(r"\"([A-Z]\d{1,2})\"", path.read_text(encoding="utf-8"))
    }
    assert used == set(rules())
