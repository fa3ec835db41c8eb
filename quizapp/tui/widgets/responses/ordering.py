"""Ordering: items moved into their right order."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from quizapp.answer.response import Ordered, Response
from quizapp.deck.model import Ordering
from quizapp.study.item import Item
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.rows import Row, Rows


class OrderingRows(Rows):
    """Rows whose row at the cursor can be carried along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J,shift+down", "carry(1)", "Move down", show=False, id="ordering.down"),
        Binding("K,shift+up", "carry(-1)", "Move up", show=False, id="ordering.up"),
    ]

    pressed: int | None = None
    """The row on which the mouse was pressed; where it is let go, the item is put."""
    dragged = False
    """Whether the mouse has just put an item down: the click that follows means nothing more."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note from where an item may be dragged."""
        self.pressed = self.row_at(event.y) if self.live else None
        self.dragged = False

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Put a dragged item down."""
        row, start = self.row_at(event.y), self.pressed
        self.pressed = None
        if row is not None and start is not None and row != start:
            self.dragged = True
            self.query_ancestor(OrderingResponse).drag(start, row)

    def action_carry(self, by: int) -> None:
        """Move the item at the cursor by so many places."""
        self.query_ancestor(OrderingResponse).carry(by)

    def action_move(self, by: int) -> None:
        """Move the cursor, with the item in hand if one is."""
        parent = self.query_ancestor(OrderingResponse)
        if parent.holding:
            parent.carry(by)
        else:
            super().action_move(by)


class OrderingResponse(ResponseWidget):
    """Space or a click picks an item up; it is moved, and put down the same way.

    A digit puts the item at the cursor at that place; the mouse may also drag it.
    """

    NAME = "Put in order, the first on top"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "hold(True)", "Pick up", id="ordering.hold"),
        Binding("space", "hold(False)", "Put down", id="ordering.put_down"),
        *(
            Binding(
                str((number + 1) % 10),
                f"place({number})",
                "Put at",
                key_display="1…",
                id=f"ordering.place.{number + 1}",
            )
            for number in range(10)
        ),
        Binding("enter", "submit", "Check", id="ordering.submit"),
    ]

    _body: Ordering
    _shown: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the items."""
        self._items: list[int] = []
        self.holding = False
        yield OrderingRows()

    def labels(self, item: Item) -> Sequence[str]:
        """Number the places."""
        body = item.question.body
        return [str(place) for place in range(1, len(body.order) + 1)] if isinstance(body, Ordering) else ()

    def load(self, item: Item) -> None:
        """Show the items in the order of the item's layout."""
        assert isinstance(item.question.body, Ordering)
        self._body = item.question.body
        self._shown = item.layout.options
        self._items = list(self._shown)
        self.holding = False
        self.reopen()
        self._draw(cursor=0)

    def focus_target(self) -> Widget:
        """The rows take the keys."""
        return self.query_one(OrderingRows)

    def _draw(self, cursor: int | None = None) -> None:
        rows = self.query_one(OrderingRows)
        at = rows.cursor if cursor is None else cursor
        rows.show(
            tuple(
                Row(
                    key=str(place + 1),
                    text=self._body.order[item],
                    mark="↕" if self.holding and place == at else " ",
                    role="held" if self.holding and place == at else "plain",
                )
                for place, item in enumerate(self._items)
            ),
            cursor=at,
        )
        self.refresh_bindings()

    def pending(self) -> Response | None:
        """The order as it stands, once something was moved."""
        return Ordered(tuple(self._items)) if tuple(self._items) != self._shown else None

    def restore(self, response: Response) -> None:
        """Put the items into the order given."""
        if isinstance(response, Ordered):
            self._items = list(response.items)
            self._draw(cursor=0)

    def carry(self, by: int) -> None:
        """Move the item at the cursor by so many places, and the cursor with it."""
        rows = self.query_one(OrderingRows)
        self._put(rows.cursor, rows.cursor + by)

    def drag(self, start: int, end: int) -> None:
        """Put the item of one place at another."""
        self.holding = False
        self._put(start, end)

    def _put(self, start: int, end: int) -> None:
        end = max(0, min(end, len(self._items) - 1))
        self._items.insert(end, self._items.pop(start))
        self._draw(cursor=end)
        self.post_message(self.Touched())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the places there are, and what can be done with the item at the cursor."""
        if action == "hold":
            return parameters[0] is not self.holding
        return action != "place" or (isinstance(parameters[0], int) and parameters[0] < len(self._items))

    def action_place(self, place: int) -> None:
        """Put the item at the cursor at this place, and go on with the one that has come where it was."""
        rows = self.query_one(OrderingRows)
        start = rows.cursor
        self._put(start, place)
        if not self.holding:
            rows.cursor = start

    def action_hold(self, hold: bool) -> None:
        """Pick the item at the cursor up, or put it down."""
        self.holding = hold
        self._draw()
        self.post_message(self.Touched())

    def action_submit(self) -> None:
        """Hand over the order as it stands."""
        self.holding = False
        self._draw()
        self.give(Ordered(tuple(self._items)))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.post_message(self.Touched())

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        held = next((at for at, row in enumerate(event.rows.rows) if row.role == "held"), None)
        if isinstance(event.rows, OrderingRows) and event.rows.dragged:
            return
        if held is None:
            self.action_hold(True)  # noqa: FBT003 - as the key would give it
            return
        self.holding = False
        self._put(held, event.row)
