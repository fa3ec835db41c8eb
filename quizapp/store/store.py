"""The learner's log: everything that happened, and what follows from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from quizapp.errors import StoreError
from quizapp.store import diary, ledger, migrate, owner, queries, shelf
from quizapp.store.connection import Database, open_in_memory, open_readable, open_writable, set_journal
from quizapp.store.diary import DayCount, Recent
from quizapp.store.event import Draft, Event
from quizapp.store.fold import Key, Line
from quizapp.store.history import History
from quizapp.store.queries import Order, Stages, Waiting
from quizapp.store.rows import STANDING_COLUMNS, standing_of
from quizapp.store.shelf import Known, Place
from quizapp.store.standing import Standing
from quizapp.store.whereabouts import Whereabouts, look


class Wording(NamedTuple):
    """A version of a question as it was answered. question, answer: its texts, as the caller writes them."""

    fingerprint: str
    card: str
    question: str
    answer: str
    kind: str


INSERT_WORDING = (
    "INSERT OR IGNORE INTO wording (fingerprint, card, question, answer, kind) VALUES (?, ?, ?, ?, ?)"
)


class Store:
    """The log of one learner in one file; belongs to the thread that opened it.

    Nothing is kept in memory between calls, so what a second program writes to the same file is seen
    at once. Every method raises StoreError with a sentence when the file can't be read or written.

    learner, device: random ids. notices: sentences the learner should know about where the file lies.
    """

    def __init__(self, database: Database, whereabouts: Whereabouts, *, read_only: bool) -> None:
        self.database = database
        self.path = database.path
        self.read_only = read_only
        self.notices = whereabouts.notices

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the log at `path`; for writing it is made where missing and brought to this schema.

        read_only: nothing is written, not even a missing file. Raises StoreError: locked, refused,
        full, newer, another program's, or corrupt.
        """
        whereabouts = look(path)
        database = _for_reading(path) if read_only else _for_writing(path, whereabouts)
        return cls(database, whereabouts, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def version(self) -> tuple[int, int]:
        """Two numbers that are others once this program, or another one, has written to the file."""
        return self.database.connection.total_changes, int(self.database.value("PRAGMA data_version"))

    @property
    def learner(self) -> str:
        """The random id of the person whose log this is."""
        return owner.read(self.database, "learner") or ""

    @property
    def device(self) -> str:
        """The random id of this copy of the log."""
        return owner.read(self.database, "device") or ""

    def append(self, *drafts: Draft, wordings: Sequence[Wording] = ()) -> tuple[Event, ...]:
        """Append events and fold them in, all or none; they are on the disk when this returns.

        wordings: the versions of questions they name; each is kept once. Raises ValueError for a draft
        that lacks what its kind needs.
        """
        self.must_write()
        with self.database.transaction():
            for wording in wordings:
                self.database.run(INSERT_WORDING, wording)
            return ledger.record(self.database, self.device, drafts)

    def place(self, deck: str, mark: str, places: Sequence[Place]) -> None:
        """Write which cards a deck has now. mark: what tells this version of the deck from others."""
        self.must_write()
        with self.database.transaction():
            shelf.place(self.database, deck, mark, places)

    def unplace(self, decks: Iterable[str]) -> None:
        """Write that these decks are not there any more; what was learned of them stays."""
        self.must_write()
        with self.database.transaction():
            shelf.unplace(self.database, decks)

    def marks(self) -> dict[str, str]:
        """For each deck that is there, the mark it was last placed with."""
        return shelf.marks(self.database)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Write which version of each deck its cards were compared with, once that is done."""
        self.must_write()
        with self.database.transaction():
            shelf.mark(self.database, marks)

    def gone(self) -> list[Known]:
        """Cards that were answered and that no deck at hand has now."""
        return shelf.gone(self.database)

    def known(self, deck: str) -> dict[str, Known]:
        """The cards known of this deck, those not present too."""
        return shelf.known(self.database, deck)

    def find(self, *, question: str | None = None, fingerprint: str | None = None) -> list[Known]:
        """Cards of any deck with this question's key, or that share a part of this fingerprint."""
        return shelf.find(self.database, question=question, fingerprint=fingerprint)

    def wording(self, card: str, fingerprint: str) -> Wording | None:
        """A version of a question that was answered."""
        sql = (
            "SELECT fingerprint, card, question, answer, kind FROM wording WHERE card = ? AND fingerprint = ?"
        )
        row = self.database.row(sql, (card, fingerprint))
        return None if row is None else Wording._make(row)

    def standing(self, card: str) -> Standing | None:
        """How a card stands; None if it was never placed or answered."""
        row = self.database.row(f"SELECT {STANDING_COLUMNS} FROM standing WHERE card = ?", (card,))
        return None if row is None else standing_of(row)

    def standings(self, deck: str | None = None) -> Iterator[Standing]:
        """All standings, or those of a deck's cards, by card."""
        where = "" if deck is None else "WHERE deck = (SELECT id FROM deck WHERE name = ?)"
        sql = f"SELECT {STANDING_COLUMNS} FROM standing {where} ORDER BY card"
        return (standing_of(row) for row in self.database.stream(sql, () if deck is None else (deck,)))

    def started(self) -> tuple[str, ...]:
        """The ids of the decks that are started, in the order they were."""
        sql = "SELECT name FROM deck WHERE started_stamp IS NOT NULL ORDER BY started_stamp, started_device"
        return tuple(name for (name,) in self.database.rows(sql))

    def learning(self, decks: Iterable[str], day: int) -> list[Waiting]:
        """Cards within learning due by the minute, earliest first, whenever that is."""
        return queries.learning(self.database, decks, day)

    def reviews(self, decks: Iterable[str], day: int, *, limit: int, order: Order = "due") -> list[Waiting]:
        """Cards due by the day on `day` or before, at most `limit`; see `queries.reviews` for `order`."""
        return queries.reviews(self.database, decks, day, limit, order)

    def new(self, decks: Sequence[str], day: int, *, limit: int) -> list[Waiting]:
        """New cards, at most `limit`: in the order of `decks`, then in each deck's own."""
        return queries.new(self.database, decks, day, limit)

    def counts(self, day: int) -> dict[str, tuple[int, int, int, int]]:
        """For each deck that is there: new, learning, due by the day, all its cards; before limits."""
        return queries.counts(self.database, day)

    def due_on(self, day: int) -> int:
        """How many cards of started decks are due by the day on `day` or before."""
        return queries.due_on(self.database, day)

    def put_off(self, day: int) -> int:
        """How many cards of started decks come back on `day` that had been put off and are no reviews."""
        return queries.put_off(self.database, day)

    def next_due(self, day: int) -> tuple[int, int] | None:
        """The next study day after `day` that has reviews of started decks, and how many; None if none."""
        return queries.next_due(self.database, day)

    def stages(self) -> dict[str, Stages]:
        """For each deck that is there, how its cards stand."""
        return queries.stages(self.database)

    def day_count(self, day: int) -> DayCount:
        """What of the day's limits is used up."""
        return diary.day_count(self.database, day)

    def answered(self, day: int) -> tuple[int, int, int]:
        """The day's ratings, those better than Again, and milliseconds (each at most a minute)."""
        return diary.answered(self.database, day)

    def answered_each(self, first: int, last: int) -> dict[int, int]:
        """The ratings of each study day from `first` to `last` that has any."""
        return diary.answered_each(self.database, first, last)

    def gaps(self, most: int) -> list[int]:
        """Milliseconds from one answer to the next of the same sitting, of the last `most` answers."""
        return diary.gaps(self.database, most)

    def streak(self, day: int) -> int:
        """Study days in a row with a review, up to `day` or the day before."""
        return diary.streak(self.database, day)

    def last_days(self) -> dict[str, int]:
        """For each deck with a review, the last study day of one."""
        return diary.last_days(self.database)

    def last_day(self) -> int | None:
        """The study day of the newest thing the learner did; None in an empty log."""
        return diary.last_day(self.database)

    def greatest_day(self) -> int | None:
        """The greatest study day of any review; None before the first."""
        return diary.greatest_day(self.database)

    def cards_on(self, day: int) -> set[str]:
        """Keys of the cards answered on a study day."""
        return diary.cards_on(self.database, day)

    def recent_days(self, count: int) -> list[Recent]:
        """The last `count` reviews by the log's order, newest last, with the day each counts for."""
        return diary.recent(self.database, count)

    def last_undoable(self, *, sitting: str | None, day: int) -> Event | None:
        """What undo takes back next: of this device, of the sitting if it has anything, else of the day."""
        return diary.last_undoable(self.database, self.device, sitting, day)

    def event(self, key: Key) -> Event | None:
        """The event with this key."""
        return diary.event(self.database, key)

    def events(self, card: str | None = None, *, sitting: str | None = None) -> Iterator[Event]:
        """Events in order, voided ones too: all, those that belong to a card now, or those of a sitting."""
        if card is None:
            return diary.events(self.database, sitting)
        lines = History(self.database).raw(card)
        found = (diary.event(self.database, line.key) for line in lines)
        return (event for event in found if event is not None)

    def history(self, card: str) -> list[Line]:
        """What counts of a card's events, in order: without the voided, overrides applied."""
        history = History(self.database)
        return history.settled(history.raw(card))

    def refold(self) -> int:
        """Make all that is folded anew from the log; returns the number of cards with events."""
        self.must_write()
        with self.database.transaction():
            return ledger.refold_all(self.database)

    def check(self) -> list[str]:
        """Sentences about what is wrong inside the log; empty if it is sound. Reads all of it."""
        from quizapp.store.doctor import check  # noqa: PLC0415 - only the doctor's callers need it

        return check(self.database)

    def must_write(self) -> None:
        """Raise StoreError if the log was opened for reading only."""
        if self.read_only:
            raise StoreError("The log was opened for reading only", where=str(self.path))


def _for_writing(path: Path, whereabouts: Whereabouts) -> Database:
    database = open_writable(path)
    try:
        migrate.schema_of(database)
        set_journal(database, "delete" if whereabouts.network else "wal")
        migrate.migrate(database)
        owner.settle_in(database, whereabouts)
    except BaseException:
        database.close()
        raise
    return database


def _for_reading(path: Path) -> Database:
    if not path.exists():
        return _empty(path)
    with ExitStack() as opened:
        database = opened.enter_context(open_readable(path))
        if migrate.schema_of(database) == migrate.newest():
            opened.pop_all()
            return database
        # What can't be migrated in place is migrated in a copy.
        with ExitStack() as kept:
            copy = kept.enter_context(open_in_memory(path))
            database.copy_to(copy)
            migrate.migrate(copy, keep_copy=False)
            kept.pop_all()
    return copy


def _empty(path: Path) -> Database:
    database = open_in_memory(path)
    migrate.migrate(database)
    return database
