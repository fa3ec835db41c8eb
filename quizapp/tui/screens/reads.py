"""A screen that shows decks and has them read: on a thread, while the keyboard stays free."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from quizapp.errors import QuizappError
from quizapp.text import counted
from quizapp.tui.widgets.keybar import shown_keys
from quizapp.tui.widgets.loading import Loading

if TYPE_CHECKING:
    from quizapp.study.desk import Desk
    from quizapp.study.overview import Overview
    from quizapp.study.reading import Reading


class ReadsDecks(Screen[None]):
    """Reads the decks, and knows how things stand since; how that looks is its subclass's business.

    desk: gives the desk; not asked before the screen stands, since opening it takes a while.
    """

    def __init__(self, desk: "Callable[[], Desk]") -> None:
        super().__init__()
        self._at = desk
        self._overview: Overview | None = None
        self._told: tuple[str, ...] = ()
        self._then: Callable[[], object] | None = None
        self._found: Reading | None = None
        self._state: object = None

    @property
    def _desk(self) -> "Desk":
        return self._at()

    def show(self, overview: "Overview", told: tuple[str, ...]) -> None:
        """Show how things stand. told: sentences for the learner, to be said once."""
        raise NotImplementedError

    def load(self, *, read: bool = False, then: Callable[[], object] | None = None) -> None:
        """Show how things stand; `read` looks at the deck files first, on another thread.

        then: what to do once they are read, unless that was stopped.
        """
        if not read:
            found, self._found = self._found, None
            if found is None:
                # With a hundred thousand cards a look takes a quarter of a second.
                if self._told or self._state != self._desk.state():
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

    def _take(self, found: "Reading") -> None:
        self._told = (*self._mistakes(), *self._desk.take(found), *self._left_out())

    def _mistakes(self) -> tuple[str, ...]:
        number = len(self._desk.setting_problems)
        key = shown_keys(self.screen).get("home.settings", "s")
        return (f"{counted(number, 'mistake')} in the settings file: press {key} to see.",) if number else ()

    @on(Loading.Failed)
    def _failed(self, event: Loading.Failed) -> None:
        event.stop()
        if not isinstance(event.error, QuizappError):
            raise event.error
        then = self._then

        def chosen(again: bool | None) -> None:
            if again:
                self.load(read=True, then=then)
            else:
                self._do(lambda: None)

        self._tell(event.error, chosen)

    def action_stop_reading(self) -> None:
        """Go on with the decks as they are known."""
        self.query_one(Loading).cancel()
        self._told = ("Reading decks was stopped. Press r to go on with it.",)
        self.load()

    def _left_out(self) -> tuple[str, ...]:
        number = sum(entry.left_out for entry in self._desk.library.decks())
        key = shown_keys(self.screen).get("home.problems", "p")
        return (f"{counted(number, 'question')} left out: press {key} to see why.",) if number else ()

    def _tell(self, error: QuizappError, then: "Callable[[bool | None], None]") -> None:
        from quizapp.tui.screens.trouble import TroubleScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(TroubleScreen(error), then)

    def _do(self, act: Callable[[], object]) -> None:
        """Do something at the desk and show how things stand then; trouble is told."""
        try:
            said = act()
            self._overview = self._desk.overview(stages=True)
            self._state = self._desk.state()
        except QuizappError as error:
            self._tell(error, lambda again: self._do(act) if again else None)
            return
        told, self._told = self._told, ()
        self.show(self._overview, (*([said] if isinstance(said, str) else []), *told))
