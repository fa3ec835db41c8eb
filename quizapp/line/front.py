"""The way in: the line front end over this process's own streams and signals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from quizapp.line.home import Home
from quizapp.line.signals import ending_with
from quizapp.line.talk import StreamTalk, Talk
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan

if TYPE_CHECKING:
    from quizapp.study.quiz.sit import Start


def run(desk: Desk, plan: Plan | None = None) -> int:
    """Talk until the learner, the input or a signal ends it; return the exit code.

    plan: what to study at once, in one sitting; without one the decks are listed first.
    """
    talk = StreamTalk()
    with ending_with(talk.stop), _meanwhile(desk.backup_job(), talk):
        Home(desk, talk).run(plan)
    return 0


def quiz(desk: Desk, wanted: "Start") -> int:
    """Hold a quiz; return the exit code."""
    from quizapp.line.holding import hold  # noqa: PLC0415 - studying does without

    talk = StreamTalk()
    with ending_with(talk.stop), _meanwhile(desk.backup_job(), talk):
        return hold(desk, talk, wanted)


def result(desk: Desk, attempt: str) -> int:
    """Show the result of a finished attempt (its id) and take commands on it; return the exit code."""
    from quizapp.line.holding import look  # noqa: PLC0415 - studying does without

    talk = StreamTalk()
    with ending_with(talk.stop):
        return look(desk, talk, attempt)


@contextmanager
def _meanwhile(job: Callable[[], str | None] | None, talk: Talk) -> Iterator[None]:
    """Do `job` while the block runs, and say at its end what there is to say of it."""
    if job is None:
        yield
        return
    told: list[str | None] = []
    worker = Thread(target=lambda: told.append(job()), name="backup")
    worker.start()
    try:
        yield
    finally:
        worker.join()
    for sentence in filter(None, told):
        talk.say(sentence)
