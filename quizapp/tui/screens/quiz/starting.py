"""The lines at the top of the form: what Enter starts, what can be gone on with, what decks bring along."""

from collections.abc import Iterator, Sequence

from quizapp.deck.blueprint import Blueprint
from quizapp.store.attempts import events
from quizapp.study.desk import Desk
from quizapp.study.quiz.course import fold
from quizapp.study.quiz.exams import Exam
from quizapp.study.quiz.sit import Past
from quizapp.study.quiz.wording import when
from quizapp.text import counted
from quizapp.tui.screens.quiz.choices import Choices, Facts
from quizapp.tui.widgets.form import Line, Sort

_MOST_OPEN = 3
EXAM = "exam:"
"""Begins the names of lines that start an exam; its number follows."""


def first_lines(
    desk: Desk, choices: Choices, facts: Facts, waiting: Sequence[Past], exams: Sequence[Exam]
) -> Iterator[Line]:
    """Yield the lines above the choices."""
    for past in waiting[:_MOST_OPEN]:
        yield Line(past.attempt.id, "Go on", past.attempt.title, _how_far(desk, past), Sort.ACT)
    if waiting:
        yield Line("", "")
    what = "exam" if choices.exam else "practice"
    asked = facts.fit if choices.count is None else min(choices.count, facts.fit)
    if asked:
        yield Line("start", f"Start {what}", counted(asked, "question"), "", Sort.ACT)
    else:
        yield Line("", "", "No question fits what is chosen below.")
    yield Line("", "", _told(choices))
    for number, exam in enumerate(exams):
        yield Line(f"{EXAM}{number}", "Exam", exam.title, _size(exam.blueprint), Sort.ACT)
    yield Line("", "")


def _how_far(desk: Desk, past: Past) -> str:
    course = fold(past.questions, events(desk.store, past.attempt.id))
    done = sum(slot.given is not None for slot in course.slots)
    if course.ended is not None:
        return "handed in, your own marks are missing"
    return f"{done} of {past.questions}, begun {when(past.attempt)}"


def _told(choices: Choices) -> str:
    """Say what happens at zero and when it is interrupted, or that there is no hurry."""
    if not choices.timed:
        return "No time limit. It can be left and gone on with at any time."
    zero = "At zero it is handed in as it is." if choices.minutes else "At zero a question closes."
    runs = choices.clock == "runs"
    return f"{zero} Interrupted, the clock {'runs on' if runs else 'stands still'}."


def _size(blueprint: Blueprint) -> str:
    counts = [part.count for part in blueprint.wanted]
    questions = "" if None in counts else counted(sum(count or 0 for count in counts), "question")
    minutes = f"{blueprint.minutes} min" if blueprint.minutes else ""
    passing = f"{blueprint.passing:g} % to pass" if blueprint.passing is not None else ""
    return ", ".join(part for part in (questions, minutes, passing) if part)
