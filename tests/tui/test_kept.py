"""Screens that stay built: nothing of the time before is left when one is opened again."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

from quizapp.study.plan import Plan
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.deckpage import DeckScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.kept import kept, prepare
from quizapp.tui.screens.palette import PaletteScreen
from quizapp.tui.screens.progress.screen import ProgressScreen
from quizapp.tui.screens.quiz.setup import SetupScreen
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.screens.study import StudyScreen

PLACES = [
    ("s", SettingsScreen),
    ("question_mark", HelpScreen),
    ("ctrl+p", PaletteScreen),
    ("i", DeckScreen),
    ("b", BrowseScreen),
    ("t", ProgressScreen),
    ("x", SetupScreen),
    ("a", StudyScreen),
]


@pytest.fixture(autouse=True)
def two_decks(decks: Path) -> None:
    for name in ("cells", "organs"):
        text = deck(name, QUESTIONS["truefalse"], title=name.capitalize())
        (decks / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("key", "kind"), PLACES)
async def test_opened_again_it_is_the_same_screen_and_looks_as_it_did(
    show: Study, key: str, kind: type[Screen[object]]
) -> None:
    async with show() as at:
        await at.press("space", key)
        await at.app.workers.wait_for_complete()
        await at.pilot.pause()
        first, looks = at.app.screen, at.text
        assert isinstance(first, kind)
        await at.press("down", "down", "pagedown", "escape", "escape")
        assert isinstance(at.app.screen, HomeScreen)
        await at.press(key)
        assert at.app.screen is first
        assert at.text == looks


async def test_a_sitting_begun_again_goes_on_with_the_next_card(show: Study) -> None:
    async with show() as at:
        await at.press("enter", "t", "escape", "down", "enter")
        assert at.session.answered == 0
        assert "Organs" in at.text
        assert "Right" not in at.text


async def test_what_was_typed_is_gone_when_the_palette_is_opened_again(show: Study) -> None:
    async with show() as at:
        await at.press("ctrl+p", *"organs", "escape", "ctrl+p")
        assert at.app.screen.query_one(Input).value == ""


async def test_a_page_shows_the_deck_it_was_opened_for(show: Study) -> None:
    async with show() as at:
        await at.press("i")
        assert "Cells" in at.text
        await at.press("escape", "down", "i")
        assert "Organs" in at.text
        assert "Cells" not in at.text


async def test_one_that_is_open_already_is_not_opened_twice(show: Study) -> None:
    async with show() as at:
        await at.press("s")
        another = kept(at.app, SettingsScreen)
        assert another not in at.app.screen_stack


async def test_a_screen_that_was_built_ahead_takes_size_and_theme_of_when_it_is_opened(show: Study) -> None:
    async with show() as at:
        prepare(at.app, HelpScreen)
        await at.pilot.pause()
        ahead = kept(at.app, HelpScreen)
        assert ahead.is_mounted
        await at.pilot.resize_terminal(40, 12)
        at.app.theme = "quizapp-light"
        await at.pilot.pause()
        await at.press("question_mark")
        assert at.app.screen is ahead
        assert ahead.size == (40, 12)
        assert ahead.has_class("-narrow")
        assert ahead.styles.background.hex.lower() == at.app.theme_variables["background"]


@pytest.mark.parametrize("kind", [SettingsScreen, StudyScreen, ProgressScreen, BrowseScreen, SetupScreen])
async def test_one_that_is_taken_away_while_it_opens_ends_nothing(show: Study, kind: Any) -> None:
    async with show() as at:
        more = (Plan(),) if kind is StudyScreen else ()
        at.app.push_screen(kind().begin(at.desk, *more))
        at.app.pop_screen()
        await at.pilot.pause()
        assert isinstance(at.app.screen, HomeScreen)
        at.app.push_screen(kind().begin(at.desk, *more))
        at.app.exit()
