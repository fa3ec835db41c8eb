"""What was found in a deck file, in its order: in full what concerns the question one is at, else a line."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.author.lint.table import messages
from quizapp.author.preview import closed
from quizapp.deck.messages import cure, what
from quizapp.deck.problems import Problem
from quizapp.tui.styling import style_of
from quizapp.tui.texts import CURSOR, clean

SIGNS = {"error": "✗", "warning": "!", "note": "·"}
_NARROWEST = 8


class FindingLine(NamedTuple):
    """One line on the screen: of which finding, its sign and place (on the first only), and the text."""

    finding: int
    lead: str
    text: str
    part: str
    here: bool


def lay_out(problems: Sequence[Problem], here: Callable[[Problem], bool], width: int) -> list[FindingLine]:
    """Write findings to `width` cells; those that are `here` in full, with what to do."""
    lines: list[FindingLine] = []
    for number, problem in enumerate(problems):
        lead = f" {SIGNS[problem.severity]} {problem.line}:{problem.column}  "
        mine, room = here(problem), max(width - cell_len(lead) - 1, _NARROWEST)
        said = clean(closed(what(problem, messages()))).replace("\n", " ")
        if not mine:
            fitted = said if cell_len(said) <= room else set_cell_size(said, room - 1) + "…"
            lines.append(FindingLine(number, lead, fitted, "text", here=False))
            continue
        code = f"{SIGNS[problem.severity]} {problem.code}  line {problem.line}:{problem.column}"
        lines.append(FindingLine(number, " ", code, "head", here=True))
        lines += (FindingLine(number, "   ", text, "text", here=True) for text in _wrapped(said, width - 4))
        todo = clean(f"→ {closed(cure(problem, messages()))}").replace("\n", " ")
        lines += (FindingLine(number, "   ", text, "cure", here=True) for text in _wrapped(todo, width - 4))
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Content(text).wrap(max(width, _NARROWEST))]


class FindingList(ScrollView, can_focus=True):
    """Findings with a cursor. Only what is in sight is drawn; what choosing one does, its parent knows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="findings.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="findings.down"),
        Binding("home", "move(-999999)", "First", show=False, id="findings.first"),
        Binding("end", "move(999999)", "Last", show=False, id="findings.last"),
        Binding("enter,space", "choose", "Go there", id="findings.choose"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "findings--error",
        "findings--warning",
        "findings--note",
        "findings--text",
        "findings--cure",
        "findings--quiet",
        "findings--cursor",
    }
    ALLOW_SELECT = False

    cursor = reactive(0, init=False)

    class Chosen(Message):
        """A finding was chosen."""

        def __init__(self, problem: Problem) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._here: Callable[[Problem], bool] = lambda _problem: False
        self._lines: list[FindingLine] = []
        self._width = 0

    def show(self, problems: tuple[Problem, ...], here: Callable[[Problem], bool]) -> None:
        """Show these findings; the first that is here comes to the top."""
        self._problems, self._here = problems, here
        first = next((number for number, problem in enumerate(problems) if here(problem)), None)
        self._arrange(self._width or self.size.width)
        if first is not None:
            self.set_reactive(FindingList.cursor, first)
            self.scroll_to(y=self._top(first), animate=False)
        else:
            self.set_reactive(FindingList.cursor, max(0, min(self.cursor, len(problems) - 1)))
        self.refresh(layout=True)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings shown."""
        return self._problems

    def step(self) -> Problem | None:
        """Move the cursor to the next finding elsewhere, round at the end, and return that."""
        many = len(self._problems)
        for by in range(1, many + 1):
            number = (self.cursor + by) % many
            if not self._here(self._problems[number]):
                self.cursor = number
                return self._problems[number]
        return None

    @property
    def current(self) -> Problem | None:
        """The finding at the cursor."""
        return self._problems[self.cursor] if self.cursor < len(self._problems) else None

    def _arrange(self, width: int) -> None:
        self._width = width
        self._lines = lay_out(self._problems, self._here, width)
        self.virtual_size = Size(0, len(self._lines))

    def _top(self, finding: int) -> int:
        return next((y for y, line in enumerate(self._lines) if line.finding == finding), 0)

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        if width != self._width:
            self._arrange(width)
        return len(self._lines)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        width = event.size.width
        if width != self._width:
            self._arrange(width)
            self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a finding."""
        return max(0, min(cursor, len(self._problems) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in sight, and put the terminal's own there."""
        top, shown, height = self._top(cursor), int(self.scroll_offset.y), max(1, self.size.height)
        last = top + sum(line.finding == cursor for line in self._lines) - 1
        if top < shown:
            self.scroll_to(y=top, animate=False)
        elif last >= shown + height:
            self.scroll_to(y=min(top, last - height + 1), animate=False)
        self.refresh()
        self._place_cursor()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the finding."""
        self.refresh()
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus:
            line = self._top(self.cursor) - int(self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, line))

    def action_move(self, by: int) -> None:
        """Move the cursor by so many findings."""
        self.cursor += by

    def action_choose(self) -> None:
        """Choose the finding at the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """A click chooses a finding."""
        line = event.y + int(self.scroll_offset.y)
        if 0 <= line < len(self._lines):
            event.stop()
            self.cursor = self._lines[line].finding
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, at = self.size.width, y + int(self.scroll_offset.y)
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        severity = self._problems[line.finding].severity
        under, here = self.rich_style, self.has_focus and line.finding == self.cursor
        if here:
            under += style_of(self, "findings--cursor").rich_style

        def style(name: str) -> RichStyle:
            return under + style_of(self, f"findings--{name}").rich_style

        mark = Segment(CURSOR if here else " ", style("cure"))
        tone = "quiet" if not line.here else severity if line.part == "head" else line.part
        lead = Segment(line.lead[1:], style(severity))
        return Strip([mark, lead, Segment(line.text, style(tone))]).adjust_cell_length(width, under)
