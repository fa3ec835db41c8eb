"""The preview in plain lines."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.cli.main import main
from quizapp.errors import DeckError
from quizapp.line.preview import HELP, LinePreview
from quizapp.line.talk import StreamTalk

CLOZE = '  - id: gaps\n    cloze: "[[One]] and [[two]]."\n'
Hold = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "d.deck.yaml"
    found.write_text(deck("d", cards(2) + CLOZE), encoding="utf-8")
    return found


@pytest.fixture
def hold(path: Path) -> Hold:
    """Types lines into a preview, then ends the input; returns the whole transcript."""

    def run(lines: Sequence[str], *, asking: bool = True) -> str:
        sink = io.StringIO()
        source = io.StringIO("".join(f"{line}\n" for line in lines))
        LinePreview(path, StreamTalk(source, sink), None).run(asking=asking)
        return sink.getvalue()

    return run


def test_without_anybody_to_ask_everything_is_said_once(hold: Hold) -> None:
    said = hold([], asking=False)
    assert said.index("d.deck.yaml: ") < said.index("Question 1 of 3")
    assert [said.count(f"Question {number} of 3") for number in (1, 2, 3)] == [1, 1, 2]
    assert said.count("Answer: ") == 4
    assert "Short answer, 1 of 3: " not in said


def test_a_response_is_judged_and_another_can_be_tried(hold: Hold) -> None:
    said = hold(["answer2", "answer1", "/quit"])
    assert "Rule another-answer, score 0.00, rated Again in studying.\n" in said
    assert "Rule exact, score 1.00, rated Good in studying.\n" in said
    assert "Question 2 of 3" not in said


def test_enter_shows_the_answer_and_goes_on(hold: Hold) -> None:
    said = hold(["", "/quit"])
    assert "Answer: answer1\n\nQuestion 2 of 3, id q2, line 9.\n" in said


def test_when_the_input_ends_the_rest_is_said(hold: Hold) -> None:
    said = hold([""])
    assert said.count("Answer: ") == 4
    assert said.count("Question 2 of 3") == 2


def test_one_can_go_to_any_question(hold: Hold) -> None:
    said = hold(["/go 3", "/back", "/go q1", "/go nowhere", "/go", "/back", "/quit"])
    places = [line for line in said.splitlines() if " of 3, " in line and line.startswith("Question ")]
    assert [place.split(",")[0] for place in places] == [
        "Question 1 of 3",
        "Question 3 of 3",
        "Question 2 of 3",
        "Question 1 of 3",
    ]
    assert "There is none such." in said
    assert "Say where:" in said
    assert "This is the first question." in said


def test_every_command_that_is_listed_does_something(hold: Hold) -> None:
    said = hold([f"/{name}" for name in HELP if name != "quit"] + ["/dance", "/quit"])
    assert said.count("There is no command") == 1
    assert all(f"/{name} {does}." in said for name, does in HELP.items())


def test_a_save_is_seen_between_two_lines(path: Path) -> None:
    sink = io.StringIO()

    class Saving(StreamTalk):
        def ask(self, prompt: str) -> str:
            line = super().ask(prompt)
            if line == "save":
                path.write_text(deck("d", cards(1, prefix="new") + cards(2)), encoding="utf-8")
            elif line == "break":
                path.write_text(deck("d", cards(1)) + "  - {id: q2, anser: x}\n", encoding="utf-8")
            return line

    talk = Saving(io.StringIO("save\nbreak\n/quit\n"), sink)
    LinePreview(path, talk, None).run(asking=True)
    said = sink.getvalue()
    assert said.count("The file was saved.") == 2
    assert "Question 2 of 3, id q1, line 9." in said
    assert "Until then you see it as it was before." in said


def test_a_file_of_which_nothing_can_be_read_is_told(path: Path, hold: Hold) -> None:
    path.write_text("deck: [", encoding="utf-8")
    said = hold(["x"])
    assert "There is nothing to show yet." in said
    assert "d.deck.yaml:1:" in said


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DeckError):
        LinePreview(tmp_path / "none.deck.yaml", StreamTalk(io.StringIO(), io.StringIO()), None)


def test_the_command_goes_through_a_folder_and_writes_nothing(
    path: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "e.deck.yaml").write_text(deck("e", cards(1, prefix="e")), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    before = sorted(path.parent.iterdir())
    assert main(["preview", "--plain", str(path.parent)]) == 0
    said = capsys.readouterr().out
    assert "Question q 1?" in said
    assert "Question e 1?" in said
    assert sorted(path.parent.iterdir()) == before
    assert not home.exists()


def test_the_command_says_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "none.deck.yaml"]) == 2
    assert "none.deck.yaml" in capsys.readouterr().err
