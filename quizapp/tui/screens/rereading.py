"""Reads decks again once one was edited: a long one on a thread, where that can be stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.reading import Reading
from quizapp.tui.screens.dialog import Dialog, paragraph
from quizapp.tui.widgets.loading import Loading, Progress

LONG = 150_000
"""Bytes of a deck file that takes so long to read that nobody is to sit and wait."""

_STOPPED = "Reading decks was stopped, and they are as they were. Press r among the decks to go on with it."

Found = Reading | QuizappError | None


class ReadingScreen(Dialog[Found]):
    """Gives what was found, or what stands in the way, or None if it was stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop", id="reading.stop")]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, job: Callable[[Progress], Reading]) -> None:
        super().__init__()
        self._job = job

    def compose(self) -> ComposeResult:
        """Say what goes on."""
        said = paragraph("This deck is long, so that takes a moment.")
        yield from self.box("Reading it again", [said, Loading("Decks")])

    def on_screen_resume(self) -> None:
        """Begin once the screen stands."""
        loading = self.query_one(Loading)
        if not loading.running:
            loading.begin(self._job)

    def action_stop(self) -> None:
        """Go on without."""
        self.query_one(Loading).cancel()

    @on(Loading.Cancelled)
    def _stopped(self, event: Loading.Cancelled) -> None:
        event.stop()
        self.dismiss(None)

    @on(Loading.Done)
    def _done(self, event: Loading.Done) -> None:
        event.stop()
        self.dismiss(event.result)

    @on(Loading.Failed)
    def _failed(self, event: Loading.Failed) -> None:
        event.stop()
        if not isinstance(event.error, QuizappError):
            raise event.error
        self.dismiss(event.error)


def reread(
    app: App[None],
    desk: Desk,
    path: Path,
    then: Callable[[Sequence[str]], object],
    failed: Callable[[QuizappError], object],
) -> None:
    """Read the decks again, of which the one at `path` was edited; then go on with sentences to tell.

    failed: gets what stands in the way, if anything does.
    """

    def ended(found: Found) -> None:
        if isinstance(found, QuizappError):
            failed(found)
            return
        try:
            told = (_STOPPED,) if found is None else desk.take(found)
        except QuizappError as error:
            failed(error)
            return
        then(told)

    try:
        if _size(path) >= LONG:
            app.push_screen(ReadingScreen(desk.reading()), ended)
            return
        told = desk.refresh()
    except QuizappError as error:
        failed(error)
        return
    then(told)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
