"""The progress screen: what the log shows, section by section. It adds nothing up itself."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizapp.tui.progress.sections import DIVIDED, EXAM, MIXUPS, QUESTIONS, SECTIONS, SOURCES, TODAY
from quizapp.tui.screens.progress.acts import Acting
from quizapp.tui.screens.progress.choosing import choices, scope_screen
from quizapp.tui.screens.progress.figures import PERIODS, Scope
from quizapp.tui.widgets.board import Board
from quizapp.tui.widgets.tabline import TabLine


class ProgressScreen(Acting):
    """What can be pressed on it: other sections, other cards, another period."""

    PAGE_WIDTH: ClassVar[int] = 112
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="progress.open"),
        Binding("enter", "ask_pair", "Ask both", id="progress.ask_pair"),
        Binding("a", "ask_all", "Ask all", id="progress.ask_all"),
        Binding("w", "when", "When", id="progress.when"),
        Binding("g", "goal", "Goal", id="progress.goal"),
        Binding("g", "divide", "By…", id="progress.divide"),
        Binding("o", "order", "Sort", id="progress.order"),
        Binding("v", "passage", "Passage", id="progress.passage"),
        Binding("e", "edit", "Edit", id="progress.edit"),
        Binding("d", "scope", "Deck", id="progress.scope"),
        Binding("y", "period(True)", "All time", id="progress.all_time"),
        Binding("y", "period(False)", "Past year", id="progress.past_year"),
        Binding("tab", "turn(1)", "Next part", show=False, id="progress.next"),
        Binding("shift+tab", "turn(-1)", "Part before", show=False, id="progress.before"),
        Binding("h", "how", "Explain", id="progress.how"),
        *(
            Binding(str(at), f"section({at - 1})", one.name, show=False, id=f"progress.section.{at}")
            for at, one in enumerate(SECTIONS, 1)
        ),
        Binding("escape,q", "back", "Back", id="progress.back"),
    ]

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do for."""
        if action in _OFFERED:
            sections, needs = _OFFERED[action]
            here = self._view is not None and bool(self._board.here)
            return self._at in sections and (here or not needs)
        if action == "period":
            return self._at in PERIODS and parameters[0] is not self._ask.everything
        return True

    # Other sections, other cards

    def action_turn(self, by: int) -> None:
        """Show the next section, or the one before."""
        self.action_section((self._at + by) % len(SECTIONS))

    @on(TabLine.Chosen)
    def _tab(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.action_section(event.place)

    def action_period(self, everything: bool) -> None:
        """Look at all time, or at the past year."""
        self._look(everything=everything)

    @on(Scope.Pressed)
    def action_scope(self) -> None:
        """Ask which cards to look at."""
        from quizapp.tui.app import QuizApp  # noqa: PLC0415 - the application knows its screens

        assert isinstance(self.app, QuizApp)
        found = choices(self._desk, self.app.tags())

        def picked(place: int | None) -> None:
            if place is not None:
                self._look(selection=found[place].selection)

        self.app.push_screen(scope_screen(found, self._ask.selection), picked)

    def action_how(self) -> None:
        """Show how it is computed, or put that away."""
        how = self.query_one("#progress-how", Static)
        self._how = not how.display
        self._board.post_message(Board.Moved())

    def action_back(self) -> None:
        """Go back to where one came from; then leave."""
        if self._before:
            self._ask, self._at = self._before.pop()
            self._show()
        else:
            self.dismiss()


_OFFERED: dict[str, tuple[tuple[int, ...], bool]] = {
    "open": ((TODAY, DIVIDED, SOURCES, EXAM, QUESTIONS), True),
    "ask_pair": ((MIXUPS,), True),
    "ask_all": ((MIXUPS,), True),
    "when": ((EXAM,), False),
    "goal": ((EXAM,), False),
    "divide": ((DIVIDED,), False),
    "order": ((DIVIDED,), False),
    "passage": ((SOURCES, QUESTIONS), True),
    "edit": ((QUESTIONS,), True),
}
"""In which sections an act is offered, and whether it needs something at the cursor."""
