"""The overview of a paper: what is answered, what isn't, what is marked for later."""

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.study.quiz.marks import State
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Row
from quizapp.study.quiz.wording import clock
from quizapp.text import counted
from quizapp.tui.screens.dialog import Dialog, paragraph
from quizapp.tui.screens.quiz.dialogs import STYLES
from quizapp.tui.widgets.paper import LATER, Cell, Grid, Mark

HAND_IN = -1
"""What the overview gives when the learner wants to hand in."""

_MARKS = {
    State.RIGHT: Mark.RIGHT,
    State.PARTLY: Mark.PARTLY,
    State.WRONG: Mark.WRONG,
    State.DONT_KNOW: Mark.WRONG,
    State.UNANSWERED: Mark.CLOSED,
}
_NARROW = 64
_WORDS = {
    Mark.GIVEN: "answered",
    Mark.BLANK: "not answered",
    Mark.RIGHT: "right",
    Mark.PARTLY: "partly",
    Mark.WRONG: "wrong",
    Mark.CLOSED: "time over",
}


def cell_of(row: Row) -> Cell:
    """Return how a question is shown at a glance."""
    if row.state is not None:
        return Cell(_MARKS[row.state], row.later)
    if row.answered:
        return Cell(Mark.GIVEN, row.later)
    return Cell(Mark.CLOSED if row.closed else Mark.BLANK, row.later)


def legend(cells: list[Cell], *, narrow: bool = False) -> str:
    """Say what the signs mean, and how often each is there; narrow: on two lines."""
    numbers = Counter(cell.mark for cell in cells)
    said = [f"{mark.value} {numbers[mark]} {word}" for mark, word in _WORDS.items() if numbers[mark]]
    later = sum(cell.later for cell in cells)
    told = "   ".join(said)
    gap = "\n" if narrow else "   "
    return f"{told}{gap}{LATER} {later} for later" if later else told


class OverviewScreen(Dialog[int]):
    """Gives the place of the question to go to, `HAND_IN`, or None."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "open(1)", "Next not answered", id="overview.open"),
        Binding("m", "later(1)", "Next for later", id="overview.later"),
        Binding("h,f10", "hand_in", "Hand in", id="overview.hand_in"),
        Binding("escape,q,o,f9", "leave", "Back", id="overview.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "Grid"

    def __init__(self, quiz: Quiz) -> None:
        super().__init__()
        self._quiz = quiz
        self._cells = [cell_of(row) for row in quiz.rows]

    def compose(self) -> ComposeResult:
        """Lay out the grid and what its signs mean."""
        left = self._quiz.left
        time = "" if left is None else f" · {clock(left)} left"
        title = f"{counted(len(self._cells), 'question')}{time}"
        narrow = self.app.size.width < _NARROW
        parts = [paragraph(legend(self._cells, narrow=narrow), "quiet"), Grid(self._cells, self._quiz.place)]
        yield from self.box(title, parts)

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is."""
        if action == "open":
            return any(cell.mark is Mark.BLANK for cell in self._cells)
        if action == "later":
            return any(cell.later for cell in self._cells)
        return True

    @on(Grid.Chosen)
    def _chosen(self, event: Grid.Chosen) -> None:
        event.stop()
        self.dismiss(event.place)

    def action_open(self, by: int) -> None:
        """Move to the next question that isn't answered."""
        self._seek([at for at, cell in enumerate(self._cells) if cell.mark is Mark.BLANK], by)

    def action_later(self, by: int) -> None:
        """Move to the next question marked for later."""
        self._seek([at for at, cell in enumerate(self._cells) if cell.later], by)

    def _seek(self, places: list[int], by: int) -> None:
        grid = self.query_one(Grid)
        count = len(self._cells)
        grid.cursor = min(places, key=lambda place: (place - grid.cursor - by) % count)

    def action_hand_in(self) -> None:
        """Hand in what is given."""
        self.dismiss(HAND_IN)

    def action_leave(self) -> None:
        """Go on where one was."""
        self.dismiss(None)
