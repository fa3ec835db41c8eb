"""A card in all its stages: asked, revealed, judged. Updated in place from one to the next."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from quizapp.answer.response import Response
from quizapp.answer.verdict import Result, Verdict
from quizapp.study.item import Item
from quizapp.study.sitting import Stage
from quizapp.tui.widgets.cardtext import CardText, height_of
from quizapp.tui.widgets.heading import kind_line
from quizapp.tui.widgets.picture import PictureView
from quizapp.tui.widgets.responses import WIDGETS, ResponseWidget, widget_for
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.verdict import Judged, VerdictPanel, judged_lines, revealed_lines

_PROSE = 72
_LOWEST = 16
_AROUND = 14
"""Lines that head, keys and a short verdict take beside the prompt and the response."""


def room_above(height: int) -> int:
    """Return how many lines stay empty above a card on a screen so high."""
    return max(0, (height - _LOWEST) // 3)


class Given(Enum):
    """What becomes of what the learner has given so far."""

    GONE = auto()
    REOPENED = auto()
    KEPT = auto()


class Asking(Protocol):
    """What is known of the card being asked; a session is one."""

    @property
    def stage(self) -> Stage:
        """Whether it is asked, revealed or judged."""

    @property
    def hints(self) -> tuple[str, ...]:
        """Hints shown so far."""

    @property
    def verdict(self) -> Verdict | None:
        """What the judge said, once it was judged."""

    @property
    def sentence(self) -> str:
        """The verdict in words."""

    @property
    def interval(self) -> str:
        """When the card comes back, in words."""

    @property
    def response(self) -> Response | None:
        """What the learner gave, once it was judged."""


class CardView(VerticalScroll, can_focus=False):
    """The head of a card, its prompt, what it is answered with, hints, and the verdict.

    There is one response widget for each kind, made once: a new card costs no new widgets.
    """

    MAKES: ClassVar[tuple[type[ResponseWidget], ...]] = tuple(dict.fromkeys(WIDGETS.values()))
    """The response widgets it has."""

    def __init__(self) -> None:
        super().__init__()
        self._response: ResponseWidget | None = None
        self._placed_for: Size | None = None

    def compose(self) -> ComposeResult:
        """Lay out all that a card may need."""
        yield Static("", id="space")
        with Vertical(id="card"):
            yield Static("", id="kind", markup=False)
            yield CardText(id="prompt")
            yield PictureView(id="picture")
            for widget in self.MAKES:
                yield widget()
            yield CardText(id="hints")
            yield VerdictPanel()

    def on_mount(self) -> None:
        """No kind is asked yet."""
        for widget in self.query(ResponseWidget):
            widget.display = False

    @property
    def response(self) -> ResponseWidget | None:
        """What the card is answered with."""
        return self._response

    def focus_target(self) -> Widget | None:
        """What takes the keys while a response is awaited."""
        return self._response.focus_target() if self._response else None

    def show(
        self,
        session: Asking,
        item: Item,
        given: Given,
        *,
        guessed: bool,
        sources: Sequence[str],
        folder: Path | None = None,
    ) -> None:
        """Show where the session stands with this card. folder: the deck's, where its pictures are."""
        if given is not Given.KEPT:
            self._show_response(session, item, folder, anew=given is Given.GONE)
        title = self._response.title(item) if self._response else ""
        self.query_one("#kind", Static).update(self.kind(item, title, guessed=guessed))
        hints = self.query_one("#hints", CardText)
        hints.display = bool(session.hints)
        hints.update("\n".join(f"Hint: {hint}" for hint in session.hints))
        self.show_verdict(session, item, sources)

    def kind(self, item: Item, title: str, *, guessed: bool) -> Content:
        """Return the line above the prompt."""
        return kind_line(item.phase, title, flag=item.standing.flag, guessed=guessed)

    def widget_of(self, item: Item) -> type[ResponseWidget]:
        """Return what the card is answered with, one of `MAKES`."""
        return widget_for(item)

    def _show_response(self, session: Asking, item: Item, folder: Path | None, *, anew: bool) -> None:
        wanted = self.query_one(self.widget_of(item))
        asking = session.stage is Stage.ASKING
        if self._response is not None and self._response is not wanted:
            self._response.display = False
        self._response = wanted
        wanted.display = asking
        if asking and anew:
            wanted.serial += 1
            wanted.load(item)
            self.query_one("#prompt", CardText).update(item.asks)
            self.query_one(PictureView).show(item.question.image, folder)
            self._place()
            self.scroll_home(animate=False)
        elif asking:
            wanted.reopen()
        elif session.verdict is not None:
            wanted.display = True
            wanted.judged(session.verdict)
        self.query_one("#prompt").display = not wanted.SHOWS_PROMPT

    def on_resize(self) -> None:
        """Keep the prompt in its place, and what takes the keys in sight."""
        before, now = self._placed_for, self.app.size
        if before != now:
            self.query_one(PictureView).fit()
            self._place()
        panel = self.query_one(VerdictPanel)
        if panel.display:
            self.call_after_refresh(self._bring_in_sight, panel)
        elif before not in {None, now}:
            self.call_after_refresh(self.keep_in_sight)

    def keep_in_sight(self) -> None:
        """Scroll to what takes the keys, if a long question has moved it out of sight."""
        target = self.app.focused
        if target is not None and self.response in target.ancestors_with_self:
            if isinstance(target, Rows):
                target.keep_in_sight()
            else:
                target.scroll_visible(animate=False)

    def _place(self) -> None:
        """Let every prompt begin on the same line, a little above the middle, as long as all of it fits.

        It goes by the size of the screen alone: the place is the same before and after the answer.
        """
        size = self._placed_for = self.app.size
        width = min(size.width - 4, _PROSE)
        prompt = height_of(self.query_one("#prompt", CardText).text, width)
        left = size.height - _AROUND - prompt - self.query_one(PictureView).lines
        if self._response is not None:
            left -= self._response.get_content_height(Size(width, 0), size, width)
        space = self.query_one("#space")
        lines = min(room_above(size.height), left)
        space.display = lines > 0
        space.styles.height = max(lines, 0)

    def show_verdict(self, session: Asking, item: Item, sources: Sequence[str]) -> None:
        """Show what there is to say of the card, or nothing while it is asked."""
        panel = self.query_one(VerdictPanel)
        if session.stage is Stage.REVEALED:
            panel.say(revealed_lines(item, sources), Result.SELF)
        elif session.verdict is not None and session.stage is Stage.JUDGED:
            labels = self._response.labels(item) if self._response else ()
            judged = Judged(session.verdict, session.sentence, session.interval, session.response, labels)
            panel.say(judged_lines(item, judged, sources), session.verdict.result)
        else:
            panel.display = False
            return
        self.call_after_refresh(self._bring_in_sight, panel)

    def _bring_in_sight(self, panel: VerdictPanel) -> None:
        """Show the verdict from its first line on, with what stands above it as far as there is room."""
        # The screen may have been left before it was drawn; then there is nothing any more.
        for space in self.query("#space"):
            if space.display and self.max_scroll_y:
                space.styles.height = max(space.size.height - self.max_scroll_y, 0)
            self.call_after_refresh(self._scroll_panel, panel)

    def _scroll_panel(self, panel: VerdictPanel) -> None:
        # Textual's `scroll_visible` forgets the padding of what lies between the two.
        at, height = round(self.scroll_offset.y), panel.region.height
        top = panel.region.y - self.region.y + at
        if height > self.size.height or top < at:
            self.scroll_to(y=top, animate=False)
        elif top + height > at + self.size.height:
            self.scroll_to(y=top + height - self.size.height, animate=False)

    def page(self, by: int) -> None:
        """Scroll a long card by so many screens."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)
