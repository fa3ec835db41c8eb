"""Measures keys in a real terminal, on the large collection: `python -m bench.keys HOME` in `tests/`.

HOME is one that `bench.run` has built; its decks are read first. A key is timed from its bytes to the
first that is drawn for it (it is answered) and to the last (nothing moves any more). Keys that open a screen
are pressed in turns with those of `bench.reference`, which pushes screens of as many widgets without
content, and one without any; the first push of each is told by itself, since it may find less at hand.
"""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from bench.collection import TODAY
from bench.terminal import Terminal, Took

STAYS_AT_MOST, OPENS_AT_MOST = 50, 1.3
TIMES = 12
SLOW = 0.4
"""Seconds without output after which a screen counts as opened."""
UP, DOWN, ESCAPE, F2, F3 = "\x1b[A", "\x1b[B", "\x1b", "\x1bOQ", "\x1bOR"
OPENING = {
    "settings": "s",
    "help": "?",
    "about a deck": "i",
    "palette": "\x10",
    "study": "a",
    "cards": "b",
    "progress": "t",
    "set up a quiz": "x",
}
NOTHING = "e"


class Opened(NamedTuple):
    """The times of one key: ours, a screen of as many empty widgets, and one of none."""

    ours: list[Took]
    empty: list[Took]
    bare: list[Took]


def stays(at: Terminal) -> dict[str, list[Took]]:
    """Keys that stay on their screen: on the home screen, in the settings, while studying."""
    found: dict[str, list[Took]] = {}

    def press(name: str, *keys: str) -> None:
        found.setdefault(name, []).extend(took for key in keys if (took := at.press(key)) is not None)

    press("move over decks", *[DOWN] * 30, *[UP] * 30)
    at.press("s")
    press("move over settings", *[DOWN] * 12, *[UP] * 12)
    at.press(ESCAPE)
    at.press("\r", quiet=1)
    at.press("\r", quiet=1)
    for _ in range(20):
        press("say that one doesn't know", F3)
        press("go on to the next card", "\r")
    at.press(ESCAPE, quiet=1)
    at.press(ESCAPE, quiet=1)
    at.press("\x10", quiet=1)
    press("type into the palette", *"deck 2 tag1")
    at.press(ESCAPE)
    return found


def opens(ours: Terminal, empty: Terminal, key: str) -> Opened:
    """A key that opens a screen in both, closed again each time."""
    found = Opened([], [], [])
    for _ in range(TIMES):
        for at, press, times in (
            (empty, NOTHING, found.bare),
            (empty, key, found.empty),
            (ours, key, found.ours),
        ):
            took = at.press(press, quiet=SLOW)
            at.press(ESCAPE, quiet=SLOW)
            if took is not None:
                times.append(took)
    return found


def returns(at: Terminal) -> list[Took]:
    """Coming back to the home screen from a sitting in which one card was answered."""
    found = []
    for _ in range(TIMES):
        at.press("\r", quiet=1)
        at.press(F3)
        took = at.press(ESCAPE, quiet=1)
        if took is not None:
            found.append(took)
    return found


def shown(times: Sequence[Took]) -> str:
    """First, last and the processor's time: the middle and the 95th percentile of each."""
    times = times if len(times) > 1 else [*times, *times]
    parts = [
        f"{name} {median(each):6.1f} (p95 {quantiles(each, n=20)[-1]:6.1f})"
        for name, each in zip(("answered", "at rest", "work"), zip(*times, strict=True), strict=True)
    ]
    return "   ".join(parts)


def ratios(ours: Sequence[Took], other: Sequence[Took]) -> str:
    """How the middle ones compare."""
    pairs = zip(Took._fields, zip(*ours, strict=True), zip(*other, strict=True), strict=True)
    return ", ".join(f"{name} {median(mine) / median(theirs):.2f}" for name, mine, theirs in pairs)


def compared(times: Opened) -> str:
    """The ratios to screens of as many widgets, and of none; and the first push."""
    first = f"first push {times.ours[0].first:.0f} and {times.empty[0].first:.0f} ms"
    return (
        f"  of the empty one: {ratios(times.ours, times.empty)}; at most {OPENS_AT_MOST}\n"
        f"  of the one without widgets: {ratios(times.ours, times.bare)}; {first}"
    )


def main() -> None:
    """Measure and print."""
    home = str(Path(sys.argv[1]).absolute())
    noon = datetime.fromtimestamp((TODAY + 3) * 86_400 + 12 * 3600, UTC).isoformat()
    command, reference = ((sys.executable, "-m", module) for module in ("quizapp", "bench.reference"))
    with Terminal(command, home, QUIZAPP_NOW=noon) as at, Terminal(reference, home) as empty:
        at.wait_for(b"Deck 0")
        at.settle(1.5)
        empty.settle(1)
        opened = {name: opens(at, empty, key) for name, key in OPENING.items()}
        stay = stays(at)
        back = returns(at)
    print(f"load {os.getloadavg()[0]:.1f}; milliseconds")
    for name, times in stay.items():
        print(f"{name:27}{shown(times)}")
    everything = [took for times in stay.values() for took in times]
    print(f"{'all keys that stay':27}{shown(everything)}   at most {STAYS_AT_MOST}")
    for name, found in opened.items():
        print(f"open {name:22}{shown(found.ours)}\n{'  empty':27}{shown(found.empty)}\n{compared(found)}")
    if back:
        print(f"{'home from a sitting':27}{shown(back)}")


if __name__ == "__main__":
    main()
