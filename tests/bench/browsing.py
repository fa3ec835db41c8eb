"""Measures browsing on a large collection: what a query takes, and what opening the screen takes.

`python -m bench.browsing HOME DAY` in `tests/` prints JSON. HOME and DAY are as in `ours.py`.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta

from bench.collection import TODAY
from bench.timing import rss, timed

from quizapp.clock import SetClock
from quizapp.study.desk import Desk
from quizapp.study.query import parse
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.widgets.searchfield import SearchField

TIMES = 9
QUERIES = {
    "cards, deck and tag": "deck:deck-00 tag:tag00",
    "cards, one word": "river",
    "cards, two words": "river stone",
    "cards, no hit": "xyzzy",
    "cards, due": "is:due",
    "cards, sorted by due": "sort:due",
}
LETTERS = "river"


def measure(home: str, day: int) -> dict[str, object]:
    """Each query with nothing kept from the one before, then the screen."""
    noon = datetime.fromtimestamp((TODAY + day) * 86_400 + 12 * 3600, UTC)
    clock = SetClock(noon, timedelta(seconds=8))
    with Desk.open({**os.environ, "QUIZAPP_HOME": home}, front="tui", clock=clock) as desk:
        desk.refresh()
        found: dict[str, object] = {
            name: statistics.median(_once(desk, text) for _ in range(TIMES)) for name, text in QUERIES.items()
        }
        found |= asyncio.run(_screen(desk))
        found["memory after browsing MB"] = rss()
    return found


def _once(desk: Desk, text: str) -> float:
    browser = desk.browser()
    return timed(lambda: browser.find(parse(text)))


async def _screen(desk: Desk) -> dict[str, object]:
    """From the key to a screen that is drawn, and from each further letter to what it finds."""
    app = QuizApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        start = time.perf_counter()
        screen = BrowseScreen().begin(desk)
        await app.push_screen(screen)
        await _drawn(screen)
        opened = (time.perf_counter() - start) * 1000
        field = screen.query_one(SearchField)
        letters = []
        for end in range(1, len(LETTERS) + 1):
            start = time.perf_counter()
            field.value = LETTERS[:end]
            await _drawn(screen)
            letters.append((time.perf_counter() - start) * 1000)
            await pilot.pause()
    return {"browse screen": opened, "a further letter": max(letters)}


async def _drawn(screen: BrowseScreen) -> None:
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], int(sys.argv[2])), sys.stdout)
