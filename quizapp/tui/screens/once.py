"""Screens that two keys pressed at once can't leave twice."""

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class LeftOnce(Screen[ScreenResultType]):
    """Textual's `dismiss` takes away whatever screen is on top; this one only takes itself away."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless it was left already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def give_way(self, screen: Screen[None]) -> AwaitComplete:
        """Put another screen in the place of this one, unless it was left already."""
        return self.app.switch_screen(screen) if self.is_current else AwaitComplete()
