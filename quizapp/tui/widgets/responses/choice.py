"""Multiple choice: one option, or all that apply."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from quizapp.answer.response import Chosen, Response
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import Choice
from quizapp.study.item import Item
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.rows import CHOSEN, FREE, Row, Rows


class ChoiceResponse(ResponseWidget):
    """Options with digits; with one right option a digit answers, with several it marks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str((number + 1) % 10),
                f"pick({number})",
                "Choose",
                key_display="1…",
                id=f"choice.pick.{number + 1}",
            )
            for number in range(10)
        ),
        Binding("space,enter", "pick_here", "Choose this", show=False, id="choice.pick_here"),
        Binding("space", "mark", "Mark", id="choice.mark"),
        Binding("enter", "submit", "Check", id="choice.submit"),
    ]

    _body: Choice
    _order: tuple[int, ...]

    def compose(self) -> ComposeResult:
        """Lay out the options."""
        self._chosen: set[int] = set()
        yield Rows()

    def title(self, item: Item) -> str:
        """Say whether one option is right or several may be."""
        body = item.question.body
        many = isinstance(body, Choice) and body.many
        return "Choose all that apply" if many else "Choose one"

    def labels(self, item: Item) -> None:
        """The rows show how it fared."""

    def load(self, item: Item) -> None:
        """Show the options in the order of the item's layout, none chosen."""
        assert isinstance(item.question.body, Choice)
        self._body = item.question.body
        self._order = item.layout.options
        self._chosen = set()
        self._draw(cursor=0)
        self.refresh_bindings()

    def focus_target(self) -> Widget:
        """The rows take the keys."""
        return self.query_one(Rows)

    def reopen(self) -> None:
        """Take responses again; a single choice starts anew."""
        super().reopen()
        if not self._body.many:
            self._chosen = set()
        self._draw()

    def _draw(self, cursor: int | None = None) -> None:
        rows = tuple(
            Row(
                key=str(place + 1),
                text=self._body.options[option],
                mark=self._mark(option),
                role="chosen" if option in self._chosen else "plain",
            )
            for place, option in enumerate(self._order)
        )
        self.query_one(Rows).show(rows, cursor=cursor)

    def _mark(self, option: int) -> str:
        if not self._body.many:
            return CHOSEN if option in self._chosen else FREE
        return "[x]" if option in self._chosen else "[ ]"

    def pending(self) -> Response | None:
        """What is chosen."""
        return Chosen(tuple(sorted(self._chosen))) if self._chosen else None

    def restore(self, response: Response) -> None:
        """Choose what was chosen, the cursor on the first of it."""
        if isinstance(response, Chosen) and response.options:
            self._chosen = set(response.options)
            self._draw(cursor=min(self._order.index(option) for option in self._chosen))

    def judged(self, verdict: Verdict) -> None:
        """Mark the right options and those the learner chose."""
        rows = tuple(self._judged_row(place, option) for place, option in enumerate(self._order))
        self.query_one(Rows).show(rows, live=False)

    def _judged_row(self, place: int, option: int) -> Row:
        right, chosen = option < len(self._body.answers), option in self._chosen
        if right:
            role, mark, note = "right", "✓", "your choice" if chosen else "right, not chosen"
        elif chosen:
            role, mark, note = "wrong", "✗", "your choice"
        else:
            role, mark, note = "plain", FREE, ""
        if right and not chosen and not self._body.many:
            note = ""
        if self._body.many:
            mark = f"{mark:<3}"
        return Row(str(place + 1), self._body.options[option], mark, note, role)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what fits one or several, and the options there are."""
        if not hasattr(self, "_body"):
            return False
        if action == "pick":
            return isinstance(parameters[0], int) and parameters[0] < len(self._order)
        if action == "pick_here":
            return not self._body.many
        if action in {"mark", "submit"}:
            return self._body.many
        return True

    def action_pick(self, place: int) -> None:
        """Choose the option at this place, or mark it where several may be right."""
        rows = self.query_one(Rows)
        if not rows.live:
            return
        rows.cursor = place
        option = self._order[place]
        if self._body.many:
            self._chosen ^= {option}
            self._draw()
            self.post_message(self.Touched())
        else:
            self._chosen = {option}
            self.give(Chosen((option,)))

    def action_pick_here(self) -> None:
        """Choose the option at the cursor."""
        self.action_pick(self.query_one(Rows).cursor)

    def action_mark(self) -> None:
        """Mark the option at the cursor, or take the mark away."""
        self.action_pick(self.query_one(Rows).cursor)

    def action_submit(self) -> None:
        """Hand over the marked options."""
        if not self._body.many:
            self.action_pick_here()
        elif self._chosen:
            self.give(Chosen(tuple(sorted(self._chosen))))
        else:
            self.lack("Mark at least one option, or say that you don't know.")

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.action_pick(event.row)
