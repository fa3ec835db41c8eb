"""The picture of a question, or the words that stand for it."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from quizapp.deck.model import Image
from quizapp.tui.pictures import Extra, Picture, Unreadable, decode, find, is_there, load_extra
from quizapp.tui.texts import plain

_SHARE = 2 / 5
_FEWEST = 4


class PictureView(Vertical):
    """Shows nothing until a question has a picture; what draws pictures is loaded for the first one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._asked = False
        self._extra: Extra | None = None
        self._canvas: Widget | None = None
        self._picture: Picture | None = None
        self.lines = 0
        """Lines it takes, about."""
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the words."""
        yield Static("", classes="alt", markup=False)

    def show(self, image: Image | None, folder: Path | None) -> None:
        """Show a picture from the deck's folder; without a folder, the words."""
        self.display = image is not None
        self.lines = 2 if image is not None else 0
        if image is None:
            return
        self._picture, trouble = self._read(image, folder)
        self._draw()
        words = self.query_one(".alt", Static)
        words.display = self._picture is None or not (self._extra and self._extra.sharp)
        told = f"; {trouble}" if trouble else ""
        words.update(plain(f"Picture: {image.alt.rstrip('.')} (file {image.file}{told})"))

    def _read(self, image: Image, folder: Path | None) -> tuple[Picture | None, str]:
        """Return the picture, or why there is none; empty where pictures are never shown."""
        if folder is None or not is_there():
            return None, ""
        if not self._asked:
            self._asked = True
            self._extra = load_extra(self.app)
        if self._extra is None:
            return None, ""
        try:
            return decode(find(folder, image.file)), ""
        except Unreadable as error:
            return None, str(error)

    def _draw(self) -> None:
        if self._canvas is not None:
            self._canvas.display = self._picture is not None
        if self._picture is None or self._extra is None:
            return
        if self._canvas is None:
            self._canvas = self._extra.widget()
            self.mount(self._canvas, before=0)
        # Every widget of the extra takes its picture so.
        self._canvas.image = self._picture.data  # type: ignore[attr-defined]
        self.fit()

    def fit(self) -> None:
        """Give the picture the room it may have on a screen of this size."""
        if self._canvas is not None and self._picture is not None:
            size = self.app.size
            columns, lines = self._picture.cells(size.width - 4, max(_FEWEST, int(size.height * _SHARE)))
            self._canvas.styles.width, self._canvas.styles.height = columns, lines
            self.lines = lines + 1
