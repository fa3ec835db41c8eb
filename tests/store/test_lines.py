"""An exported log is read within bounds, whoever sent it."""

from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.store import lines
from quizapp.store.lines import lines_of


def test_lines_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes("one\r\nzwei Ä\n\nlast".encode())
    assert list(lines_of(path)) == ["one\r\n", "zwei Ä\n", "\n", "last"]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"12345678901", "a line of more than"), (b"12345\n" * 5, "more than 0 MB"), (b"caf\xe9", "UTF-8")],
)
def test_what_is_no_log_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, why: str
) -> None:
    monkeypatch.setattr(lines, "LONGEST", 10)
    monkeypatch.setattr(lines, "MOST", 24)
    path = tmp_path / "log.jsonl"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=why) as told:
        list(lines_of(path))
    assert told.value.where == str(path)


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        with pytest.raises(StoreError, match="can't be read"):
            list(lines_of(path))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
def test_a_line_without_an_end_is_not_read_to_its_end() -> None:
    with pytest.raises(StoreError, match="a line of more than 16 MB"):
        list(lines_of(Path("/dev/zero")))
