"""However a sitting is ended from outside, it ends as by quitting, and nothing is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.store.event import Kind
from quizapp.store.store import Store

if sys.platform != "win32":
    from reliability.terminal import PATIENCE, Terminal, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals and signals")

LINE, SCREEN = ("--plain", "study", "d"), ("study", "d")
FRONTS = pytest.mark.parametrize("arguments", [LINE, SCREEN], ids=["line", "screen"])
ENTER_SCREEN, LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture(autouse=True)
def studied(home: Path) -> None:
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "d.deck.yaml").write_text(deck("d", cards(5)), encoding="utf-8")


def _after_an_answer(home: Path, arguments: tuple[str, ...]) -> "Terminal":
    """A sitting with one answer judged and half of the next one typed."""
    terminal = Terminal(home, *arguments)
    plain = "--plain" in arguments
    asks = "Short answer, 1 of" if plain else "Type the answer"
    assert terminal.until(lambda terminal: asks in terminal.screen), terminal.transcript
    terminal.type("answer1\r")
    assert terminal.until(lambda terminal: "Right" in terminal.screen)
    terminal.type("\r")
    assert terminal.until(lambda terminal: ("Short answer, 2 of" if plain else "q 2") in terminal.screen)
    terminal.type("half")
    assert terminal.until(lambda terminal: "half" in terminal.screen)
    return terminal


def _answers(home: Path) -> list[str | None]:
    with Store.open(home / "data" / "progress.db") as store:
        assert store.check() == []
        return [event.response for event in store.events() if event.kind is Kind.STUDY]


# A screen takes Ctrl+C as a key; there nothing sends it as a signal.
@pytest.mark.parametrize(
    ("arguments", "name"),
    [(LINE, "SIGTERM"), (LINE, "SIGHUP"), (LINE, "SIGINT"), (SCREEN, "SIGTERM"), (SCREEN, "SIGHUP")],
    ids=["line-term", "line-hup", "line-int", "screen-term", "screen-hup"],
)
def test_a_signal_ends_a_sitting_as_quitting_does(home: Path, arguments: tuple[str, ...], name: str) -> None:
    terminal = _after_an_answer(home, arguments)
    terminal.signal(getattr(signal, name))
    assert terminal.end() == 0, terminal.transcript
    assert "Traceback" not in terminal.transcript
    assert terminal.transcript.count(ENTER_SCREEN) == terminal.transcript.count(LEAVE_SCREEN)
    assert _answers(home) == ['["typed",["answer1"]]']
    if arguments == LINE:
        assert "Done in this sitting: 1 answer, 1 right" in terminal.transcript


@FRONTS
def test_a_terminal_that_is_closed_ends_the_sitting(home: Path, arguments: tuple[str, ...]) -> None:
    terminal = _after_an_answer(home, arguments)
    terminal.hang_up()
    assert terminal.end() in {0, 141}
    assert _answers(home) == ['["typed",["answer1"]]']
    assert not list(home.glob("cache/*.log*"))


def _piped(home: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "quizapp", *arguments],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_goes_away_is_no_trouble(home: Path) -> None:
    with _piped(home, *LINE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"answer1\n")
        process.stdin.flush()
        while b"Right" not in process.stdout.readline():
            pass
        process.stdout.close()
        process.stdin.write(b"\nanswer2\n\n" * 3)
        process.stdin.close()
        assert process.wait(PATIENCE) == 141
        assert process.stderr.read() == b""
    assert '["typed",["answer1"]]' in _answers(home)


@pytest.mark.parametrize("command", [["decks"], ["due"], ["--help"], ["settings"], ["paths"]])
def test_commands_are_quiet_when_nobody_reads_them(home: Path, command: list[str]) -> None:
    here, there = os.pipe()
    os.close(here)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *command],
            env=environment(home),
            stdout=there,
            stderr=subprocess.PIPE,
            check=False,
            timeout=PATIENCE,
        )
    finally:
        os.close(there)
    assert done.stderr == b""
    assert done.returncode == 141


def test_the_end_of_the_input_is_the_end_of_the_sitting(home: Path) -> None:
    with _piped(home, *LINE) as process:
        said, trouble = process.communicate(b"answer1\n\nanswer2", PATIENCE)
    assert process.returncode == 0
    assert b"Done in this sitting: 2 answers, 2 right" in said
    assert trouble == b""
    assert len(_answers(home)) == 2
