"""Measures statistics: used by `ours.py`, on the desk it has opened."""

import statistics
from collections.abc import Callable

from bench.timing import rss, timed

from quizapp import report
from quizapp.report.breakdown import breakdown
from quizapp.report.documents import document_maps
from quizapp.report.exam import exam
from quizapp.report.selection import Selection
from quizapp.study.desk import Desk

TIMES = 7


def measured(desk: Desk) -> dict[str, object]:
    """Milliseconds of each view, the middle of seven, and megabytes held afterwards."""
    day = desk.time.moment().day
    one = Selection(("deck-00",))
    work: dict[str, Callable[[], object]] = {
        "statistics, one year": lambda: report.progress(desk, day),
        "statistics, all time": lambda: report.progress(desk, day, period=report.all_time()),
        "statistics, one deck": lambda: report.progress(desk, day, one),
        "by deck, one year": lambda: breakdown(desk, "deck", day),
        "by topic, one year": lambda: breakdown(desk, "topic", day),
        "expected mark, one deck": lambda: exam(desk, day, day + 30, one, 0.9),
        "map of documents, one deck": lambda: document_maps(desk, day, one),
    }
    found: dict[str, object] = {
        name: statistics.median(timed(each) for _ in range(TIMES)) for name, each in work.items()
    }
    return found | {"memory after statistics MB": rss()}
