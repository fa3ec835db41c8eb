"""Deck files, written back whole or not at all."""

import os
from pathlib import Path

import pytest

from quizapp.author.files import find, rewrite, split
from quizapp.errors import DeckError, UsageError


def test_a_file_is_replaced_with_its_rights_and_through_links(tmp_path: Path) -> None:
    path, link = tmp_path / "d.deck.yaml", tmp_path / "link.deck.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    rewrite(link, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert names_in(tmp_path) == ["d.deck.yaml", "link.deck.yaml"]


def test_a_crash_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.deck.yaml"
    path.write_bytes(b"old")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    for step in ("quizapp.author.files.os.fsync", "quizapp.author.files.Path.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(step, crash)
            with pytest.raises(KeyboardInterrupt):
                rewrite(path, b"old", b"new")
        assert path.read_bytes() == b"old"
        assert names_in(tmp_path) == ["d.deck.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.deck.yaml"
    path.write_bytes(b"somebody else's")
    with pytest.raises(DeckError, match="changed in the meantime"):
        rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"somebody else's"
    with pytest.raises(DeckError, match="can't be written"):
        rewrite(tmp_path / "none" / "d.deck.yaml", b"old", b"new")


def test_files_and_folders_are_found_once_each(tmp_path: Path) -> None:
    for name in ("a.deck.yaml", "in/b.deck.yml", "in/c.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("deck: D")
    names = [str(path.relative_to(tmp_path)) for path in find([tmp_path, tmp_path / "a.deck.yaml"])]
    assert names == ["a.deck.yaml", "in/b.deck.yml"]
    assert find([tmp_path / "in" / "c.yaml"]) == (tmp_path / "in" / "c.yaml",)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no deck files"):
        find([tmp_path / "empty"])
    with pytest.raises(UsageError, match="no such file"):
        find([tmp_path / "none"])


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_of_a_folder_only_exams_that_are_its_own_files_are_checked(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "sound.exam.yaml").write_text("exam: A\n")
    os.mkfifo(folder / "pipe.exam.yaml")
    (tmp_path / "outside.exam.yaml").write_text("exam: B\n")
    (folder / "link.exam.yaml").symlink_to(tmp_path / "outside.exam.yaml")
    assert split([folder]).exams == (folder / "sound.exam.yaml",)
