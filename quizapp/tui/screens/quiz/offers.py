"""Which keys of the sitting screen fit where a quiz stands, and what is said in its bar."""

from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage
from quizapp.tui.screens.quiz.words import left
from quizapp.tui.widgets.askbar import Say

SURE = {
    Certainty.GUESS: Say("1", "Guess"),
    Certainty.THINK: Say("2", "Think so"),
    Certainty.SURE: Say("3", "Sure"),
}
MARKS = {
    0.0: Say("1", "✗ Wrong", "wrong"),
    0.5: Say("2", "◐ Partly", "partly"),
    1.0: Say("3", "✓ Right", "right"),
}


def offered(quiz: Quiz, action: str, *, waiting: bool, focused: bool) -> bool | None:
    """Tell whether an action can be taken. waiting: for how sure the learner is; focused: something is."""
    stage = quiz.stage
    match action:
        case "certain" | "unsay":
            return waiting
        case "leave":
            return not waiting
        case "mark":
            return stage in {Stage.REVEALED, Stage.MARKING}
        case "next":
            return not waiting and (stage is Stage.JUDGED or (stage is Stage.ASKING and not quiz.can_answer))
        case "type":
            return quiz.can_answer and not focused and not waiting
        case "dont_know":
            return quiz.can_answer and not waiting
        case "withdraw":
            return quiz.paper.rules.exam and quiz.can_answer and quiz.given is not None and not waiting
        case "forward" | "previous":
            last = quiz.place + 1 == len(quiz.paper.entries)
            there = not last if action == "forward" else quiz.place > 0
            return there and not waiting and stage not in {Stage.MARKING, Stage.DONE}
        case "later" | "overview" | "hand_in":
            return not waiting and stage not in {Stage.MARKING, Stage.DONE}
    return True


def where(quiz: Quiz, *, narrow: bool) -> str:
    """Say where the learner is, and how much time there is."""
    if quiz.stage is Stage.MARKING:
        return f"{len(quiz.to_mark)} to mark yourself"
    total = len(quiz.paper.entries)
    said = f"{quiz.place + 1}/{total}" if narrow else f"{quiz.place + 1} of {total}"
    here = quiz.left_here
    if here is not None and quiz.can_answer:
        said = f"{said} · {_here(here)}"
    return said if quiz.left is None else f"{said} · {left(quiz.left)}"


def _here(seconds: int) -> str:
    """Say how much time a question has left, in steps: a number that runs would draw the eye."""
    if seconds <= 10:
        return "seconds left here"
    step = 10 if seconds <= 60 else 30
    return f"{-(-seconds // step) * step} s here"


def handing_in(quiz: Quiz, open_places: tuple[int, ...]) -> list[str]:
    """Say what it would mean to hand in now."""
    total = len(quiz.paper.entries)
    answered = sum(row.answered for row in quiz.rows)
    facts = [f"{answered} of {total} answered."]
    if open_places:
        facts.append(f"Not answered: {_numbers(open_places)}.")
    if quiz.later:
        facts.append(f"Marked for later: {_numbers(quiz.later)}.")
    if quiz.left is not None:
        facts.append(f"There is time: {left(quiz.left)}.")
    return ["\n".join(facts), "Nothing can be changed once it is handed in."]


def _numbers(places: tuple[int, ...], most: int = 12) -> str:
    shown = ", ".join(str(place + 1) for place in places[:most])
    return shown if len(places) <= most else f"{shown} and {len(places) - most} more"


def leaving(quiz: Quiz) -> list[str]:
    """Say what it means to leave now."""
    said = ["Everything you gave is kept. Press x on the home screen to go on from here."]
    if quiz.stage is Stage.MARKING:
        return ["It is handed in. Your own marks are still missing: press x on the home screen to go on."]
    if quiz.paper.timed:
        runs = quiz.paper.rules.runs
        said.append("The clock runs on meanwhile." if runs else "The clock stands still until then.")
    return said
