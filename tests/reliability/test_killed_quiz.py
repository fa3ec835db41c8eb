"""An exam on the screen is killed; it goes on at the same question, and its mark is that of a quiet run."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from quizapp.answer.response import Chosen, DontKnow, Matched, Response, Revealed, Truth, Typed
from quizapp.clock import SystemClock
from quizapp.deck.blueprint import Blueprint
from quizapp.deck.model import Choice, Cloze, ListAnswer, Matching, Numeric, ShortAnswer, TrueFalse
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.quiz import sit
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.result import Result
from quizapp.study.quiz.view import Stage

if sys.platform != "win32":
    from reliability.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

DONT_KNOW, HAND_IN = "\x1bOR", "\x1b[21~"


@contextmanager
def open_desk(home: Path) -> Iterator[Desk]:
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=SystemClock()) as desk:
        desk.refresh()
        yield desk


def response_to(item: Item, place: int) -> Response:
    """What is given to a question: every fourth time a wrong option, else the right response."""
    body = item.question.body
    match body:
        case Choice():
            right = tuple(range(len(body.answers)))
            return Chosen((len(body.answers),)) if place % 4 == 3 and not body.many else Chosen(right)
        case TrueFalse():
            return Truth(body.answer if place % 4 != 3 else not body.answer)
        case ShortAnswer():
            return Typed((body.answer,))
        case Numeric():
            return Typed((body.number,))
        case Matching():
            return Matched(tuple(body.rights.index(right) for _, right in body.pairs))
        case ListAnswer():
            return Typed(tuple(names[0] for names in body.items[: body.need]))
        case Cloze(typed=True):
            return Typed(tuple(gap.wording for gap in body.gaps if gap.face == item.face))
    return Revealed() if item.self_rated else DontKnow()


def keys_of(item: Item, response: Response) -> str:
    """The keys that give a response on the screen."""
    shown = item.layout.options
    match response:
        case Chosen(options):
            digits = "".join(str(shown.index(option) + 1) for option in options)
            return digits + (
                "\r" if isinstance(item.question.body, Choice) and item.question.body.many else ""
            )
        case Truth(value):
            return "t" if value else "f"
        case Matched(rights):
            return "".join(str(shown.index(right) + 1) for right in rights if right is not None) + "\r"
        case Typed(texts):
            return "".join(f"{text}\r" for text in texts)
        case Revealed():
            return "\r"
    return DONT_KNOW


def shows(text: str, terminal: "Terminal") -> bool:
    return text in terminal.screen


def wait(terminal: "Terminal", text: str) -> None:
    """Wait until a text is on the screen."""
    assert terminal.until(partial(shows, text)), f"{text}\n{terminal.screen}"


def give(terminal: "Terminal", item: Item, response: Response) -> None:
    """Give a response on the screen; the names of a list one by one, as people type them."""
    if isinstance(item.question.body, ListAnswer) and isinstance(response, Typed):
        for text in response.texts:
            terminal.type(f"{text}\r")
            wait(terminal, f"[x]  {text}")
        terminal.type("\r")
    else:
        terminal.type(keys_of(item, response))


def sit_quietly(home: Path, paper: Paper) -> Result:
    """The result of somebody who sits the paper without any disturbance."""
    with open_desk(home) as desk:
        quiz = sit.begin(desk, paper)
        for place, entry in enumerate(paper.entries):
            quiz.answer(response_to(entry.item, place))
            quiz.forward()
        quiz.hand_in()
        while quiz.stage is Stage.MARKING:
            quiz.self_mark(1)
        return quiz.result()


def sit_on_the_screen(home: Path, paper: Paper, killed_at: tuple[int, ...], *arguments: str) -> None:
    """Sit the paper by keys; the program is killed while these questions are shown."""
    terminal = Terminal(home, "quiz", *arguments)
    wait(terminal, "Begin")
    terminal.type("\r")
    total = len(paper.entries)
    for place, entry in enumerate(paper.entries):
        wait(terminal, f"{place + 1} of {total}")
        if place in killed_at:
            terminal.signal(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
            terminal = Terminal(home, "quiz", "--resume")
            wait(terminal, f"{place + 1} of {total}")
        give(terminal, entry.item, response_to(entry.item, place))
    wait(terminal, "Every question is answered")
    terminal.type(HAND_IN)
    wait(terminal, "Nothing can be changed")
    terminal.type("\r")
    for left in range(sum(entry.item.self_rated for entry in paper.entries), 0, -1):
        wait(terminal, f"{left} to mark yourself")
        terminal.type("3")
    wait(terminal, "Next question")
    terminal.type("\x11")
    assert terminal.end() == 0


@pytest.mark.parametrize(
    ("questions", "killed_at"), [(5, (3,)), pytest.param(30, (9, 20), marks=pytest.mark.long)]
)
def test_an_exam_that_was_killed_ends_with_the_mark_of_an_undisturbed_one(
    home: Path, tmp_path: Path, questions: int, killed_at: tuple[int, ...]
) -> None:
    with open_desk(home) as desk:
        decks = [entry.id for entry in desk.library.decks()]
        paper = sit.draw(desk, decks, Blueprint(count=questions, minutes=60), "killed")
    quiet = sit_quietly(tmp_path / "quiet", paper)
    rules = ("--exam", "--count", str(questions), "--minutes", "60", "--seed", "killed")
    sit_on_the_screen(home, paper, killed_at, *decks, *rules)
    with open_desk(home) as desk:
        (attempt,) = sit.past(desk)
        assert attempt.attempt.code == paper.code
        found = sit.result(desk, attempt.attempt.id)
        assert [one.given for one in found.answers] == [one.given for one in quiet.answers]
        assert found.short.points == quiet.short.points
        assert quiet.short.points > 0
