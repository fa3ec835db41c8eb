"""An application without content, to be timed beside ours: `python -m bench.reference` in `tests/`.

Its screens have the same kinds of widgets in the same numbers as ours, Textual's own where we have one of
ours: a `Footer` for the keys, an `OptionList` for a list. Nothing is loaded, laid out by a style sheet or
written; only one word stands there at the start, and one changes when a key is pressed.
"""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Input, OptionList, Static

WORD = "quizapp"


class Size(NamedTuple):
    """How many texts, boxes, lists and fields a screen has."""

    texts: int = 0
    boxes: int = 0
    lists: int = 0
    fields: int = 0


SIZES = {
    "nothing": ("e", Size()),
    "settings": ("s", Size(texts=4, boxes=3, lists=1, fields=1)),
    "help": ("question_mark", Size(texts=6, boxes=3)),
    "about a deck": ("i", Size(texts=8, boxes=4)),
    "palette": ("ctrl+p", Size(texts=1, boxes=2, lists=1, fields=1)),
    "study": ("a", Size(texts=25, boxes=21, fields=3)),
    "cards": ("b", Size(texts=8, boxes=7, lists=1, fields=1)),
    "progress": ("t", Size(texts=7, boxes=4, lists=1)),
    "set up a quiz": ("x", Size(texts=2, boxes=3, lists=1)),
}
"""For each of our screens, the key that opens it and what it has; a `Footer` comes in addition."""


def _texts(number: int) -> Iterable[Static]:
    return [Static("") for _ in range(number)]


class Empty(Screen[None]):
    """As many widgets as one of our screens has, with nothing in them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", show=False, priority=True)]

    def __init__(self, size: Size) -> None:
        super().__init__()
        self._has = size

    def compose(self) -> ComposeResult:
        """Lay them out in one box."""
        if not any(self._has):
            return
        with Vertical():
            yield from _texts(self._has.texts)
            yield from [OptionList("") for _ in range(self._has.lists)]
            yield from [Input() for _ in range(self._has.fields)]
            yield from [Vertical() for _ in range(self._has.boxes - 1)]
        yield Footer()


class Reference(App[None]):
    """Has as many widgets as the home screen, and the keys that open the others."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"open({name!r})", show=False) for name, (key, _) in SIZES.items()
    ]

    def compose(self) -> ComposeResult:
        """Lay out texts, a list, a field, and the foot."""
        with Vertical():
            with Vertical():
                with Horizontal():
                    yield Static(WORD)
                    yield from _texts(1)
                yield from _texts(2)
                yield Widget()
                yield from _texts(1)
            yield Widget()
            with Vertical():
                yield OptionList("a deck")
                yield Input()
                yield from _texts(1)
                with Vertical():
                    yield from _texts(2)
            yield from _texts(1)
        with Vertical():
            with Vertical():
                yield from _texts(1)
            yield Footer()

    def action_open(self, name: str) -> None:
        """Push one of them."""
        self.push_screen(Empty(SIZES[name][1]))


if __name__ == "__main__":
    Reference().run()
