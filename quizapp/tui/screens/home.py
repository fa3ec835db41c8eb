"""The home screen: the decks, what waits in them, and what to press."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.overview import DeckRow, Overview
from quizapp.study.plan import Plan
from quizapp.study.reading import Reading
from quizapp.tui.screens.deckpage import DeckScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import clean, counted
from quizapp.tui.widgets.decklist import DeckList
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.loading import Loading
from quizapp.tui.widgets.notice import Notice

WELCOME = (
    "Welcome. Choose a deck and press Enter: quizapp asks, you answer, and it asks again just before "
    "you would forget. A few minutes a day are enough. Every answer is kept at once, so you can stop "
    "at any time."
)
WELCOME_SHORT = "Welcome. Choose a deck and press Enter."


class HomeScreen(Screen[None]):
    """Lists the decks. It asks the desk and shows what it says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", id="home.study"),
        Binding("a", "study_all", "Study all started", id="home.study_all"),
        Binding("space", "start_stop", "Start/stop", id="home.start_stop"),
        Binding("i", "about", "About", id="home.about"),
        Binding("p", "problems", "Problems", id="home.problems"),
        Binding("r,f5", "reload", "Read decks again", show=False, id="home.reload"),
        Binding("s", "settings", "Settings", id="home.settings"),
        Binding("escape", "stop_reading", "Stop reading", id="home.stop_reading"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "DeckList"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._overview: Overview | None = None
        self._told: tuple[str, ...] = ()
        self._then: Callable[[], object] | None = None
        self._found: Reading | None = None

    def compose(self) -> ComposeResult:
        """Lay out the head, the decks, and the lines about today."""
        with Vertical(id="page"):
            yield Static("quizapp", id="name", markup=False)
            yield Static("Reading decks…", id="today", markup=False)
            yield Loading("Reading decks")
            with Vertical(id="welcome"):
                yield Static(WELCOME, id="welcome-long", markup=False)
                yield Static(WELCOME_SHORT, id="welcome-short", markup=False)
            yield DeckList()
            yield Static("", id="nothing", markup=False)
        with Vertical(id="foot"):
            with Vertical(classes="centre"):
                yield Notice()
            yield KeyBar()

    def on_mount(self) -> None:
        """Nothing is known yet; the decks are read once the screen stands."""
        for name in ("#welcome", "#nothing"):
            self.query_one(name).display = False

    def on_screen_resume(self) -> None:
        """Show how things stand whenever the learner comes back here."""
        if self._overview is not None:
            self.call_after_refresh(self.load)

    def load(self, *, read: bool = False, then: Callable[[], object] | None = None) -> None:
        """Show how things stand; `read` looks at the deck files first, on another thread.

        then: what to do once they are read, unless that was stopped.
        """
        if not read:
            found, self._found = self._found, None
            if found is None:
                self._do(lambda: None)
            else:
                self._do(lambda: self._take(found))
                self._go_on()
            return
        self._then = then
        try:
            job = self._desk.reading()
        except QuizappError as error:
            self._failed(Loading.Failed(error))
            return
        self.query_one(Loading).begin(job)

    @on(Loading.Done)
    def _read(self, event: Loading.Done) -> None:
        """Take what was read, now or once the learner is back here: nothing changes under a sitting."""
        event.stop()
        self._found = event.result
        if self.is_current:
            self.load()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None and self._overview is not None:
            then()

    @property
    def settled(self) -> bool:
        """Whether the decks were read once, or something stands in the way."""
        return self._overview is not None or not self.is_current

    def _take(self, found: Reading) -> None:
        settings = (
            f"{self._desk.paths.settings}:{problem.line}:{problem.column}: {problem.message}."
            for problem in self._desk.setting_problems
        )
        self._told = (*settings, *self._desk.take(found), *self._left_out())

    @on(Loading.Failed)
    def _failed(self, event: Loading.Failed) -> None:
        event.stop()
        if not isinstance(event.error, QuizappError):
            raise event.error
        then = self._then

        def chosen(again: bool | None) -> None:  # noqa: FBT001 - Textual calls it so
            if again:
                self.load(read=True, then=then)
            else:
                self._do(lambda: None)

        self.app.push_screen(TroubleScreen(event.error), chosen)

    def action_stop_reading(self) -> None:
        """Go on with the decks as they are known."""
        self.query_one(Loading).cancel()
        self._told = ("Reading decks was stopped. Press r to go on with it.",)
        self.load()

    def _do(self, act: Callable[[], object]) -> None:
        """Do something at the desk and show how things stand then; trouble is told."""
        try:
            said = act()
            self._overview = self._desk.overview()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda again: self._do(act) if again else None)
            return
        self._show(self._overview, said if isinstance(said, str) else None)

    def _show(self, overview: Overview, said: str | None) -> None:
        self.query_one("#today", Static).update(today_line(overview))
        decks = self.query_one(DeckList)
        decks.show(overview.decks)
        first = not any(deck.started or deck.last_day is not None for deck in overview.decks)
        self.query_one("#welcome").display = first and bool(overview.decks)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not overview.decks
        nothing.update(Content(f"There are no decks yet. Put deck files (*.deck.yaml) into\n"
                               f"{clean(str(self._desk.paths.decks))}\nand press r."))  # fmt: skip
        decks.display = bool(overview.decks)
        notices = [*([said] if said else []), *self._told]
        self._told = ()
        self.query_one(Notice).say(notices)
        self.refresh_bindings()

    def _left_out(self) -> tuple[str, ...]:
        number = sum(entry.left_out for entry in self._desk.library.decks())
        return (f"{counted(number, 'question')} left out: press p to see why.",) if number else ()

    @property
    def _deck(self) -> DeckRow | None:
        return self.query_one(DeckList).current if self._overview else None

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what there is something to do for."""
        overview = self._overview
        if action == "stop_reading":
            return self.query_one(Loading).running if self.is_mounted else False
        if action in {"study", "start_stop", "about"}:
            return overview is not None and bool(overview.decks)
        if action == "study_all":
            return overview is not None and any(deck.started for deck in overview.decks)
        if action == "problems":
            return overview is not None and any(deck.problems for deck in overview.decks)
        return True

    @on(DeckList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(DeckList.Opened)
    def action_study(self) -> None:
        """Study the deck at the cursor, starting it if it is off."""
        deck = self._deck
        if deck is not None:
            self._started(deck, lambda: self.study(Plan(decks=(deck.id,))))

    def action_study_all(self) -> None:
        """Study everything that is started."""
        self.study(Plan())

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

        self.app.push_screen(StudyScreen(self._desk, plan))

    def _started(self, deck: DeckRow, then: Callable[[], object]) -> None:
        """Start a deck if it is off, its notice read, and go on."""
        if deck.started:
            then()
            return

        def start(yes: bool | None) -> None:  # noqa: FBT001 - Textual calls it so
            if yes:
                self._do(lambda: self._desk.start(deck.id))
                then()

        if _has_unread(deck):
            self.app.push_screen(DeckScreen(deck, "Start"), start)
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
        deck = self._deck
        if deck is not None:
            does = "Stop" if deck.started else "Start"
            self.app.push_screen(DeckScreen(deck, does), lambda yes: self._turn(deck) if yes else None)

    def _turn(self, deck: DeckRow) -> None:
        turn = self._desk.stop if deck.started else self._desk.start
        self._do(lambda: turn(deck.id))

    def action_reload(self) -> None:
        """Look at the deck files again."""
        self.load(read=True)

    def action_settings(self) -> None:
        """Show the settings."""
        from quizapp.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(SettingsScreen(self._desk))

    def action_problems(self) -> None:
        """Show what is wrong in the decks."""
        from quizapp.tui.screens.page import ProblemsScreen  # noqa: PLC0415 - seldom needed

        library = self._desk.library
        self.app.push_screen(
            ProblemsScreen([library.report(deck.id) for deck in library.decks() if deck.problems])
        )


def _has_unread(deck: DeckRow) -> bool:
    """Tell whether the learner has yet to read the deck's notice."""
    return bool(deck.notice) and not deck.started and deck.last_day is None


def today_line(overview: Overview) -> Content:
    """Write what was done today, what waits, and what comes tomorrow."""
    waiting = overview.new + overview.learning + overview.review
    if overview.answered:
        right = round(100 * overview.right / overview.answered)
        done = f"{overview.answered} answered · {right} % right · {max(1, round(overview.minutes))} min"
    else:
        done = "nothing answered yet"
    if overview.streak > 1:
        done += f" · {overview.streak} days in a row"
    left = f"{counted(waiting, 'card')} to go" if waiting else "all done"
    started = any(deck.started for deck in overview.decks)
    today = f"{left} · {done}" if started or overview.answered else done
    lines = [Content.assemble(("Today     ", "bold"), today)]
    if overview.catch_up:
        lines.append(Content("          Catching up: what you still know best comes first, new cards wait."))
    if started:
        lines.append(Content.assemble(("Tomorrow  ", "bold"), f"{counted(overview.tomorrow, 'review')}"))
    return Content("\n").join(lines)
