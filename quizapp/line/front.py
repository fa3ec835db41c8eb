"""The way in: the line front end over this process's own streams and signals."""

from quizapp.line.home import Home
from quizapp.line.signals import ending_with
from quizapp.line.talk import StreamTalk
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan


def run(desk: Desk, plan: Plan | None = None) -> int:
    """Talk until the learner, the input or a signal ends it; return the exit code.

    plan: what to study at once, in one sitting; without one the decks are listed first.
    """
    talk = StreamTalk()
    with ending_with(talk.stop):
        Home(desk, talk).run(plan)
    return 0
