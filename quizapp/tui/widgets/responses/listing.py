"""Lists: several things to name, one at a time."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from quizapp.answer.response import Response, Typed
from quizapp.deck.model import ListAnswer
from quizapp.study.item import Item
from quizapp.tui.texts import clean
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.responses.base import ResponseWidget

_EMPTY, _FILLED, _MORE = "[ ]", "[x]", " ›"
_BOXES = 8
"""Boxes still to fill that are drawn; `… to go` tells of more."""
_MOST = 200
"""Entries taken at most: more than any question asks for."""


class ListField(Field):
    """The field of a list: backspace in an empty field takes the last entry back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next, or check", id="list.submit"),
        Binding("backspace", "back", "Change the last one", show=False, id="list.back"),
    ]

    def action_back(self) -> None:
        """Delete to the left, or ask for the last entry if there is nothing."""
        if self.value:
            self.action_delete_left()
        elif isinstance(parent := self.query_ancestor(ListResponse), ListResponse):
            parent.take_back()


class ListResponse(ResponseWidget):
    """Entries above, a field below; enter keeps an entry, an empty field hands them over."""

    _need = 0

    def compose(self) -> ComposeResult:
        """Lay out the entries and the field."""
        self._entries: list[str] = []
        yield Static("", classes="entries", markup=False)
        with Horizontal(classes="line"):
            yield Static(_EMPTY, classes="box", markup=False)
            yield ListField()
            yield Static("", classes="unit", markup=False)
        yield Static("", classes="awaited", markup=False)

    def title(self, item: Item) -> str:
        """Say how many are asked for."""
        body = item.question.body
        return f"Name {body.need}, in any order" if isinstance(body, ListAnswer) else ""

    def load(self, item: Item) -> None:
        """Start with an empty list."""
        assert isinstance(item.question.body, ListAnswer)
        self._need = item.question.body.need
        self._entries = []
        self.query_one(ListField).put("")
        self.reopen()
        self._draw()

    def focus_target(self) -> Widget:
        """The field takes the keys."""
        return self.query_one(ListField)

    def _draw(self) -> None:
        entries = self.query_one(".entries", Static)
        entries.display = bool(self._entries)
        entries.update(Content("\n".join(f"{_FILLED}  {clean(text)}" for text in self._entries)))
        more = self._need - len(self._entries)
        awaited = self.query_one(".awaited", Static)
        awaited.display = more > 1
        awaited.update(Content("\n".join([_EMPTY] * min(more - 1, _BOXES))))
        self.query_one(".unit", Static).update(Content(f"{more} to go" if more > 0 else "Enter checks"))
        self.query_one(".box", Static).update(_EMPTY if more > 0 else _MORE)

    def take_back(self) -> None:
        """Put the last entry back into the field."""
        if self._entries:
            self.query_one(ListField).put(self._entries.pop())
            self._draw()

    def pending(self) -> Response | None:
        """All entries, the one being typed included."""
        text = self.query_one(ListField).value
        entries = (*self._entries, text) if text.strip() else tuple(self._entries)
        return Typed(entries) if entries else None

    def restore(self, response: Response) -> None:
        """Show the entries again."""
        if isinstance(response, Typed):
            self._entries = list(response.texts)
            self._draw()

    def action_submit(self) -> None:
        """Hand over all entries, the one being typed included."""
        given = self.pending()
        if given is not None:
            self.give(given)
        else:
            self.lack("Name at least one, or say that you don't know.")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        field = self.query_one(ListField)
        if field.value.strip() and len(self._entries) < _MOST:
            self._entries.append(field.value)
            field.put("")
            self._draw()
        else:
            self.action_submit()
