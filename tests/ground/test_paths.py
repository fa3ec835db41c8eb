"""Where things live, and files that are there wholly or not at all."""

import os
from pathlib import Path

import pytest

from quizapp.paths import HOME_VARIABLE, beginning, make_private, paths_from, shown, write_atomically


def test_a_path_in_the_users_folder_is_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shown(tmp_path / "decks" / "a.deck.yaml") == str(Path("~") / "decks" / "a.deck.yaml")
    assert shown(tmp_path.parent / "b.yaml") == str(tmp_path.parent / "b.yaml")


def test_one_variable_puts_everything_under_one_folder(home: Path) -> None:
    paths = paths_from(os.environ)
    own = [paths.data, paths.config, paths.cache, paths.decks, paths.store, paths.backups, paths.settings]
    assert all(each.is_relative_to(home) for each in [*own, paths.index, paths.log])
    assert len({paths.data, paths.config, paths.cache}) == 3
    assert not home.exists()


def test_a_home_may_be_relative_or_start_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert paths_from({HOME_VARIABLE: "here"}).data == tmp_path / "here" / "data"
    assert paths_from({HOME_VARIABLE: "~/there"}).data == tmp_path / "me" / "there" / "data"


def test_without_it_things_live_where_the_platform_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    paths = paths_from({})
    assert all(each.is_relative_to(tmp_path) for each in (paths.data, paths.config, paths.cache))
    assert "quizapp" in paths.data.parts


def test_shipped_decks_are_there() -> None:
    assert paths_from({HOME_VARIABLE: "x"}).shipped.is_dir()


def test_folders_that_are_made_are_the_users_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "a" / "b")
    assert [(tmp_path / each).stat().st_mode & 0o777 for each in ("", "a", "a/b")] == [0o755, 0o700, 0o700]
    make_private(tmp_path / "a" / "b")


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (500, 11)])
def test_of_a_large_file_only_so_much_is_read_that_one_sees_it_is(
    tmp_path: Path, size: int, read: int
) -> None:
    (tmp_path / "file").write_bytes(b"x" * size)
    assert len(beginning(tmp_path / "file", 10)) == read


def test_a_file_is_replaced_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
