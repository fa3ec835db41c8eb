"""Holds quizzes in lines: from the rules, or where one was left, to the result."""

from collections.abc import Iterable

from quizapp.line.commands import command_of
from quizapp.line.quiz import QuizTalk
from quizapp.line.talk import Ended, Talk
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit, wording
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.quiz import Quiz


def begin(desk: Desk, talk: Talk, paper: Paper, notices: Iterable[str] = ()) -> Quiz | None:
    """Say the rules, and begin when the learner wants to; None if not."""
    for line in (*notices, f"{paper.title}.", *wording.told(paper), f"Paper code: {paper.code}"):
        talk.say(line)
    line = talk.ask("Enter begins, /quit doesn't: ")
    typed = command_of(line)
    if typed is not None and typed.name == "quit":
        return None
    return sit.begin(desk, paper)


def hold(desk: Desk, talk: Talk, wanted: sit.Start) -> int:
    """Hold a quiz from the rules to the result; return the exit code."""
    try:
        if wanted.paper is not None:
            quiz = begin(desk, talk, wanted.paper, wanted.notices)
        else:
            for notice in wanted.notices:
                talk.say(notice)
            quiz = sit.resume(desk, wanted.attempt or "")
            talk.say(f"Going on with {quiz.paper.title}, begun {wording.when(quiz.attempt)}.")
    except Ended:
        return 0
    if quiz is None:
        return 0
    QuizTalk(desk, talk, quiz).run()
    return sit.exit_code(quiz)


def look(desk: Desk, talk: Talk, attempt: str) -> int:
    """Say the result of a finished attempt (its id), with what can be done with it; return the exit code."""
    quiz = sit.resume(desk, attempt)
    QuizTalk(desk, talk, quiz).run()
    return sit.exit_code(quiz)


def hold_for(desk: Desk, talk: Talk, deck: str, *, exam: bool) -> None:
    """Hold a quiz of a deck (its id): the one left in the middle, else practice, else the deck's exam."""
    waiting = [one for one in sit.unfinished(desk) if deck in one.decks]
    if waiting:
        hold(desk, talk, sit.Start(attempt=waiting[0].attempt.id))
        return
    own = (sit.exam_of(desk, deck) or sit.EXAM) if exam else sit.PRACTICE
    at_most = own in (sit.EXAM, sit.PRACTICE)
    hold(desk, talk, sit.Start(sit.draw(desk, [deck], own, at_most=at_most)))
