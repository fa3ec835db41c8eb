"""The schema in the language server that editors use. Skipped where Node or the server isn't installed.

npm install --prefix /tmp/server yaml-language-server
export QUIZAPP_YAML_LANGUAGE_SERVER=/tmp/server/node_modules/.bin/yaml-language-server
pytest -m long tests/author/schema
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from author.schema.corpus import Case, cases
from author.schema.editor import CHOSEN, Editor, command
from author.schema.test_schema import SHIPPED

from quizapp.author.new import begin
from quizapp.author.schema import MODELINE, NAME, schema_text
from quizapp.deck.kinds import KINDS
from quizapp.deck.kinds.kind import Kind
from quizapp.deck.layout import COMMON
from quizapp.deck.read import read

# The environment as it was before a test's own home was made of it.
START = command(os.environ)
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(START is None, reason=f"no Node, or no yaml-language-server ({CHOSEN})"),
]
HEAD = f"{MODELINE}\ndeck: t\nquestions:\n"
COMMON_KEYS = {part.name for part in COMMON}
BEGUN = {
    "cloze": "cloze: '[[a]]'",
    "true/false": "statement: a",
    "numeric": "number: 1",
    "ordering": "order: [a, b]",
    "matching": "pairs: {a: b, c: d}",
    "list": "list: [a, b]",
    "multiple choice": "wrong: [a]",
    "short answer": "accept: [a]",
    "flashcard": "reverse: true",
}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / NAME).write_text(schema_text(), encoding="utf-8")
    assert START is not None
    with Editor(START, folder) as started:
        yield started


def keys(editor: Editor, line: int, column: int) -> set[str]:
    """The keys offered; the server repeats required ones under a title of its own."""
    return {
        re.split(r"[:\s]", item["insertText"])[0]
        for item in editor.offered(line, column)
        if item["kind"] == 10 and item["label"] in item["insertText"]
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_only_the_keys_of_the_kind_being_written_are_offered(editor: Editor, kind: Kind) -> None:
    begun = BEGUN[kind.name]
    editor.open(f"{HEAD}  - {begun}\n    \n")
    own = {part.name for part in kind.fields}
    assert keys(editor, 4, 4) == (own | COMMON_KEYS) - {begun.split(":", 1)[0]}


def test_a_question_with_its_answer_may_still_become_another_kind(editor: Editor) -> None:
    editor.open(f"{HEAD}  - question: a\n    answer: b\n    \n")
    offered = keys(editor, 5, 4)
    assert {"reverse", "wrong", "accept", "number", "hint"} <= offered
    assert not offered & {"cloze", "statement", "shuffle", "unit", "need"}


def test_a_new_question_may_be_of_every_kind(editor: Editor) -> None:
    editor.open(f"{HEAD}  - \n")
    labels = {item["label"] for item in editor.offered(3, 4)}
    assert labels >= {kind.name for kind in KINDS}
    assert labels >= {key for kind in KINDS for key in kind.told_by}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_snippet_is_a_question_of_its_kind(editor: Editor, kind: str) -> None:
    editor.open(f"{HEAD}  - \n")
    item = next(
        item for item in editor.offered(3, 4) if item["label"] == kind and "${1:" in item["insertText"]
    )
    assert item["insertTextFormat"] == 2
    # Editors indent what they insert as the line it goes into.
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", item["insertText"]).replace("\n", "\n  ")
    reading = read(f"{HEAD}  - {text}\n".encode(), "x")
    assert reading.problems == ()
    assert reading.deck is not None
    assert [question.kind for question in reading.deck.questions] == [kind]


def test_a_snippet_begins_a_deck(editor: Editor) -> None:
    editor.open(f"{MODELINE}\n\n")
    item = next(
        item for item in editor.offered(1, 0) if item["label"] == "deck" and "${1" in item["insertText"]
    )
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", item["insertText"])
    assert read(text.encode(), "x").problems == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (1, "The title of the deck."),
        (3, "What is asked."),
        (5, "The wrong options"),
        (6, "Hints, shown one after the other."),
    ],
)
def test_pointing_at_a_key_explains_it(editor: Editor, line: int, words: str) -> None:
    editor.open(f"{HEAD}  - question: a\n    answer: b\n    wrong: [c]\n    hint: d\n")
    assert words in editor.explained(line, 5 if line > 2 else 1)


def test_values_that_are_words_are_offered_and_no_others(editor: Editor) -> None:
    editor.open(f"{HEAD}  - question: a\n    answer: b\n    typos: \n")
    assert [item["label"] for item in editor.offered(5, 11)] == ["auto", "none", "1", "2"]
    editor.open(f"{HEAD}  - statement: a\n    answer: \n")
    assert [item["label"] for item in editor.offered(4, 12)] == ["true", "false"]
    editor.open(f"{HEAD}  - question: \n")
    assert editor.offered(3, 14) == []


def test_a_new_deck_has_no_finding(editor: Editor, tmp_path: Path) -> None:
    editor.open(begin(str(tmp_path / "a")).path.read_text(encoding="utf-8"))
    assert editor.findings() == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_decks_have_no_finding(editor: Editor, path: Path) -> None:
    editor.open(f"{MODELINE}\n{path.read_text(encoding='utf-8')}")
    assert editor.findings() == []


@pytest.mark.parametrize("case", cases("good.txt"), ids=lambda case: case.name)
def test_good_decks_have_no_finding(editor: Editor, case: Case) -> None:
    editor.open(f"{MODELINE}\n{case.text}")
    assert editor.findings() == []


@pytest.mark.parametrize("case", cases("bad.txt"), ids=lambda case: case.name)
def test_bad_decks_have_a_finding(editor: Editor, case: Case) -> None:
    editor.open(f"{MODELINE}\n{case.text}")
    assert editor.findings() != []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("question: a\n    answer: [b]", "One answer belongs here"),
        ("question: [[a]]\n    answer: b", "Put single quotes round it"),
        ("cloze: a", "Put [[ and ]] round the words to hide"),
        ("question: a\n    number: 1,5", "Write a number such as 12"),
        ("statement: a\n    answer: maybe", "Write true or false"),
        ("question: a\n    answer: b\n    typos: some", "Write auto, none, 1 or 2"),
        ("question: a\n    anser: b", "Property anser is not allowed"),
        ("question: a", 'Missing property "answer"'),
        ("what", "A question is a mapping"),
    ],
)
def test_findings_say_what_to_do(editor: Editor, entry: str, message: str) -> None:
    editor.open(f"{HEAD}  - {entry}\n")
    assert any(message in found for found in editor.findings())
