"""What an edit will do, said beforehand."""

import subprocess
from pathlib import Path

import pytest

from quizapp.author.diff import Line, compared, sides, since_commit
from quizapp.errors import QuizappError

OLD = """\
deck: D
id: d
questions:
- {id: same, question: A?, answer: a}
- {id: reworded, question: B?, answer: b}
- {id: answer, question: C?, answer: c}
- {id: renamed, question: D?, answer: d}
- {id: gone, question: E?, answer: e}
- {id: afresh, question: F?, answer: f}
- {id: draft, question: G?, answer: g}
"""
NEW = """\
deck: D
id: d
questions:
- {id: same, question: "a?", answer: a}
- {id: reworded, question: B or so?, answer: b}
- {id: answer, question: C?, answer: see}
- {id: another, was: renamed, question: D?, answer: dee}
- {id: new, question: H?, answer: h}
- {id: afresh, question: F?, answer: f, revision: 2}
- {id: draft, question: G?, answer: g, draft: true}
"""


def told(lines: list[Line]) -> dict[str, tuple[str, str, str]]:
    return {
        line.change.new or line.change.old or "": (line.change.fate.value, line.place, line.means)
        for line in lines
    }


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_every_fate_is_told_with_its_place_and_what_it_means(tmp_path: Path) -> None:
    old, new = put(tmp_path / "old.yaml", OLD), put(tmp_path / "new.yaml", NEW)
    asked = "learners are told once and asked again soon"
    gone = "it isn't asked any more; what was answered stays in the log"
    assert told(compared(*sides(old, new))) == {
        "d/same": ("same", f"{new}:4", "nothing changes"),
        "d/reworded": ("reworded", f"{new}:5", "progress stays"),
        "d/answer": ("answer changed", f"{new}:6", f"progress stays; {asked}"),
        "d/another": ("renamed", f"{new}:7", f"progress comes along; the answer changed: {asked}"),
        "d/new": ("new", f"{new}:8", "learners meet it as a new card"),
        "d/afresh": ("same", f"{new}:9", "its revision was raised: everyone starts afresh with it"),
        "d/gone": ("gone", f"{new}:8", gone),
        "d/draft": ("gone", f"{new}:10", gone),
    }


def test_of_two_folders_what_moved_between_decks_is_found(tmp_path: Path) -> None:
    question = "questions:\n- {id: q, question: A?, answer: a}\n"
    put(tmp_path / "old" / "d.deck.yaml", f"deck: D\nid: d\n{question}- {{question: B?, answer: b}}\n")
    put(tmp_path / "new" / "d.deck.yaml", "deck: D\nid: d\nquestions:\n- {question: B?, answer: b}\n")
    put(tmp_path / "new" / "in" / "e.deck.yaml", f"deck: E\nid: e\n{question}")
    lines = compared(*sides(tmp_path / "old", tmp_path / "new"))
    assert [(line.change.fate.value, line.change.new) for line in lines][-1] == ("moved", "e/q")
    assert lines[-1].place == "in/e.deck.yaml:4"
    assert lines[0].change.fate.value == "same"


def test_two_files_without_ids_are_compared_as_one_deck(tmp_path: Path) -> None:
    old = put(tmp_path / "old.deck.yaml", "deck: D\nquestions:\n- {question: A?, answer: a}\n")
    new = put(tmp_path / "new.deck.yaml", "deck: D\nquestions:\n- {question: A?, answer: b}\n")
    (line,) = compared(*sides(old, new))
    assert line.change.fate.value == "answer changed"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_file_or_folder_is_compared_with_the_last_commit(tmp_path: Path) -> None:
    path = put(tmp_path / "course" / "d.deck.yaml", OLD)
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "x")
    put(path, NEW)
    for side in (path, tmp_path / "course", tmp_path):
        fates = {key: fate for key, (fate, _, _) in told(compared(*since_commit(side))).items()}
        assert fates["d/another"] == "renamed"
        assert fates["d/gone"] == "gone"


def test_what_can_not_be_compared_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "d.deck.yaml", OLD)
    broken = put(tmp_path / "broken.deck.yaml", "deck: D\nquestions:\n- {question: A?}\n")
    with pytest.raises(QuizappError, match="file and a folder"):
        compared(*sides(path, tmp_path))
    with pytest.raises(QuizappError, match="no such file"):
        compared(*sides(tmp_path / "none", path))
    with pytest.raises(QuizappError, match=r"broken\.deck\.yaml:3:"):
        compared(*sides(broken, path))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(QuizappError, match="git has no earlier state"):
        since_commit(path)
    git(tmp_path, "init")
    with pytest.raises(QuizappError, match="git has no earlier state"):
        since_commit(path)
    with pytest.raises(QuizappError, match="git has no earlier state"):
        since_commit(tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(QuizappError, match="git isn't installed"):
        since_commit(path)
