"""Matching: each left side gets a right side."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from quizapp.answer.response import Matched, Response
from quizapp.deck.model import Matching
from quizapp.study.item import Item
from quizapp.text import counted
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.rows import Row, Rows


class Lefts(Rows):
    """The left sides; they have the cursor."""


class Rights(Rows, can_focus=False):
    """The right sides, each with its digit."""


class MatchingResponse(ResponseWidget):
    """The cursor stands on a left side; a digit, or a click on a right side, matches it."""

    NAME = "Match each with its number"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str((number + 1) % 10),
                f"match({number})",
                "Match",
                key_display="1…",
                id=f"matching.match.{number + 1}",
            )
            for number in range(10)
        ),
        Binding("left", "turn(-1)", "Another", show=False, id="matching.back"),
        Binding("right,space", "turn(1)", "Another", show=False, id="matching.on"),
        Binding("backspace,delete", "clear", "Clear", id="matching.clear"),
        Binding("enter", "submit", "Check", id="matching.submit"),
    ]

    _body: Matching
    _lefts: tuple[int, ...] = ()
    _rights: tuple[int, ...] = ()
    _warned = False

    def compose(self) -> ComposeResult:
        """Lay out both sides."""
        self._matched: dict[int, int] = {}
        with Horizontal(classes="sides"):
            yield Lefts()
            yield Rights()

    def labels(self, item: Item) -> Sequence[str]:
        """Name the left sides."""
        body = item.question.body
        return [left for left, _ in body.pairs] if isinstance(body, Matching) else ()

    def load(self, item: Item) -> None:
        """Show both sides in the order of the item's layout, nothing matched."""
        assert isinstance(item.question.body, Matching)
        self._body = item.question.body
        self._lefts = tuple(range(len(self._body.pairs)))
        self._rights = item.layout.options
        self._matched = {}
        self._warned = False
        self.reopen()
        self._draw(cursor=0)

    def focus_target(self) -> Widget:
        """The left sides take the keys."""
        return self.query_one(Lefts)

    def _draw(self, cursor: int | None = None) -> None:
        self.query_one(Lefts).show(tuple(self._left(left) for left in self._lefts), cursor=cursor)
        used = set(self._matched.values())
        self.query_one(Rights).show(
            tuple(
                Row(str(place + 1), self._body.rights[right], role="used" if right in used else "plain")
                for place, right in enumerate(self._rights)
            )
        )
        self.refresh_bindings()

    def _left(self, left: int) -> Row:
        right = self._matched.get(left)
        sign = " " if right is None else str(self._rights.index(right) + 1)
        return Row(
            f"[{sign:>{len(str(len(self._rights)))}}]",
            self._body.pairs[left][0],
            role="plain" if right is None else "chosen",
        )

    def pending(self) -> Response | None:
        """The matches so far."""
        given = tuple(self._matched.get(left) for left in range(len(self._lefts)))
        return Matched(given) if self._matched else None

    def restore(self, response: Response) -> None:
        """Match again what was matched."""
        if isinstance(response, Matched):
            self._matched = {left: right for left, right in enumerate(response.rights) if right is not None}
            self._draw(cursor=0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the right sides there are, and to clear a match once there is one."""
        if action == "match":
            return isinstance(parameters[0], int) and parameters[0] < len(self._rights)
        if action == "clear":
            return bool(self._matched)
        return True

    def action_match(self, place: int) -> None:
        """Match the left side at the cursor with the right side at this place, and go to the next."""
        lefts = self.query_one(Lefts)
        left = self._lefts[lefts.cursor]
        self._matched.pop(left, None)
        self._matched[left] = self._rights[place]
        self._draw(cursor=self._next_free(lefts.cursor))
        self._touch()

    def _next_free(self, start: int) -> int:
        places = [*range(start + 1, len(self._lefts)), *range(start)]
        return next((at for at in places if self._lefts[at] not in self._matched), start)

    def action_turn(self, by: int) -> None:
        """Give the left side at the cursor the next right side, or the one before."""
        left = self._lefts[self.query_one(Lefts).cursor]
        right = self._matched.get(left)
        count = len(self._rights)
        place = (0 if by > 0 else count - 1) if right is None else (self._rights.index(right) + by) % count
        self._matched[left] = self._rights[place]
        self._draw()
        self._touch()

    def action_clear(self) -> None:
        """Take the match of the left side at the cursor away; where it has none, the one given last."""
        if not self._matched:
            return
        here = self._lefts[self.query_one(Lefts).cursor]
        left = here if here in self._matched else list(self._matched)[-1]
        del self._matched[left]
        self._draw(cursor=self._lefts.index(left))
        self._touch()

    def _touch(self) -> None:
        self._warned = False
        self.post_message(self.Touched())

    def action_submit(self) -> None:
        """Hand over the matches; what is missing is told once."""
        missing = len(self._lefts) - len(self._matched)
        if not self._matched:
            self.lack("Match at least one, or say that you don't know.")
        elif missing and not self._warned:
            self._warned = True
            has = counted(missing, "has", "have")
            self.lack(f"{has} no match yet. Enter again checks it all the same.")
        else:
            self.give(Matched(tuple(self._matched.get(left) for left in range(len(self._lefts)))))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        if isinstance(event.rows, Rights):
            self.action_match(event.row)
