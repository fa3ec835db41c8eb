"""A screen that changes cards: a few at once, many on a thread, where it can be stopped."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import on

from quizapp.errors import QuizappError
from quizapp.study.cards import Act, Done
from quizapp.study.desk import Desk
from quizapp.tui.screens.kept import Kept
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.loading import Loading, Progress

AT_ONCE = 250
"""Acts on more cards than these are done on a thread."""

NOTHING_DONE = "There is nothing of today to take back."


class ChangesCards(Kept[None]):
    """Does acts and takes them back, each whole or not at all. Its subclass has a `Loading` in it."""

    _desk: Desk
    _again: Callable[[], None] | None = None

    @property
    def GUARDED(self) -> bool:  # noqa: N802 - a trait, as a screen may have it
        """Whether cards are being changed: nothing else is to be written meanwhile."""
        return self.is_mounted and self.query_one(Loading).running

    def renew(self, said: Sequence[str] = ()) -> None:
        """Show how cards stand now, and say these sentences."""
        raise NotImplementedError

    def left(self) -> None:
        """Change nothing any more."""
        self.action_stop()

    def change(self, act: Act, keys: Sequence[str]) -> None:
        """Do something to these cards."""
        if len(keys) > AT_ONCE:
            again = partial(self.change, act, keys)
            self._begin(lambda: self._desk.cards().job(act, keys), "Changing cards", again)
        else:
            self._try(lambda: self._desk.cards().do(act, keys).sentence)

    def action_undo(self) -> None:
        """Take back the last act, for all of its cards."""
        try:
            number = self._desk.cards().undone_next()
        except QuizappError as error:
            self.fail(error, self.action_undo)
            return
        if number > AT_ONCE:
            self._begin(lambda: self._desk.cards().undo_job(), "Taking back", self.action_undo)
        else:
            self._try(lambda: self._desk.cards().undo() or NOTHING_DONE)

    def action_stop(self) -> None:
        """Stop what goes on; then no card is changed, unless all were by then."""
        self.query_one(Loading).stop()

    def fail(self, error: QuizappError, again: Callable[[], None]) -> None:
        """Tell of trouble, and have another try if that is wanted."""
        self.app.push_screen(TroubleScreen(error), lambda chosen: again() if chosen else None)

    def _try(self, act: Callable[[], str]) -> None:
        """Do something, tell what came of it, and show how cards stand now."""
        try:
            said = act()
        except QuizappError as error:
            self.fail(error, lambda: self._try(act))
            return
        self.renew((said,))

    def _begin(
        self, job: Callable[[], Callable[[Progress], object]], what: str, again: Callable[[], None]
    ) -> None:
        """Do on a thread what takes long. again: has another try."""
        self._again = again
        try:
            self.query_one(Loading).begin(job(), what)
        except QuizappError as error:
            self.fail(error, again)

    @on(Loading.Done)
    def _done(self, event: Loading.Done) -> None:
        event.stop()
        result = event.result
        self.renew((result.sentence if isinstance(result, Done) else result or NOTHING_DONE,))

    @on(Loading.Cancelled)
    def _stopped(self, event: Loading.Cancelled) -> None:
        event.stop()
        self.renew(("That was stopped; no card was changed.",))

    @on(Loading.Failed)
    def _failed(self, event: Loading.Failed) -> None:
        event.stop()
        if not isinstance(event.error, QuizappError) or self._again is None:
            raise event.error
        self.fail(event.error, self._again)
