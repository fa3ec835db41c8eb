"""Sections of figures: added up on a thread, kept while the screen is open, drawn, and put into words."""

from typing import Any, ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from quizapp.deck.kinds import asks, faces
from quizapp.deck.model import Card
from quizapp.errors import QuizappError
from quizapp.report.selection import EVERYTHING, Selection
from quizapp.study.desk import Desk
from quizapp.tui.progress.drawing import WIDEST, lines
from quizapp.tui.progress.reading import essence, job
from quizapp.tui.progress.sections import (
    AHEAD,
    DIVIDED,
    KEPT,
    MIXUPS,
    QUESTIONS,
    SECTIONS,
    SOURCES,
    TODAY,
    YEAR,
)
from quizapp.tui.progress.view import Ask, Section, Sort, View
from quizapp.tui.screens.kept import Kept
from quizapp.tui.screens.progress.choosing import named
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.board import Board, Mark, Row
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.loading import Loading
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.tabline import Tab, TabLine

_ROOMY = 30
_AROUND = 4
_AHEAD_OF_EXAM = 30
PERIODS = (TODAY, YEAR, KEPT, AHEAD, DIVIDED, MIXUPS)
"""Sections that tell of a period; the others tell how things stand."""


class Scope(Static):
    """Says which cards are looked at; a click asks for others."""

    class Pressed(Message):
        """It was clicked."""

    def on_click(self, event: events.Click) -> None:
        """Tell the parent."""
        event.stop()
        self.post_message(self.Pressed())


class Figures(Kept[None]):
    """A screen of sections whose figures are added up on a thread and kept while it is open."""

    CSS_PATH = "../../styles/progress.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "Board"

    _desk: Desk
    _selection: Selection
    _ask = Ask(0, EVERYTHING, on=0)
    _at = TODAY
    _sort: Sort = "answers"
    _standing: object = None
    _view: View | None = None
    _how: bool | None = None

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[object, ...], Any] = {}
        self._cursors: dict[int, str] = {}

    def begin(self, desk: Desk, selection: Selection = EVERYTHING) -> Self:
        """Show figures. selection: which cards are looked at first."""
        self._desk = desk
        self._selection = selection
        return self.anew()

    def fill(self) -> None:
        """Show the first section."""
        day = self._desk.time.moment().day
        self._ask = Ask(day, self._selection, on=day + _AHEAD_OF_EXAM)
        self._at = TODAY
        self._sort = "answers"
        self._how = None
        self._cursors.clear()
        self.query_one(Notice).say(())
        self._board.focus()
        self._show()

    def resumed(self) -> None:
        """Add up anew what has changed meanwhile."""
        self.call_after_refresh(self._show)

    def left(self) -> None:
        """Add nothing up any more, and let go of what may be large."""
        # It may be taken away before all of it stood.
        for loading in self.query(Loading):
            loading.cancel()
        first = SECTIONS[TODAY].key
        self._kept = {key: found for key, found in self._kept.items() if key[0] == first}
        self._view = None
        for board in self.query(Board):
            board.show(lambda _: (), at="")

    def compose(self) -> ComposeResult:
        """Lay out the sections, the present one, and what is said of the place at the cursor."""
        with Vertical(id="progress"):
            with Horizontal(id="progress-top"):
                yield Static("Progress", id="progress-title", markup=False)
                yield Scope("", markup=False)
            tabs = [Tab(str(at), one.name, one.short) for at, one in enumerate(SECTIONS, 1)]
            yield TabLine(tabs)
            yield Loading("Adding up")
            yield Board()
            yield Static("", id="progress-said", markup=False)
            yield Static("", id="progress-how", markup=False)
        yield from foot()

    @property
    def _section(self) -> Section:
        return SECTIONS[self._at]

    @property
    def _board(self) -> Board:
        return self.query_one(Board)

    # Adding up

    def _show(self) -> None:
        """Show the section, at once if its figures are at hand."""
        if not self.is_attached:
            return
        self._head()
        self._let_go()
        key = essence(self._section.key, self._ask)
        if key in self._kept:
            self._draw(self._kept[key])
            return
        self._view = None
        self._board.show(lambda _: (Row((Mark("Adding up…", "quiet"),)),), at="")
        # What is drawn now isn't to wait for the thread.
        self.call_after_refresh(self._add_up, key, self._section.key, self._ask)

    def _add_up(self, key: tuple[object, ...], section: str, ask: Ask) -> None:
        if self.is_current and key == essence(self._section.key, self._ask):
            read = job(self._desk, section, ask)
            self.query_one(Loading).begin(lambda progress: (key, read(progress)))

    def _let_go(self) -> None:
        """Forget figures that the log has outgrown."""
        try:
            day = self._desk.time.moment().day
            standing = (self._desk.store.version(), self._desk.library.decks(), day)
        except QuizappError as error:
            self._fail(error)
            return
        if standing != self._standing:
            self._standing = standing
            self._kept.clear()
            self._ask = self._ask._replace(day=day, on=max(self._ask.on, day))

    @on(Loading.Done)
    def _read(self, event: Loading.Done) -> None:
        event.stop()
        key, found = event.result
        self._kept[key] = found
        if key == essence(self._section.key, self._ask):
            self._draw(found)

    @on(Loading.Failed)
    def _failed(self, event: Loading.Failed) -> None:
        event.stop()
        if not isinstance(event.error, QuizappError):
            raise event.error
        self._fail(event.error)

    def _fail(self, error: QuizappError) -> None:
        def chosen(again: bool | None) -> None:
            if again:
                self._show()
            else:
                self.dismiss()

        self.app.push_screen(TroubleScreen(error), chosen)

    def _look(self, **other: Any) -> None:
        """Ask for other figures."""
        self._ask = self._ask._replace(**other)
        self._show()

    # Drawing

    def _head(self) -> None:
        self.query_one(TabLine).show(self._at)
        parts = [named(self._desk, self._ask.selection)]
        if self._at in PERIODS:
            parts.append("all time" if self._ask.everything else "past 365 days")
        self.query_one(Scope).update(plain("  ·  ".join(parts)))

    def _draw(self, found: Any) -> None:
        section = self._section
        started = bool(self._desk.store.started())
        view = self._view = View(found, self._ask, self._text, self._sort, started=started)
        at = self._cursors.get(self._at) or section.at(view)
        self._board.show(lambda width: section.rows(view, width), at=at or "", order=section.order(view))
        self.refresh_bindings()

    def _text(self, key: str) -> str:
        """What a question or a card asks; its key where no deck at hand has it."""
        found = self._desk.library.question(key)
        if found is None:
            return key
        body = found[0].body
        return asks(body, Card.parse(key).face or faces(body)[0])

    @on(Board.Moved)
    def _moved(self, event: Board.Moved) -> None:
        """Say what stands at the cursor, and how it is computed."""
        event.stop()
        said, how = self.query_one("#progress-said", Static), self.query_one("#progress-how", Static)
        view, here = self._view, self._board.here
        if view is not None and here:
            self._cursors[self._at] = here
        told = self._section.said(view, here) if view is not None else []
        room = min(self._board.size.width - _AROUND, WIDEST)
        cut = self._at in {SOURCES, QUESTIONS}
        said.update(plain("\n".join(told if cut else (part for each in told for part in lines(each, room)))))
        said.display = bool(told)
        said.set_class(cut, "-cut")
        computed = self._section.how(view, here) if view is not None else ""
        how.update(plain(computed))
        shown = self.app.size.height >= _ROOMY if self._how is None else self._how
        how.display = bool(computed) and shown
        self.refresh_bindings()
