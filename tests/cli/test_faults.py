"""When the program itself is wrong: a sentence, a log without answers, no traceback."""

import errno
import stat
from pathlib import Path

import pytest
from cli.running import Call

from quizapp.cli import faults
from quizapp.paths import paths_from


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        try:
            int("a secret answer")
        except ValueError as error:
            raise RuntimeError("what was typed: nitrate") from error

    monkeypatch.setattr("quizapp.cli.commands.paths._places", fail)


@pytest.mark.usefixtures("broken")
def test_a_log_that_cannot_be_written_is_told_without_a_traceback(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handler: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("logging.StreamHandler.flush", full)
    said = call("paths")
    assert said.err.endswith("Its log file could not be written: No space left on device.\n")
    assert "Traceback" not in said.err


@pytest.fixture
def log(home: Path) -> Path:
    return paths_from({"QUIZAPP_HOME": str(home)}).log


def test_a_mistake_of_the_program_is_a_sentence_with_the_place_of_the_log(
    call: Call, broken: None, log: Path
) -> None:
    said = call("paths")
    assert said.code == 2
    assert said.out == ""
    assert (
        said.err
        == f"quizapp made a mistake (RuntimeError). Answers already given are safe. Details are in {log}.\n"
    )


def test_the_log_says_where_it_happened_but_not_what_was_typed(call: Call, broken: None, log: Path) -> None:
    call("paths")
    text = log.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "in fail" in text
    assert "nitrate" not in text
    assert "secret" not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_who_looks_for_a_fault_sees_all_of_it(
    call: Call, broken: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_DEBUG", "1")
    assert "RuntimeError: what was typed: nitrate" in call("paths").err


def test_the_log_is_turned_over_before_it_grows(
    call: Call, broken: None, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "LOG_BYTES", 3_000)
    for _ in range(30):
        call("paths")
    files = sorted(log.parent.glob("quizapp.log*"))
    assert len(files) == faults.LOG_FILES
    assert all(file.stat().st_size <= 3_000 for file in files)


def test_a_log_that_cannot_be_written_is_said(call: Call, broken: None, log: Path) -> None:
    log.parent.parent.mkdir(parents=True)
    log.parent.write_text("a file where the folder should be")
    said = call("paths")
    assert said.code == 2
    assert "could not be written" in said.err
