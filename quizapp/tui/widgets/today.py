"""The head of the home screen: what waits, how today went, and a word to whom it helps."""

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.tui import glance
from quizapp.tui.glance import Keys
from quizapp.tui.widgets.keybar import shown_keys
from quizapp.tui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from quizapp.study.overview import DeckRow, Overview

_NAME = 12
"""Cells of the program's name and the gap behind it."""
_KEYS = {
    "study": "home.study",
    "start": "home.start_stop",
    "more": "home.more",
    "help": "app.help",
}


class Today(Vertical):
    """Shows how things stand; it knows nothing but what it is shown."""

    def compose(self) -> ComposeResult:
        """Lay out the name and the streak, what waits, today, a line of progress, and a note."""
        with Horizontal(id="masthead"):
            yield Static("quizapp", id="name", markup=False)
            yield Static("", id="streak", markup=False)
        yield Static("Reading decks…", id="waits", markup=False)
        yield Static("", id="today", markup=False)
        yield ProgressLine(id="day")
        yield Static("", id="note", markup=False)

    def on_mount(self) -> None:
        """Nothing is known yet."""
        for name in ("#today", "#note", "#day"):
            self.query_one(name).display = False

    def show(self, overview: "Overview", here: tzinfo | None, answered: Sequence[int] = ()) -> None:
        """Tell how things stand. here: where the learner's clock is. answered: cards, day by day."""
        at = None if overview.next_at is None else datetime.fromtimestamp(overview.next_at / 1000, UTC)
        at = at and at.astimezone(here)
        short = self.screen.has_class("-low")
        waits = glance.waits(overview, at)
        if short:
            waits = glance.waits_short(overview, at, self.size.width)
        room = self.size.width - _NAME
        self.query_one("#streak", Static).update(glance.lately(overview, answered, room))
        self.query_one("#waits", Static).update(Content(waits))
        self.query_one("#waits").set_class(glance.is_done(overview), "-done")
        newcomer = glance.is_newcomer(overview) and bool(overview.decks)
        self.query_one("#waits").display = not newcomer
        self.query_one("#note").set_class(newcomer, "-first")
        today = glance.today(overview)
        self.query_one("#today", Static).update(today)
        self.query_one("#today").display = bool(today) and not short
        line = self.query_one(ProgressLine)
        line.done, line.left = overview.answered, overview.waiting
        line.display = bool(overview.answered + overview.waiting) and not short

    def advise(self, overview: "Overview | None", deck: "DeckRow | None") -> None:
        """Say what helps this learner, with the deck at the cursor; without an overview say nothing."""
        short = self.screen.has_class("-low")
        said = glance.note(overview, deck, self._keys(), short=short) if overview else None
        note = self.query_one("#note", Static)
        if note.display is (said is not None) and note.content == (said or Content("")):
            return  # another deck, the same advice: nothing to lay out
        # Laying the screen out again costs two more paints; as many lines in place of others need none.
        width, height = note.size
        same = bool(note.display and said and width and len(said.wrap(width)) == height)
        note.display = said is not None
        note.update(said or Content(""), layout=not same)

    def _keys(self) -> Keys:
        shown = shown_keys(self.screen)
        return Keys(**{name: shown[action] for name, action in _KEYS.items() if action in shown})
