"""How far a sitting has come: one line."""

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.styling import style_of


class ProgressLine(Widget):
    """A thick line for what is answered, a thin one for what is left; it never moves by itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"progressline--done", "progressline--left"}

    done = reactive(0)
    left = reactive(0)

    def render(self) -> RenderResult:
        """Draw the line."""
        width, total = self.size.width, self.done + self.left
        cells = width if not self.left else min(width - 1, round(width * self.done / total))
        return Content.assemble(
            ("━" * cells, style_of(self, "progressline--done")),
            ("─" * (width - cells), style_of(self, "progressline--left")),
        )
