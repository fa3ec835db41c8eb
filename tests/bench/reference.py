"""An application without content, to be timed beside ours: `python -m bench.reference` in `tests/`.

Its screens have the same kinds of widgets in the same numbers as ours, Textual's own where we have one of
ours: a `Footer` for the keys, an `OptionList` for a list. Nothing is loaded, laid out by a style sheet or
written; only one word stands there at the start, and one changes when a key is pressed.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Footer, Input, OptionList, Static

WORD = "quizapp"
_FACTS = 6
_HELP = 22


def _texts(number: int) -> Iterable[Static]:
    return [Static("") for _ in range(number)]


def _foot() -> ComposeResult:
    with Vertical():
        yield Footer()


class Place(Screen[None]):
    """What all of them have."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", show=False)]


class Empty(Place):
    """Nothing at all."""


class Settings(Place):
    """As many widgets as the settings have."""

    def compose(self) -> ComposeResult:
        """Texts, a list, a field."""
        with Vertical():
            yield from _texts(2)
            yield OptionList("")
            with Vertical():
                yield from _texts(2)
                yield Input()
                yield from _texts(1)
        yield from _foot()


class Help(Place):
    """As many as the help of the home screen has."""

    def compose(self) -> ComposeResult:
        """Texts that scroll."""
        with Vertical():
            yield from _texts(1)
            with VerticalScroll():
                yield from _texts(_HELP)
        yield from _foot()


class Deck(Place):
    """As many as the page of a deck has."""

    def compose(self) -> ComposeResult:
        """Facts, each a label and a text."""
        with Vertical():
            yield from _texts(1)
            with VerticalScroll(can_focus=False), Vertical():
                for _ in range(_FACTS):
                    with Horizontal():
                        yield from _texts(2)
        with Vertical():
            with Vertical():
                yield from _texts(1)
            yield Footer()


class Palette(ModalScreen[None]):
    """As many as the palette has."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        """A field and a list in a box."""
        with Vertical():
            yield Input()
            yield OptionList("")
            yield from _texts(1)
        yield from _foot()


class Reference(App[None]):
    """Has as many widgets as the home screen, and the keys that open the others."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "open('empty')", show=False),
        Binding("s", "open('settings')", show=False),
        Binding("question_mark", "open('help')", show=False),
        Binding("i", "open('deck')", show=False),
        Binding("ctrl+p", "open('palette')", show=False),
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
        """Push one of the others."""
        places = {"empty": Empty, "settings": Settings, "help": Help, "deck": Deck, "palette": Palette}
        self.push_screen(places[name]())


if __name__ == "__main__":
    Reference().run()
