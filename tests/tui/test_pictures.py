"""Pictures are shown where they can be, within limits and from the deck's folder alone; else words are."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Self

import pytest
from textual.widgets import Static
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

from quizapp.tui import pictures
from quizapp.tui.pictures import LARGEST, Extra, Picture, Unreadable, decode, find, load_extra
from quizapp.tui.preview import PreviewApp
from quizapp.tui.widgets import picture as view

ASKED = QUESTIONS["truefalse"] + "    image: {file: cell.png, alt: A cell with a nucleus}\n"
WORDS = "Picture: A cell with a nucleus (file cell.png"


class Canvas(Static):
    """Stands for the widget of the extra."""

    image: object = None


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that draws pixels, and an extra that reads any file as a picture."""
    monkeypatch.setattr(view, "is_there", lambda: True)
    monkeypatch.setattr(view, "load_extra", lambda _: Extra(Canvas, sharp=True))
    monkeypatch.setattr(view, "decode", lambda path: Picture(path.read_bytes(), 400, 300))


async def test_without_the_extra_the_words_stand_for_it(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "is_there", lambda: False)
    async with study("", ASKED) as at:
        assert f"{WORDS})" in at.words


async def test_the_extra_is_not_loaded_for_questions_without_pictures(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: object) -> Extra:
        raise AssertionError("loaded")

    monkeypatch.setattr(view, "is_there", lambda: True)
    monkeypatch.setattr(view, "load_extra", never)
    async with study("choice") as at:
        await at.press("1", "enter")


@pytest.mark.usefixtures("extra")
async def test_a_picture_is_shown_in_the_place_of_the_words(study: Study, decks: Path) -> None:
    (decks / "cell.png").write_bytes(b"pixels")
    async with study("", ASKED) as at:
        canvas = at.app.screen.query_one(Canvas)
        assert canvas.image == b"pixels"
        assert (canvas.outer_size.width, canvas.outer_size.height) == (24, 9)
        assert WORDS not in at.words
        await at.pilot.resize_terminal(40, 14)
        await at.pilot.pause()
        assert canvas.outer_size.height == 5
        await at.press("t")
        assert "✗ Wrong" in at.words


@pytest.mark.usefixtures("extra")
async def test_a_quiz_shows_it_too(decks: Path, show: Study) -> None:
    (decks / "cell.png").write_bytes(b"pixels")
    (decks / "d.deck.yaml").write_text(deck("d", ASKED), encoding="utf-8")
    async with show() as at:
        await at.press("x", "s")
        assert at.app.screen.query_one(Canvas).image == b"pixels"


@pytest.mark.usefixtures("extra")
async def test_a_preview_shows_it_too(tmp_path: Path) -> None:
    (tmp_path / "cell.png").write_bytes(b"pixels")
    path = tmp_path / "d.deck.yaml"
    path.write_text(deck("d", ASKED), encoding="utf-8")
    app = PreviewApp((path,), None, {})
    async with app.run_test() as pilot:
        for _ in range(3):
            await pilot.pause()
            await app.workers.wait_for_complete()
        assert app.screen.query_one(Canvas).image == b"pixels"


@pytest.mark.usefixtures("extra")
async def test_the_next_question_without_a_picture_shows_none(study: Study, decks: Path) -> None:
    (decks / "cell.png").write_bytes(b"pixels")
    async with study("", ASKED + QUESTIONS["choice"].replace("id: q\n", "id: r\n")) as at:
        await at.press("t", "enter")
        assert not at.app.screen.query_one("#picture").display


@pytest.mark.usefixtures("extra")
async def test_a_picture_that_is_not_there_is_told_beside_its_words(study: Study) -> None:
    async with study("", ASKED) as at:
        assert f"{WORDS}; the file isn't there)" in at.words


def test_a_picture_outside_of_the_decks_folder_is_not_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    for file in ("../secret.png", str(tmp_path / "secret.png"), "link.png", ".", ""):
        with pytest.raises(Unreadable):
            find(folder, file)
    (folder / "inside.png").write_bytes(b"x")
    assert find(folder, "inside.png") == (folder / "inside.png").resolve()


@pytest.mark.parametrize(
    ("pixels", "room", "cells"),
    [((400, 300), (76, 9), (24, 9)), ((3000, 100), (76, 20), (72, 1)), ((10, 4000), (76, 9), (1, 9))],
)
def test_a_picture_keeps_its_shape(
    pixels: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]
) -> None:
    assert Picture(None, *pixels).cells(*room) == cells


class _Image:
    """As much of Pillow's image as is looked at."""

    has_transparency_data = False
    width, height = 10_000, 10_000

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def convert(self, _: str) -> "_Image":
        raise AssertionError("decoded")


@pytest.fixture
def pillow(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stands for Pillow, whether it is installed or not."""
    package, module = ModuleType("PIL"), ModuleType("PIL.Image")
    monkeypatch.setattr(package, "Image", module, raising=False)
    monkeypatch.setitem(sys.modules, "PIL", package)
    monkeypatch.setitem(sys.modules, "PIL.Image", module)
    return module


def test_a_picture_of_too_many_pixels_is_never_decoded(
    tmp_path: Path, pillow: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "huge.png").write_bytes(b"x")
    monkeypatch.setattr(pillow, "open", lambda *_, **__: _Image(), raising=False)
    with pytest.raises(Unreadable, match="24 million pixels"):
        decode(tmp_path / "huge.png")


@pytest.mark.usefixtures("pillow")
def test_a_file_that_is_too_large_is_never_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="8 MB"):
        decode(tmp_path / "huge.png")


def test_whatever_a_decoder_meets_is_told(
    tmp_path: Path, pillow: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SyntaxError("broken chunk")

    (tmp_path / "broken.png").write_bytes(b"x")
    monkeypatch.setattr(pillow, "open", fail, raising=False)
    with pytest.raises(Unreadable, match="can't be read as a picture"):
        decode(tmp_path / "broken.png")


async def test_without_a_terminal_of_its_own_the_extra_is_not_loaded(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "is_there", lambda: True)
    async with study("choice") as at:
        assert load_extra(at.app) is None
