"""A process that dies at any moment loses nothing that was said to be saved."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import quizapp
from quizapp.store.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process for each moment")

TESTS = Path(__file__).parents[1]
EVENTS = ["start", "study", "study", "void", "study", "override", "adopt", "suspend"]


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory if there is one: it is processes that die here, not disks."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def _killed_everywhere(scenario: str, folder: Path) -> list[Path]:
    """Run the scenario to its death at each operation; returns the folders, the last one of a whole run."""
    places = os.pathsep.join([str(TESTS), str(Path(quizapp.__file__).parents[1])])
    command = [sys.executable, str(TESTS / "store" / "killed.py"), scenario, str(folder)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": places}
    )
    assert done.returncode == 0, done.stderr
    folders = sorted(folder.iterdir())
    assert len(folders) == int(done.stdout)
    return folders


def test_every_answer_that_was_saved_is_there_once_after_a_kill_at_any_statement(fast: Path) -> None:
    folders = _killed_everywhere("append", fast)
    assert len(folders) > 100
    for folder in folders:
        said = (folder / "said").read_text().split()
        with Store.open(folder / "data" / "progress.db") as store:
            kinds = [event.kind.value for event in store.events()]
            # The one that was being saved is there as a whole or not at all.
            assert said == EVENTS[: len(said)]
            assert kinds in (said, EVENTS[: len(said) + 1])
            assert [event.seq for event in store.events()] == list(range(1, len(kinds) + 1))
            assert store.check() == []
    assert (folders[-1] / "said").read_text().split() == EVENTS


def test_a_log_is_there_after_a_kill_at_any_moment_of_a_backup_or_a_restore(fast: Path) -> None:
    folders = _killed_everywhere("copy", fast)
    assert len(folders) > 50
    for folder in folders:
        said = (folder / "said").read_text().split()
        path = folder / "data" / "progress.db"
        assert path.exists()
        with Store.open(path) as store:
            count = len(list(store.events()))
            assert store.check() == []
        kept = list((folder / "data").glob("progress-before-restore-*.db"))
        if "restore" in said:
            assert count == 1
        if "review" in said and count == 1:
            # The backup is in place: what it replaced is beside it.
            with Store.open(kept[0]) as store:
                assert len(list(store.events())) == 2
        for backup in (folder / "backups").glob("progress-*.db"):
            with Store.open(backup, read_only=True) as store:
                assert len(list(store.events())) == 1
