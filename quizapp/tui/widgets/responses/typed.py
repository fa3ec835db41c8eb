"""Short answers and numbers: one field."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from quizapp.answer.response import Response, Typed
from quizapp.deck.model import Numeric
from quizapp.study.item import Item
from quizapp.tui.texts import plain
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.responses.base import ResponseWidget


class TypedResponse(ResponseWidget):
    """One field; enter submits it."""

    NAME = "Type the answer"

    def compose(self) -> ComposeResult:
        """Lay out a sign, the field and what stands behind it."""
        with Horizontal(classes="line"):
            yield Static("›", classes="sign", markup=False)
            yield Field()
            yield Static("", classes="unit", markup=False)

    def load(self, item: Item) -> None:
        """Empty the field."""
        self.query_one(Field).put("")
        self.query_one(".unit", Static).display = False
        self.reopen()

    def focus_target(self) -> Widget:
        """The field takes the keys."""
        return self.query_one(Field)

    def pending(self) -> Response | None:
        """What stands in the field."""
        text = self.query_one(Field).value
        return Typed((text,)) if text.strip() else None

    def restore(self, response: Response) -> None:
        """Put the text back into the field."""
        if isinstance(response, Typed) and response.texts:
            self.query_one(Field).put(response.texts[0])

    def action_submit(self) -> None:
        """Hand over the text."""
        text = self.query_one(Field).value
        if text.strip():
            self.give(Typed((text,)))
        else:
            self.lack("Type an answer, or say that you don't know.")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_submit()


class NumericResponse(TypedResponse):
    """A field with the unit behind it."""

    NAME = "Type a number"

    def load(self, item: Item) -> None:
        """Empty the field and show the unit."""
        super().load(item)
        body = item.question.body
        assert isinstance(body, Numeric)
        unit = self.query_one(".unit", Static)
        unit.update(plain(body.unit or ""))
        unit.display = body.unit is not None
