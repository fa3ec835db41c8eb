"""The line one searches on, above what is found."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.tui.widgets.field import Field


class SearchField(Field):
    """The line one searches on; down and enter go to what was found, Esc clears it, and then leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.to_list", "To the cards", id="search.to_list"),
        Binding("f2", "screen.filters", "What to type", id="search.filters"),
        Binding("escape", "screen.clear", "All cards", id="search.clear"),
        Binding("escape", "screen.back", "Back", id="search.leave"),
    ]
