"""Takes pictures of the screens: `python docs/pictures.py` in a checkout, `--help` for more.

Each is the real program on a made-up learner's home, at a fixed time, driven by the keys of `scenes.py`.
SVG needs nothing else; PNG needs resvg-py (the extra `gallery`) and the font Fira Code.
"""

import asyncio
import html
import re
import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

import madeup
from evenings import desk_of
from meanwhile import HAPPENINGS
from rich.cells import cell_len
from scenes import SCENES, Scene
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp
from quizapp.tui.preview import PreviewApp
from quizapp.tui.themes import TERMINAL

GALLERY = Path(__file__).with_name("gallery")
THEMES = ("dark", "light", "contrast")
SIZES = ((80, 24), (40, 12), (120, 40), (200, 50))
SHOWN_IN_ALL_THEMES = ("home", "study-choice-wrong")
_FONT = "Fira Code"
_TERMINAL = re.compile(r"terminal-\d+")
_TEXT = re.compile(r'textLength="([\d.]+)"([^>]*)>([^<]+)<')


class Job(NamedTuple):
    """A scene at a size, in some themes. All pictures of a job are taken from one run."""

    scene: Scene
    size: tuple[int, int]
    themes: tuple[str, ...]


def modest() -> Iterator[Job]:
    """Every scene in the dark theme at 80×24, a few in all themes."""
    for scene in SCENES:
        yield Job(scene, SIZES[0], THEMES if scene.name in SHOWN_IN_ALL_THEMES else THEMES[:1])


def everything() -> Iterator[Job]:
    """Every scene in every theme and size."""
    for scene in SCENES:
        for size in SIZES:
            yield Job(scene, size, THEMES)


def _as_wide_as_drawn(found: re.Match[str]) -> str:
    """Give text the length of its cells: the export takes every character for one cell."""
    length, more, text = found.groups()
    shown = html.unescape(text)
    if not shown or shown.isascii():
        return found[0]
    return f'textLength="{float(length) * cell_len(shown) / len(shown):.1f}"{more}>{text}<'


def app_of(scene: Scene, desk: Desk) -> QuizApp:
    """Return the program that the scene is played on."""
    if scene.preview is None:
        return QuizApp(desk, scene.plan)
    decks = desk.paths.decks
    return PreviewApp((decks / f"{scene.preview}.deck.yaml",), None, {"QUIZAPP_HOME": str(decks.parents[1])})


async def take(job: Job, desk: Desk) -> dict[str, str]:
    """Play a scene and return its pictures as SVG, by theme."""
    scene = job.scene
    app = app_of(scene, desk)
    async with app.run_test(size=job.size) as pilot:
        await settle(pilot)
        with HAPPENINGS[scene.meanwhile](app, desk) if scene.meanwhile else nullcontext():
            await press(pilot, scene)
            if scene.meanwhile is None:
                await settle(pilot)
            return {theme: await draw(pilot, theme) for theme in job.themes}


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what is read beside the screen stands there."""
    for _ in range(3):
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Pilot[None], scene: Scene) -> None:
    """Press the keys of a scene, and type its texts."""
    for key in scene.keys:
        if key.startswith("="):
            field = pilot.app.focused
            assert isinstance(field, Input), f"{scene.name}: no field has the focus to type {key} into"
            field.insert_text_at_cursor(key[1:])
        else:
            await pilot.press(key)
        await pilot.pause()


async def draw(pilot: Pilot[None], theme: str) -> str:
    """Return what the screen shows as SVG."""
    pilot.app.theme = theme if theme == TERMINAL else f"quizapp-{theme}"
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()
    svg = pilot.app.export_screenshot(title="quizapp", simplify=True)
    return _TEXT.sub(_as_wide_as_drawn, _TERMINAL.sub("terminal", svg))


def answer_up_to(desk: Desk, scene: Scene) -> None:
    """Put every question but the one that the scene is about off, so that it is asked."""
    if scene.card is None or scene.plan is None:
        return
    session = desk.session(scene.plan)
    while session.item is not None:
        if session.item.card.question == scene.card:
            return
        session.bury()
    raise ValueError(f"{scene.name}: there is no question {scene.card}")


def play(jobs: Iterable[Job], room: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the SVG of each picture."""
    for job in jobs:
        learner = job.scene.learner
        if not (room / learner).exists():
            madeup.make(room / learner, learner)
        home = room / "home"
        shutil.rmtree(home, ignore_errors=True)
        madeup.copy(room / learner, home)
        shipped = madeup.LEARNERS[learner][1]
        with desk_of(home, shipped=shipped) as desk:
            desk.refresh()
            answer_up_to(desk, job.scene)
        with desk_of(home, shipped=shipped) as desk:
            for theme, svg in asyncio.run(take(job, desk)).items():
                yield f"{job.scene.name}-{theme}-{job.size[0]}x{job.size[1]}", svg


def png_of(svg: str) -> bytes:
    """Draw a picture as PNG."""
    import resvg_py  # noqa: PLC0415 - SVG does without

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, monospace_family=_FONT, font_family=_FONT, zoom=1))


def write(folder: Path, name: str, svg: str, *, png: bool) -> Path:
    """Write a picture and return where it is."""
    path = folder / f"{name}.{'png' if png else 'svg'}"
    path.write_bytes(png_of(svg) if png else svg.encode())
    return path


def write_index(folder: Path) -> None:
    """Write a page that shows the pictures there are of every scene."""
    lines = ["# The screens", "", "Made by `python docs/pictures.py` and `python docs/recording.py`.", ""]
    for scene in SCENES:
        names = sorted(path.name for path in folder.glob(f"{scene.name}-*-*x*.*") if _of(path, scene))
        lines += [f"## {scene.name}", "", *(f"![{name}]({name})" for name in names), ""]
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8")


def _of(path: Path, scene: Scene) -> bool:
    return path.stem.rsplit("-", 2)[0] == scene.name


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = ArgumentParser(description="Take pictures of the screens.")
    parser.add_argument("scene", nargs="*", help="only scenes whose names start so")
    parser.add_argument("--all", action="store_true", help="every scene in every theme and size")
    parser.add_argument("--size", action="append", help="only this size, like 80x24; with --all")
    parser.add_argument(
        "--theme", action="append", choices=(*THEMES, TERMINAL), help="only this theme; with --all"
    )
    parser.add_argument("--png", action="store_true", help="PNG instead of SVG")
    parser.add_argument("--to", type=Path, default=GALLERY, metavar="FOLDER", help="instead of docs/gallery")
    chosen = parser.parse_args()
    jobs = [
        job._replace(themes=tuple(chosen.theme or job.themes) if chosen.all else job.themes)
        for job in (everything() if chosen.all else modest())
        if not chosen.scene or job.scene.name.startswith(tuple(chosen.scene))
        if not chosen.size or f"{job.size[0]}x{job.size[1]}" in chosen.size
    ]
    chosen.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="quizapp-") as room:
        for name, svg in play(jobs, Path(room)):
            # The paths on a picture are to be the same each time.
            same = svg.replace(Path(room).name, "quizapp-pictures")
            print(write(chosen.to, name, same, png=chosen.png))
    write_index(chosen.to)


if __name__ == "__main__":
    main()
