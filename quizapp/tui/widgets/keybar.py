"""The keys that do something here and now, always in sight, each to be clicked as well."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.keynames import character_of
from quizapp.tui.styling import style_of

_GAP = 2
_LOW, _LOWEST = 18, 10
_PAGE = 80
_TWO = 2
_MANY = "…"
"""Stands in a key that is one of several."""
_DIGITS = "1234567890"
_LAST = "help"
"""The action that stands at the end and never gives way: it lists all the others."""
_NEEDED = ("dont_know",)
"""Actions nobody should have to look for: a second line is there for them."""
_WAY_OUT = ("leave", "close", "back", "quit")
"""Actions that give way last: nobody should have to guess how to get out."""


class Key(NamedTuple):
    """One entry: what to press as Textual names it, as it is shown, and what it does.

    own: it belongs to what has the focus, not to the screen as a whole. listed: it is one act, that
    could be offered by its name. several: it stands for several keys, none of which a click could mean.
    """

    key: str
    shown: str
    does: str
    action: str
    enabled: bool = True
    own: bool = False
    listed: bool = True
    several: bool = False

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.shown) + 1 + cell_len(self.does)


def keys_of(screen: Screen[object], *, every: bool = False) -> list[Key]:
    """Return the keys of a screen, one for each thing to do; `every` includes those shown elsewhere.

    Our own bindings have ids; what Textual adds for scrolling and editing doesn't need telling. What a
    screen has in `unsaid` can be done and stands in the table, but needs no place in sight.
    """
    unsaid: Collection[str] = () if every else getattr(screen, "unsaid", ())
    found: dict[str, Key] = {}
    runs: dict[str, str] = {}
    called = _called(screen)
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        if _is_text(screen, node, key):
            continue
        does, several = called.get(binding.description, binding.description), _is_several(binding)
        if several:
            runs[does] = runs.get(does, "") + key
        said = (binding.show or every) and binding.action not in unsaid
        if binding.id and does and said and does not in found:
            own = node is not screen and node is not screen.app
            shown = screen.app.get_key_display(binding)
            listed = not several and (binding.show or not own)
            found[does] = Key(key, shown, does, binding.action, enabled, own, listed, several)
    return [
        key._replace(shown=_run(runs[key.does]) or key.shown) if key.several else key
        for key in found.values()
    ]


def _run(keys: str) -> str:
    """Say which digits these are, if they are the first of all: `1–4`."""
    return f"1–{keys[-1]}" if len(keys) > 1 and _DIGITS.startswith(keys) else ""


def shown_keys(screen: Screen[object]) -> dict[str, str]:
    """Return what to press for each action, by its id: the first of its keys, as it is shown."""
    shown: dict[str, str] = {}
    for each in screen.active_bindings.values():
        if each.binding.id:
            shown.setdefault(each.binding.id, screen.app.get_key_display(each.binding))
    return shown


def area_of(screen: Screen[object]) -> str:
    """Return what the ids of a screen's own keys begin with: `study` for `study.hint`."""
    for binding in type(screen).__dict__.get("BINDINGS", ()):
        if isinstance(binding, Binding) and binding.id:
            return binding.id.partition(".")[0]
    return ""


def table_of(screen: Screen[object]) -> list[tuple[str, str]]:
    """Return everything that can be done here, acts before moves: all its keys, and what they do."""
    table: dict[str, list[str]] = {}
    runs: dict[str, str] = {}
    called = _called(screen)
    bindings = sorted(screen.active_bindings.items(), key=lambda each: not each[1].binding.show)
    for key, (node, binding, enabled, _) in bindings:
        if _is_text(screen, node, key):
            continue
        if enabled and binding.description and binding.id:
            shown = screen.app.get_key_display(binding)
            does = called.get(binding.description, binding.description)
            keys = table.setdefault(does, [])
            if _is_several(binding):
                runs[does] = runs.get(does, "") + key
            if shown not in keys:
                keys.append(shown)
    return [
        (" ".join((_run(runs.get(does, "")) or key) if _MANY in key else key for key in keys), does)
        for does, keys in table.items()
    ]


def _called(screen: Screen[object]) -> Mapping[str, str]:
    """What keys do in the screen's own words: for what a binding says, what its `CALLED` has instead."""
    called: Mapping[str, str] = getattr(screen, "CALLED", {})
    return called


def _is_several(binding: Binding) -> bool:
    return _MANY in (binding.key_display or "")


def _is_text(screen: Screen[object], node: DOMNode, key: str) -> bool:
    """Tell whether what has the focus takes the key as text before anybody else sees it."""
    focused = screen.focused
    if focused is None or node is focused:
        return False
    return focused.check_consume_key(key, character_of(key))


def lines_of(keys: Sequence[Key], width: int, most: int) -> list[list[Key]]:
    """Fill at most `most` lines: one if that is enough, else one for the response and one for the rest.

    What doesn't fit is left out from the end on, but what is short enough for the room that is left; the
    way out, the first key and the one that lists them all give way last.
    """
    last = [key for key in keys if key.action.endswith(_LAST)][:1]
    order = [*(key for key in keys if key not in last), *last]
    out = next((key for key in order if _leads_out(key)), None)
    firm = [key for key in (order[0] if order else None, out, *last) if key is not None]
    kept = list(order)
    while len(_laid(kept, width, most)) > most and kept != last:
        kept.remove(next((key for key in reversed(kept) if key not in firm), kept[-1 - len(last)]))
    for key in order:
        more = [each for each in order if each in kept or each is key]
        if key not in kept and len(_laid(more, width, most)) <= most:
            kept = more
    return _laid(kept, width, most)


def _leads_out(key: Key) -> bool:
    return key.key == "escape" or key.action.rpartition(".")[2].partition("(")[0] in _WAY_OUT


def _laid(keys: Sequence[Key], width: int, most: int) -> list[list[Key]]:
    """Lay keys out, in more than `most` lines if there is no way around; two of them are about as long."""
    lines = _fill(keys, width)
    if len(lines) != most:
        return lines
    own = [key for key in keys if key.own]
    halves = [*_fill(own, width), *_fill((key for key in keys if not key.own), width)] if own else lines
    if own and len(halves) <= most:
        return halves
    return _even(keys, width) if len(lines) == _TWO else lines


def _even(keys: Sequence[Key], width: int) -> list[list[Key]]:
    cuts = [[[*keys[:place]], [*keys[place:]]] for place in range(1, len(keys))]
    fitting = [cut for cut in cuts if len(_fill(cut[0], width)) == len(_fill(cut[1], width)) == 1]
    return min(fitting, key=lambda cut: max(map(_width, cut)))


def _width(line: Sequence[Key]) -> int:
    return sum(key.width + _GAP for key in line) - _GAP


def _fill(keys: Iterable[Key], width: int) -> list[list[Key]]:
    lines: list[list[Key]] = [[]]
    room = width
    for key in keys:
        if lines[-1] and key.width + _GAP > room:
            lines.append([])
            room = width
        room -= key.width + (_GAP if lines[-1] else 0)
        lines[-1].append(key)
    return lines


class KeyBar(Widget):
    """Redraws itself when the keys change; one widget, whatever the number of keys.

    The keys begin where the page does, whose width a screen says by `PAGE_WIDTH` where it isn't 80 columns
    (0: the whole width); further left if they would not all fit.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--does", "keybar--off"}
    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self._keys: list[Key] = []
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or not screen.is_current:
            return
        keys = keys_of(screen)
        if screen.has_class("-narrow"):
            # The bar alone is short of room: lists of keys say it in full.
            briefly: Mapping[str, str] = getattr(screen, "BRIEFLY", {})
            keys = [key._replace(does=briefly.get(key.does, key.does)) for key in keys]
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line or two."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[list[Key]]:
        """Where lines are scarce there is one, unless a key of the response would be missing.

        A screen from which everything else is reached says so by `TWO_LINES`, and has two wherever they fit.
        """
        keys = getattr(self, "_keys", [])
        height = self.app.size.height
        if height < (_LOWEST if getattr(self.screen, "TWO_LINES", False) else _LOW):
            lines = lines_of(keys, width, 1)
            if all(key in lines[0] for key in keys if key.own or key.action in _NEEDED):
                return lines
        return lines_of(keys, width, 2)

    def render(self) -> RenderResult:
        """Draw the keys."""
        lines = self._lines(self.size.width)
        gap, indent = Content(" " * _GAP), Content(" " * self._indent(lines))
        return Content("\n").join([indent + gap.join([self._draw(key) for key in line]) for line in lines])

    def _indent(self, lines: Sequence[Sequence[Key]]) -> int:
        """Columns to where the page begins, which has as much padding as the bar."""
        page: int = getattr(self.screen, "PAGE_WIDTH", _PAGE) or self.app.size.width
        room = self.size.width - max(map(_width, lines))
        return max(0, min((self.app.size.width - page) // 2, room))

    def _draw(self, key: Key) -> Content:
        off = () if key.enabled else ("keybar--off",)
        press = Style() if key.several else Style.from_meta({"press": key.key})
        return Content.assemble(
            (key.shown, style_of(self, "keybar--key", *off) + press),
            (" " + key.does, style_of(self, "keybar--does", *off) + press),
        )

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        event.stop()
        key = event.style.meta.get("press")
        if isinstance(key, str):
            self.app.simulate_key(key)
