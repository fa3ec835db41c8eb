"""Help and the manual: every key and word of the screen one is on, and pages that are there and readable."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

import quizapp
from quizapp.paths import manual_folder
from quizapp.text import is_safe
from quizapp.tui.glossary import all_words, words_for
from quizapp.tui.manual import PAGES, lay_out, page
from quizapp.tui.screens.help import HelpScreen, ManualScreen, PageOfManual
from quizapp.tui.screens.home import HomeScreen

ROOT = Path(quizapp.__file__).parent.parent
INSIDE = "quizapp/manual/"


def put(decks: Path, kind: str = "truefalse") -> None:
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS[kind]), encoding="utf-8")


async def test_help_lists_every_key_of_the_screen_and_explains_its_words(decks: Path, show: Study) -> None:
    put(decks)
    async with show(size=(80, 60)) as at:
        keys = [
            at.app.get_key_display(binding)
            for _, binding, enabled, _ in at.app.screen.active_bindings.values()
            if enabled and binding.id
        ]
        await at.press("question_mark")
        assert isinstance(at.app.screen, HelpScreen)
        for key in keys:
            assert f"{key} " in at.text
        for meaning in words_for("home"):
            assert meaning in at.words
        await at.press("question_mark")
        assert isinstance(at.app.screen, HomeScreen)


async def test_help_while_studying_explains_ratings(decks: Path, show: Study) -> None:
    put(decks, "flashcard")
    async with show(size=(80, 70)) as at:
        await at.press("enter", "f1")
        assert "Don't know" in at.text
        assert "Hard: you knew it, but barely, or with a hint." in at.words


async def test_the_manual_is_read_and_left_step_by_step(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("f1", "m")
        assert isinstance(at.app.screen, ManualScreen)
        await at.press("down", "enter")
        assert isinstance(at.app.screen, PageOfManual)
        assert "Press s on the home screen." in at.text
        await at.press("end")
        assert "as you have set them." in at.words
        await at.pilot.resize_terminal(40, 12)
        await at.press("home", "escape", "escape", "escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_page_takes_the_colours_of_a_theme_chosen_meanwhile(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("f1", "m", "enter")
        before = at.app.screen.query_one("#leaf", Static).content
        at.app.theme = "quizapp-light"
        await at.pilot.pause()
        await at.pilot.pause()
        after = at.app.screen.query_one("#leaf", Static).content
        assert isinstance(before, Content)
        assert isinstance(after, Content)
        assert before.plain == after.plain
        assert before.spans != after.spans


def test_each_area_explains_words_that_are_there() -> None:
    assert set(words_for("home")) <= set(all_words())
    assert words_for("a screen that has none of its own")
    assert all(":" in meaning or ")" in meaning for meaning in all_words())


@pytest.mark.parametrize("file", [each.file for each in PAGES])
def test_every_page_is_there_and_comes_along_in_the_wheel(file: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    targets = {f"docs/{file}", f"docs/{file.partition('/')[0]}"}
    assert targets & set(included), f"{file} is not in the wheel"
    assert any(included.get(target, "").startswith(INSIDE) for target in targets)
    assert (manual_folder() / file).is_file()


@pytest.mark.parametrize("file", [each.file for each in PAGES])
@pytest.mark.parametrize("width", [36, 76])
def test_every_page_fits_its_width_and_keeps_its_words(file: str, width: int) -> None:
    text = page(file)
    shown = lay_out(text, width).plain
    wide = [line for line in shown.split("\n") if cell_len(line) > width]
    code = {f"    {line}".rstrip() for line in text.split("\n")}
    assert [line for line in wide if line.rstrip() not in code] == []
    prose = "\n".join(line for line in shown.split("\n") if line.rstrip() not in code)
    assert re.findall(r"\*\*\w|\]\(|```", prose) == []
    # Comments are for the next writer; where a table becomes paragraphs its heads go.
    told = re.sub(r"<!--.*?-->|^\|[^\n]*\n(?=\| ?--)", "", text, flags=re.MULTILINE | re.DOTALL)
    words = {word for word in told.split() if word.isalpha() and len(word) > 3}
    assert {word for word in words if word not in shown} == set()


@given(st.text(max_size=300), st.integers(1, 90))
def test_any_text_can_be_laid_out(text: str, width: int) -> None:
    assert is_safe(lay_out(text, width).plain)
