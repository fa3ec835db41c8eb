"""Section 5: the same figures by deck, topic, kind or source; sorted by any column."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from quizapp.report.breakdown import Breakdown, Row as Part
from quizapp.report.how import HOW
from quizapp.report.subjects import BY
from quizapp.report.tables import between, percent
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, fit, prose
from quizapp.tui.progress.view import Sort, View
from quizapp.tui.widgets.board import Mark, Row
from quizapp.tui.widgets.deckline import LEARNING, MATURE, NEW, YOUNG, shares

BY_PRESS, SORT_PRESS = "by:", "sort:"
"""How what a click on the head of the table means begins."""

_NAMES = {"deck": "deck", "topic": "topic", "kind": "kind", "source": "source"}
_SORTED = "▾"
_LEAST_NAME = 16
_BAR, _LONG_BAR = 12, 30


class _Column(NamedTuple):
    head: str
    sort: Sort
    width: int
    text: Callable[[Part], str]


_COLUMNS = (
    _Column("answers", "answers", 9, lambda row: f"{row.answers:,}"),
    _Column("right", "right", 7, lambda row: percent(_right(row))),
    _Column("kept", "kept", 7, lambda row: percent(row.kept.value)),
    _Column("min", "minutes", 6, lambda row: f"{row.minutes:,.0f}"),
)
_KEYS: dict[Sort, Callable[[Part], tuple[float | str, ...]]] = {
    "answers": lambda row: (-row.answers,),
    "name": lambda row: (row.title.casefold(),),
    "right": lambda row: (_right(row) is None, _right(row) or 0),
    "minutes": lambda row: (-row.minutes,),
    "kept": lambda row: (row.kept.value is None, row.kept.value or 0),
    "seen": lambda row: (-_seen(row),),
}


def rows(view: View, width: int) -> list[Row]:
    """What it is divided by, the head of the table, and a row each."""
    found: Breakdown = view.found
    made = [_choice(view), BLANK]
    if not found.rows:
        made += prose("Nothing was answered here yet, and no deck is started.", width, "strong")
        return [*made, *prose("Press Enter on a deck in the list of decks.", width)]
    columns, bar = _fitting(width)
    name = width - sum(column.width for column in columns) - (bar + 2 if bar else 0)
    if bar:
        name, bar = _spread(found, name, bar)
    made.append(_head(view.sort, columns, name, bar))
    for row in sorted(found.rows, key=_KEYS[view.sort]):
        cells = "".join(fit(column.text(row), column.width, right=True) for column in columns)
        marks = (Mark(fit(row.title, name)), Mark(cells), *(_bar(row, bar) if bar else ()))
        made.append(Row(marks, f"row:{row.name}"))
    return made


def said(view: View, stop: str) -> list[str]:
    """The row at the cursor in words."""
    found: Breakdown = view.found
    row = next((row for row in found.rows if f"row:{row.name}" == stop), None)
    if row is None:
        return []
    kept = (
        f"kept {percent(row.kept.value)} ({between(row.kept)})"
        if row.kept.trials
        else "nothing came back yet"
    )
    cards = row.cards
    names = ("new", "learning", "young", "mature", "suspended")
    stands = ", ".join(f"{number:,} {name}" for name in names if (number := getattr(cards, name)))
    return [f"{row.title}: {kept}; {counted(cards.total, 'card')}{': ' if stands else ''}{stands}."]


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["breakdown"]


def _right(row: Part) -> float | None:
    return row.right / row.answers if row.answers else None


def _seen(row: Part) -> float:
    return row.cards.seen / row.cards.total if row.cards.total else 0.0


def _choice(view: View) -> Row:
    marks = [Mark("By ", "quiet")]
    for number, by in enumerate(BY):
        tone = "under" if by == view.ask.by else "accent"
        marks += [Mark("   " if number else ""), Mark(_NAMES[by], tone, press=f"{BY_PRESS}{by}")]
    return Row(tuple(marks))


def _fitting(width: int) -> tuple[Sequence[_Column], int]:
    """The columns there is room for, and how long the bar is."""
    columns = list(_COLUMNS)
    while len(columns) > 2 and width - sum(column.width for column in columns) < _LEAST_NAME:
        columns.pop()
    left = width - sum(column.width for column in columns)
    return columns, _BAR if left - _BAR - 2 >= 2 * _LEAST_NAME - 6 else 0


def _spread(found: Breakdown, name: int, bar: int) -> tuple[int, int]:
    """Let figures stand beside their names: room that no name needs makes the bars longer."""
    longest = max(cell_len(row.title) for row in found.rows)
    wanted = min(name, max(longest + 2, _LEAST_NAME))
    return wanted, min(_LONG_BAR, bar + name - wanted)


def _head(sort: Sort, columns: Sequence[_Column], name: int, bar: int) -> Row:
    marks = [_title("name", "name", sort, name, right=False)]
    marks += [_title(column.head, column.sort, sort, column.width, right=True) for column in columns]
    if bar:
        marks += [Mark("  "), _title("cards", "seen", sort, bar, right=False)]
    return Row(tuple(marks))


def _title(text: str, own: Sort, sort: Sort, width: int, *, right: bool) -> Mark:
    shown = f"{text}{_SORTED}" if own == sort else text
    return Mark(
        fit(shown, width, right=right), "strong" if own == sort else "quiet", press=f"{SORT_PRESS}{own}"
    )


def _bar(row: Part, width: int) -> Iterator[Mark]:
    cards = row.cards
    numbers = (cards.mature, cards.young, cards.learning, cards.new)
    yield Mark("  ")
    if not any(numbers):
        yield Mark(" " * width)
        return
    mature, young, learning, new = shares(numbers, width)
    yield Mark(MATURE * mature + YOUNG * young, "accent")
    yield Mark(LEARNING * learning)
    yield Mark(NEW * new, "quiet")
