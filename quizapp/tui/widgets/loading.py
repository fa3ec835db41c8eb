"""Work that may take long, on a thread of its own: the keyboard stays free, progress is told."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

Progress = Callable[[int, int], None]
_BAR, _LEAST = 24, 6
"""Cells of the bar, at the most and at the least."""


class Stopped(Exception):  # noqa: N818 - it is no error that somebody has seen enough
    """The learner doesn't want to wait; raised inside the job by its `progress`."""


class Loading(Widget):
    """One line that tells how far a job has come; it takes no room while there is none to tell of.

    One job at a time: a new one stops the one before. Whoever begins a job hears of its end by a
    message, `Done`, `Failed` or `Cancelled`, and by exactly one.
    """

    DEFAULT_CSS = "Loading { height: 1; width: 100%; margin-bottom: 1; }"

    done = reactive(0)
    total = reactive(0)

    class Done(Message):
        """The job is done, and this is what it gives."""

        def __init__(self, result: Any) -> None:
            super().__init__()
            self.result = result

    class Failed(Message):
        """The job has raised this."""

        def __init__(self, error: BaseException) -> None:
            super().__init__()
            self.error = error

    class Cancelled(Message):
        """The job was stopped; what it leaves behind is its own business."""

    class Progressed(Message):
        """So much of so many are done."""

        def __init__(self, done: int, total: int) -> None:
            super().__init__()
            self.done = done
            self.total = total

    def __init__(self, what: str) -> None:
        """`what`: what is being done, such as "Reading decks"."""
        super().__init__()
        self._what = what
        self._unwanted = False
        self._worker: Worker[object] | None = None
        self._looks = (False, False)
        self.display = False

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._worker is not None

    def begin(self, job: Callable[[Progress], object], what: str | None = None) -> None:
        """Run `job` on a thread; it calls `progress` with what is done and what there is to do.

        what: what is being done, if not what was said before.
        """

        def work() -> object:
            worker = get_current_worker()

            def progress(done: int, total: int) -> None:
                if worker.is_cancelled or self._unwanted:
                    raise Stopped
                self.post_message(self.Progressed(done, total))

            return job(progress)

        self.cancel()
        self._what = what or self._what
        self._unwanted = False
        self.done = self.total = 0
        self._worker = self.run_worker(work, thread=True, exit_on_error=False)
        self._follow()

    def cancel(self) -> None:
        """Stop the job, if there is one."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None
            self._follow()
            self.post_message(self.Cancelled())

    def stop(self) -> None:
        """Ask the job to stop, and go on running until it has: it may be too late, and then it is `Done`."""
        self._unwanted = True

    @on(Worker.StateChanged)
    def _changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if event.worker is not self._worker or event.state in {WorkerState.PENDING, WorkerState.RUNNING}:
            return
        self._worker = None
        self._follow()
        if event.state is WorkerState.SUCCESS:
            self.post_message(self.Done(event.worker.result))
        elif isinstance(event.worker.error, Stopped):
            self.post_message(self.Cancelled())
        elif event.worker.error is not None:
            self.post_message(self.Failed(event.worker.error))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        event.stop()
        # Under another screen it would be drawn for nobody, and that one with it.
        if self.running and self.screen.is_active:
            self.done, self.total = event.done, event.total
            self._follow()

    def _follow(self) -> None:
        """Show the line as soon as there is something to count."""
        shown = self.running and self.total > 0
        if (shown, self.running) != self._looks:
            # Numbers change within the line: neither the layout nor the keys follow them.
            self._looks = (shown, self.running)
            self.display = shown
            self.screen.refresh_bindings()

    def render(self) -> RenderResult:
        """Draw what is being done, a bar, and the numbers."""
        numbers = f"  {self.done:,} of {self.total:,}"
        bar = min(_BAR, self.size.width - len(self._what) - 2 - len(numbers))
        if bar < _LEAST:
            return Content(self._what + numbers)
        filled = round(bar * self.done / self.total) if self.total else 0
        return Content.assemble(
            f"{self._what}  ", ("━" * filled, "$accent"), ("─" * (bar - filled), "$edge"), numbers
        )
