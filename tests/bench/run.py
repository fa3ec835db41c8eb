"""Builds a large collection, measures quizapp and Anki's backend on it, and prints both beside the bounds.

In `tests/`: `python -m bench.run [--cards 100000] [--reviews 1000000] [--folder FOLDER] [--no-anki]`

Anki comes with the extra `bench`. The machine's noise is in every figure: read the ratios.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import collection, decks

TESTS = Path(__file__).parent.parent
ROWS = (
    ("store an answer (ms)", "store an answer", "Anki's in the same run"),
    ("judge and store an answer (ms)", "answer", ""),
    ("build today's queue (ms)", "queue", "40"),
    ("next card, the choice alone (ms)", "next card, the choice alone", "0.08"),
    ("next card, ready to be shown (ms)", "next card, ready to be shown", ""),
    ("overview of all decks (ms)", "overview", ""),
    ("library, nothing indexed (ms)", "library cold", ""),
    ("open and look at all decks (ms)", "library indexed", ""),
    ("memory after opening (MB)", "memory MB", "100"),
    ("one year of statistics (ms)", "statistics, one year", "130"),
    ("all time (ms)", "statistics, all time", "400"),
    ("one year of one deck (ms)", "statistics, one deck", ""),
    ("one year by deck (ms)", "by deck, one year", ""),
    ("one year by topic (ms)", "by topic, one year", ""),
    ("expected mark, one deck (ms)", "expected mark, one deck", ""),
    ("map of documents, one deck (ms)", "map of documents, one deck", ""),
    ("memory after statistics (MB)", "memory after statistics MB", "150"),
    ("cards of a deck with a tag (ms)", "cards, deck and tag", "20"),
    ("cards with a word (ms)", "cards, one word", "10"),
    ("cards with two words (ms)", "cards, two words", ""),
    ("cards with a word there isn't (ms)", "cards, no hit", ""),
    ("cards that are due (ms)", "cards, due", ""),
    ("all cards, sorted by due (ms)", "cards, sorted by due", ""),
    ("suspend 10,000 cards (ms)", "suspend 10,000", ""),
    ("undo that (ms)", "undo suspend 10,000", ""),
    ("make 10,000 cards new again (ms)", "new again 10,000", ""),
    ("undo that (ms)", "undo new again 10,000", ""),
    ("find what undo takes back (ms)", "last act", ""),
    ("longest wait of a key meanwhile (ms)", "keys while cards are changed", "500"),
    ("browse screen, until it stands (ms)", "browse screen", "300"),
    ("a further letter, the slowest (ms)", "a further letter", "50"),
    ("memory after browsing (MB)", "memory after browsing MB", "150"),
)


def main() -> None:
    """Build what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-anki", action="store_true")
    options = parser.parse_args()
    folder = (options.folder or Path(tempfile.mkdtemp(prefix="quizapp-bench-"))).absolute()
    home = folder / f"home-{options.cards}-{options.reviews}"
    if not home.exists():
        decks.write(home / "data" / "decks", options.cards)
        collection.build(home / "data" / "progress.db", options.cards, options.reviews)
    ours = _measured("bench.ours", str(home), "1")
    again = _measured("bench.ours", str(home), "2")
    again |= _measured("bench.browsing", str(home), "3")
    figures = {**ours, **{name: value for name, value in again.items() if name != "library cold"}}
    peer: dict[str, Any] = {}
    if not options.no_anki:
        file = folder / f"anki-{options.cards}-{options.reviews}.anki2"
        peer = _measured("bench.peer", str(file), str(options.cards), str(options.reviews))
    print(f"{'step':36}{'Anki':>16}{'ours':>16}{'ratio':>8}  at most")
    for title, name, bound in ROWS:
        print(_row(title, peer.get(name), figures.get(name), bound))
    print(_start_up(home))


def _measured(script: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", script, *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=TESTS)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def _row(title: str, peer: Any, ours: Any, bound: str) -> str:
    left, right = _middle(peer), _middle(ours)
    ratio = f"{right / left:.2f}" if left and right else ""
    return f"{title:36}{_shown(peer):>16}{_shown(ours):>16}{ratio:>8}  {bound}"


def _middle(value: Any) -> float:
    return float(value["median"] if isinstance(value, dict) else value or 0)


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, dict):
        return f"{value['median']:.2f} ({value['p95']:.2f})"
    return f"{value:.1f}"


def _start_up(home: Path) -> str:
    """Compare `quizapp due` with a Python that only imports sqlite3, the best of fifteen each."""
    bare = _best([sys.executable, "-c", "import sqlite3"], home)
    due = _best([sys.executable, "-m", "quizapp", "due"], home)
    times = f"{due / bare:.1f} times `python -c 'import sqlite3'` ({bare:.0f} ms)"
    return f"quizapp due {due:.0f} ms = {times}; at most 6"


def _best(command: list[str], home: Path) -> float:
    environment = {**os.environ, "QUIZAPP_HOME": str(home), "QUIZAPP_NOW": "2026-03-05T12:00+00:00"}
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    main()
