"""Builds a large log for measuring: `python -m bench.collection FILE [CARDS] [REVIEWS]` in `tests/`.

The same arguments give the same collection (but for the learner's and device's ids): four fifths of the
cards are in review, with a history of growing intervals over three years; the rest are new.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from quizapp.store import ledger
from quizapp.store.shelf import Place
from quizapp.store.store import Store

DECKS = 50
TODAY = 20_514
YEARS = 3
_DAY = 86_400_000
_COLUMNS = (
    "device, seq, stamp, kind, card, sitting, at, offset, day, front, version, rating, rated_by, verdict,"
    " rule, score, response, shown, hints, tries, first_key_ms, answer_ms, phase, step, after_phase,"
    " after_step, interval, due_day, retention, weights, revision, wording"
)


def build(path: Path, cards: int = 100_000, reviews: int = 1_000_000) -> None:
    """Make the log at `path`, which must not exist: `cards` cards in 50 decks, all started."""
    chance = random.Random(f"{cards} {reviews}")
    names = [f"deck-{number % DECKS:02d}/question-{number:06d}" for number in range(cards)]
    with Store.open(path) as store:
        for deck in range(DECKS):
            places = [_place(name, place) for place, name in enumerate(names[deck::DECKS])]
            store.place(f"deck-{deck:02d}", "mark", places)
        steps = sorted(_studied(chance, names, reviews))
        database = store.database
        marks = ", ".join("?" * len(_COLUMNS.split(",")))
        starts = [
            (TODAY - YEARS * 366, f"deck-{deck:02d}", "start", None, None, None) for deck in range(DECKS)
        ]
        rows = (_row(store.device, seq, step) for seq, step in enumerate([*starts, *steps], start=1))
        with database.transaction():
            database.connection.executemany(f"INSERT INTO event ({_COLUMNS}) VALUES ({marks})", rows)
            ledger.refold_all(database)
        database.run("PRAGMA optimize")


_Step = tuple[int, str, str, int | None, int | None, str | None]


def _studied(chance: random.Random, names: list[str], reviews: int) -> Iterator[_Step]:
    """(day, card, kind, rating, interval, phase before) of every review, card by card."""
    learnt = names[: len(names) * 4 // 5]
    for number, card in enumerate(learnt):
        count = reviews // len(learnt) + (number < reviews % len(learnt))
        # Latest reviews spread so that a few cards in a hundred are due today or before.
        day = TODAY - 1 - int(chance.random() * 40)
        growth = 1.3 + chance.random() * 0.4
        first = 60 + chance.random() * 340
        days = [day]
        for back in range(count - 1):
            days.append(days[-1] - max(1, int(first / growth**back)))
        days.reverse()
        for place, day in enumerate(days):
            again = place > 0 and chance.random() < 0.1
            due = days[place + 1] if place + 1 < len(days) else day + 20 + int(chance.random() * 200)
            yield day, card, "study", 1 if again else 3, due - day, "review" if place else "new"


def _row(device: str, seq: int, step: _Step) -> tuple[object, ...]:
    day, card, kind, rating, interval, phase = step
    # From seven in the morning to ten in the evening.
    at = day * _DAY + 21_600_000 + seq * 7_919 % 54_000_000
    head = (device, seq, seq, kind, card, f"{day:012x}", at, 60, day, "tui", "1.0.0")
    if rating is None or interval is None:
        return (*head, *(None,) * 21)
    verdict, rule, score = ("correct", "exact", 1.0) if rating > 1 else ("wrong", "wrong", 0.0)
    answer = '{"typed": ["a response of some words"]}'
    took = 2_000 + seq % 9_000
    judged = (rating, "judge", verdict, rule, score, answer, None, 0, 1, took // 3, took)
    decided = (phase, 0, "review", 0, interval, day + interval, 0.9, "fsrs6-default", 1)
    # No wording: these answers were given to no question that a deck file holds.
    return (*head, *judged, *decided, None)


def _place(card: str, position: int) -> Place:
    return Place(card, card, position, "short", _fingerprint(card))


def _fingerprint(card: str) -> str:
    number = card[-6:]
    return f"1:{number}{number}:{number}{number}"


if __name__ == "__main__":
    build(Path(sys.argv[1]), *map(int, sys.argv[2:]))
