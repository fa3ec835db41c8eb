"""Two programs on one home, in turns and at the same time."""

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from support import cards, deck

import quizapp
from quizapp.store.event import Event, Kind
from quizapp.store.store import Store

TESTS = Path(__file__).parents[1]
CARDS = 30
ROUND = 100


class Program:
    """A second program that studies on the same home: it submits as many responses as it is told to."""

    def __init__(self, home: Path, name: str) -> None:
        places = os.pathsep.join([str(TESTS), str(Path(quizapp.__file__).parents[1])])
        self._process = subprocess.Popen(
            [sys.executable, str(TESTS / "reliability" / "answering.py"), str(home), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": places},
        )
        self.submitted: list[str] = []

    def begin(self, count: int) -> None:
        """Let it submit `count` responses; it goes on while others do something."""
        self._in.write(f"{count}\n")
        self._in.flush()

    def wait(self) -> None:
        """Wait until it has submitted what it was told to."""
        while (line := self._out.readline()) != ".\n":
            assert line, "the program has died"
            self.submitted.append(line.rstrip("\n"))

    def end(self) -> None:
        self._in.close()
        assert self._process.wait(30) == 0
        self._out.close()

    @property
    def _in(self) -> IO[str]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _out(self) -> IO[str]:
        assert self._process.stdout is not None
        return self._process.stdout


@pytest.fixture
def shared(home: Path) -> Path:
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "d.deck.yaml").write_text(deck("d", cards(CARDS)), encoding="utf-8")
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(f"new_per_day = {CARDS}\n", encoding="utf-8")
    return home


def _log(home: Path) -> list[Event]:
    """Every event, once it is sure that the log is sound."""
    with Store.open(home / "data" / "progress.db") as store:
        assert store.check() == []
        events = list(store.events())
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert [event.stamp for event in events] == list(range(1, len(events) + 1))
        assert len({event.device for event in events}) == 1
    return events


def _nothing_lost(events: list[Event], *programs: Program) -> None:
    """Everything that a program was told to be stored is there, once, and nothing else."""
    said = sorted(line for program in programs for line in program.submitted)
    assert len(set(said)) == len(said)
    found = [f"{event.card} {event.response}" for event in events if event.kind is Kind.STUDY]
    assert sorted(found) == said


def test_two_programs_on_one_home_answer_in_turns(shared: Path) -> None:
    one, other = Program(shared, "one"), Program(shared, "other")
    for _ in range(8):
        for program in (one, other):
            program.begin(2)
            program.wait()
    one.end()
    other.end()
    assert len(one.submitted) == len(other.submitted) == 16
    _nothing_lost(_log(shared), one, other)


def test_two_programs_on_one_home_answer_at_the_same_time(shared: Path) -> None:
    one, other = Program(shared, "one"), Program(shared, "other")
    for program in (one, other):
        program.begin(1)
        program.wait()
    # Both are ready now. Who is quick may be through before the other's turn comes, so they may try again.
    for _ in range(20):
        for program in (one, other):
            program.begin(ROUND)
        for program in (one, other):
            program.wait()
        if _turns(shared) > 2:
            break
    for program in (one, other):
        program.end()
    assert len(one.submitted) == len(other.submitted) > ROUND
    _nothing_lost(_log(shared), one, other)
    assert _turns(shared) > 2, "neither should wait for the other's end"


def _turns(home: Path) -> int:
    """How often one program's answer followed the other's in the last round."""
    sittings = [event.sitting for event in _log(home) if event.kind is Kind.STUDY][-2 * ROUND :]
    return sum(before != after for before, after in itertools.pairwise(sittings))


def test_several_programs_start_at_once_on_a_new_home(shared: Path) -> None:
    programs = [Program(shared, f"program {number}") for number in range(3)]
    for program in programs:
        program.begin(5)
    for program in programs:
        program.wait()
        program.end()
    _nothing_lost(_log(shared), *programs)
