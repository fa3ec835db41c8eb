"""The application: services, themes and routing; no rule of studying."""

import asyncio
import gc
import io
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from quizapp.errors import QuizappError
from quizapp.settings import key_problem
from quizapp.study.plan import Plan
from quizapp.tui.keynames import character_of
from quizapp.tui.opening import Opening
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.kept import kept
from quizapp.tui.themes import DEFAULT, TERMINAL, THEMES, variable_defaults
from quizapp.tui.widgets.keybar import area_of, table_of
from quizapp.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from quizapp.library.entry import Entry
    from quizapp.study.desk import Desk
    from quizapp.tui.commands import Command, Finder

_KEYCAPS = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_BACKUP = "backup"
_ENDING = ("SIGTERM", "SIGHUP")
_TERMINAL = 0
"""The file that keys come from."""


class QuizApp(App[None]):
    """Shows the screens. Everything they know comes from the desk."""

    TITLE = "quizapp"
    # Textual reads what the first screen needs from here alone.
    CSS_PATH = ["styles/quizapp.tcss", "styles/home.tcss"]  # noqa: RUF012 - as Textual declares it
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", id="app.help"),
        Binding("ctrl+p", "palette", "Find a command", show=False, id="app.palette"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(self, desk: "Desk | Opening", plan: Plan | None = None) -> None:
        """`plan` goes straight to studying; without one the home screen comes first.

        desk: one that is yet to be opened is so once the first screen is drawn.
        """
        colourless = bool(os.environ.get("NO_COLOR"))
        # Textual picks the filter that takes colour away here: only with ANSI colours it leaves none.
        super().__init__(ansi_color=True if colourless else None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide"), (100, "-broad")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-middle"), (36, "-tall")]
        self._opening = desk
        self._plan = plan
        for theme in THEMES:
            self.register_theme(theme)
        wanted = TERMINAL if colourless else desk.settings.theme
        self.theme = wanted if wanted in self.available_themes else DEFAULT
        self._colourless = colourless
        self._own_keys = False
        self._tags: tuple[tuple[Entry, ...], list[str]] | None = None
        self._far: tuple[tuple[Entry, ...], Finder] | None = None
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value under every theme."""
        return variable_defaults()

    def get_default_screen(self) -> Screen[Any]:
        """The home screen lies under everything."""
        return HomeScreen(lambda: self.desk)

    @property
    def desk(self) -> "Desk":
        """Decks, log, settings and clock; opened when it is first asked for. Raises QuizappError."""
        if isinstance(self._opening, Opening):
            self._opening = self._opening.open()
        return self._opening

    @property
    def home(self) -> HomeScreen:
        """The screen under all others."""
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def on_mount(self) -> None:
        """Draw first, then read the decks."""
        self._end_with_signals()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if not gc.isenabled():
            # Looking for garbage among what was only just loaded would hold the first screen up.
            gc.freeze()
            gc.enable()
        self.apply_settings()
        home, plan = self.home, self._plan

        def begun() -> None:
            if plan is not None:
                home.open(plan)
            self._back_up()
            if not self.is_headless:
                self.run_worker(self._get_ready(), exit_on_error=False, group="places")

        home.load(read=True, then=begun)

    async def _get_ready(self) -> None:
        """Spare the first key that opens a screen what can be done before."""
        from quizapp.tui.places import get_ready  # noqa: PLC0415 - not needed for the first paint

        await get_ready(self)
        self.far()

    def apply_settings(self) -> None:
        """Take the colours and keys of the settings; keys that can't be had become problems of the file."""
        settings = self.desk.settings
        if not self._colourless and settings.theme in self.available_themes:
            self.theme = settings.theme
        if settings.keys or self._own_keys:
            from quizapp.tui import keymap  # noqa: PLC0415 - few have keys of their own

            checked = keymap.check(settings.keys)
            self.set_keymap(checked.keymap)
            self._own_keys = bool(checked.keymap)
            path = self.desk.paths.settings
            problems = (key_problem(path, action, reason) for action, reason in checked.refused.items())
            self.desk.setting_problems = (*self.desk.setting_problems, *problems)

    def settings_changed(self) -> None:
        """Read the settings again, and apply them."""
        self.desk.reload_settings()
        self.apply_settings()

    def _back_up(self) -> None:
        """Make today's backup in a thread of its own, once everything is on the screen."""
        try:
            job = self.desk.backup_job()
        except QuizappError:
            return  # the home screen has told already that the log can't be read
        if job is not None:
            self.run_worker(job, thread=True, exit_on_error=False, group=_BACKUP)

    @on(Worker.StateChanged)
    def _backed_up(self, event: Worker.StateChanged) -> None:
        """Tell what the backup has to say."""
        if event.worker.group != _BACKUP:
            return
        if event.state is WorkerState.SUCCESS and isinstance(said := event.worker.result, str):
            self.tell(said)
        elif event.state is WorkerState.ERROR:
            self.tell(f"There is no backup of today: {event.worker.error}")

    def tags(self) -> list[str]:
        """Return all tags of the decks at hand; looked up once for as long as the decks are the same."""
        entries = self.desk.library.decks()
        if self._tags is None or self._tags[0] != entries:
            self._tags = (entries, self.desk.library.labels([entry.id for entry in entries], "tag"))
        return self._tags[1]

    def far(self) -> "Finder":
        """Return what finds decks and tags; made once for as long as the decks are the same."""
        from quizapp.tui.commands import Finder  # noqa: PLC0415 - not needed for the first paint
        from quizapp.tui.offers import far  # noqa: PLC0415 - as above

        entries = self.desk.library.decks()
        if self._far is None or self._far[0] != entries:
            self._far = (entries, Finder(far(self)))
        return self._far[1]

    def tell(self, sentence: str) -> None:
        """Say something beside what goes on, in the screen's own bar if it has one."""
        bar = self.screen.query(Notice)
        if bar:
            bar.first().add(sentence)
        else:
            self.notify(sentence, markup=False)

    def _end_with_signals(self) -> None:
        """Let SIGTERM and SIGHUP end the program as quitting does."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()

        def end(_number: int, _frame: object) -> None:
            if not os.isatty(_TERMINAL):
                # The window was closed. Drawing would wait for it for ever, and every answer is kept.
                os._exit(0)
            loop.call_soon_threadsafe(self.exit)

        for name in _ENDING:
            if hasattr(signal, name):
                with suppress(ValueError):
                    signal.signal(getattr(signal, name), end)

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as they stand on a keyboard."""
        if binding.key_display:
            return binding.key_display
        *held, key = binding.key.split("+")
        name = _KEYCAPS.get(key) or (key if len(key) == 1 else None)
        if name is None:
            character = character_of(key)
            name = character if character and not character.isspace() else key.replace("_", " ").capitalize()
        return "+".join([*(part.capitalize() for part in held), name])

    def action_palette(self) -> None:
        """Offer everything by its name."""
        from quizapp.tui.screens.dialog import Dialog  # noqa: PLC0415 - not needed for the first paint

        if isinstance(self.screen, Dialog):
            return
        from quizapp.tui.commands import Finder  # noqa: PLC0415 - as above
        from quizapp.tui.offers import is_guarded, near  # noqa: PLC0415 - as above
        from quizapp.tui.screens.palette import PaletteScreen  # noqa: PLC0415 - as above

        finder = Finder(near(self), None if is_guarded(self.screen) else self.far())
        self.push_screen(kept(self, PaletteScreen).begin(finder), self._do)

    def _do(self, command: "Command | None") -> None:
        if command is not None:
            command.act()

    async def go_home(self, then: Callable[[], object]) -> None:
        """Leave every screen but the home screen, then go on. What was answered is kept already."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        then()

    def action_help(self) -> None:
        """Tell the keys and the words of the screen one is on."""
        from quizapp.tui.glossary import words_for  # noqa: PLC0415 - not needed for the first paint
        from quizapp.tui.screens.dialog import Dialog  # noqa: PLC0415 - as above
        from quizapp.tui.screens.help import HelpScreen  # noqa: PLC0415 - as above

        if not isinstance(self.screen, Dialog):
            help_screen = kept(self, HelpScreen)
            self.push_screen(help_screen.begin(table_of(self.screen), words_for(area_of(self.screen))))

    def action_help_quit(self) -> None:
        """Say how to quit to somebody who presses ctrl+c."""
        self.tell("Press q on the home screen, or Ctrl+q anywhere, to quit.")


def run(desk: "Desk | Opening", plan: Plan | None = None) -> int:
    """Show the program until the learner quits, and return its exit code.

    plan: what to study at once; without one the home screen comes first. Raises as `show` does.
    """
    return show(QuizApp(desk, plan))


def show(app: App[None]) -> int:
    """Run an app of ours and return its exit code.

    An error of the program itself is raised once the terminal is as it was.
    """
    # Textual would print a traceback with every local variable, responses among them.
    app.error_console = Console(file=io.StringIO())
    app.run()
    error = app._exception  # noqa: SLF001 - Textual has no public name for the error that ended it
    if error is not None:
        raise error
    return app.return_code or 0
