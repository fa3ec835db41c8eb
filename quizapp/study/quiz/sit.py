"""Begins, resumes and lists attempts: what front ends and the command start from."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from quizapp import __version__
from quizapp.deck.blueprint import Blueprint
from quizapp.errors import StoreError
from quizapp.store import attempts
from quizapp.store.attempts import Act, Attempt, AttemptEvent, AttemptQuestion
from quizapp.study.desk import Desk
from quizapp.study.quiz import making
from quizapp.study.quiz.course import Course, fold
from quizapp.study.quiz.making import Made
from quizapp.study.quiz.paper import Paper, entry_json, paper_json, thaw
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.result import Result, Short, read_short, result_of
from quizapp.study.quiz.timing import Timer
from quizapp.study.quiz.view import Stage
from quizapp.study.reviews import Services

PRACTICE = Blueprint(count=20, feedback="each")
"""What a quiz is like if nobody says otherwise."""
EXAM = Blueprint(count=30)
"""What an exam is like if neither the deck nor the learner says otherwise."""


class Start(NamedTuple):
    """What a front end is opened with: a paper to begin with, or an attempt (its id) to go on with.

    notices: what the learner should know before.
    """

    paper: Paper | None = None
    attempt: str | None = None
    notices: tuple[str, ...] = ()


class Past(NamedTuple):
    """An attempt in a list. short: the result; None while it isn't finished."""

    attempt: Attempt
    decks: tuple[str, ...]
    questions: int
    short: Short | None


def exam_of(desk: Desk, deck: str) -> Blueprint | None:
    """The exam that a deck (id) says it has, if it does."""
    return desk.library.header(deck).exam


def draw(
    desk: Desk,
    decks: Sequence[str],
    blueprint: Blueprint = PRACTICE,
    seed: str | None = None,
    *,
    at_most: bool = False,
) -> Paper:
    """Draw a paper from decks (ids); nothing is kept yet. See `making.make`.

    at_most: fewer questions than asked for will do. Raises UsageError if the decks can't fill it.
    """
    day = desk.time.moment().day
    return making.make(desk.library, desk.store, decks, blueprint, seed=seed, day=day, at_most=at_most)


def from_code(desk: Desk, code: str) -> Made:
    """Make the paper that a code holds, with notices on what has changed since. Raises UsageError."""
    return making.from_code(desk.library, code)


def begin(desk: Desk, paper: Paper) -> Quiz:
    """Begin an attempt at a paper; it is kept from now on, and can be resumed."""
    moment = desk.time.moment()
    attempt = Attempt(
        os.urandom(16).hex(),
        desk.store.device,
        moment.at,
        moment.offset,
        moment.day,
        desk.front,
        __version__,
        paper.title,
        paper.code,
        paper_json(paper),
    )
    questions = [
        AttemptQuestion(attempt.id, place, entry.item.card.deck, str(entry.item.card), entry_json(entry))
        for place, entry in enumerate(paper.entries)
    ]
    first = AttemptEvent(attempt.id, desk.store.device, 1, moment.at, moment.offset, moment.day, 0, Act.GO, 0)
    attempts.begin(desk.store, attempt, questions, first)
    return _quiz(desk, attempt, paper, fold(len(paper.entries), [first]))


def resume(desk: Desk, name: str) -> Quiz:
    """Take up an attempt (its id) where it was left, with the questions it was begun with.

    If its time is over meanwhile, it is handed in. A finished one can be looked at. Raises StoreError
    if it isn't there or can't be read.
    """
    attempt, paper, course = _load(desk, name)
    quiz = _quiz(desk, attempt, paper, course)
    quiz.take_up()
    return quiz


def unfinished(desk: Desk) -> tuple[Past, ...]:
    """Attempts that were begun and not finished, the newest first."""
    return tuple(_past(found) for found in attempts.unfinished(desk.store))


def past(desk: Desk, decks: Sequence[str] = ()) -> tuple[Past, ...]:
    """Attempts with questions of one of these decks (ids), or all; the newest first."""
    return tuple(_past(found) for found in attempts.listed(desk.store, decks))


def result(desk: Desk, name: str) -> Result:
    """The result of a finished attempt (its id). Raises StoreError as `resume` does."""
    return result_of(*_load(desk, name))


def before(desk: Desk, attempt: Attempt) -> tuple[Past, ...]:
    """Earlier finished attempts to compare with: those at the same paper, else those with the same title.

    The newest first.
    """
    finished = [one for one in past(desk) if one.short is not None and one.attempt.at < attempt.at]
    same = [one for one in finished if one.attempt.code == attempt.code]
    alike = [one for one in finished if one.attempt.title == attempt.title]
    return tuple(same or alike)


def exit_code(quiz: Quiz) -> int:
    """What a program ends with after a quiz: 1 below the pass mark, else 0, also while it isn't finished."""
    return int(quiz.stage is Stage.DONE and quiz.result().short.passed is False)


def _load(desk: Desk, name: str) -> tuple[Attempt, Paper, Course]:
    attempt = attempts.attempt(desk.store, name)
    if attempt is None:
        raise StoreError("There is no such attempt", todo="'quizapp quiz --past' lists them")
    try:
        paper = thaw(attempt, attempts.questions(desk.store, name))
        course = fold(len(paper.entries), attempts.events(desk.store, name))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise StoreError(
            "This attempt can't be read", todo="A newer quizapp may have written it; update this one"
        ) from error
    return attempt, paper, course


def _quiz(desk: Desk, attempt: Attempt, paper: Paper, course: Course) -> Quiz:
    services = Services(desk.library, desk.store, desk.time, desk.settings, desk.front)
    timer = Timer(desk.time, course.spent, attempt.at if paper.rules.runs else None)
    return Quiz(services, attempt, paper, course, timer)


def _past(found: attempts.Listed) -> Past:
    try:
        made = None if found.finish is None else read_short(found.finish)
    except (ValueError, KeyError, TypeError):
        made = None
    return Past(found.attempt, found.decks, found.questions, made)
