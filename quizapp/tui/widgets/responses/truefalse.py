"""True or false."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from quizapp.answer.response import Response, Truth
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import TrueFalse
from quizapp.study.item import Item
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.rows import CHOSEN, FREE, Row, Rows

_VALUES = (True, False)


class TrueFalseResponse(ResponseWidget):
    """Two rows: true and false."""

    NAME = "True or false?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t,1", "say(True)", "True", id="truefalse.true"),
        Binding("f,2", "say(False)", "False", id="truefalse.false"),
        Binding("enter,space", "submit", "Choose this", show=False, id="truefalse.submit"),
    ]

    _body: TrueFalse
    _said: bool | None = None

    def compose(self) -> ComposeResult:
        """Lay out the two rows."""
        yield Rows()

    def labels(self, item: Item) -> None:
        """The rows show how it fared."""

    def load(self, item: Item) -> None:
        """Show both, none chosen."""
        assert isinstance(item.question.body, TrueFalse)
        self._body = item.question.body
        self.reopen()
        self.query_one(Rows).cursor = 0

    def reopen(self) -> None:
        """Take responses again."""
        super().reopen()
        self._said = None
        self.query_one(Rows).show((Row("t", "True", FREE), Row("f", "False", FREE)))

    def focus_target(self) -> Widget:
        """The rows take the keys."""
        return self.query_one(Rows)

    def pending(self) -> Response | None:
        """What was said."""
        return None if self._said is None else Truth(self._said)

    def restore(self, response: Response) -> None:
        """Mark what was said, the cursor on it."""
        if isinstance(response, Truth):
            self._said = response.value
            rows = tuple(
                Row(
                    key,
                    text,
                    CHOSEN if value is self._said else FREE,
                    role="chosen" if value is self._said else "plain",
                )
                for key, text, value in (("t", "True", True), ("f", "False", False))
            )
            self.query_one(Rows).show(rows, cursor=_VALUES.index(self._said))

    def judged(self, verdict: Verdict) -> None:
        """Mark the right one, and the learner's."""
        rows = tuple(self._judged_row(value) for value in _VALUES)
        self.query_one(Rows).show(rows, live=False)

    def _judged_row(self, value: bool) -> Row:
        key, text = ("t", "True") if value else ("f", "False")
        note = "your choice" if value is self._said else ""
        if value is self._body.answer:
            return Row(key, text, "✓", note, "right")
        return Row(key, text, "✗" if note else FREE, note, "wrong" if note else "plain")

    def action_say(self, value: bool) -> None:
        """Answer true or false."""
        if self.query_one(Rows).live:
            self._said = value
            self.give(Truth(value))

    def action_submit(self) -> None:
        """Answer with the row at the cursor."""
        self.action_say(_VALUES[self.query_one(Rows).cursor])

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.action_say(_VALUES[event.row])
