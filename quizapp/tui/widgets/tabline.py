"""The sections of a screen on one line: each with its key, the present one set off; a click goes there."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.styling import style_of

_WIDEST_GAP = 3


class Tab(NamedTuple):
    """A section: its key, its name, and a shorter one for where there is little room."""

    key: str
    name: str
    short: str


def laid_out(tabs: Sequence[Tab], present: int, width: int) -> tuple[list[str], int]:
    """The names to be shown, and the gap between them; where nothing else fits, only the present name."""
    full, short = [tab.name for tab in tabs], [tab.short for tab in tabs]
    one = [tab.name if at == present else "" for at, tab in enumerate(tabs)]
    for names, gap in ((full, _WIDEST_GAP), (full, 2), (short, 2), (short, 1), (one, 2)):
        if _width(tabs, names, gap) <= width:
            return names, gap
    return one, 1


def _width(tabs: Sequence[Tab], names: Sequence[str], gap: int) -> int:
    said = (cell_len(f"{tab.key} {name}".rstrip()) for tab, name in zip(tabs, names, strict=True))
    return sum(said) + gap * (len(tabs) - 1)


class TabLine(Widget):
    """Draws the line; which section is shown is its parent's business."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabline--key", "tabline--name", "tabline--present"}
    ALLOW_SELECT = False

    class Chosen(Message):
        """A section was clicked; place from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._present = 0

    def show(self, present: int) -> None:
        """Set the section at this place off."""
        self._present = present
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the line."""
        names, gap = laid_out(self._tabs, self._present, self.size.width)
        drawn = [
            self._draw(at, tab, name) for at, (tab, name) in enumerate(zip(self._tabs, names, strict=True))
        ]
        return Content(" " * gap).join(drawn)

    def _draw(self, at: int, tab: Tab, name: str) -> Content:
        press = Style.from_meta({"tab": at})
        role = "tabline--present" if at == self._present else "tabline--name"
        key = (tab.key, style_of(self, "tabline--key") + press)
        return (
            Content.assemble(key, (" ", press), (name, style_of(self, role) + press))
            if name
            else (Content.assemble(key))
        )

    def on_click(self, event: events.Click) -> None:
        """A click goes to a section."""
        event.stop()
        place = event.style.meta.get("tab")
        if isinstance(place, int):
            self.post_message(self.Chosen(place))
