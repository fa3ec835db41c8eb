"""Cards as a table, as JSON and for spreadsheets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.cli.output import show_json, show_rows, show_table, tell
from quizapp.cli.spreadsheet import csv_lines
from quizapp.text import counted, shortened

if TYPE_CHECKING:
    from quizapp.study.browse import Browser, CardRow

_PAGE = 1_000
_WIDEST = 56


def print_table(browser: "Browser", numbers: Sequence[int], total: int) -> None:
    """Print cards, one a line; `total`: how many there are besides those in `numbers`."""
    from quizapp.study.stand import due, marks, state

    rows = [("card", "question", "stands", "due")]
    for row in _rows(browser, numbers):
        stands = "gone" if row.gone else state(row.standing)
        rows.append(
            (
                row.key,
                shortened(row.asks, _WIDEST),
                ", ".join((stands, *marks(row.standing, browser.day))),
                due(row.standing, browser.day),
            )
        )
    show_table(rows)
    if total > len(numbers):
        tell(f"{len(numbers):,} of {counted(total, 'card')} shown; '--limit 0' shows all.")
    else:
        tell(counted(total, "card") + ".")


def print_json(browser: "Browser", numbers: Sequence[int], total: int) -> None:
    """Print cards as JSON; `found` is how many there are in all."""
    rows = [_data(row, browser.day) for row in _rows(browser, numbers)]
    show_json({"found": total, "cards": rows})


def print_csv(browser: "Browser", numbers: Sequence[int], *, excel: bool) -> None:
    """Print cards as CSV."""
    rows = (_data(row, browser.day) for row in _rows(browser, numbers))
    show_rows(csv_lines(COLUMNS, ([values[name] for name in COLUMNS] for values in rows), excel=excel))


COLUMNS = (
    *("card", "deck", "kind", "question", "answer", "tags", "topic", "state", "due", "interval"),
    *("stability", "difficulty", "reviews", "lapses", "last", "suspended", "buried_until", "flag", "leech"),
    "gone",
)
"""What is told of a card, in JSON and CSV. Days are dates; interval and stability are in days."""


def _rows(browser: "Browser", numbers: Sequence[int]) -> "Iterator[CardRow]":
    for start in range(0, len(numbers), _PAGE):
        yield from browser.rows(numbers[start : start + _PAGE])


def _data(row: "CardRow", day: int) -> dict[str, object]:
    from quizapp.study.stand import buried, date, state

    stands = row.standing
    memory = stands.memory
    values: Iterable[object] = (
        *(row.key, row.deck, row.kind, row.asks, row.answers, row.tags, row.topic, state(stands)),
        *(date(stands.due_day), stands.interval),
        *((round(memory.stability, 2), round(memory.difficulty, 2)) if memory else (None, None)),
        *(stands.reviews, stands.lapses, date(stands.last_day), stands.suspended),
        date(stands.buried_until) if buried(stands, day) else None,
        *(stands.flag, stands.leech, row.gone),
    )
    return dict(zip(COLUMNS, values, strict=True))
