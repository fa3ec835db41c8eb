"""Attempts at quizzes that the made-up learners of the pictures left behind."""

import random
from collections.abc import Callable
from datetime import timedelta

from quizapp.answer.response import DontKnow, Response, Revealed, Typed
from quizapp.clock import SetClock
from quizapp.deck.blueprint import Blueprint
from quizapp.deck.model import Body
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage

Right = Callable[[Body, str], Response]

EXAM = """\
format: 1
exam: Mock exam on the immune system
decks: [one-of-each-k1nd]
count: 12
minutes: 30
pass: 60%
"""
"""An exam file beside the deck with one question of each kind."""

_MOCK = Blueprint(
    title="Mock exam on the immune system", count=12, minutes=30, passing=60, order="deck", certainty=True
)
PLAIN = Blueprint(title="Words of immunology in many tongues", order="deck")
"""All questions of a deck, in its order."""
_PRACTICE = Blueprint(title="One of each kind", count=12, order="deck", feedback="each", certainty=True)
_SURE = (Certainty.GUESS, Certainty.THINK, Certainty.SURE, Certainty.SURE)


def finished(desk: Desk, right: Right, deck: str, knows: float, *, blueprint: Blueprint = _MOCK) -> None:
    """Sit an exam to its end, knowing so much of it, 0 to 1."""
    chance = random.Random(f"{deck} {knows}")
    quiz = sit.begin(desk, sit.draw(desk, [deck], blueprint, str(knows)))
    for _ in quiz.paper.entries:
        _answer(desk, quiz, right, chance, knows)
        quiz.forward()
    quiz.hand_in()
    while quiz.stage is Stage.MARKING:
        quiz.self_mark(chance.choice((0.5, 1.0)))


def under_way(desk: Desk, right: Right, deck: str, minutes: int) -> None:
    """Begin the exam `minutes` ago, answer most of it, mark two for later, and leave."""
    chance = random.Random("under way")
    now = _clock(desk).now()
    _clock(desk).set(now - timedelta(minutes=minutes))
    quiz = sit.begin(desk, sit.draw(desk, [deck], _MOCK, "7"))
    for number in range(len(quiz.paper.entries)):
        quiz.go(number)
        if number in {2, 7}:
            quiz.mark_later()
        if number not in {4, 7, 11}:
            _answer(desk, quiz, right, chance, 0.8)
    quiz.go(3)
    quiz.leave()
    _clock(desk).set(now)


def practising(desk: Desk, deck: str) -> None:
    """Begin to practise, and leave before the first question."""
    sit.begin(desk, sit.draw(desk, [deck], _PRACTICE, "7")).leave()


def _answer(desk: Desk, quiz: Quiz, right: Right, chance: random.Random, knows: float) -> None:
    _clock(desk).advance(timedelta(seconds=6 + 30 * chance.random()))
    item = quiz.item
    given = right(item.question.body, item.face) if chance.random() < knows else DontKnow()
    if isinstance(given, Revealed):
        given = Typed(("It holds the cell back, as a brake does",))
    quiz.answer(given, None if isinstance(given, DontKnow) else chance.choice(_SURE))


def _clock(desk: Desk) -> SetClock:
    assert isinstance(desk.clock, SetClock)
    return desk.clock
