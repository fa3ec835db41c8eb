"""A log from before there were statistics has them after it is opened."""

import sqlite3
from pathlib import Path

from store.making import CARDS, TODAY, place_all, review, wording_of

from quizapp.memory.model import Rating
from quizapp.store import figures
from quizapp.store.store import Store
from quizapp.store.tally import Stage

EVERYTHING = figures.Slice()


def studied(path: Path) -> None:
    with Store.open(path) as store:
        place_all(store)
        for number, day in enumerate((0, 1, 9, 60, 200)):
            stands = store.standing(CARDS[0])
            assert stands is not None
            rating = Rating.AGAIN if number == 3 else Rating.EASY
            store.append(
                review(CARDS[0], rating, TODAY + day, before=stands.progress), wordings=[wording_of(CARDS[0])]
            )


def back_to_the_schema_before(path: Path) -> None:
    log = sqlite3.connect(path)
    for index in (
        *("review_day", "review_deck", "review_hour", "review_card"),
        *("standing_phase", "event_confused"),
    ):
        log.execute(f"DROP INDEX {index}")
    for column in ("stage", "hour", "chance", "aim"):
        log.execute(f"ALTER TABLE review DROP COLUMN {column}")
    log.execute("CREATE INDEX review_day ON review (day, rating, phase, kind, deck, ms)")
    log.execute("CREATE INDEX review_deck ON review (deck, day)")
    log.execute("PRAGMA user_version = 2")
    log.commit()
    log.close()


def test_an_older_log_is_folded_anew(tmp_path: Path) -> None:
    path = tmp_path / "data" / "progress.db"
    studied(path)
    with Store.open(path) as store:
        before = figures.days(store.database, EVERYTHING)
    back_to_the_schema_before(path)
    with Store.open(path, read_only=True) as store:
        assert figures.days(store.database, EVERYTHING) == before
    with Store.open(path) as store:
        assert figures.days(store.database, EVERYTHING) == before
        assert store.check() == []
    assert [cell.stage for cell in before] == [
        Stage.NEW,
        Stage.YOUNG,
        Stage.YOUNG,
        Stage.MATURE,
        Stage.LEARNING,
    ]


def test_statistics_read_the_indexes_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "progress.db"
    studied(path)
    with Store.open(path) as store:
        plans: list[str] = []
        run = store.database.connection.execute
        for sql in traced(store):
            plans += [row[3] for row in run(f"EXPLAIN QUERY PLAN {sql}")]
    reads = [plan for plan in plans if " r " in f"{plan} "]
    assert len(reads) > 5
    assert all("COVERING INDEX review_" in plan for plan in reads)


def traced(store: Store) -> list[str]:
    """The statements behind the figures of all cards, and of a deck."""
    found: list[str] = []
    store.database.connection.set_trace_callback(found.append)
    for part in (EVERYTHING, figures.Slice(decks=("heart-1",))):
        figures.days(store.database, part)
        figures.hours(store.database, part)
        figures.days_studied(store.database, part)
        figures.by_deck(store.database, part)
        figures.by_card(store.database, EVERYTHING)
    store.database.connection.set_trace_callback(None)
    return found
