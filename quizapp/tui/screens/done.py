"""The end of a sitting: what was learned, and what comes."""

from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.memory.model import Rating
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.summary import Summary
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import counted
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.ratings import WORDS

_BAR = 30


class DoneScreen(LeftOnce[None]):
    """Sums a sitting up. Nothing on it moves by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "leave", "Decks", id="done.leave"),
        Binding("r", "more", "Look again", id="done.more"),
        Binding("u,f4,ctrl+z", "undo", "Undo", id="done.undo"),
        Binding("q", "app.quit", "Quit", id="done.quit"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, session: Session, plan: Plan, said: str | None = None) -> None:
        """`said` is what the learner should be told of the last thing they did."""
        super().__init__()
        self._said = said
        self._desk = desk
        self._session = session
        self._plan = plan

    def compose(self) -> ComposeResult:
        """Lay out the sums."""
        with Vertical(id="page"):
            yield Static("", id="headline", markup=False)
            yield Static("", id="sums", markup=False)
            yield Static("", id="ratings", markup=False)
            yield Static("", id="coming", markup=False)
        with Vertical(id="foot"):
            with Vertical(classes="centre"):
                yield Notice()
            yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the sums."""
        self._show()

    def _show(self) -> None:
        summary = self._session.summary()
        self.query_one("#headline", Static).update(Content(headline(summary)))
        self.query_one("#sums", Static).update(Content(sums(summary)))
        self.query_one("#ratings", Static).update(ratings(summary))
        self.query_one("#ratings").display = bool(summary.answered)
        self.query_one("#coming", Static).update(self._coming(summary))
        self.query_one(Notice).say([*([self._said] if self._said else []), *self._session.notices])

    def _coming(self, summary: Summary) -> Content:
        lines = [f"Tomorrow  {counted(summary.tomorrow, 'review')}"]
        if summary.next_at is not None:
            here = self._desk.clock.now().tzinfo
            at = datetime.fromtimestamp(summary.next_at / 1000, UTC).astimezone(here)
            lines.insert(0, f"Today     the next card comes at {at:%H:%M}: press r then")
        return Content("\n".join(lines))

    def action_leave(self) -> None:
        """Go back to the decks."""
        self.dismiss()

    def action_more(self) -> None:
        """Look whether something is due now."""
        try:
            self._session.resume()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda again: self.action_more() if again else None)
            return
        self._go_on(None, "Nothing is due yet.")

    def action_undo(self) -> None:
        """Take the last answer back; its card is asked again."""
        try:
            said = self._session.undo()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda again: self.action_undo() if again else None)
            return
        self._go_on(said, said or "There is nothing to take back.")

    def _go_on(self, said: str | None, otherwise: str) -> None:
        if self._session.item is None:
            self._said = otherwise
            self._show()
            return
        from quizapp.tui.screens.study import StudyScreen  # noqa: PLC0415 - each of the two leads to the other

        self.app.switch_screen(StudyScreen(self._desk, self._plan, self._session, said))


def headline(summary: Summary) -> str:
    """Say in a line how it went."""
    if not summary.answered:
        return "Nothing is due now"
    return "✓ Done for now"


def sums(summary: Summary) -> str:
    """Write the sums of a sitting."""
    if not summary.answered:
        return "Everything that is started has been studied as far as it should be today."
    right = round(100 * summary.right / summary.answered)
    time = f"{max(1, round(summary.minutes))} min"
    new = f", {counted(summary.new, 'new card')} learned" if summary.new else ""
    return f"{counted(summary.answered, 'answer')} in {time}, {right} % right{new}."


def ratings(summary: Summary) -> Content:
    """Draw how often each rating was given: a word, a number, and a bar."""
    most = max(summary.by_rating.values(), default=0) or 1
    lines = []
    for rating in Rating:
        number = summary.by_rating.get(rating, 0)
        bar = "━" * (round(_BAR * number / most) if number else 0)
        lines.append(Content.assemble(f"{WORDS[rating]:<6}", (f"{number:>5}  ", "bold"), (bar, "$accent")))
    return Content("\n").join(lines)
