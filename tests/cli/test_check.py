"""`quizapp check`."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli.running import Call

import quizapp
from quizapp.author import check as checking
from quizapp.author.explain import manual
from quizapp.author.lint.table import rules
from quizapp.deck.messages import MESSAGES

ROOT = Path(quizapp.__file__).parent.parent
HEAD = "format: 1\ndeck: Stars\nid: stars\nsources: {b: {title: B, file: b.txt}}\ndefaults: {source: b}\n"
SOUND = """\
questions:
- id: proxima
  question: Which star is nearest to the Sun?
  answer: Proxima Centauri
  wrong: [Sirius, Vega]
  explain: It lies a little over four light-years away, half as far as Sirius.
"""
WARNED = SOUND.replace(
    "Which star is nearest to the Sun?", "Which star was recently found nearest to the Sun?"
)
FLAWED = SOUND.replace("Vega", "None of the above")
SET_ASIDE = FLAWED.replace("- id", "# quizapp: ignore O3 because the exam has it so\n- id")
BROKEN = "questions:\n- {id: x, question: Which?, anser: No}\n" + SOUND.removeprefix("questions:\n")


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Writes a deck file into the folder that is worked in."""
    monkeypatch.chdir(tmp_path)

    def put(questions: str, name: str = "stars.deck.yaml", head: str = HEAD) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(head + questions, encoding="utf-8")
        return path

    return put


def test_a_sound_deck_ends_with_0_and_says_what_was_looked_at(call: Call, write: Callable[..., Path]) -> None:
    write(SOUND)
    done = call("check", "stars.deck.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out == ("1 file, 1 question: S3 and S6 skipped where a document isn't at hand.\n")


def test_a_problem_is_shown_with_its_place_its_line_and_the_cure(
    call: Call, write: Callable[..., Path]
) -> None:
    write(FLAWED)
    done = call("check", "stars.deck.yaml")
    assert done.code == 1
    assert done.out.splitlines()[:4] == [
        "stars.deck.yaml:10:19: error[O3] “None of the above” speaks of the other options",
        "   10 |   wrong: [Sirius, None of the above]",
        "      |                   ^^^^^^^^^^^^^^^^^",
        f"      = {rules()['O3'].cure}",
    ]


def test_problems_of_reading_are_shown_too(call: Call, write: Callable[..., Path]) -> None:
    write(BROKEN)
    done = call("check", "stars.deck.yaml")
    assert done.code == 1
    assert "error[E101]" in done.out
    assert "2 questions" in done.out


def test_warnings_count_only_when_strict(call: Call, write: Callable[..., Path]) -> None:
    write(WARNED)
    done = call("check", ".")
    assert done.code == 0
    assert "warning[S11] “recently”" in done.out
    assert call("check", "--strict", ".").code == 1


def test_notes_are_counted_and_shown_if_asked_for(call: Call, write: Callable[..., Path]) -> None:
    write(SOUND, head=HEAD.partition("sources")[0])
    done = call("check", "--strict", ".")
    assert done.code == 0
    assert "note[S1]" not in done.out
    assert "1 note (--notes shows it)" in done.out
    assert "note[S1]" in call("check", "--notes", ".").out


def test_a_rule_is_set_aside_with_a_reason_and_counted(call: Call, write: Callable[..., Path]) -> None:
    write(SET_ASIDE)
    done = call("check", ".")
    assert done.code == 0
    assert "1 silenced" in done.out


@pytest.mark.parametrize("arguments", [(), ("nowhere.deck.yaml",), ("empty",), ("--format", "xml", ".")])
def test_wrong_use_ends_with_2(call: Call, write: Callable[..., Path], arguments: tuple[str, ...]) -> None:
    write(SOUND).with_name("empty").mkdir()
    done = call("check", *arguments)
    assert done.code == 2
    assert done.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_ends_with_2_and_the_others_are_checked(
    call: Call, write: Callable[..., Path]
) -> None:
    write(FLAWED)
    write(SOUND, "locked.deck.yaml").chmod(0)
    done = call("check", ".")
    assert done.code == 2
    assert "locked.deck.yaml can't be read" in done.err
    assert "error[O3]" in done.out


def test_a_file_that_goes_while_it_is_checked_ends_with_2(
    call: Call, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(FLAWED)
    gone = write(SOUND, "gone.deck.yaml")
    monkeypatch.setattr("quizapp.author.files.find", lambda _paths: (gone, gone.with_name("stars.deck.yaml")))
    gone.unlink()
    done = call("check", ".")
    assert done.code == 2
    assert "gone.deck.yaml can't be read" in done.err
    assert "error[O3]" in done.out


def test_json_has_everything(call: Call, write: Callable[..., Path]) -> None:
    write(WARNED)
    write(SET_ASIDE, "a/b.deck.yaml", HEAD.replace("stars", "b"))
    done = call("check", "--format", "json", ".")
    data: dict[str, Any] = json.loads(done.out)
    assert {key: data[key] for key in ("format", "errors", "warnings", "notes", "unreadable")} == {
        "format": 1,
        "errors": 0,
        "warnings": 1,
        "notes": 0,
        "unreadable": [],
    }
    first, second = sorted(data["files"], key=lambda file: str(file["file"]))
    assert first["file"] == str(Path("a", "b.deck.yaml"))
    assert [(each["code"], each["reason"]) for each in first["silenced"]] == [("O3", "the exam has it so")]
    assert second["problems"] == [
        {
            "code": "S11",
            "severity": "warning",
            "line": 8,
            "column": 28,
            "length": 8,
            "message": "“recently” says nothing to whoever reads it later",
            "cure": "name the year, or leave the word out",
        }
    ]
    assert second["skipped"] == ["S3", "S6"]


def test_github_annotations_are_escaped(call: Call, write: Callable[..., Path]) -> None:
    write(FLAWED, "a,b:100%.deck.yaml")
    done = call("check", "--format", "github", ".")
    assert done.code == 1
    assert done.out == (
        "::error file=a%2Cb%3A100%25.deck.yaml,line=10,col=19,endColumn=36,title=O3::“None of the above” "
        "speaks of the other options; replace it by an option of its own, or let learners choose all that "
        "apply: answer: [first, second]\n"
    )


def test_sarif_names_rules_places_and_reasons(call: Call, write: Callable[..., Path]) -> None:
    write(SET_ASIDE, "s p.deck.yaml")
    write(WARNED, "warned.deck.yaml", HEAD.replace("stars", "warned"))
    done = call("check", "--format", "sarif", ".")
    data = json.loads(done.out)
    assert data["version"] == "2.1.0"
    [run] = data["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"O3", "S11"}
    by_rule = {result["ruleId"]: result for result in run["results"]}
    place = by_rule["O3"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "s%20p.deck.yaml"
    assert place["region"] == {"startLine": 11, "startColumn": 19, "endColumn": 36}
    assert by_rule["O3"]["suppressions"] == [{"kind": "inSource", "justification": "the exam has it so"}]
    assert by_rule["S11"]["level"] == "warning"
    assert "suppressions" not in by_rule["S11"]


def test_two_decks_with_one_id_are_a_problem_of_the_second(call: Call, write: Callable[..., Path]) -> None:
    write(SOUND)
    write(SOUND, "zwei.deck.yaml")
    done = call("check", ".")
    assert done.code == 1
    assert "zwei.deck.yaml:3:1: error[X1] stars.deck.yaml has the same id, stars" in done.out


def test_an_include_that_leads_nowhere_is_a_problem(call: Call, write: Callable[..., Path]) -> None:
    write(SOUND, head=HEAD + "include: [other.deck.yaml]\n")
    done = call("check", ".")
    assert done.code == 1
    assert "error[X2] include 'other.deck.yaml' matches no deck file" in done.out


def test_a_file_that_did_not_change_is_not_read_anew(
    call: Call, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(FLAWED)
    path = write(WARNED, "other.deck.yaml", HEAD.replace("stars", "other"))
    before = call("check", "--notes", ".")
    looked: list[str] = []
    examine = checking.examine

    def watched(data: bytes, path: Path, *rest: Any) -> checking.Report:
        looked.append(path.name)
        return examine(data, path, *rest)

    monkeypatch.setattr(checking, "examine", watched)
    assert call("check", "--notes", ".") == before
    assert looked == []
    path.write_text(path.read_text(encoding="utf-8") + "# end\n", encoding="utf-8")
    assert call("check", "--notes", ".") == before
    assert looked == ["other.deck.yaml"]
    (path.parent / "b.txt").write_text("Some stars are near.", encoding="utf-8")
    call("check", ".")
    assert sorted(looked[1:]) == ["other.deck.yaml", "stars.deck.yaml"]


def test_what_was_kept_of_files_that_are_gone_is_dropped_with_the_next_change(
    call: Call, write: Callable[..., Path], home: Path
) -> None:
    write(FLAWED)
    gone = write(WARNED, "other.deck.yaml", HEAD.replace("stars", "other"))
    call("check", ".")
    gone.unlink()
    write(SOUND)
    call("check", ".")
    [kept] = home.rglob("findings.db")
    with closing(sqlite3.connect(kept)) as findings:
        names = [Path(path).name for (path,) in findings.execute("SELECT path FROM finding")]
    assert names == ["stars.deck.yaml"]


def test_a_cache_that_is_broken_or_has_no_place_costs_only_time(
    call: Call, write: Callable[..., Path], home: Path
) -> None:
    write(FLAWED)
    before = call("check", ".")
    [kept] = home.rglob("findings.db")
    kept.write_bytes(b"rubbish" * 1_000)
    assert call("check", ".") == before
    kept.unlink()
    kept.mkdir()
    assert call("check", ".") == before


def test_a_rule_is_explained_with_its_examples(call: Call) -> None:
    done = call("check", "--explain", "o5")
    assert done.code == 0
    assert done.out.startswith("O5 (warning): The right option is not the longest.\n")
    assert "A line of high ground" in done.out
    assert "A line between two river basins" in done.out


@pytest.mark.parametrize("code", [*rules(), *MESSAGES])
def test_every_code_that_can_be_reported_is_explained(call: Call, code: str) -> None:
    done = call("check", "--explain", code)
    assert done.code == 0
    assert done.out.startswith(code)


def test_all_rules_are_listed_and_one_there_is_not_is_guessed(call: Call) -> None:
    done = call("check", "--explain", "all")
    assert [line.split()[0] for line in done.out.splitlines()] == list(rules())
    wrong = call("check", "--explain", "O55")
    assert wrong.code == 2
    assert "Did you mean O5?" in wrong.err


def test_the_page_of_the_manual_is_that_of_the_table() -> None:
    assert (ROOT / "docs" / "lint.md").read_text(encoding="utf-8") == manual()


def test_what_a_deck_says_never_steers_the_terminal(call: Call, write: Callable[..., Path]) -> None:
    write(FLAWED.replace("Sirius,", '"\\u202eNone of the above",'))
    for form in ("text", "json", "github", "sarif"):
        assert "\u202e" not in call("check", "--format", form, ".").out


def test_a_thousand_files_are_checked_with_progress_told_on_a_terminal_only(
    call: Call, write: Callable[..., Path]
) -> None:
    for number in range(30):
        write(SOUND, f"d/{number}.deck.yaml", HEAD.replace("id: stars", f"id: s{number}"))
    done = call("check", "d")
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith("30 files, 30 questions")


def test_neither_the_version_nor_help_loads_the_rules() -> None:
    for argument in ("--version", "--help"):
        code = (
            f"import sys; sys.argv = ['quizapp', {argument!r}]\nfrom quizapp.cli.main import main\nmain()\n"
        )
        code += "print([name for name in sys.modules if name.startswith('quizapp.author')])"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        )
        assert re.search(r"^\[\]$", done.stdout, re.MULTILINE)
