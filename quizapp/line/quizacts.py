"""What each command does in a quiz, and the pieces it says."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizapp.answer.response import DontKnow
from quizapp.line.commands import Typed
from quizapp.study.item import Item
from quizapp.study.quiz import wording
from quizapp.study.quiz.given import in_words
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.repair import Outcome, Repair
from quizapp.study.quiz.view import Row, Stage
from quizapp.text import counted, shortened

if TYPE_CHECKING:
    from quizapp.line.quiz import QuizTalk

HELP: dict[str, str] = {
    "?": "lists these commands",
    "next": "goes to the next question; so does an empty line; also /n",
    "back": "goes to the question before; also /b",
    "go": "goes to a question: /go 5",
    "later": "marks the question for later, or takes the mark off; also /l",
    "overview": "says how the questions stand; also /o",
    "open": "says which questions are still open",
    "dontknow": "answers that you don't know; also /d",
    "clear": "takes your answer to this question back",
    "repeat": "says the question again",
    "time": "says how much time is left",
    "handin": "hands in: nothing can be changed then",
    "quit": "stops for now; everything given is kept",
}
_OTHER = {"n": "next", "b": "back", "l": "later", "o": "overview", "done": "handin", "hand-in": "handin"}
_NOT_NOW = "That can't be done here."


def do(talk: "QuizTalk", typed: Typed) -> None:
    """Do what a command says, or say why not."""
    name = _OTHER.get(typed.name, typed.name)
    act = _ACTS.get(name)
    if act is not None:
        act(talk, typed.rest)
        return
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    close = get_close_matches(name, HELP, n=1)
    meant = f" Did you mean /{close[0]}?" if close else ""
    talk.talk.say(f"There is no command /{name} in a quiz.{meant} /? lists them.")


def asked(item: Item) -> Iterator[str]:
    """Say what is asked."""
    yield item.asks
    image = item.question.image
    if image is not None:
        yield f"Picture: {image.alt} (file {image.file})"


def given(quiz: Quiz) -> str:
    """Say what was given to the question shown."""
    if quiz.given is None:
        return "none"
    sure = f" ({wording.CERTAINTIES[quiz.certainty]})" if quiz.certainty else ""
    return f"{in_words(quiz.item, quiz.given)}{sure}"


def overview(talk: "QuizTalk") -> None:
    """Say how the questions stand, first in short, then one a line."""
    rows = talk.quiz.rows
    talk.talk.say(_standing(rows))
    for row in rows:
        talk.talk.say(f"{row.number}. {_stands(row)}: {shortened(row.asks, 60)}")


def _standing(rows: tuple[Row, ...]) -> str:
    answered = sum(row.answered for row in rows)
    later = [str(row.number) for row in rows if row.later]
    marked = f"; for later: {', '.join(later)}" if later else ""
    return f"{answered} of {counted(len(rows), 'question')} answered{marked}."


def _stands(row: Row) -> str:
    if row.state is not None:
        said = wording.STATES[row.state]
    elif row.answered:
        said = "answered"
    else:
        said = "closed" if row.closed else "open"
    return said + (", for later" if row.later else "") + (", here" if row.current else "")


def offered(repair: Repair) -> list[str]:
    """Say what can be done with a result."""
    said = []
    if not repair.repaired and repair.missed:
        said.append(f"/repair asks {counted(repair.missed, 'missed question')} again soon.")
    if not repair.counted and repair.right:
        said.append(f"/count lets {counted(repair.right, 'right answer')} count as early reviews.")
    if repair.repaired or repair.counted:
        said.append("/undo takes that back.")
    return said


def after(talk: "QuizTalk", repair: Repair, typed: Typed) -> bool:
    """Do what can be done with a result; tell whether to go on asking."""
    match typed.name:
        case "quit":
            return False
        case "repair" if not repair.repaired and repair.missed:
            talk.talk.say(repaired(talk.insist(repair.repair)))
        case "count" if not repair.counted and repair.right:
            talk.talk.say(_as_reviews(talk.insist(repair.count_right)))
        case "undo":
            talk.talk.say(talk.insist(repair.take_back) or "There is nothing to take back.")
        case _:
            talk.talk.say(_NOT_NOW)
    return True


def repaired(outcome: Outcome) -> str:
    """Say what a repair did."""
    said = f"{counted(outcome.cards, 'question')} will be asked soon."
    if outcome.started:
        said += f" Started by that: {', '.join(outcome.started)}."
    if outcome.left_out:
        said += f" Left out: {outcome.left_out}, changed or suspended since."
    return said


def _as_reviews(outcome: Outcome) -> str:
    """Say what counting did."""
    said = f"{counted(outcome.cards, 'right answer')} counted as early reviews."
    if outcome.left_out:
        said += f" Not counted: {outcome.left_out}, studied since or still being learned."
    return said


def _help(talk: "QuizTalk", _rest: str) -> None:
    talk.say(f"/{name} {does}." for name, does in HELP.items())


def _next(talk: "QuizTalk", _rest: str) -> None:
    if talk.quiz.stage is Stage.MARKING:
        talk.talk.say(_NOT_NOW)
    else:
        talk.onward()


def _back(talk: "QuizTalk", _rest: str) -> None:
    if talk.quiz.stage is Stage.MARKING or not talk.insist(talk.quiz.back):
        talk.talk.say("This is the first question.")


def _go(talk: "QuizTalk", rest: str) -> None:
    count = len(talk.quiz.paper.entries)
    number = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < 6 else 0
    if not 1 <= number <= count or talk.quiz.stage is Stage.MARKING:
        talk.talk.say(f"Give a question from 1 to {count}, like /go 1.")
    else:
        talk.insist(lambda: talk.quiz.go(number - 1))
        talk.afresh()


def _later(talk: "QuizTalk", _rest: str) -> None:
    if talk.quiz.stage is Stage.MARKING:
        talk.talk.say(_NOT_NOW)
    elif talk.insist(talk.quiz.mark_later):
        talk.talk.say("Marked for later.")
    else:
        talk.talk.say("Not marked any more.")


def _overview(talk: "QuizTalk", _rest: str) -> None:
    overview(talk)


def _open(talk: "QuizTalk", _rest: str) -> None:
    places = [str(place + 1) for place in talk.quiz.unanswered]
    talk.talk.say(f"Open: {', '.join(places)}." if places else "No question is open.")


def _dont_know(talk: "QuizTalk", _rest: str) -> None:
    if talk.quiz.can_answer:
        talk.give(DontKnow())
    else:
        talk.talk.say(_NOT_NOW)


def _clear(talk: "QuizTalk", _rest: str) -> None:
    if talk.quiz.can_answer and talk.quiz.given is not None:
        talk.insist(talk.quiz.withdraw)
        talk.talk.say("Your answer is taken back.")
    else:
        talk.talk.say("There is no answer here to take back.")


def _repeat(talk: "QuizTalk", _rest: str) -> None:
    talk.present()


def _time(talk: "QuizTalk", _rest: str) -> None:
    left, here = talk.quiz.left, talk.quiz.left_here
    said = [] if left is None else [f"{wording.clock(left)} left for the whole"]
    said += [] if here is None else [f"{wording.clock(here)} for this question"]
    talk.talk.say(f"{', '.join(said)}." if said else "There is no time limit.")


def _hand_in(talk: "QuizTalk", rest: str) -> None:
    quiz = talk.quiz
    if quiz.stage is Stage.MARKING:
        talk.talk.say(_NOT_NOW)
        return
    unanswered = len(quiz.unanswered)
    if unanswered and rest != "yes":
        many = counted(unanswered, "question is", "questions are")
        talk.talk.say(f"{many} open. /handin yes hands in all the same; /open says which.")
        return
    talk.insist(quiz.hand_in)
    talk.talk.say("Handed in.")
    talk.afresh()


_ACTS: dict[str, Callable[["QuizTalk", str], None]] = {
    "?": _help,
    "next": _next,
    "back": _back,
    "go": _go,
    "later": _later,
    "overview": _overview,
    "open": _open,
    "dontknow": _dont_know,
    "clear": _clear,
    "repeat": _repeat,
    "time": _time,
    "handin": _hand_in,
}
