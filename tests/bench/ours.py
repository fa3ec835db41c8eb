"""Measures quizapp on a large collection: `python -m bench.ours HOME DAY` in `tests/` prints JSON.

HOME is what QUIZAPP_HOME names, with the decks of `decks.py` and the log of `collection.py` in it.
DAY: how many study days after the log's last; each run wants a day of its own, since limits are kept.
"""

import gc
import json
import os
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench import figures
from bench.collection import TODAY
from bench.timing import rss, timed

from quizapp.answer.response import Chosen, Revealed, Typed
from quizapp.clock import SetClock
from quizapp.memory.model import Rating
from quizapp.store.event import Draft, Kind
from quizapp.study.desk import Desk
from quizapp.study.overview import started_scope
from quizapp.study.plan import Plan
from quizapp.study.queue import build
from quizapp.study.sitting import Stage

ANSWERS = 200


def middle(times: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    return {"median": statistics.median(times), "p95": statistics.quantiles(times, n=20)[-1]}


def measure(home: str, day: int) -> dict[str, object]:
    """Open the desk twice (cold and indexed), build the queue, answer cards, append reviews."""
    environment = {**os.environ, "QUIZAPP_HOME": home}
    noon = datetime.fromtimestamp((TODAY + day) * 86_400 + 12 * 3600, UTC)
    clock = SetClock(noon, timedelta(seconds=8))
    found: dict[str, object] = {}

    def opened() -> Desk:
        desk = Desk.open(environment, front="cli", clock=clock)
        desk.refresh()
        return desk

    first = "library cold" if not Path(home, "cache").exists() else "library again"
    start = time.perf_counter()
    opened().close()
    found[first] = (time.perf_counter() - start) * 1000
    gc.collect()
    start = time.perf_counter()
    desk = opened()
    found["library indexed"] = (time.perf_counter() - start) * 1000
    found["overview"] = timed(desk.overview)
    scope = started_scope(desk.library, desk.store)
    moment = desk.time.moment()
    queue = [timed(lambda: build(desk.store, desk.settings, Plan(), moment, scope)) for _ in range(9)]
    found["queue"] = middle(queue)
    left, _ = build(desk.store, desk.settings, Plan(), moment, scope)
    taken = [timed(lambda: left.take(moment.at, 1_200_000, None)) for _ in range(100)]
    found["next card, the choice alone"] = middle(taken)
    found |= answers(desk)
    found["store an answer"] = middle(
        [timed(lambda: desk.store.append(_review(moment.at, moment.day))) for _ in range(ANSWERS)]
    )
    found["memory MB"] = rss()
    found |= figures.measured(desk)
    desk.close()
    return found


def answers(desk: Desk) -> dict[str, object]:
    """A sitting of two hundred cards: how long until the verdict stands on disk, and until the next card."""
    session = desk.session()
    judged, following = [], []
    for _ in range(ANSWERS):
        if session.stage is Stage.DONE or session.item is None:
            break
        if session.item.self_rated:
            session.answer(Revealed())
            session.rate(Rating.GOOD)
            continue
        response = Chosen((0,)) if session.item.layout.options else Typed((session.item.answers,))
        judged.append(timed(partial(session.answer, response)))
        following.append(timed(session.next))
    return {
        "answer": middle(judged),
        "next card, ready to be shown": middle(following),
        "answers": len(judged),
    }


def _review(at: int, day: int) -> Draft:
    return Draft(
        kind=Kind.STUDY,
        card="deck-00/question-000000",
        sitting="bench",
        at=at,
        offset=0,
        day=day,
        front="cli",
        version="0",
        rating=3,
        rated_by="judge",
        verdict="correct",
        rule="exact",
        score=1.0,
        response='["typed",["a response"]]',
        phase="review",
        step=0,
        after_phase="review",
        after_step=0,
        interval=9,
        due_day=day + 9,
        retention=0.9,
        weights="fsrs6-default",
        revision=1,
    )


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], int(sys.argv[2])), sys.stdout)
