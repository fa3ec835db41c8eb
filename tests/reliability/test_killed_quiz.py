"""An exam on the screen is killed twice; it goes on at the same question, and its mark is that of a quiet run."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.answer.response import Chosen, DontKnow, Matched, Response, Revealed, Truth, Typed
from quizapp.clock import SystemClock
from quizapp.deck.model import Choice, Cloze, ListAnswer, Matching, Numeric, ShortAnswer, TrueFalse
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.quiz import sit
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.view import Stage

if sys.platform != "win32":
    from reliability.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

QUESTIONS = 30
KILLED_AFTER = (9, 20)
DONT_KNOW, HAND_IN = "\x1bOR", "\x1b[21~"


@contextmanager
def open_desk(home: Path) -> Iterator[Desk]:
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=SystemClock()) as desk:
        desk.refresh()
        yield desk


def response_to(item: Item, place: int) -> Response:
    """What is given to a question: every fourth time a wrong option, else the right response if one can type it."""
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
            return digits + ("\r" if isinstance(item.question.body, Choice) and item.question.body.many else "")
        case Truth(value):
            return "t" if value else "f"
        case Matched(rights):
            return "".join(str(shown.index(right) + 1) for right in rights if right is not None) + "\r"
        case Typed(texts):
            return "".join(f"{text}\r" for text in texts) + "\r" * isinstance(item.question.body, ListAnswer)
        case Revealed():
            return "\r"
    return DONT_KNOW


def sit_quietly(home: Path, paper: Paper) -> float:
    """The mark of somebody who sits the paper without any disturbance."""
    with open_desk(home) as desk:
        quiz = sit.begin(desk, paper)
        for place, entry in enumerate(paper.entries):
            quiz.answer(response_to(entry.item, place))
            quiz.forward()
        quiz.hand_in()
        while quiz.stage is Stage.MARKING:
            quiz.self_mark(1)
        return quiz.result().short.points


def sit_on_the_screen(home: Path, paper: Paper, *arguments: str) -> None:
    """Sit the paper by keys; the program is killed twice while a next answer is half given."""
    terminal = Terminal(home, "quiz", *arguments)
    assert terminal.until(lambda seen: "Begin" in seen.screen), terminal.transcript
    terminal.type("\r")
    for place, entry in enumerate(paper.entries):
        assert terminal.until(lambda seen, at=place: f"{at + 1} of {QUESTIONS}" in seen.screen), place
        if place in KILLED_AFTER:
            terminal.signal(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
            terminal = Terminal(home, "quiz", "--resume")
            assert terminal.until(lambda seen, at=place: f"{at + 1} of {QUESTIONS}" in seen.screen), place
        terminal.type(keys_of(entry.item, response_to(entry.item, place)))
    assert terminal.until(lambda seen: "Every question is answered" in seen.screen), terminal.screen
    terminal.type(HAND_IN)
    assert terminal.until(lambda seen: "Nothing can be changed" in seen.screen)
    terminal.type("\r")
    cards = sum(entry.item.self_rated for entry in paper.entries)
    for left in range(cards, 0, -1):
        assert terminal.until(lambda seen, more=left: f"{more} to mark yourself" in seen.screen), left
        terminal.type("3")
    assert terminal.until(lambda seen: "points" in seen.screen and "Done" in seen.screen)
    terminal.type("\x11")
    assert terminal.end() == 0


def test_an_exam_killed_twice_ends_with_the_mark_of_an_undisturbed_one(home: Path, tmp_path: Path) -> None:
    with open_desk(home) as desk:
        decks = [entry.id for entry in desk.library.decks()]
        blueprint = sit.PRACTICE
        from dataclasses import replace

        paper = sit.draw(desk, decks, replace(blueprint, count=QUESTIONS, feedback="end", minutes=60), "killed")
    quiet = sit_quietly(tmp_path / "quiet", paper)
    rules = ("--exam", "--count", str(QUESTIONS), "--minutes", "60", "--seed", "killed")
    sit_on_the_screen(home, paper, *decks, *rules)
    with open_desk(home) as desk:
        (attempt,) = sit.past(desk)
        assert attempt.attempt.code == paper.code
        assert attempt.short is not None
        assert 0 < quiet < QUESTIONS
        assert attempt.short.points == quiet
