"""What the reader takes, the schema takes; what it refuses, the schema refuses, but for what it can't see."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from author.schema.corpus import Case, cases, parsed
from deck.making import decks, written
from hypothesis import given
from jsonschema import Draft7Validator

import quizapp
from quizapp.author import shapes
from quizapp.author.schema import schema, schema_text
from quizapp.cli.commands.schema import command
from quizapp.deck.fields import Shape
from quizapp.deck.kinds import KINDS
from quizapp.deck.layout import COMMON, DECK_KEYS
from quizapp.deck.model import Deck
from quizapp.deck.problems import ERROR
from quizapp.deck.read import read

SHIPPED = sorted((Path(quizapp.__file__).parent.parent / "decks").rglob("*.deck.yaml"))
SCHEMA: dict[str, Any] = json.loads(schema_text())
CHECKER = Draft7Validator(SCHEMA)


def found_by_reader(text: str) -> set[str]:
    return {problem.code for problem in read(text.encode(), "x").problems if problem.severity == ERROR}


def found_by_schema(text: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in CHECKER.iter_errors(parsed(text))]


def names(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", cases("good.txt"), ids=names)
def test_good_decks_pass_both(case: Case) -> None:
    assert found_by_reader(case.text) == set()
    assert found_by_schema(case.text) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_decks_pass_the_schema(path: Path) -> None:
    assert found_by_schema(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("case", cases("bad.txt"), ids=names)
def test_bad_decks_fail_both(case: Case) -> None:
    assert case.code in found_by_reader(case.text)
    assert found_by_schema(case.text) != []


@pytest.mark.parametrize("case", cases("reader_only.txt"), ids=names)
def test_what_only_the_reader_sees_passes_the_schema(case: Case) -> None:
    assert case.code in found_by_reader(case.text)
    assert found_by_schema(case.text) == []


@given(decks())
def test_whatever_the_reader_takes_the_schema_takes(deck: Deck) -> None:
    text = written(deck)
    assert found_by_reader(text) == set()
    assert found_by_schema(text) == []


def test_it_is_a_sound_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema() == SCHEMA


def test_every_key_is_told_with_title_description_and_example() -> None:
    for kind in KINDS:
        properties = SCHEMA["definitions"][re.sub("[ /]", "-", kind.name)]["properties"]
        assert list(properties) == [part.name for part in (*kind.fields, *COMMON)]
        for part in kind.fields:
            assert kind.name in properties[part.name]["title"]
            assert properties[part.name]["description"] == part.help
    for part in DECK_KEYS:
        assert SCHEMA["properties"][part.name]["description"] == part.help
        assert part.name in SCHEMA["properties"][part.name]["title"]
    assert "Example: `hint: [It is short.]`" in SCHEMA["definitions"]["hint"]["markdownDescription"]


def test_every_expression_reads_the_same_in_javascript() -> None:
    """With the flag u, JavaScript knows no named groups of Python's and no needless backslashes."""
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_text())
    assert len(patterns) > 50
    for pattern in {json.loads(text) for text in patterns}:
        assert "(?P" not in pattern
        assert set(re.findall(r"\\(.)", pattern)) <= set(r"^$\.*+?()[]{}|/-dDwWsSbBu"), pattern


def test_a_shape_without_a_schema_is_not_passed_over() -> None:
    class Odd:
        def read(self, *_arguments: object) -> None:
            """Read nothing."""

    odd: Shape = Odd()
    with pytest.raises(TypeError, match="no schema"):
        shapes.of(odd)


@pytest.mark.parametrize("high", [1, 3, 10, 99, 200, 9_999, 86_400])
def test_whole_numbers_in_quotes_are_held_to_their_range(high: int) -> None:
    pattern = re.compile(f"(?:{shapes._up_to(high)})")
    for number in (0, 1, 2, 9, 10, 11, 99, 100, 101, 199, 200, 201, high - 1, high, high + 1, high * 10):
        assert bool(pattern.fullmatch(str(number))) == (1 <= number <= high)


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    command.main([], standalone_mode=False)
    assert json.loads(capsys.readouterr().out) == SCHEMA
