"""Screens that stay built when they are left: opening one again costs a drawing, not a building."""

from typing import Any, Self, TypeVar

from textual import events
from textual.app import App
from textual.screen import ScreenResultType

from quizapp.tui.screens.once import LeftOnce


class Kept(LeftOnce[ScreenResultType]):
    """A screen that is built without knowing what it will show.

    Each kind has a `begin`, which takes what to show and ends in `anew`; its `fill` shows it, and must
    leave nothing behind of the time before.
    """

    _begun = False
    _filled = False
    _styled = -1

    def fill(self) -> None:
        """Show what was begun with, as if nothing had been shown before."""
        raise NotImplementedError

    def resumed(self) -> None:
        """Show what may have changed while another screen lay over this one."""

    def left(self) -> None:
        """End what goes on, now that nobody looks."""

    def anew(self) -> Self:
        """Have the screen filled when it is opened."""
        self._begun = True
        return self

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Fill the screen if it was opened, and draw it once, laid out and in the styles there are."""
        if not (self.is_current and self._stands):
            return
        styled = self.app._css_update_count  # noqa: SLF001 - tells Textual, too, that styles are old
        if event.refresh_styles and styled != self._styled:
            self.update_node_styles(animate=False)
        event.refresh_styles = False
        self._styled = styled
        if self._begun:
            self._begun = False
            self.set_focus(None)
            self.fill()
            self._filled = True
            if self._size == self.app.size:
                # Textual lays out what has changed later, and would first draw it as it lay before.
                self._refresh_layout()
        else:
            self.resumed()

    def on_screen_suspend(self) -> None:
        """Tell being left from lying under another screen."""
        # What goes on in a screen that isn't kept ends with its widgets.
        if self._filled and self.app.is_screen_installed(self) and self not in self.app.screen_stack:
            self._filled = False
            self.left()

    @property
    def _stands(self) -> bool:
        """Whether there is something to fill: not in a screen that is taken away while it opens."""
        return self.is_mounted and self.is_attached and bool(self.children)


KeptScreen = TypeVar("KeptScreen", bound=Kept[Any])


def kept(app: App[Any], kind: type[KeptScreen]) -> KeptScreen:
    """Return the screen of a kind that `app` keeps; another one while that is open."""
    name = kind.__name__
    if not app.is_screen_installed(name):
        app.install_screen(kind(), name)
    screen = app.get_screen(name)
    return screen if isinstance(screen, kind) and screen not in app.screen_stack else kind()


def prepare(app: App[Any], kind: type[KeptScreen]) -> None:
    """Build the screen of a kind before it is opened for the first time."""
    screen = kept(app, kind)
    if not screen.is_running:
        # Textual builds a screen when it is pushed; only these two know how to do it without.
        app._get_screen(screen)  # noqa: SLF001 - as said
        app._load_screen_css(screen)  # noqa: SLF001 - as said
