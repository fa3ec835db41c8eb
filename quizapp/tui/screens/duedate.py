"""Asks when cards shall be due."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.errors import QuizappError
from quizapp.study.cards import days_until, reschedule
from quizapp.text import counted
from quizapp.tui.screens.dialog import Dialog, paragraph
from quizapp.tui.texts import clean
from quizapp.tui.widgets.field import Field


class DueField(Field):
    """A date or a number of days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Make them due then", id="due.submit"),
        Binding("escape", "screen.back", "Back", id="due.back"),
    ]


class DueScreen(Dialog[int]):
    """Gives the days from today, or None."""

    AUTO_FOCUS: ClassVar[str | None] = "DueField"

    def __init__(self, number: int, day: int) -> None:
        """`number` of cards; `day` is today's study day."""
        super().__init__()
        self._number = number
        self._day = day

    def compose(self) -> ComposeResult:
        """Ask for the date."""
        parts = [
            paragraph("0 is today, 7 in a week; or a date, such as 2026-03-14. New cards have no date."),
            DueField(placeholder="days or date"),
            Static("", id="due-trouble", markup=False),
        ]
        yield from self.box(f"When shall {counted(self._number, 'card')} be due?", parts)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            days = days_until(event.value, self._day)
            reschedule(days)
        except QuizappError as error:
            said = Content.assemble(("✗ ", "$wrong"), clean(str(error)))
            self.query_one("#due-trouble", Static).update(said)
            return
        self.dismiss(days)

    def action_back(self) -> None:
        """Leave things as they are."""
        self.dismiss(None)
