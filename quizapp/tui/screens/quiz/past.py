"""Past attempts, the newest first."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.sit import Past
from quizapp.study.quiz.wording import number, when
from quizapp.text import counted
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.quiz.dialogs import STYLES
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.form import Form, Line, Sort

_NARROW = 64
_DAY = 10
"""Characters of the day in a date with its time."""


class PastScreen(LeftOnce[None]):
    """Lists attempts; one that is finished shows its result, one that isn't goes on."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,a", "leave", "Back", id="past.leave")]
    AUTO_FOCUS: ClassVar[str | None] = "Form"
    BRIEFLY: ClassVar[Mapping[str, str]] = {"Show the result": "Show"}

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What Enter does to the attempt at the cursor."""
        here = self.query_one(Form).here
        done = any(one.attempt.id == here and one.short is not None for one in self._past)
        return {"Choose": "Show the result" if done else "Go on"}

    def __init__(self, desk: Desk, decks: tuple[str, ...] = ()) -> None:
        """`decks`: attempts with questions of these if there are any, else all."""
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._past: tuple[Past, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="page"):
            yield Static(plain("Past attempts"), id="heading", markup=False)
            yield Form()
        yield from foot()

    def on_screen_resume(self) -> None:
        """List what there is, whenever the learner comes here."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_current:
            return
        try:
            # Where nothing of these decks was sat, whatever was is what one looks for.
            self._past = sit.past(self._desk, self._decks) or sit.past(self._desk)
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), self._after_trouble)
            return
        narrow = self.size.width < _NARROW
        lines = [line_of(past, narrow=narrow) for past in self._past]
        none = [Line("", "", "Nothing yet. What you sit is listed here, with its result.")]
        self.query_one(Form).show(lines or none)

    def _after_trouble(self, again: bool | None) -> None:
        if again:
            self._show()
        else:
            self.dismiss()

    @on(Form.Chosen)
    def _chosen(self, event: Form.Chosen) -> None:
        event.stop()
        from quizapp.tui.screens.quiz.opening import Opener  # noqa: PLC0415 - each of the two leads to the other

        Opener(self.app, self._desk, self.app.push_screen).resume(event.name)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def line_of(past: Past, *, narrow: bool = False) -> Line:
    """Return an attempt as a line: when (narrow: the day alone), how it went, what it was."""
    note = f"{past.attempt.title}, {counted(past.questions, 'question')}"
    begun = when(past.attempt)
    return Line(past.attempt.id, begun[:_DAY] if narrow else begun, _how(past), note, Sort.OPEN)


def _how(past: Past) -> str:
    short = past.short
    if short is None:
        return "○ open "
    sign = " " if short.passed is None else "✓" if short.passed else "✗"
    return f"{sign} {number(round(short.percent)):>3} %"
