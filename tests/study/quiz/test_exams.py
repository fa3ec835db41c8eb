"""Exams that decks bring along, and files beside them."""

import os
from pathlib import Path

import pytest
from study.quiz.conftest import MIXED, MakeDesk

from quizapp.study.quiz.exams import exams_of

FILE = "format: 1\nexam: Final\ndecks: [{deck}]\ncount: 3\n"


def put(decks: Path, deck: str, name: str = "final") -> None:
    (decks / f"{name}.exam.yaml").write_text(FILE.format(deck=deck), encoding="utf-8")


def test_a_deck_brings_its_own_exam(decks: Path, make_desk: MakeDesk) -> None:
    text = MIXED.replace("id: mixed\n", "id: mixed\nexam: {count: 4, minutes: 5}\n")
    (decks / "mixed.deck.yaml").write_text(text, encoding="utf-8")
    (exam,) = exams_of(make_desk().library, ["mixed"])
    assert (exam.title, exam.decks, exam.path) == ("Mixed", ("mixed",), None)
    assert exam.blueprint.minutes == 5


def test_files_beside_a_deck_name_it_by_id_or_by_file(decks: Path, make_desk: MakeDesk) -> None:
    put(decks, "mixed", "by-id")
    put(decks, "mixed.deck.yaml", "by-file")
    found = exams_of(make_desk().library, ["mixed"])
    assert [exam.path for exam in found] == [decks / "by-file.exam.yaml", decks / "by-id.exam.yaml"]
    assert {exam.decks for exam in found} == {("mixed",)}


def test_an_exam_of_other_decks_or_of_none_at_hand_is_not_offered(decks: Path, make_desk: MakeDesk) -> None:
    put(decks, "missing")
    (decks / "other.deck.yaml").write_text(
        "format: 1\ndeck: Other\nid: other\nquestions:\n  - {id: q, statement: Yes., answer: true}\n",
        encoding="utf-8",
    )
    put(decks, "other", "other")
    assert not exams_of(make_desk().library, ["mixed"])


def test_what_cannot_be_read_is_left_out(decks: Path, make_desk: MakeDesk) -> None:
    (decks / "broken.exam.yaml").write_text("exam: [", encoding="utf-8")
    (decks / "folder.exam.yaml").mkdir()
    assert not exams_of(make_desk().library, ["mixed"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_only_looks_like_a_file_of_the_folder_is_never_read(
    decks: Path, tmp_path: Path, make_desk: MakeDesk
) -> None:
    os.mkfifo(decks / "pipe.exam.yaml")
    put(tmp_path, "mixed", "outside")
    (decks / "link.exam.yaml").symlink_to(tmp_path / "outside.exam.yaml")
    put(decks, "mixed", "inside")
    (decks / "within.exam.yaml").symlink_to(decks / "inside.exam.yaml")
    found = exams_of(make_desk().library, ["mixed"])
    assert [exam.path for exam in found] == [decks / "inside.exam.yaml", decks / "within.exam.yaml"]
