"""What a section is drawn from."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from quizapp.report.selection import EVERYTHING, Selection
from quizapp.report.subjects import By
from quizapp.tui.widgets.board import Row

Sort = Literal["answers", "name", "right", "minutes", "kept", "seen"]
SORTS: tuple[Sort, ...] = ("answers", "name", "right", "minutes", "kept", "seen")


class Ask(NamedTuple):
    """What is asked for. everything: all time and not the past 365 days. by: how figures are divided.

    on: study day of an exam; goal: the share wanted in it, 0 to 1, None for none.
    """

    day: int
    selection: Selection = EVERYTHING
    everything: bool = False
    by: By = "deck"
    on: int = 0
    goal: float | None = None


class View(NamedTuple):
    """A section's figures and what they were asked with. sort: by which column a table is sorted.

    text: says what a question asks, by its key. started: whether any deck is.
    """

    found: Any
    ask: Ask
    text: Callable[[str], str]
    sort: Sort = "answers"
    started: bool = True


class Section(NamedTuple):
    """A part of the screen. key: what its figures are called in `reading`.

    rows: of a view at a width. said: sentences on the place at the cursor. how: how what stands there is
    computed. order: the stops in the order in which they follow each other, if that isn't as they are
    read; at: where the cursor begins.
    """

    key: str
    name: str
    short: str
    rows: Callable[[View, int], list[Row]]
    how: Callable[[View, str], str]
    said: Callable[[View, str], list[str]] = lambda _view, _stop: []
    order: Callable[[View], list[str]] = lambda _view: []
    at: Callable[[View], str | None] = lambda _view: None
