"""Records a newcomer's first minute as an animated picture: `python docs/recording.py`.

Every frame is an export of the real program, one for each key; it needs resvg-py and Pillow (the
extra `gallery`) and the font Fira Code. Typing is shown letter by letter, and nothing else moves.
"""

import asyncio
import io
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import madeup
from evenings import desk_of
from pictures import GALLERY, png_of
from PIL import Image
from textual.widgets import Input

from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp

SIZE = (80, 24)
COLOURS = 64


class Step(NamedTuple):
    """A key, and for how many seconds one looks at what comes of it; `=` before text to type."""

    key: str
    seconds: float


STEPS = (
    Step("", 3.0),
    Step("enter", 2.5),
    Step("enter", 2.5),
    Step("space", 3.0),
    Step("3", 2.5),
    Step("1", 3.5),
    Step("enter", 2.0),
    Step("=bacteria", 0.5),
    Step("enter", 0.5),
    Step("=virusses", 0.5),
    Step("enter", 0.5),
    Step("=fungi", 0.5),
    Step("enter", 1.0),
    Step("enter", 4.5),
    Step("escape", 4.0),
)


async def frames(desk: Desk) -> AsyncIterator[tuple[bytes, float]]:
    """Play the steps; yield a PNG for each, and for how many seconds it is shown."""
    app = QuizApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()

        def shown() -> bytes:
            return png_of(app.export_screenshot(title="quizapp", simplify=True))

        for key, seconds in STEPS:
            if key.startswith("="):
                for letter in key[1:]:
                    field = app.focused
                    assert isinstance(field, Input)
                    field.insert_text_at_cursor(letter)
                    await pilot.pause()
                    yield shown(), 0.12
            elif key:
                await pilot.press(key)
                await pilot.pause()
            yield shown(), seconds


async def record(desk: Desk, to: Path) -> None:
    """Write the animation: a palette of few colours keeps it small."""
    pictures, times = [], []
    async for png, seconds in frames(desk):
        with Image.open(io.BytesIO(png)) as image:
            pictures.append(image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE))
        times.append(round(1000 * seconds))
    first, *others = pictures
    first.save(to, save_all=True, append_images=others, duration=times, loop=0, optimize=True, disposal=1)


def main() -> None:
    """Make the recording."""
    to = GALLERY / "first-minute.gif"
    with tempfile.TemporaryDirectory() as room:
        home = Path(room) / "home"
        madeup.make(home, "newcomer")
        with desk_of(home) as desk:
            asyncio.run(record(desk, to))
    print(to)


if __name__ == "__main__":
    main()
