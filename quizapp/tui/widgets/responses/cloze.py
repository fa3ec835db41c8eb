"""Clozes: the gaps are filled in the sentence itself."""

from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import Cloze, Gap
from quizapp.study.item import Item
from quizapp.tui.inline import bare
from quizapp.tui.styling import style_of
from quizapp.tui.texts import clean
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.responses.flow import Blank, Flow, flow

GAP_WIDTH = 22
"""Cells of every gap, whatever belongs into it: its width must not tell."""


class ClozeResponse(ResponseWidget):
    """The sentence, with a field lying in each gap of this card."""

    NAME = "Fill in what is missing"
    SHOWS_PROMPT = True

    COMPONENT_CLASSES: ClassVar[set[str]] = {"clozeresponse--filled"}

    _pieces: tuple[str | Blank, ...] = ()
    _judged = False

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[Field] = []
        self._gaps: tuple[Gap, ...] = ()

    def load(self, item: Item) -> None:
        """Show the sentence, the gaps of this face empty."""
        body = item.question.body
        assert isinstance(body, Cloze)
        self._gaps = tuple(gap for gap in body.gaps if gap.face == item.face)
        numbers = iter(range(len(self._gaps)))
        self._pieces = tuple(
            bare(clean(piece))
            if isinstance(piece, str)
            else Blank(next(numbers), GAP_WIDTH)
            if piece.face == item.face
            else bare(clean(piece.wording))
            for piece in body.pieces
        )
        self._ready_fields()
        self.reopen()

    def _ready_fields(self) -> None:
        missing = [Field() for _ in range(len(self._gaps) - len(self._fields))]
        self._fields.extend(missing)
        if missing:
            self.mount(*missing)
        for number, field in enumerate(self._fields):
            field.put("")
            if number < len(self._gaps):
                field.placeholder = clean(self._gaps[number].hint or "")

    def _flow(self, width: int) -> Flow:
        return flow(self._pieces, max(width, 4))

    def _arrange(self, width: int) -> None:
        """Lay each field into its gap."""
        if not width:
            return
        flowed = self._flow(width)
        for place in flowed.places:
            field = self._fields[place.number]
            field.styles.width = place.width
            field.styles.offset = (place.x, place.y)
        self.refresh(layout=True)

    def on_resize(self, event: events.Resize) -> None:
        """Flow the sentence anew."""
        if not self._judged:
            self._arrange(event.size.width)

    def render(self) -> Content:
        """Draw the sentence around the fields, or with the right wordings in it."""
        if self._judged:
            return self._filled()
        return Content("\n".join(self._flow(self.size.width).lines))

    def _filled(self) -> Content:
        wording = style_of(self, "clozeresponse--filled")
        gaps = iter(self._gaps)
        return Content.assemble(
            *(
                piece if isinstance(piece, str) else (bare(clean(next(gaps).wording)), wording)
                for piece in self._pieces
            )
        )

    # Textual's signature.
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentence needs at this width."""
        if self._judged:
            return len(self._filled().wrap(max(width, 1)))
        return len(self._flow(width).lines)

    def judged(self, verdict: Verdict) -> None:
        """Show the whole sentence."""
        self._judged = True
        for field in self._fields:
            field.display = False
        self.refresh(layout=True)

    def reopen(self) -> None:
        """Take responses again, with what was typed still there."""
        super().reopen()
        self._judged = False
        for number, field in enumerate(self._fields):
            field.display = number < len(self._gaps)
        self._arrange(self.size.width)

    def focus_target(self) -> Widget | None:
        """The first empty gap takes the keys."""
        fields = self._fields[: len(self._gaps)]
        return next((field for field in fields if not field.value.strip()), fields[0] if fields else None)

    def pending(self) -> Response | None:
        """What stands in the gaps."""
        texts = tuple(field.value for field in self._fields[: len(self._gaps)])
        return Typed(texts) if any(text.strip() for text in texts) else None

    def restore(self, response: Response) -> None:
        """Put the texts back into the gaps."""
        if isinstance(response, Typed):
            for field, text in zip(self._fields, response.texts, strict=False):
                field.put(text)

    def action_submit(self) -> None:
        """Hand over what stands in the gaps."""
        given = self.pending()
        if given is not None:
            self.give(given)
        else:
            self.lack("Fill in the gap, or say that you don't know.")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next gap, and hands over from the last one."""
        event.stop()
        fields = self._fields[: len(self._gaps)]
        # Only our own fields send it.
        after = next((field for field in fields[fields.index(event.input) + 1 :]), None)  # type: ignore[arg-type]
        if after is None:
            self.action_submit()
        else:
            after.focus()
