"""The end of a sitting: what was learned, and what comes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.memory.model import Rating
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.summary import Summary
from quizapp.text import counted
from quizapp.tui.screens.kept import kept
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.screens.undoing import can_undo
from quizapp.tui.texts import plain, whole, wrap
from quizapp.tui.widgets.card import room_above
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.keybar import shown_keys
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.progress import ProgressLine
from quizapp.tui.widgets.ratings import WORDS

_LOW = 18
_PAGE = 80
_SIDES = 4
_BAR = 30
_COLUMN = 10


class DoneScreen(LeftOnce[None]):
    """Sums a sitting up, in the place where its cards were. Nothing on it moves by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space,q", "leave", "Decks", id="done.leave"),
        Binding("r", "more", "Look again", id="done.more"),
        Binding("u,f4,ctrl+z", "undo", "Undo", id="done.undo"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, session: Session, plan: Plan, said: str | None = None) -> None:
        """`said` is what the learner should be told of the last thing they did."""
        super().__init__()
        self._said = said
        self._desk = desk
        self._session = session
        self._plan = plan
        self._can_undo = False
        self._due_later = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to look again where a card is due later today, and undo where there is something."""
        return {"more": self._due_later, "undo": self._can_undo}.get(action, True)

    def compose(self) -> ComposeResult:
        """Lay out the sums under the head that the cards had."""
        with Vertical(id="head"):
            with Horizontal(id="top"):
                yield Static(plain(self._title()), id="deck", markup=False)
            yield ProgressLine()
        with Vertical(id="sum"):
            for name in ("headline", "sums", "ratings", "coming", "next"):
                yield Static("", id=name, markup=False)
        yield from foot()

    def on_mount(self) -> None:
        """Fill in the sums."""
        self._show()

    def on_resize(self) -> None:
        """Begin where the prompts of the cards began, in the middle of a wide screen."""
        width, height = self.app.size
        left = max(0, (width - _PAGE) // 2)
        self.query_one("#sum").styles.margin = (room_above(height) + (height >= _LOW), 0, 0, left)
        self._show_sums()

    def _title(self) -> str:
        decks = self._plan.decks
        if len(decks) != 1:
            return "All that is started"
        # The file may have been taken away or broken while its cards were asked.
        return next((entry.title for entry in self._desk.library.decks() if entry.id == decks[0]), decks[0])

    def _show(self) -> None:
        summary = self._session.summary()
        at = self._next_at(summary)
        answered = bool(summary.answered)
        self._show_sums()
        self._due_later = at is not None
        self._can_undo = can_undo(self._session)
        line = self.query_one(ProgressLine)
        line.done, line.left = 1, 0
        for name, text in (
            ("headline", headline(summary)),
            ("ratings", ratings(summary) if answered else ""),
            ("coming", coming(summary, at)),
            ("next", self._advice(at)),
        ):
            part = self.query_one(f"#{name}", Static)
            part.update(text)
            part.set_class(not text, "-none")
        self.query_one(Notice).say([*([self._said] if self._said else []), *self._session.notices])
        self.refresh_bindings()

    def _show_sums(self) -> None:
        width = min(self.app.size.width, _PAGE) - _SIDES
        self.query_one("#sums", Static).update(Content("\n").join(wrap(sums(self._session.summary()), width)))

    def _next_at(self, summary: Summary) -> datetime | None:
        if summary.next_at is None:
            return None
        return datetime.fromtimestamp(summary.next_at / 1000, UTC).astimezone(self._desk.clock.now().tzinfo)

    def _advice(self, at: datetime | None) -> Content:
        """Say what to press, with the keys as they are set."""
        keys = shown_keys(self.screen)
        leave, more = ((keys.get(name, "?"), "$accent bold") for name in ("done.leave", "done.more"))
        if at is not None:
            later = Content.assemble("Press ", more, f" at {at:%H:%M}, or ", leave, " for the decks.")
            return later + " Nothing is lost."
        if self._session.answered:
            return Content.assemble("Everything is kept. Press ", leave, " for the decks.")
        return Content.assemble("Press ", leave, " for the decks: any of them can be started there.")

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

        self.app.switch_screen(kept(self.app, StudyScreen).begin(self._desk, self._plan, self._session, said))


def headline(summary: Summary) -> Content:
    """Say in a line how it went."""
    return Content("✓ Done for now" if summary.answered else "Nothing is due now")


def sums(summary: Summary) -> Content:
    """Write the sums of a sitting."""
    if not summary.answered:
        return Content("Everything that is started has been studied as far as it should be today.")
    right = round(100 * summary.right / summary.answered)
    parts = [counted(summary.answered, "answer"), f"{max(1, round(summary.minutes))} min", f"{right} % right"]
    if summary.new:
        parts.append(counted(summary.new, "new card"))
    return Content(" · ".join(whole(part) for part in parts))


def ratings(summary: Summary) -> Content:
    """Draw how often each rating was given: a word, a number, and a bar."""
    return Content("\n").join(list(_bars(summary)))


def _bars(summary: Summary) -> Iterator[Content]:
    most = max(summary.by_rating.values(), default=0) or 1
    wide = len(str(most))
    for rating in Rating:
        number = summary.by_rating.get(rating, 0)
        bar = "━" * (max(1, round(_BAR * number / most)) if number else 0)
        figure = (f"{number:>{wide}}  ", "bold") if number else (f"{'–':>{wide}}  ", "$quiet")
        yield Content.assemble((f"{WORDS[rating]:<{_COLUMN}}", "$quiet"), figure, (bar, "$accent"))


def coming(summary: Summary, at: datetime | None) -> Content:
    """Say what comes next, today and tomorrow. at: when the next card of today is due."""
    lines = [] if at is None else [_line("Today", f"the next card at {at:%H:%M}")]
    return Content("\n").join([*lines, _line("Tomorrow", _tomorrow(summary))])


def _tomorrow(summary: Summary) -> str:
    comes = [counted(summary.tomorrow, "review")] if summary.tomorrow else []
    comes += [f"{counted(summary.put_off, 'card')} put off"] if summary.put_off else []
    return " and ".join(comes) or "no reviews"


def _line(when: str, what: str) -> Content:
    return Content.assemble((f"{when:<{_COLUMN}}", "$quiet"), what)
