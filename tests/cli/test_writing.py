"""Files that commands write: whole or not at all, and nobody else's business."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.cli.writing import check_free, write
from quizapp.errors import UsageError


def test_a_file_is_its_owners_alone_and_its_pieces_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    assert write(file, ["one\n", "two\r\n"]) == 2
    assert file.read_bytes() == b"one\ntwo\r\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_breaks_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise RuntimeError

    file = tmp_path / "page.html"
    file.write_text("before")
    with pytest.raises(RuntimeError):
        write(file, pieces())
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert file.read_text() == "before"


def test_a_link_laid_where_it_is_written_first_leads_nowhere(tmp_path: Path) -> None:
    other = tmp_path / "precious"
    other.write_text("kept")
    file = tmp_path / "page.html"
    (tmp_path / f".page.html.{os.getpid()}.part").symlink_to(other)
    write(file, ["page"])
    assert (other.read_text(), file.read_text()) == ("kept", "page")


def test_a_place_that_takes_nothing_is_named_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("before")
    with pytest.raises(UsageError, match="There is a file of that name"):
        check_free(file, force=False)
    check_free(file, force=True)
    with pytest.raises(UsageError, match="no such folder"):
        check_free(tmp_path / "none" / "page.html", force=True)
    with pytest.raises(UsageError, match="can't be written"):
        write(file / "below", ["page"])
