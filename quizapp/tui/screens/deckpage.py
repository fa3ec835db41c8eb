"""A deck's page: what it is about, how its cards stand, where it comes from, what is wrong with it."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.library.entry import SHIPPED
from quizapp.study.aboutdeck import DeckFacts, facts_of
from quizapp.study.desk import Desk
from quizapp.study.overview import DeckRow
from quizapp.tui.deckwords import BAR, SHORT_BAR, Fact, facts, progress
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.notice import Notice

STUDY = "study"


class _Found(NamedTuple):
    """What the page is made of; day: the study day it is."""

    row: DeckRow
    about: DeckFacts
    day: int


class DeckScreen(LeftOnce[str]):
    """Shows a deck; gives `STUDY` if the learner wants to study it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", id="deck.study"),
        Binding("space", "start_stop", "Start/stop", id="deck.start_stop"),
        Binding("x", "quiz", "Quiz", id="deck.quiz"),
        Binding("t", "progress", "Progress", id="deck.progress"),
        Binding("e,f6", "edit", "Edit", id="deck.edit"),
        Binding("up,k", "scroll_page(-1)", "Scroll up", show=False, id="deck.up"),
        Binding("down,j", "scroll_page(1)", "Scroll down", show=False, id="deck.down"),
        Binding("pageup", "scroll_page(-9)", "Page up", show=False, id="deck.page_up"),
        Binding("pagedown", "scroll_page(9)", "Page down", show=False, id="deck.page_down"),
        Binding("escape,i,q", "back", "Decks", id="deck.back"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, desk: Desk, deck: str) -> None:
        """`deck` is the id of a deck at hand."""
        super().__init__()
        self.desk = desk
        self.deck = deck
        self._shown = False
        self._started = False

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What keys do to this deck as it stands."""
        return {"Start/stop": "Stop" if self._started else "Start"}

    def compose(self) -> ComposeResult:
        """Lay out the title and the page that scrolls, filled already if the deck can be read."""
        found: _Found | None = None
        with suppress(QuizappError):
            found = self._read()
        self._shown = found is not None
        with Vertical(id="page"):
            yield Static(plain(found.row.title) if found else "", id="name", markup=False)
            with VerticalScroll(id="deck-page", can_focus=False):
                yield from self._parts(found) if found else ()
        yield from foot()

    async def on_mount(self) -> None:
        """Tell why there is nothing on the page, if so it is."""
        if not self._shown:
            await self.show()

    def _read(self) -> _Found | None:
        """Look the deck up as it is now; None if it is gone. Raises QuizappError."""
        overview = self.desk.overview(stages=True)
        row = next((row for row in overview.decks if row.id == self.deck), None)
        about = facts_of(self.desk.library, self.deck) if row else None
        self._started = row is not None and row.started
        return _Found(row, about, overview.day) if row and about else None

    def _parts(self, found: _Found) -> list[Widget]:
        bar = SHORT_BAR if self.has_class("-narrow") else BAR
        return _page(found.row, found.about, found.day, bar)

    async def show(self) -> None:
        """Show the deck as it is now; one that is gone leads back to the decks."""
        try:
            found = self._read()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda _: self.dismiss())
            return
        if found is None:
            self.dismiss()
            return
        self.query_one("#name", Static).update(plain(found.row.title))
        page = self.query_one("#deck-page", VerticalScroll)
        await page.remove_children()
        await page.mount(*self._parts(found))
        self.refresh_bindings()

    def action_study(self) -> None:
        """Study this deck."""
        self.dismiss(STUDY)

    async def action_start_stop(self) -> None:
        """Start the deck, or stop it."""
        try:
            if self.deck in self.desk.store.started():
                self.desk.stop(self.deck)
            else:
                self.desk.start(self.deck)
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error))
            return
        await self.show()

    def action_quiz(self) -> None:
        """Set a quiz of this deck up, or go on with one."""
        from quizapp.tui.screens.quiz.setup import SetupScreen  # noqa: PLC0415 - a quiz is another place

        self.app.push_screen(SetupScreen(self.desk, self.deck))

    def action_progress(self) -> None:
        """Show how studying this deck goes."""
        from quizapp.report.selection import Selection  # noqa: PLC0415 - not every visit asks for it
        from quizapp.tui.screens.progress.screen import ProgressScreen  # noqa: PLC0415 - as above

        self.app.push_screen(ProgressScreen(self.desk, Selection((self.deck,))))

    def action_edit(self) -> None:
        """Open the deck's file in the learner's editor; of a shipped deck, offer a copy."""
        from quizapp.tui.screens.copying import CopyScreen  # noqa: PLC0415 - editing is rare

        entry = self.desk.library.deck(self.deck)
        if entry.origin != SHIPPED:
            self.run_worker(self._edit())
            return

        def chosen(copy: bool | None) -> None:
            if copy:
                self.run_worker(self._edit(copy=True))

        self.app.push_screen(CopyScreen(entry.title, str(self.desk.paths.decks)), chosen)

    async def _edit(self, *, copy: bool = False) -> None:
        """Let the file be edited, and show what it says now."""
        from quizapp.tui.editing import edit  # noqa: PLC0415 - editing is rare

        library = self.desk.library
        try:
            if copy:
                library.copy(self.deck)
            problems = [problem for problem in library.problems(self.deck) if problem.severity == "error"]
            line = problems[0].line if problems else 1
            trouble = edit(self.app, os.environ, library.deck(self.deck).path, line)
            told = [trouble] if trouble else list(self.desk.refresh())
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error))
            return
        self.query_one(Notice).say(told)
        await self.show()

    def action_scroll_page(self, by: int) -> None:
        """Scroll a long page."""
        self.query_one("#deck-page", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_back(self) -> None:
        """Go back to the decks."""
        self.dismiss()


def _page(row: DeckRow, about: DeckFacts, day: int, bar: int) -> list[Widget]:
    parts: list[Widget] = []
    if row.about:
        parts.append(Static(plain(row.about), classes="deck-text", markup=False))
    parts.append(_block(progress(row, day, bar=bar)))
    if row.notice:
        parts.append(Static(plain(row.notice), classes="deck-text notice", markup=False))
    parts.append(_block(facts(about)))
    if about.report:
        parts += [
            Static(Content("Problems in the file"), classes="deck-problems title", markup=False),
            Static(plain(about.report), classes="deck-text", markup=False),
        ]
    return parts


def _block(lines: Iterable[Fact]) -> Vertical:
    return Vertical(*map(_line, lines), classes="facts")


def _line(fact: Fact) -> Horizontal:
    return Horizontal(
        Static(Content(fact.label), classes="label", markup=False),
        Static(fact.text, classes="value", markup=False),
        classes="fact",
    )
