"""Screens that two keys pressed at once can't leave twice."""

from textual.await_complete import AwaitComplete
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget


class LeftOnce(Screen[ScreenResultType]):
    """Textual's `dismiss` takes away whatever screen is on top; this one only takes itself away."""

    # Widgets draw themselves when the focus comes or goes: Textual would draw the whole screen once more.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless it was left already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def give_way(self, screen: Screen[None]) -> AwaitComplete:
        """Put another screen in the place of this one, unless it was left already."""
        return self.app.switch_screen(screen) if self.is_current else AwaitComplete()
