"""No submitted answer is lost: a sitting dies at every statement and file operation, and is found again."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

import quizapp

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process for each moment")

TESTS = Path(__file__).parents[1]


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory if there is one: it is processes that die here, not disks."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def _die(folder: Path, which: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    places = os.pathsep.join([str(TESTS), str(Path(quizapp.__file__).parents[1])])
    command = [sys.executable, str(TESTS / "reliability" / "dying.py"), str(folder), which]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": places}
    )
    assert done.returncode == 0, done.stderr
    lived, *deaths = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(deaths) == lived["deaths"]
    # Told by what the steps are, not by what the log had: one event each, as soon as they are done.
    several = {"backup": 0, "edit": 3}
    assert lived["counts"] == list(accumulate(several.get(step, 1) for step in lived["steps"]))
    return lived, deaths


def _nothing_is_lost(lived: dict[str, Any], death: dict[str, Any]) -> None:
    said, found = death["said"], death["events"]
    assert said == lived["steps"][: len(said)]
    # All that was acknowledged is there once and in order, and of the rest at most what was being stored.
    assert found == lived["events"][: len(found)]
    counts = [0, *lived["counts"]]
    assert counts[len(said)] <= len(found) <= counts[min(len(said) + 1, len(lived["counts"]))]
    assert death["check"] == []
    assert death["settings"] == []
    assert death["new_per_day"] in ({15} if said else {12, 15})
    assert death["backups"] in ([[[]]] if "backup" in said else [[], [[]]])
    assert death["after"] == found
    assert death["check_after"] == []


def test_no_submitted_answer_is_lost_wherever_a_sitting_is_killed(fast: Path) -> None:
    lived, deaths = _die(fast, "some")
    assert lived["check"] == lived["check_after"] == []
    assert len(deaths) > 100
    for death in deaths:
        _nothing_is_lost(lived, death)


@pytest.mark.long
def test_no_submitted_answer_is_lost_at_any_operation_of_a_sitting(fast: Path) -> None:
    lived, deaths = _die(fast, "all")
    assert [death["number"] for death in deaths] == list(range(1, lived["operations"] + 1))
    for death in deaths:
        _nothing_is_lost(lived, death)
