"""Cards, one a line, as many as there are: only lines in sight are read and drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.study.browse import CardRow
from quizapp.study.stand import buried, due, marks, state
from quizapp.tui.inline import bare
from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean

CHOSEN = "✓"
_LOT = 40
_KEPT = 2_000
_NARROW, _BROAD = 64, 104
_LEAD = 4
_FAR = 10**9


class CardList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of cards under a heading. It moves, chooses and shows; what is done to cards is its parent's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="cards.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="cards.down"),
        Binding("shift+up,K", "extend(-1)", "Choose upwards", show=False, id="cards.choose_up"),
        Binding("shift+down,J", "extend(1)", "Choose downwards", show=False, id="cards.choose_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="cards.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="cards.page_down"),
        Binding("home", f"move(-{_FAR})", "First", show=False, id="cards.first"),
        Binding("end", f"move({_FAR})", "Last", show=False, id="cards.last"),
        Binding("space", "choose", "Choose", id="cards.choose"),
        Binding("x", "choose_to", "Choose up to here", show=False, id="cards.choose_to"),
        Binding("a,ctrl+a", "choose_all", "Choose all", show=False, id="cards.choose_all"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"cardlist--{name}" for name in ("heading", "text", "quiet", "sign", "due", "cursor", "chosen")
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Moved(Message):
        """The cursor stands on another card, or other cards are chosen."""

    class Opened(Message):
        """A card was clicked twice."""

    def __init__(self, read: Callable[[Sequence[int]], list[CardRow]]) -> None:
        """`read` returns the rows of these numbers; it is asked for a screenful at a time."""
        super().__init__()
        self._read = read
        self._numbers: Sequence[int] = ()
        self._rows: dict[int, CardRow] = {}
        self._day = 0
        self._from: int | None = None
        self.chosen: set[int] = set()

    def show(self, numbers: Sequence[int], day: int) -> None:
        """Show these cards, read anew; the cursor stays at its card, or else in its place."""
        here = self.number
        self._numbers, self._day = numbers, day
        self._rows.clear()
        self._from = None
        if self.chosen:
            self.chosen &= set(numbers)
        at = numbers.index(here) if here is not None and here in numbers[: _LOT * 50] else self.cursor
        self.virtual_size = Size(0, len(numbers) + 1)
        self.set_reactive(CardList.cursor, max(0, min(at, len(numbers) - 1)))
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def forget(self) -> None:
        """Show nothing; what is shown next begins at its first card, and nothing is chosen."""
        self._numbers = ()
        self._rows.clear()
        self._from = None
        self.chosen.clear()
        self.set_reactive(CardList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    @property
    def number(self) -> int | None:
        """The number of the card at the cursor."""
        return self._numbers[self.cursor] if self.cursor < len(self._numbers) else None

    @property
    def current(self) -> CardRow | None:
        """The card at the cursor."""
        return None if self.number is None else self._row(self.cursor)

    @property
    def meant(self) -> list[int]:
        """The cards chosen, in their order; the one at the cursor if none is."""
        if self.chosen:
            return [number for number in self._numbers if number in self.chosen]
        return [] if self.number is None else [self.number]

    def unchoose(self) -> None:
        """Choose nothing."""
        self.chosen.clear()
        self._changed()

    def _row(self, place: int) -> CardRow | None:
        number = self._numbers[place]
        if number not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            start = max(0, place - _LOT // 2)
            self._rows |= {row.number: row for row in self._read(self._numbers[start : start + _LOT])}
        return self._rows.get(number)

    # Moving and choosing

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a card."""
        return max(0, min(cursor, len(self._numbers) - 1))

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def _follow(self) -> None:
        """Scroll to the cursor, and put the terminal's own there."""
        top, height = int(self.scroll_offset.y), max(1, self.size.height - 1)
        if not top <= self.cursor < top + height:
            top = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(0, self.cursor - top + 1)

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row."""
        self._follow()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many cards."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.cursor += by * max(1, self.size.height - 2)

    def action_choose(self) -> None:
        """Choose the card at the cursor, or leave it out again, and go to the next."""
        if self.number is not None:
            self.chosen ^= {self.number}
            self._from = self.cursor
            self.cursor += 1
            self._changed()

    def action_extend(self, by: int) -> None:
        """Choose the card at the cursor and the next one."""
        if self.number is not None:
            self.chosen.add(self.number)
            self.cursor += by
            self.chosen.add(self._numbers[self.cursor])
            self._from = self.cursor
            self._changed()

    def action_choose_to(self) -> None:
        """Choose everything from the card chosen last to the cursor."""
        if self.number is not None:
            start, end = sorted((self.cursor if self._from is None else self._from, self.cursor))
            self.chosen.update(self._numbers[start : end + 1])
            self._from = self.cursor
            self._changed()

    def action_choose_all(self) -> None:
        """Choose every card in the list, or none if all are chosen."""
        every = set(self._numbers)
        self.chosen = set() if self.chosen == every else every
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """A click goes to a card, at its sign chooses it, twice opens it."""
        place = event.y - 1 + int(self.scroll_offset.y)
        if not (event.y >= 1 and 0 <= place < len(self._numbers)):
            return
        self.cursor = place
        if event.x < _LEAD:
            self.chosen ^= {self._numbers[place]}
            self._from = place
            self._changed()
        elif event.chain >= 2:
            self.post_message(self.Opened())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line: the heading stays on top, cards pass under it."""
        width = self.size.width
        if y == 0:
            return self._heading(width)
        place = y - 1 + int(self.scroll_offset.y)
        if place >= len(self._numbers):
            return Strip.blank(width, self.rich_style)
        return self._card(place, width)

    def _columns(self, width: int) -> tuple[int, int, int, int]:
        """Cells of question, deck, how it stands, and when it is due."""
        deck = 24 if width >= _BROAD else 0
        stands = 13 if width >= _NARROW else 0
        coming = 16 if stands else 14
        return max(8, width - _LEAD - deck - stands - coming - 1), deck, stands, coming

    def _heading(self, width: int) -> Strip:
        question, deck, stands, coming = self._columns(width)
        text = " " * _LEAD + set_cell_size("Question", question)
        text += set_cell_size("Deck", deck) + set_cell_size("Stands", stands) + set_cell_size("Due", coming)
        style = style_of(self, "cardlist--heading").rich_style
        return Strip([Segment(text, self.rich_style + style)]).adjust_cell_length(width, self.rich_style)

    def _card(self, place: int, width: int) -> Strip:
        row = self._row(place)
        here, chosen = place == self.cursor, self._numbers[place] in self.chosen
        under = self.rich_style
        if here:
            under += style_of(self, "cardlist--cursor").rich_style
        segments = [
            Segment(CURSOR if here else " ", self._look("sign", under)),
            Segment(f" {CHOSEN} " if chosen else "   ", self._look("sign", under)),
        ]
        if row is not None:
            question, deck, stands, coming = self._columns(width)
            quiet = self._look("quiet", under)
            segments += [
                Segment(_fitted(row.asks, question), self._look("chosen" if chosen else "text", under)),
                Segment(_fitted(row.deck, deck), quiet),
                Segment(_fitted(_stands(row, self._day), stands), quiet),
                self._coming(row, coming, under, alone=not stands),
            ]
        return Strip(segments).adjust_cell_length(width, under)

    def _coming(self, row: CardRow, width: int, under: RichStyle, *, alone: bool) -> Segment:
        """When a card is due; where that stands alone, also that it is new or put away."""
        standing = row.standing
        waits = standing.due_day is not None and (
            standing.due_at is not None or standing.due_day <= self._day
        )
        away = row.gone or standing.suspended or buried(standing, self._day)
        text = due(standing, self._day)
        if alone and (away or not text):
            text = _stands(row, self._day)
        return Segment(_fitted(text, width), self._look("due" if waits and not away else "quiet", under))

    def _look(self, name: str, under: RichStyle) -> RichStyle:
        return under + style_of(self, f"cardlist--{name}").rich_style


def _stands(row: CardRow, day: int) -> str:
    """How a card stands, in the word that matters most."""
    return "gone" if row.gone else (*marks(row.standing, day), state(row.standing))[0]


def _fitted(text: str, width: int) -> str:
    """A text on one line of `width` cells with a gap behind it; what doesn't fit ends in an ellipsis."""
    if not width:
        return ""
    line = " ".join(clean(bare(text)).split())
    if cell_len(line) > width - 1:
        line = set_cell_size(line, width - 2).rstrip() + "…"
    return set_cell_size(line, width)
