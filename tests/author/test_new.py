"""A new deck works, says what it is about, and costs nobody a file."""

import io
import json
import os
import re
import shlex
from pathlib import Path

import pytest

from quizapp.author import new
from quizapp.author.schema import MODELINE, NAME, schema_text
from quizapp.cli.commands.new import command
from quizapp.cli.main import main
from quizapp.deck import kinds
from quizapp.deck.read import read
from quizapp.errors import UsageError


def test_a_new_deck_has_a_question_of_each_kind_and_no_problem(tmp_path: Path) -> None:
    begun = new.begin(str(tmp_path / "biology"))
    reading = read(begun.path.read_bytes(), begun.path.name)
    assert begun.path.name == "biology.deck.yaml"
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.deck.title == "Biology"
    assert reading.deck.written
    assert {question.kind for question in reading.deck.questions} == set(kinds.BY_NAME)
    assert begun.questions == len(reading.deck.questions) == len(kinds.KINDS)


def test_two_decks_of_one_name_have_ids_of_their_own() -> None:
    one, two = (new.deck_text("a.deck.yaml", list(new.KINDS)) for _ in range(2))
    assert one != two


def test_the_schema_stands_beside_the_deck_that_names_it(tmp_path: Path) -> None:
    begun = new.begin(str(tmp_path / "a"))
    assert begun.usable
    assert begun.path.read_text(encoding="utf-8").startswith(MODELINE + "\n")
    assert (tmp_path / NAME).read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("kind", list(new.KINDS))
def test_one_kind_can_be_asked_for(kind: str) -> None:
    reading = read(new.deck_text("a.deck.yaml", [kind]).encode(), "a.deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    assert [question.kind for question in reading.deck.questions] == [new.KINDS[kind]]


def test_the_command_offers_the_kinds_there_are() -> None:
    option = next(parameter for parameter in command.params if parameter.name == "kinds")
    assert list(getattr(option.type, "choices", ())) == list(new.KINDS)
    assert set(new.KINDS.values()) == set(kinds.BY_NAME)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("biology", "biology.deck.yaml"),
        ("biology.deck.yaml", "biology.deck.yaml"),
        ("biology.yaml", "biology.deck.yaml"),
        ("biology.yml", "biology.deck.yaml"),
        ("course/2026/cells", "course/2026/cells.deck.yaml"),
        ("v1.2", "v1.2.deck.yaml"),
        ("Zellen: eine Einführung", "Zellen: eine Einführung.deck.yaml"),
        ("-", "-.deck.yaml"),
        ("no", "no.deck.yaml"),
        ("#1", "#1.deck.yaml"),
        ("細胞", "細胞.deck.yaml"),
    ],
)
def test_any_name_that_fits_a_file_makes_a_deck(name: str, file: str, tmp_path: Path) -> None:
    begun = new.begin(str(tmp_path / name))
    assert begun.path == tmp_path / file
    reading = read(begun.path.read_bytes(), begun.path.name)
    assert reading.problems == ()
    assert reading.deck is not None
    assert reading.deck.title


@pytest.mark.parametrize("name", ["", " ", "course/", "..", ".", ".hidden", ".deck.yaml"])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        new.begin(name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.deck.yaml"
    path.write_text("mine")
    with pytest.raises(UsageError, match="Take another name"):
        new.begin(str(tmp_path / "a"))
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.deck.yaml"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError):
        new.begin(str(tmp_path / "a"))
    assert not (tmp_path / "elsewhere").exists()


def test_without_links_nothing_is_overwritten_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    begun = new.begin(str(tmp_path / "a"))
    before = begun.path.read_bytes()
    with pytest.raises(UsageError):
        new.begin(str(tmp_path / "a"))
    assert begun.path.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"a.deck.yaml", NAME}


def test_a_disk_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        new.begin(str(tmp_path / "a"))
    assert list(tmp_path.iterdir()) == []


def test_an_older_schema_of_ours_is_renewed(tmp_path: Path) -> None:
    old = tmp_path / NAME
    old.write_text(json.dumps({"title": "quizapp deck", "type": "object"}))
    assert new.begin(str(tmp_path / "a")).usable
    assert old.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("text", ['{"title": "my own"}', "[]", "no JSON"])
def test_a_file_of_others_by_the_name_of_the_schema_is_left_alone(text: str, tmp_path: Path) -> None:
    other = tmp_path / NAME
    other.write_text(text)
    begun = new.begin(str(tmp_path / "a"))
    assert begun.path.exists()
    assert not begun.usable
    assert other.read_text() == text


def test_the_command_says_what_to_do_next_and_its_advice_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "course/my cells", "--kind", "cloze", "--kind", "list"]) == 0
    said = capsys.readouterr()
    assert said.out == "course/my cells.deck.yaml is there, with 2 questions.\n"
    steps = re.findall(r"^  quizapp (.+?)   ", said.err, re.MULTILINE)
    assert [step.split()[0] for step in steps] == ["check", "preview", "study", "add"]
    for step in steps:
        monkeypatch.setattr("sys.stdin", io.StringIO())
        assert main(shlex.split(step)) == 0, step
    assert main(["new", "course/my cells"]) == 2
    assert "Take another name" in capsys.readouterr().err
    assert main(["new", "x", "--kind", "essay"]) == 2
    assert not Path("x.deck.yaml").exists()


def test_the_command_tells_of_a_schema_that_is_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text("{}")
    assert main(["new", "a"]) == 0
    assert "another file and was left alone" in capsys.readouterr().err
