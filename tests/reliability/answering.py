"""Run as a program: `python answering.py HOME NAME` studies the deck `d` there.

It reads numbers, one a line, submits so many responses each time, and writes for each, once it is stored,
its card and the response as the log has it; then a line with a full stop.
"""

import itertools
import sys
from datetime import datetime, timedelta
from pathlib import Path

import quizapp.paths
from quizapp.answer import codec
from quizapp.answer.response import Typed
from quizapp.clock import SetClock
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

START = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
PLAN = Plan(decks=("d",))


def main(home: Path, name: str) -> None:
    quizapp.paths._shipped = lambda: home / "shipped"
    clock = SetClock(START, timedelta(seconds=1))
    numbers = itertools.count()
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock) as desk:
        desk.refresh()
        session = desk.session(PLAN)
        for line in sys.stdin:
            for _ in range(int(line)):
                while session.stage is Stage.DONE:
                    clock.advance(timedelta(seconds=session.wait_seconds() or 60))
                    session.resume()
                assert session.item is not None
                card = str(session.item.card)
                # All wrong, so that the cards never run out.
                response = Typed((f"{name} {next(numbers)}",))
                session.answer(response)
                print(card, codec.encode(response), flush=True)
                session.next()
            print(".", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
