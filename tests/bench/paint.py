"""Measures the first paint in a real terminal: `python -m bench.paint HOME [TIMES]` in `tests/`.

From the start of the process until the title stands on the screen, beside `bench.reference`: an application
without content that has as many widgets as the home screen. Both are started in turns, so that the
machine's moods strike both alike. The processor's time says what the clock on the wall would say of a
machine with nothing else to do.
"""

import os
import sys
from pathlib import Path
from statistics import median

from bench.terminal import Terminal

TIMES = 11
WORD = b"quizapp"
AT_MOST = 1.25
OURS = (sys.executable, "-m", "quizapp")
REFERENCE = (sys.executable, "-m", "bench.reference")


def painted(command: tuple[str, ...], home: str) -> tuple[float, float]:
    """Milliseconds until the title is written to a terminal of 80 by 24, and of the processor's time."""
    with Terminal(command, home) as at:
        return at.wait_for(WORD), at.work()


def main() -> None:
    """Measure and print."""
    home = str(Path(sys.argv[1]).absolute())
    rounds = range(int(sys.argv[2]) if len(sys.argv) > 2 else TIMES)
    painted(REFERENCE, home), painted(OURS, home)  # the files are read once before it counts
    pairs = [(painted(REFERENCE, home), painted(OURS, home)) for _ in rounds]
    print(f"first paint, {len(rounds)} rounds, load {os.getloadavg()[0]:.1f}; the ratio is at most {AT_MOST}")
    for at, name in enumerate(("by the clock", "processor")):
        empty, ours = ([each[which][at] for each in pairs] for which in (0, 1))
        ratios = f"{min(ours) / min(empty):.2f} {median(ours) / median(empty):.2f}"
        print(
            f"  {name:13} ours {min(ours):4.0f} (median {median(ours):4.0f})"
            f"   empty {min(empty):4.0f} ({median(empty):4.0f})   ratio of the best, of the medians: {ratios}"
        )


if __name__ == "__main__":
    main()
