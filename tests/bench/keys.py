"""Measures keys in a real terminal, on the large collection: `python -m bench.keys HOME` in `tests/`.

HOME is one that `bench.run` has built; its decks are read first. A key is timed from its bytes to the
first that is drawn for it (it is answered) and to the last (nothing moves any more). Beside keys that open
a screen, an application pushes a screen with nothing in it.
"""

import statistics
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.collection import TODAY
from bench.terminal import Terminal

Took = tuple[float, float]
STAYS_AT_MOST, OPENS_AT_MOST = 50, 1.3
UP, DOWN, ESCAPE, F2, F3 = "\x1b[A", "\x1b[B", "\x1b", "\x1bOQ", "\x1bOR"
EMPTY = """
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

class Other(Screen):
    BINDINGS = [Binding("escape", "app.pop_screen")]

class Empty(App):
    BINDINGS = [Binding("s", "other")]
    def action_other(self):
        self.push_screen(Other())

Empty().run()
"""


def stays(at: Terminal) -> dict[str, list[Took]]:
    """Keys that stay on their screen: on the home screen, in the settings, while studying."""
    found: dict[str, list[Took]] = {}

    def press(name: str, *keys: str) -> None:
        found.setdefault(name, []).extend(took for key in keys if (took := at.press(key)) is not None)

    press("move over decks", *[DOWN] * 30, *[UP] * 30)
    at.press("s")
    press("move over settings", *[DOWN] * 12, *[UP] * 12)
    at.press(ESCAPE)
    at.press("\r")
    at.press("\r")
    for _ in range(20):
        press("say that one doesn't know", F3)
        press("go on to the next card", "\r")
    at.press(ESCAPE)
    at.press(ESCAPE)
    at.press("\x10")
    press("type into the palette", *"deck 2 tag1")
    at.press(ESCAPE)
    return found


def opens(at: Terminal, key: str, times: int = 7) -> list[Took]:
    """A key that opens a screen, closed again each time."""
    found = []
    for _ in range(times):
        took = at.press(key)
        at.press(ESCAPE)
        if took is not None:
            found.append(took)
    return found


def shown(times: Sequence[Took]) -> str:
    """First and last: the middle and the 95th percentile of each."""
    parts = []
    times = times if len(times) > 1 else [*times, *times]
    for name, each in zip(("answered", "at rest"), zip(*times, strict=True), strict=True):
        parts.append(
            f"{name} {statistics.median(each):6.1f} (p95 {statistics.quantiles(each, n=20)[-1]:6.1f})"
        )
    return "   ".join(parts)


def main() -> None:
    """Measure and print."""
    home = str(Path(sys.argv[1]).absolute())
    noon = datetime.fromtimestamp((TODAY + 3) * 86_400 + 12 * 3600, UTC).isoformat()
    with Terminal([sys.executable, "-m", "quizapp"], home, QUIZAPP_NOW=noon) as at:
        at.wait_for(b"Deck 0")
        at.settle(1.5)
        stay = stays(at)
        names = {"s": "settings", "?": "help", "i": "about a deck", "\x10": "palette"}
        opened = {name: opens(at, key) for key, name in names.items()}
    with Terminal([sys.executable, "-c", EMPTY], home) as at:
        at.settle(1.5)
        empty = opens(at, "s")
    for name, times in stay.items():
        print(f"{name:27}{shown(times)}")
    everything = [took for times in stay.values() for took in times]
    print(f"{'all keys that stay':27}{shown(everything)}   at most {STAYS_AT_MOST} ms")
    print(f"{'open an empty screen':27}{shown(empty)}")
    for name, times in opened.items():
        ratio = statistics.median(took[0] for took in times) / statistics.median(took[0] for took in empty)
        print(f"open {name:22}{shown(times)}   ratio {ratio:.2f}, at most {OPENS_AT_MOST}")


if __name__ == "__main__":
    main()
