"""The program itself dies at random instants in a terminal, and every answer it has judged is found again."""

import sys
from functools import partial
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.answer.response import Typed
from quizapp.clock import SystemClock
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

if sys.platform != "win32":
    from reliability.terminal import Terminal, instants

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

CARDS = 200
LINE, SCREEN = ("--plain", "study", "d"), ("study", "d")


@pytest.fixture(autouse=True)
def studied(home: Path) -> None:
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "d.deck.yaml").write_text(deck("d", cards(CARDS)), encoding="utf-8")
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(f"new_per_day = {CARDS}\n", encoding="utf-8")


def _type_lines(terminal: "Terminal") -> int:
    """Answer in lines until the program dies; returns how many answers it has judged."""
    for number in range(1, CARDS + 1):
        terminal.type(f"given {number}\r\r")
        if not terminal.until(partial(_has_judged, number)):
            break
    return _judged_in_lines(terminal)


def _has_judged(number: int, terminal: "Terminal") -> bool:
    return _judged_in_lines(terminal) >= number


def _judged_in_lines(terminal: "Terminal") -> int:
    return terminal.transcript.count("it comes back in")


def _type_on_screen(terminal: "Terminal") -> int:
    """Answer on the screen until the program dies; returns how many answers it has judged."""
    for number in range(1, CARDS + 1):
        terminal.type(f"given {number}\r")
        if not terminal.until(lambda terminal: "Wrong" in terminal.screen):
            return number - 1
        terminal.type("\r")
        if not terminal.until(lambda terminal: "Wrong" not in terminal.screen):
            return number
    return CARDS


def _everything_is_found(home: Path, judged: int) -> None:
    """All answers that were judged are in the log, once and in order; at most one more is."""
    wanted = [f'["typed",["given {number}"]]' for number in range(1, judged + 2)]
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=SystemClock()) as desk:
        assert desk.store.check() == []
        found = [event.response for event in desk.store.events() if event.kind is Kind.STUDY]
        assert found in (wanted[:-1], wanted)
        desk.refresh()
        session = desk.session(Plan(decks=("d",)))
        assert session.stage is Stage.ASKING
        session.answer(Typed(("and on",)))
        assert desk.store.check() == []


def _killed_after(home: Path, seconds: float, *arguments: str) -> int:
    terminal = Terminal(home, *arguments)
    asks = "Short answer, 1 of" if "--plain" in arguments else "Type the answer"
    assert terminal.until(lambda terminal: asks in terminal.screen), terminal.transcript
    timer = terminal.die_in(seconds)
    judged = _type_lines(terminal) if "--plain" in arguments else _type_on_screen(terminal)
    timer.join()
    assert terminal.end() == -9
    _everything_is_found(home, judged)
    return judged


@pytest.mark.parametrize("seconds", instants(3, 1.0))
def test_every_answer_judged_in_lines_is_found_after_a_kill(home: Path, seconds: float) -> None:
    _killed_after(home, seconds, *LINE)


@pytest.mark.parametrize("seconds", instants(3, 2.0))
def test_every_answer_judged_on_the_screen_is_found_after_a_kill(home: Path, seconds: float) -> None:
    _killed_after(home, seconds, *SCREEN)


@pytest.mark.long
@pytest.mark.parametrize("arguments", [LINE, SCREEN], ids=["line", "screen"])
@pytest.mark.parametrize("seconds", instants(20, 3.0))
def test_every_answer_is_found_after_a_kill_at_many_instants(
    home: Path, seconds: float, arguments: tuple[str, ...]
) -> None:
    _killed_after(home, seconds, *arguments)
