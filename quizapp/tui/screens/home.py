"""The home screen: the decks, what waits in them, and what to press."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.study.plan import Plan
from quizapp.tui.glance import MORE, is_done, no_decks
from quizapp.tui.screens.kept import kept
from quizapp.tui.screens.reads import ReadsDecks
from quizapp.tui.widgets.decklist import DeckList
from quizapp.tui.widgets.decks import Decks
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.keybar import shown_keys
from quizapp.tui.widgets.loading import Loading
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.today import Today

if TYPE_CHECKING:
    from quizapp.study.overview import DeckRow, Overview

_LATELY = 28
"""Days."""


class HomeScreen(ReadsDecks):
    """Lists the decks. It asks the desk and shows what it says."""

    PAGE_WIDTH: ClassVar[int] = 112
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", id="home.study"),
        Binding("a", "study_all", "Study all", id="home.study_all"),
        Binding("m", "more", "More new cards", id="home.more"),
        Binding("space", "start_stop", "Start/stop", id="home.start_stop"),
        Binding("x", "quiz", "Quiz", id="home.quiz"),
        Binding("b", "browse", "Cards", id="home.browse"),
        Binding("s", "settings", "Settings", id="home.settings"),
        Binding("t", "progress", "Progress", id="home.progress"),
        Binding("i", "about", "About", id="home.about"),
        Binding("slash", "find", "Find", key_display="/", id="home.find"),
        Binding("p", "problems", "Problems", id="home.problems"),
        Binding("r,f5", "reload", "Read decks again", show=False, id="home.reload"),
        Binding("escape", "stop_reading", "Stop reading", id="home.stop_reading"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "DeckList"
    BRIEFLY: ClassVar[Mapping[str, str]] = {"Study all": "All"}

    @property
    def TWO_LINES(self) -> bool:  # noqa: N802 - a trait, as a screen may have it
        """Whether the keys may take two of few lines: they lead everywhere once there are decks."""
        return self._overview is not None and bool(self._overview.decks)

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What keys do to the deck at the cursor."""
        deck = self._deck
        return {"Start/stop": "Stop" if deck.started else "Start"} if deck else {}

    def compose(self) -> ComposeResult:
        """Lay out the head, the decks, and the lines about today."""
        with Vertical(id="page"):
            yield Today()
            yield Loading("Reading decks")
            yield Decks()
            yield Static("", id="no-decks", markup=False)
        yield from foot()

    def on_mount(self) -> None:
        """Nothing is known yet; the decks are read once the screen stands."""
        self.query_one("#no-decks").display = False

    def on_screen_resume(self) -> None:
        """Show how things stand whenever the learner comes back here."""
        if self._overview is not None:
            self.call_after_refresh(self.load)

    def show(self, overview: "Overview", told: tuple[str, ...]) -> None:
        """Show how things stand."""
        decks = self.query_one(Decks)
        decks.show(overview.decks, overview.day, at=None if decks.current else _first(overview))
        decks.display = bool(overview.decks)
        self._say()
        empty = self.query_one("#no-decks", Static)
        empty.display = not overview.decks
        if self.focused is None:
            decks.list.focus()
        self.query_one(Notice).say(told)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Say things in as many words as there is room for."""
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        overview = self._overview
        if overview is not None:
            self.query_one(Today).show(overview, self._desk.clock.now().tzinfo, self._lately(overview.day))
            self._advise(overview)
            folder, reload = str(self._desk.paths.decks), shown_keys(self.screen).get("home.reload", "r")
            told = no_decks(folder, reload, short=self.has_class("-low")) if not overview.decks else ""
            self.query_one("#no-decks", Static).update(told)

    def _lately(self, today: int) -> list[int]:
        """How many cards were answered on each of the last days."""
        answered: dict[int, int] = {}
        with suppress(QuizappError):
            answered = self._desk.store.answered_each(today - _LATELY + 1, today)
        return [answered.get(day, 0) for day in range(today - _LATELY + 1, today + 1)]

    @property
    def _deck(self) -> "DeckRow | None":
        return self.query_one(Decks).current if self._overview else None

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do for."""
        overview = self._overview
        if action == "stop_reading":
            return self.query_one(Loading).running if self.is_mounted else False
        if action in {"study", "start_stop", "about", "quiz"}:
            return overview is not None and bool(overview.decks)
        if action == "study_all":
            return overview is not None and any(deck.started for deck in overview.decks)
        if action == "find":
            return overview is not None and len(overview.decks) > 1
        if action == "more":
            return overview is not None and bool(overview.unlearned) and is_done(overview)
        if action == "problems":
            return overview is not None and any(deck.problems for deck in overview.decks)
        return True

    @on(Decks.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()
        if self._overview is not None:
            self._advise(self._overview)

    def _advise(self, overview: "Overview") -> None:
        """Say what helps, but to somebody who looks for a deck."""
        self.query_one(Today).advise(None if self.query_one(Decks).finding else overview, self._deck)

    @on(DeckList.Opened)
    def action_study(self) -> None:
        """Study the deck at the cursor, starting it if it is off."""
        deck = self._deck
        if deck is not None:
            self._started(deck, lambda: self.study(Plan(decks=(deck.id,))))

    def action_study_all(self) -> None:
        """Study everything that is started."""
        self.study(Plan())

    def action_more(self) -> None:
        """Study some new cards on top of today's."""
        self.study(Plan(more=MORE))

    def open(self, plan: Plan) -> None:
        """Study what was asked for on the command line, once the notices of new decks were read."""
        decks = self._overview.decks if self._overview else ()
        unread = [deck for deck in decks if deck.id in plan.decks and _has_unread(deck)]
        if not unread:
            self.study(plan)
            return
        self._started(unread[0], lambda: self.open(plan))

    def study(self, plan: Plan) -> None:
        """Open the study screen."""
        from quizapp.tui.screens.study import StudyScreen  # noqa: PLC0415 - not needed for the first paint

        self.app.push_screen(kept(self.app, StudyScreen).begin(self._desk, plan))

    def _started(self, deck: "DeckRow", then: Callable[[], object], *, read: bool = False) -> None:
        """Start a deck if it is off, its notice read, and go on. read: the notice was seen just now."""
        if deck.id in self._desk.store.started():
            then()
            return

        def start(yes: bool | None) -> None:
            if yes:
                self._do(lambda: self._desk.start(deck.id))
                then()

        if _has_unread(deck) and not read:
            from quizapp.tui.screens.starting import StartScreen  # noqa: PLC0415 - most have none to read

            self.app.push_screen(StartScreen(deck), start)
        else:
            start(True)  # noqa: FBT003 - as the page would give it

    @on(DeckList.Toggled)
    def action_start_stop(self) -> None:
        """Start the deck at the cursor, or stop it."""
        deck = self._deck
        if deck is None:
            return
        if deck.started:
            self._do(lambda: self._desk.stop(deck.id))
        else:
            self._started(deck, lambda: None)

    def action_about(self) -> None:
        """Show the page of the deck at the cursor."""
        if self._deck is not None:
            self.about(self._deck)

    def about(self, deck: "DeckRow") -> None:
        """Show the page of a deck."""
        from quizapp.tui.screens.deckpage import STUDY, DeckScreen  # noqa: PLC0415 - not for the first paint

        def left(wish: str | None) -> None:
            if wish == STUDY:
                self._started(deck, lambda: self.study(Plan(decks=(deck.id,))), read=True)

        self.app.push_screen(kept(self.app, DeckScreen).begin(self._desk, deck.id), left)

    def action_find(self) -> None:
        """Type a part of a title to find a deck."""
        self.query_one(Decks).find()
        if self._overview is not None:
            self._advise(self._overview)

    def action_reload(self) -> None:
        """Look at the deck files again."""
        self.load(read=True)

    def action_quiz(self) -> None:
        """Set a quiz of the deck at the cursor up, or go on with one."""
        from quizapp.tui.screens.quiz.setup import SetupScreen  # noqa: PLC0415 - not needed for the first paint

        deck = self._deck
        self.app.push_screen(kept(self.app, SetupScreen).begin(self._desk, deck.id if deck else None))

    def action_browse(self) -> None:
        """Show all cards."""
        from quizapp.tui.screens.browse import BrowseScreen  # noqa: PLC0415 - not needed for the first paint

        self.app.push_screen(kept(self.app, BrowseScreen).begin(self._desk))

    def action_progress(self) -> None:
        """Show how studying goes."""
        from quizapp.tui.screens.progress.screen import ProgressScreen  # noqa: PLC0415 - as above

        self.app.push_screen(kept(self.app, ProgressScreen).begin(self._desk))

    def action_settings(self) -> None:
        """Show the settings."""
        from quizapp.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(kept(self.app, SettingsScreen).begin(self._desk))

    def action_problems(self) -> None:
        """Show what is wrong in the decks."""
        from quizapp.tui.screens.page import ProblemsScreen  # noqa: PLC0415 - seldom needed

        library = self._desk.library
        self.app.push_screen(
            ProblemsScreen([library.report(deck.id) for deck in library.decks() if deck.problems])
        )


def _has_unread(deck: "DeckRow") -> bool:
    """Tell whether the learner has yet to read the deck's notice."""
    return bool(deck.notice) and not deck.started and deck.last_day is None


def _first(overview: "Overview") -> str | None:
    """The deck one is likely to want: the first with something that waits."""
    waiting = (deck for deck in overview.decks if deck.started and (deck.new or deck.learning or deck.review))
    return next((deck.id for deck in waiting), None)
