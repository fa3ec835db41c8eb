"""The line one searches on, above what is found."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.tui.widgets.field import Field


class SearchField(Field):
    """The line one searches on; down and enter go to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.to_list", "To the cards", id="search.to_list"),
        Binding("escape", "screen.leave_search", "Done", id="search.leave"),
    ]
