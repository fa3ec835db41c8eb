"""Measures browsing on a large collection: queries, opening the screen, and acts on ten thousand cards.

`python -m bench.browsing HOME DAY` in `tests/` prints JSON. HOME and DAY are as in `ours.py`.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from bench.collection import TODAY
from bench.timing import rss, timed

from quizapp.clock import SetClock
from quizapp.study.cards import RESET, SUSPEND
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
MANY = 10_000
_BEAT = 0.005
"""Seconds between two looks whether keys are taken."""


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
        found |= _acts(desk)
        found["memory after browsing MB"] = rss()
    return found


def _once(desk: Desk, text: str) -> float:
    browser = desk.browser()
    return timed(lambda: browser.find(parse(text)))


def _acts(desk: Desk) -> dict[str, object]:
    """What acts on many cards take. Each is taken back, so that all cards stand as before."""
    browser = desk.browser()
    keys = browser.keys(browser.find(parse(""))[:MANY])
    found: dict[str, object] = {}
    for name, act in (("suspend", SUSPEND), ("new again", RESET)):
        found[f"{name} 10,000"] = timed(partial(desk.cards().do, act, keys))
        found[f"undo {name} 10,000"] = timed(lambda: desk.cards().undo())
    found["last act"] = timed(lambda: desk.cards().undone_next())
    return found


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
        found = await _changing(desk, screen)
    return {"browse screen": opened, "a further letter": max(letters), **found}


async def _changing(desk: Desk, screen: BrowseScreen) -> dict[str, object]:
    """The longest time keys wait while ten thousand cards are suspended, and given back."""
    browser = desk.browser()
    keys = browser.keys(browser.find(parse(""))[:MANY])
    acts: tuple[Callable[[], None], ...] = (partial(screen.change, SUSPEND, keys), screen.action_undo)
    waits = []
    for act in acts:
        last = time.perf_counter()
        act()
        while True:
            await asyncio.sleep(_BEAT)
            waits.append(time.perf_counter() - last)
            last = time.perf_counter()
            if not screen.GUARDED:
                break
        await _drawn(screen)
        waits.append(time.perf_counter() - last)
    return {"keys while cards are changed": max(waits) * 1000}


async def _drawn(screen: BrowseScreen) -> None:
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], int(sys.argv[2])), sys.stdout)
