"""Pictures of questions: found in the deck's folder, read within limits, shown where a terminal can.

The package `textual-image` is an extra. Without it, in a terminal that can't, or without colour, the
words that stand for a picture are shown in its place.
"""

import os
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App, SuspendNotSupported
from textual.widget import Widget

LARGEST = 8_000_000
"""Bytes a picture file may have."""
MOST_PIXELS = 24_000_000
"""Pixels a picture may have: decoding takes four bytes for each."""
_KEPT = (1600, 1200)
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
_WIDEST = 72


class Picture(NamedTuple):
    """A decoded picture and its size in pixels. data: what the extra's widget takes."""

    data: Any
    width: int
    height: int

    def cells(self, width: int, height: int) -> tuple[int, int]:
        """Return columns and lines that keep its shape within `width` and `height`; a cell is 1 by 2."""
        scale = min(min(width, _WIDEST) / self.width, 2 * height / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale / 2))


class Extra(NamedTuple):
    """What the extra brings. sharp: the terminal draws pixels; else blocks of colour stand for them."""

    widget: Callable[[], Widget]
    sharp: bool


class Unreadable(Exception):  # noqa: N818 - it is told in a sentence, never raised further
    """Why a picture isn't shown, in a few words."""


def find(folder: Path, file: str) -> Path:
    """Return a picture of a deck, links resolved.

    Raises Unreadable if it isn't there or isn't in the deck's folder.
    """
    home = os.path.realpath(folder)
    found = os.path.realpath(os.path.join(home, file))  # noqa: PTH118 - as text, to be compared as text
    if not found.startswith(home.rstrip(os.sep) + os.sep):
        raise Unreadable("it isn't in the deck's folder")
    if not Path(found).is_file():
        raise Unreadable("the file isn't there")
    return Path(found)


def decode(path: Path) -> Picture:
    """Read a picture, made smaller if it is larger than a screen needs.

    Nothing is decoded before its size is known. Raises Unreadable, or ImportError without the extra.
    """
    from PIL import Image  # noqa: PLC0415 - only with the extra, for the first picture

    try:
        _check(path.stat().st_size <= LARGEST, f"the file has more than {LARGEST // 1_000_000} MB")
        with warnings.catch_warnings():
            # Some decoders warn of what they mend themselves; how large it is, is checked here.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as image:
                pixels = image.width * image.height
                _check(
                    0 < pixels <= MOST_PIXELS, f"it has more than {MOST_PIXELS // 1_000_000} million pixels"
                )
                image.draft("RGB", _KEPT)
                shown = image.convert("RGBA" if image.has_transparency_data else "RGB")
        shown.thumbnail(_KEPT)
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file can raise whatever its decoder meets
        raise Unreadable(f"the file can't be read as a picture ({type(error).__name__})") from None
    return Picture(shown, shown.width, shown.height)


def _check(sound: bool, why: str) -> None:
    if not sound:
        raise Unreadable(why)


def is_there() -> bool:
    """Tell whether the extra is installed; it isn't loaded by that."""
    return find_spec("textual_image") is not None and find_spec("PIL") is not None


def load_extra(app: App[Any]) -> Extra | None:
    """Load the extra; None where this terminal can't show pictures.

    It asks the terminal what it can draw, so it has to have it for itself for a moment.
    """
    if app.is_headless or app.is_web or app.ansi_color or not is_there():
        return None
    try:
        with app.suspend():
            from textual_image import renderable, widget  # noqa: PLC0415 - asks the terminal when imported
    except SuspendNotSupported:
        return None
    except Exception:  # noqa: BLE001 - whatever a terminal answers must not end a sitting
        return None
    if renderable.Image is renderable.UnicodeImage:
        return None
    sharp = renderable.Image is not renderable.HalfcellImage
    return Extra(widget.Image, sharp)
