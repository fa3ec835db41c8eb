"""`quizapp quiz`: how it is called, what it prints, and with which exit code it ends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cli.running import Call

from quizapp.line.quizacts import HELP

ROOT = Path(__file__).parents[2]
RIGHT = "one: alpha\ntwo: beta\n"
WRONG = "one: omega\ntwo: gamma\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(RIGHT)
    return path


@pytest.fixture
def exam(deck: Path) -> Path:
    """An exam's file beside the deck."""
    path = deck.with_name("final.exam.yaml")
    path.write_text("exam: Final\ndecks: greek.deck.yaml\nparts: [{count: 2}]\npass: 60%\nminutes: 5\n")
    return path


def data(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    assert found["format"] == 1
    return found


def test_a_file_of_answers_runs_a_quiz_unattended(call: Call, deck: Path, answers: Path) -> None:
    said = call("quiz", str(deck), "--answers", str(answers), "--json")
    assert said.code == 0
    found = data(said.out)
    assert (found["percent"], found["right"], found["seconds"]) == (100, 2, 180)
    assert {one["card"]: one["given"] for one in found["questions"]} == {
        "greek/one": "alpha",
        "greek/two": "beta",
    }


def test_below_the_pass_mark_it_ends_with_1(call: Call, exam: Path, answers: Path) -> None:
    assert call("quiz", str(exam), "--answers", str(answers)).code == 0
    answers.write_text(WRONG)
    said = call("quiz", str(exam), "--answers", str(answers))
    assert said.code == 1
    assert "0 of 2 points, 0 percent: not passed (60 percent needed)" in said.out


def test_the_same_seed_gives_the_same_paper_and_its_code_too(
    call: Call, deck: Path, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("add", str(deck))
    arguments = ("quiz", "greek", "--seed", "7", "--answers", str(answers), "--json")
    first, second = data(call(*arguments).out), data(call(*arguments).out)
    assert [one["card"] for one in first["questions"]] == [one["card"] for one in second["questions"]]
    assert first["paper"] == second["paper"]
    monkeypatch.setenv("QUIZAPP_NOW", "2026-03-03T10:00+01:00,+90s")
    coded = data(call("quiz", "--paper", first["paper"], "--answers", str(answers), "--json").out)
    assert [one["card"] for one in coded["questions"]] == [one["card"] for one in first["questions"]]
    assert coded["before"][0]["paper"] == first["paper"]


def test_slips_in_a_file_of_answers_are_told_with_line_and_column(
    call: Call, deck: Path, answers: Path
) -> None:
    answers.write_text("on: alpha\ntwo: beat\n")
    said = call("quiz", str(deck), "--answers", str(answers))
    assert said.code == 2
    assert 'answers.yaml:1:1: error[E161] there is no question "on"' in said.err
    assert 'did you mean "one"?' in said.err
    assert 'answers.yaml:2:6: error[E162] "beat" is not among the options' in said.err
    assert 'did you mean "beta"?' in said.err


def test_faults_of_an_exam_are_told_with_line_and_column(call: Call, exam: Path) -> None:
    exam.write_text("exam: Final\ndecks: greek.deck.yaml\nminutes: 0\nparts: [{count: 9}]\n")
    said = call("quiz", str(exam), "--plain")
    assert said.code == 2
    assert "final.exam.yaml:3:10: error[E109]" in said.err
    parts = "parts:\n  - {count: 9, tag: vowl}\n  - {count: 9}\n"
    exam.write_text(f"exam: Final\ndecks: greek.deck.yaml\n{parts}")
    said = call("quiz", str(exam), "--plain")
    assert said.code == 2
    assert "final.exam.yaml:4:21: error[E154]" in said.err
    assert "final.exam.yaml:5:13: error[E153]" in said.err


def test_check_reads_exams_and_says_what_decks_cannot_fill(call: Call, deck: Path, exam: Path) -> None:
    assert call("check", str(exam)).code == 0
    exam.write_text("exam: Final\ndecks: [greek.deck.yaml, nothere]\nparts: [{count: 9}]\n")
    said = call("check", str(exam))
    assert said.code == 1
    assert '2:8: error[E156] there is no deck "nothere"' in said.out
    exam.write_text("exam: Final\ndecks: greek.deck.yaml\nparts: [{count: 9}]\n")
    said = call("check", str(deck.parent), "--format", "json")
    assert said.code == 1
    assert "E153" in said.out
    deck.write_text(deck.read_text().replace("questions:", "exam: {count: 3}\nquestions:"))
    said = call("check", str(deck))
    assert "greek.deck.yaml:4:15: error[E153] 3 are wanted in all, and there are 2" in said.out


def test_a_deck_that_includes_others_is_told_what_they_cannot_fill_together(call: Call, deck: Path) -> None:
    whole = deck.with_name("whole.deck.yaml")
    text = "deck: All\nid: all-1\ninclude: [greek.deck.yaml]\nexam: {count: 3}\nquestions:\n"
    whole.write_text(text + "  - {id: three, question: Third letter?, answer: gamma}\n")
    assert "E15" not in call("check", str(whole)).out
    whole.write_text(whole.read_text().replace("count: 3", "parts: [{count: 4}, {count: 1, tag: none}]"))
    said = call("check", str(whole)).out
    assert "whole.deck.yaml:4:24: error[E153] 4 are wanted" in said
    assert "error[E154]" in said
    whole.write_text(whole.read_text().replace("greek.deck", "gone.deck"))
    said = call("check", str(whole)).out
    assert "error[X2]" in said
    assert "E153" not in said


def test_a_deck_with_an_exam_of_its_own_is_sat_so(call: Call, deck: Path, answers: Path) -> None:
    rules = "exam: {parts: [{count: 1, tag: vowel, points: 4}], pass: 100%}\nquestions:"
    deck.write_text(deck.read_text().replace("questions:", rules))
    found = data(call("quiz", str(deck), "--exam", "--answers", str(answers), "--json").out)
    assert (found["of"], found["pass"], found["passed"], found["exam"]) == (4, 100, True, True)
    found = data(call("quiz", str(deck), "--answers", str(answers), "--json").out)
    assert (found["of"], found["pass"], found["exam"]) == (2, None, False)


def test_options_choose_the_questions(call: Call, deck: Path, answers: Path) -> None:
    chosen = [(("--tag", "VOWEL"), "one")]
    chosen += [(("--kind", kind), "two") for kind in ("multiple choice", "Choice", "multiple-choice")]
    for options, card in chosen:
        found = data(call("quiz", str(deck), *options, "--answers", str(answers), "--json").out)
        assert [one["card"] for one in found["questions"]] == [f"greek/{card}"]
    said = call("quiz", str(deck), "--topic", "none", "--plain")
    assert said.code == 2
    assert 'No question has the topic "none"' in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "This needs a deck"),
        (("--resume", "--past"), "don't go together"),
        (("--paper", "AAAA"), "not the code of a paper"),
        (("greek", "--paper", "AAAA"), "says itself what is asked"),
        (("--resume",), "no quiz to go on with"),
        (("--show", "1"), "There are 0 attempts"),
        (("a.exam.yaml", "b.exam.yaml"), "Only one exam"),
        (("nothere.exam.yaml",), "can't be read"),
        (("nothere",), "There is no deck"),
        (("--json",), "--json shows results"),
        (("--resume", "--minutes", "3"), "--minutes is for a new quiz, not for --resume"),
        (("--past", "--pass", "60"), "--pass is for a new quiz, not for --past"),
        (("--show", "1", "--seed", "3"), "--seed is for a new quiz, not for --show"),
        (("--show", "1", "--answers", "a.yaml"), "--show and --answers don't go together"),
        (("--resume", "--answers", "a.yaml"), "--resume and --answers don't go together"),
        (("--resume", "--show", "1"), "--resume and --show don't go together"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_do(call: Call, arguments: tuple[str, ...], told: str) -> None:
    said = call("quiz", *arguments)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize(("option", "value"), [("--penalty", "all"), ("--pass", "101")])
def test_a_penalty_or_pass_mark_that_is_none_is_told(call: Call, deck: Path, option: str, value: str) -> None:
    said = call("quiz", str(deck), option, value, "--plain")
    assert said.code == 2
    assert f"{option} can't be '{value}'" in said.err


def test_past_attempts_are_listed_and_shown_again(call: Call, deck: Path, answers: Path) -> None:
    call("add", str(deck))
    assert "no past attempts" in call("quiz", "--past").out
    call("quiz", "greek", "--answers", str(answers))
    listed = call("quiz", "greek", "--past").out
    assert re.fullmatch(r"1\. 2026-03-02 10:00, Greek letters: 2 of 2 points, 100 percent\n", listed)
    assert data(call("quiz", "--past", "--json").out)["attempts"][0]["percent"] == 100
    assert "Right answer: alpha" in call("quiz", "--show", "1").out
    assert "There is 1 attempt." in call("quiz", "--show", "2").err


def test_a_past_result_can_still_be_repaired_where_somebody_answers(
    call: Call, deck: Path, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("add", str(deck))
    answers.write_text(WRONG)
    call("quiz", "greek", "--answers", str(answers))
    assert "/repair" not in call("quiz", "--show", "1", typed="/repair\n").out
    monkeypatch.setattr("quizapp.cli.asking.attended", lambda: True)
    said = call("quiz", "--show", "1", typed="/repair\n\n")
    assert "Right answer: alpha" in said.out
    assert "2 questions will be asked soon. Started by that: Greek letters." in said.out
    assert "/repair" not in call("quiz", "--show", "1", "--json").out


def test_a_quiz_left_in_the_middle_is_gone_on_with(call: Call, deck: Path) -> None:
    call("add", str(deck))
    said = call("--plain", "quiz", "greek", "--exam", "--seed", "1", typed="\n/go 1\n/quit\n")
    assert said.code == 0
    assert "'quizapp quiz --resume' goes on" in said.out
    said = call("--plain", "quiz", "--resume", typed="/handin yes\n\n")
    assert said.code == 0
    assert "0 of 2 points" in said.out


def test_the_manual_has_every_command_of_a_quiz_in_plain_lines_and_no_other() -> None:
    manual = (ROOT / "docs" / "quiz.md").read_text(encoding="utf-8")
    table = manual.partition("### In plain lines")[2].partition("After the result")[0]
    rows = re.findall(r"^\| `/([a-z?]+)", table, re.MULTILINE)
    assert set(rows) == set(HELP)


def test_the_exam_of_the_manual_can_be_read() -> None:
    from quizapp.deck.exam import FILE, read_exam

    manual = (ROOT / "docs" / "quiz.md").read_text(encoding="utf-8")
    example = manual.partition("```yaml\n")[2].partition("```")[0]
    assert read_exam(example.encode()).problems == ()
    keys = re.findall(r"^\| `([a-z]+)` \|", manual.partition("| key | means |")[2], re.MULTILINE)
    assert set(keys) == {field.name for field in FILE} - {"format"}
