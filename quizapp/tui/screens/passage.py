"""The passages a question rests on, as their documents read now."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quizapp.author.passage import Passage
from quizapp.tui.screens.dialog import paragraph
from quizapp.tui.screens.page import PageScreen
from quizapp.tui.texts import clean


class PassageScreen(PageScreen):
    """Shows each paragraph; the sentences that count stand out from the rest by weight and brightness."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "close", "Close", show=False, id="passage.close")]

    def __init__(self, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._passages = passages

    def compose(self) -> ComposeResult:
        """Lay out one passage under the other."""
        parts: list[Widget] = []
        for passage in self._passages:
            parts += [Static(Content.styled(clean(passage.heading), "bold"), markup=False)]
            if passage.sentences:
                parts.append(Static(sentences_of(passage), classes="passage", markup=False))
            parts.append(paragraph(passage.said, "quiet"))
            if not passage.sentences and passage.url:
                parts.append(paragraph(passage.url, "quiet"))
        yield from self.box("Where this is from", parts)


def sentences_of(passage: Passage) -> Content:
    """Write a paragraph; where only some of its sentences count, those are bold and the rest is quiet."""
    some = not all(counts for _, counts in passage.sentences)
    return Content(" ").join(
        [
            Content.styled(clean(text), ("bold" if counts else "$quiet") if some else "")
            for text, counts in passage.sentences
        ]
    )
