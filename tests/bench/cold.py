"""Measures keys while the decks are read for the first time: `python -m bench.cold HOME` in `tests/`.

HOME is one that `bench.run` has built; its cache is taken away first, so that every file has to be read.
Screens are opened and left all the while, and keys pressed on them, until the decks are there. Home tells of
its progress meanwhile, so what opens or closes a screen is timed until a word of that screen is written. The
slowest of all tells whether anything froze; after the keys, what is slow on a large deck is opened once.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bench.collection import TODAY
from bench.terminal import Terminal

STAYS_AT_MOST, FREEZES_AT_MOST = 50, 100
UP, DOWN, ESCAPE, PALETTE = "\x1b[A", "\x1b[B", "\x1b", "\x10"
READING, THERE = b"Reading decks", b"Deck 0"
HOME = (READING, THERE)
ROUNDS = 200
"""More than any machine needs until the decks are read."""
Times = dict[str, list[float]]


def pressed(at: Terminal, times: Times, name: str, keys: Sequence[str]) -> None:
    """Keys that stay: each until the first that is drawn for it."""
    for key in keys:
        took = at.press(key, quiet=0.06)
        if took is not None:
            times.setdefault(name, []).append(took.first)


def opened(at: Terminal, times: Times, name: str, key: str, *words: bytes) -> None:
    """A key that opens or closes a screen: until a word of that screen is there."""
    times.setdefault(name, []).append(at.press_for(key, *words))


def back(at: Terminal, times: Times) -> bool:
    """Back home: until the line about reading is there, or the decks are; tell whether they are.

    A tenth of a second of it is Textual's: Esc could begin the name of another key.
    """
    opened(at, times, "back home", ESCAPE, *HOME)
    found = THERE in at.seen
    at.settle(0.1)
    return found or THERE in at.seen


def round_of_keys(at: Terminal, times: Times) -> bool:
    """Into each screen, about in it, and back home; tell whether the decks are there."""
    opened(at, times, "open help", "?", b"Keys here")
    pressed(at, times, "scroll the help", [DOWN] * 4 + [UP] * 4)
    there = back(at, times)
    opened(at, times, "open settings", "s", b"Interface")
    pressed(at, times, "move over settings", [DOWN] * 8 + [UP] * 8)
    there |= back(at, times)
    opened(at, times, "open the palette", PALETTE, b"Do it")
    pressed(at, times, "type into the palette", "theme")
    return back(at, times) or there


def shown(name: str, times: Sequence[float]) -> str:
    """The middle, the 95th percentile and the slowest."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    counted = f"{name:27}{len(times):4} keys"
    return f"{counted}  middle {median(times):6.1f}  p95 {high:6.1f}  slowest {max(times):6.1f}"


def main() -> None:
    """Measure and print."""
    home = Path(sys.argv[1]).absolute()
    shutil.rmtree(home / "cache", ignore_errors=True)
    noon = datetime.fromtimestamp((TODAY + 3) * 86_400 + 12 * 3600, UTC).isoformat()
    times: Times = {}
    with Terminal((sys.executable, "-m", "quizapp"), str(home), QUIZAPP_NOW=noon) as at:
        at.wait_for(READING)
        for _ in range(ROUNDS):
            if round_of_keys(at, times):
                break
        after: Times = {}
        round_of_keys(at, after)
    print(f"load {os.getloadavg()[0]:.1f}; milliseconds, while 100,000 cards are read")
    for name, each in times.items():
        print(shown(name, each))
    stays = [each for name in times if name.split()[0] in {"scroll", "move", "type"} for each in times[name]]
    print(shown("all keys that stay", stays), f"  p95 at most {STAYS_AT_MOST}")
    print(shown("all keys", [each for every in times.values() for each in every]))
    print("once they are read")
    for name, each in after.items():
        print(shown(name, each))


if __name__ == "__main__":
    main()
