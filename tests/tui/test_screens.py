"""Pictures of the screens as text, kept beside this file."""

from pathlib import Path

import pytest
from tui.conftest import Snap, Study
from tui.driving import QUESTIONS, all_kinds, deck

from quizapp.study.desk import Desk
from quizapp.tui.widgets.keybar import KeyBar

SIZES = [(80, 24), (40, 12), (200, 50)]
RATED = ("flashcard", "rated")
ABOUT = "about: What the cells of the immune system do.\nnotice: For education, not medical advice.\n"

size = pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])


def put_three(decks: Path) -> None:
    for name, title in (("cells", "Cells of the immune system"), ("organs", "Organs"), ("text", "Reading")):
        text = deck(name, all_kinds(), title=title, keys=ABOUT)
        (decks / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


@size
async def test_home_at_the_first_start(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    put_three(decks)
    async with show(size=size) as at:
        await snap(at)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_keys_begin_where_the_page_does(decks: Path, show: Study, size: tuple[int, int]) -> None:
    put_three(decks)
    async with show(size=size) as at:
        bar, page = at.app.screen.query_one(KeyBar), at.app.screen.query_one("#page")
        drawn = str(bar.render())
        indent = len(drawn) - len(drawn.lstrip())
        assert bar.content_region.x + indent == page.content_region.x


@size
async def test_home_with_progress(decks: Path, show: Study, snap: Snap, size: tuple[int, int]) -> None:
    put_three(decks)
    async with show(size=size) as at:
        await at.press("enter", "enter", "space", "4", "f3", "escape")
        await snap(at)


async def test_page_of_a_deck(
    decks: Path, show: Study, snap: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    put_three(decks)
    async with show() as at:
        await at.press("i")
        await snap(at)


async def test_keys_of_the_study_screen(study: Study, snap: Snap) -> None:
    async with study("ordering") as at:
        await at.press("question_mark")
        await snap(at)


@pytest.mark.parametrize("kind", QUESTIONS)
async def test_each_kind_asked(study: Study, snap: Snap, kind: str) -> None:
    async with study(kind) as at:
        await snap(at)


@pytest.mark.parametrize("kind", QUESTIONS)
async def test_each_kind_judged(study: Study, snap: Snap, kind: str) -> None:
    async with study(kind) as at:
        await at.press("space" if kind in RATED else "f3")
        await snap(at)


@pytest.mark.parametrize("kind", ["ordering", "matching", "list", "cloze"])
async def test_parts_that_are_wrong(study: Study, snap: Snap, kind: str) -> None:
    async with study(kind) as at:
        match kind:
            case "ordering":
                await at.press("enter")
            case "matching":
                await at.press("1", "2", "3", "enter")
            case _:
                await at.type("release" if kind == "cloze" else "red")
                await at.press("enter")
                await at.type("hides")
                await at.press("enter")
                await at.press(*(["enter"] if kind == "list" else []))
        await snap(at)


@pytest.mark.parametrize("size", SIZES[1:], ids=["40x12", "200x50"])
@pytest.mark.parametrize("kind", ["short", "matching", "choice"])
async def test_study_in_every_size(study: Study, snap: Snap, kind: str, size: tuple[int, int]) -> None:
    async with study(kind, size=size) as at:
        await snap(at)


@size
async def test_verdict_in_every_size(study: Study, snap: Snap, size: tuple[int, int]) -> None:
    async with study("short", size=size) as at:
        await at.type("immunoglobulin")
        await at.press("enter")
        await snap(at)


@size
async def test_done(study: Study, snap: Snap, size: tuple[int, int]) -> None:
    async with study("flashcard", size=size) as at:
        await at.press("space", "4")
        await snap(at)


@size
async def test_done_while_a_card_is_due_later_today(
    study: Study, snap: Snap, desk: Desk, size: tuple[int, int]
) -> None:
    desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.settings.write_text('learning_steps = ["1h"]\n', encoding="utf-8")
    desk.reload_settings()
    async with study("truefalse", size=size) as at:
        await at.press("t", "enter")
        await snap(at)
