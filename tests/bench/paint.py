"""Measures the first paint in a real terminal: `python -m bench.paint HOME` in `tests/`.

From the start of the process until the title stands on the screen, the best of nine; beside it an
application that does nothing, with as many widgets as the home screen has: texts, a list, a footer.
"""

import sys
from pathlib import Path

from bench.terminal import Terminal

TIMES = 9
WORD = b"quizapp"
EMPTY = """
from textual.app import App
from textual.containers import Vertical
from textual.widgets import Footer, OptionList, Static

class Empty(App):
    def compose(self):
        with Vertical():
            yield Static("quizapp")
            for _ in range({widgets}):
                yield Static("")
            yield OptionList("a deck")
            yield Footer()

Empty().run()
"""


def painted(command: list[str], home: str) -> float:
    """Milliseconds until the title is written to a terminal of 80 by 24."""
    with Terminal(command, home) as at:
        return at.wait_for(WORD)


def main() -> None:
    """Measure both in turns, so that the machine's moods strike both alike."""
    home = str(Path(sys.argv[1]).absolute())
    widgets = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    ours, empty = [], []
    for _ in range(TIMES):
        empty.append(painted([sys.executable, "-c", EMPTY.format(widgets=widgets)], home))
        ours.append(painted([sys.executable, "-m", "quizapp"], home))
    ratio = min(ours) / min(empty)
    figures = f"first paint {min(ours):.0f} ms; an empty application {min(empty):.0f} ms"
    print(f"{figures}; ratio {ratio:.2f}, at most 1.25")


if __name__ == "__main__":
    main()
