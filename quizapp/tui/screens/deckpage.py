"""A deck's page: what it is about, how its cards stand, where it comes from, what is wrong with it."""

import os
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.library.entry import SHIPPED
from quizapp.study.aboutdeck import DeckFacts, facts_of
from quizapp.study.desk import Desk
from quizapp.study.overview import DeckRow
from quizapp.tui.deckwords import BAR, SHORT_BAR, facts, progress
from quizapp.tui.problemwords import told
from quizapp.tui.screens.kept import Kept, kept
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.facts import Facts
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.notice import Notice

STUDY = "study"
_NARROW = 64


class _Found(NamedTuple):
    """What the page is made of; day: the study day it is."""

    row: DeckRow
    about: DeckFacts
    day: int


class DeckScreen(Kept[str]):
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
        Binding("escape,i,q", "back", "Back", id="deck.back"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    desk: Desk
    deck: str
    _found: _Found | None = None

    def begin(self, desk: Desk, deck: str) -> Self:
        """Show a deck. deck: the id of one at hand."""
        self.desk = desk
        self.deck = deck
        return self.anew()

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What keys do to this deck as it stands."""
        return {"Start/stop": "Stop" if self._found and self._found.row.started else "Start"}

    def compose(self) -> ComposeResult:
        """Lay out the title and the page that scrolls."""
        with Vertical(id="page"):
            yield Static("", id="name", markup=False)
            with VerticalScroll(id="deck-page", can_focus=False):
                yield Static("", id="about-deck", classes="deck-text", markup=False)
                yield Facts("standing")
                yield Static("", id="notice", classes="deck-text", markup=False)
                yield Facts("made-of")
                yield Static("Problems in the file", id="faulty", markup=False)
                yield Static("", id="report", classes="deck-text", markup=False)
        yield from foot()

    def fill(self) -> None:
        """Show the deck from its beginning."""
        self.query_one(Notice).say(())
        self.query_one("#deck-page", VerticalScroll).scroll_home(animate=False)
        self.show()

    def on_resize(self) -> None:
        """Draw the bar as long as there is room for."""
        if self._found is not None:
            self._show_standing(self._found)

    def _read(self) -> _Found | None:
        """Look the deck up as it is now; None if it is gone. Raises QuizappError."""
        overview = self.desk.overview(stages=True)
        row = next((row for row in overview.decks if row.id == self.deck), None)
        about = facts_of(self.desk.library, self.deck) if row else None
        return _Found(row, about, overview.day) if row and about else None

    def show(self) -> None:
        """Show the deck as it is now; one that is gone leads back to the decks."""
        try:
            self._found = self._read()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda _: self.dismiss())
            return
        if self._found is None:
            self.dismiss()
            return
        row, about, _ = self._found
        self._say("#name", row.title)
        self._say("#about-deck", row.about or "")
        self._say("#notice", row.notice or "")
        self._show_standing(self._found)
        self.query_one("#made-of", Facts).show(facts(about))
        self._say("#report", told(about.report))
        self.query_one("#faulty").display = bool(about.report)
        self.refresh_bindings()

    def _show_standing(self, found: _Found) -> None:
        # The classes of a size come after the first layout.
        bar = SHORT_BAR if self.app.size.width < _NARROW else BAR
        self.query_one("#standing", Facts).show(progress(found.row, found.day, bar=bar))

    def _say(self, where: str, text: str | Content) -> None:
        """Write a text where it belongs; where there is none, nothing keeps its place."""
        place = self.query_one(where, Static)
        place.display = bool(text)
        place.update(plain(text) if isinstance(text, str) else text)

    def action_study(self) -> None:
        """Study this deck."""
        self.dismiss(STUDY)

    def action_start_stop(self) -> None:
        """Start the deck, or stop it."""
        try:
            if self.deck in self.desk.store.started():
                self.desk.stop(self.deck)
            else:
                self.desk.start(self.deck)
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error))
            return
        self.show()

    def action_quiz(self) -> None:
        """Set a quiz of this deck up, or go on with one."""
        from quizapp.tui.screens.quiz.setup import SetupScreen  # noqa: PLC0415 - a quiz is another place

        self.app.push_screen(kept(self.app, SetupScreen).begin(self.desk, self.deck))

    def action_progress(self) -> None:
        """Show how studying this deck goes."""
        from quizapp.report.selection import Selection  # noqa: PLC0415 - not every visit asks for it
        from quizapp.tui.screens.progress.screen import ProgressScreen  # noqa: PLC0415 - as above

        self.app.push_screen(kept(self.app, ProgressScreen).begin(self.desk, Selection((self.deck,))))

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
        from quizapp.tui.screens.rereading import reread  # noqa: PLC0415 - as above

        library = self.desk.library
        try:
            if copy:
                library.copy(self.deck)
            problems = [problem for problem in library.problems(self.deck) if problem.severity == "error"]
            line = problems[0].line if problems else 1
            path = library.deck(self.deck).path
            trouble = edit(self.app, os.environ, path, line)
        except QuizappError as error:
            self._fail(error)
            return
        if trouble:
            self._reread((trouble,))
        else:
            reread(self.app, self.desk, path, self._reread, self._fail)

    def _reread(self, told: Sequence[str]) -> None:
        self.query_one(Notice).say(told)
        self.show()

    def _fail(self, error: QuizappError) -> None:
        self.app.push_screen(TroubleScreen(error))

    def action_scroll_page(self, by: int) -> None:
        """Scroll a long page."""
        self.query_one("#deck-page", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_back(self) -> None:
        """Go back to the decks."""
        self.dismiss()
