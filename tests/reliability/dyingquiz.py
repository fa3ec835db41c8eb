"""Run as a program: sits an exam that is killed twice on the way, and prints what it came to.

`python dyingquiz.py FOLDER STRIDE` sits it undisturbed first, then once for each STRIDE-th statement of that:
killed there in one process, killed in a second one some statements after it took the exam up, and finished
by a third. It prints one line of JSON for each: the result in short, and the answers in words.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from study.quiz.conftest import MIXED
from study.quiz.test_quiz import right

from quizapp.answer.response import Response, Typed
from quizapp.clock import SetClock
from quizapp.deck.blueprint import Blueprint
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
BLUEPRINT = Blueprint(minutes=30, penalty="25%", passing=50)


class Mortal(sqlite3.Connection):
    """A connection that ends the process at a statement; `left` counts down to it."""

    left = -1
    count = 0

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Carry out a statement, and die if it was the one."""
        cursor = super().execute(sql, *values)
        if "attempt" in sql or sql in {"BEGIN IMMEDIATE", "COMMIT"}:
            Mortal.count += 1
            Mortal.left -= 1
            if Mortal.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return cursor


def wanted(quiz: Quiz) -> Response:
    """What is given at last to the question shown: right but for two."""
    if quiz.item.card.question in {"short", "list"}:
        return Typed(("nonsense",))
    return right(quiz)


def sat(home: Path) -> Quiz:
    """Begin the exam, or take it up wherever it was left, and bring it to its end."""
    desk = Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=SetClock(START))
    desk.refresh()
    begun = sit.past(desk)
    if begun:
        quiz = sit.resume(desk, begun[0].attempt.id)
    else:
        quiz = sit.begin(desk, sit.draw(desk, ["mixed"], BLUEPRINT, "dying"))
    for place in range(len(quiz.paper.entries)):
        if quiz.stage is not Stage.ASKING:
            break
        quiz.go(place)
        if quiz.item.card.question == "number" and quiz.given is None:
            quiz.answer(Typed(("7",)))
            quiz.mark_later(later=True)
        if quiz.given != wanted(quiz):
            quiz.answer(wanted(quiz))
    if quiz.stage is Stage.ASKING:
        quiz.hand_in()
    while quiz.stage is Stage.MARKING:
        quiz.self_mark(0.5)
    return quiz


def line_of(quiz: Quiz) -> str:
    """What it came to."""
    result = quiz.result()
    return json.dumps([result.short._asdict(), [(one.given, one.points) for one in result.answers]])


def die(home: Path, statement: int) -> bool:
    """Sit it in a process that is killed at a statement; tell whether it was."""
    child = os.fork()
    if child == 0:
        Mortal.left = statement
        sat(home)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main(folder: Path, stride: int) -> None:
    """Do what the module says."""
    home = folder / "home"
    decks = paths_from({"QUIZAPP_HOME": str(home)}).decks
    decks.mkdir(parents=True)
    (decks / "mixed.deck.yaml").write_text(MIXED, encoding="utf-8")
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=SetClock(START)) as desk:
        desk.refresh()
    connect = sqlite3.connect
    # The stand-in takes what the real one takes.
    sqlite3.connect = lambda *more, **named: connect(*more, **named, factory=Mortal)  # type: ignore[assignment]
    whole = folder / "whole"
    shutil.copytree(home, whole)
    print(line_of(sat(whole)), flush=True)
    for statement in range(1, Mortal.count + 1, stride):
        place = folder / f"killed-{statement}"
        shutil.copytree(home, place)
        if not die(place, statement):
            continue
        die(place, 5 + statement % 17)
        Mortal.left = -1
        print(line_of(sat(place)), flush=True)
        shutil.rmtree(place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
