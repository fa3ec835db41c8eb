"""The ratings with what each would do, to be pressed or clicked."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from quizapp.memory.model import Rating
from quizapp.study.sitting import Offer
from quizapp.tui.styling import style_of

WORDS: Mapping[Rating, str] = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}
_QUESTION = "How well did you know it?"
_LOW = 18
_WIDEST = 18
_WIDE = 15


class RatingBar(Widget):
    """Up to four ratings in a row; the one that holds is marked by a sign, not by colour alone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ratingbar--key",
        "ratingbar--word",
        "ratingbar--interval",
        "ratingbar--held",
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._held: Rating | None = None
        self.display = False

    def offer(self, offers: Sequence[Offer], held: Rating | None) -> None:
        """Show these ratings; `held` is the one the review has."""
        self._offers, self._held = tuple(offers), held
        self.display = len(offers) > 1 or (len(offers) == 1 and held is None)
        self.refresh(layout=True)

    @property
    def _cell(self) -> int:
        return min(_WIDEST, self.size.width // max(1, len(self._offers)))

    @property
    def _asks(self) -> bool:
        """Whether the learner is asked for a rating, and there is room to say so."""
        return self._held is None and len(self._offers) > 1 and self.app.size.height >= _LOW

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines, and one for the question what to rate."""
        return 3 if self._asks else 2

    def render(self) -> RenderResult:
        """Draw the words, and the intervals under them."""
        cell = self._cell
        words = [self._word(offer, cell) for offer in self._offers]
        spans = [self._interval(offer, cell) for offer in self._offers]
        lines = [Content("").join(line) for line in (words, spans)]
        if self._asks:
            lines.insert(0, Content.styled(_QUESTION, self._style("ratingbar--interval")))
        return Content("\n").join(lines)

    def _word(self, offer: Offer, cell: int) -> Content:
        held = offer.rating is self._held
        mark = "●" if held else " "
        text = Content.assemble(
            (f"{offer.rating.value}", self._style("ratingbar--key")),
            (mark if cell < _WIDE else f" {mark} ", self._style("ratingbar--held")),
            (WORDS[offer.rating], self._style("ratingbar--held" if held else "ratingbar--word")),
        )
        return self._fit(text, offer, cell)

    def _interval(self, offer: Offer, cell: int) -> Content:
        under = "    " if cell >= _WIDE else "  " if cell_len(offer.interval) < cell - 2 else ""
        text = Content.styled(under + offer.interval, self._style("ratingbar--interval"))
        return self._fit(text, offer, cell)

    def _fit(self, text: Content, offer: Offer, cell: int) -> Content:
        padded = text.pad_right(max(0, cell - text.cell_length))[:cell]
        return padded.stylize(Style.from_meta({"rating": offer.rating.value}))

    def _style(self, name: str) -> Style:
        return style_of(self, name)

    def on_click(self, event: events.Click) -> None:
        """A click on a rating presses its digit."""
        event.stop()
        rating = event.style.meta.get("rating")
        if isinstance(rating, int):
            self.app.simulate_key(str(rating))
