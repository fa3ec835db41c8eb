"""The log as a table for spreadsheets: one row for each event, with the words that were asked."""

from collections.abc import Iterator

from quizapp.store.rows import EVENT_COLUMNS
from quizapp.store.store import Store
from quizapp.store.transfer import FORMAT

_NAMES = tuple(EVENT_COLUMNS.split(", "))
COLUMNS = ("format", *_NAMES, "question", "answer")
"""Names of the columns: the number of the format, the fields of an event, and the texts it was asked in."""


def event_rows(store: Store) -> Iterator[tuple[object, ...]]:
    """The rows of `COLUMNS`, in the log's order."""
    columns = ", ".join(f"e.{name}" for name in _NAMES)
    sql = (
        f"SELECT {FORMAT}, {columns}, w.question, w.answer FROM event e"
        " LEFT JOIN wording w ON w.card = e.card AND w.fingerprint = e.wording"
        " ORDER BY e.stamp, e.device"
    )
    with store.database.snapshot():
        yield from store.database.stream(sql)
