"""The command palette: decks, tags, places, themes, settings and acts, found by parts of their names."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tui.conftest import Study
from tui.driving import QUESTIONS, Driver, deck

from quizapp.settings import load
from quizapp.tui.commands import MOST, Command, Finder
from quizapp.tui.screens.deckpage import DeckScreen
from quizapp.tui.screens.help import ManualScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.palette import PaletteScreen
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.screens.study import StudyScreen


def command(group: str, text: str) -> Command:
    return Command(group, text, lambda: None)


THINGS = [
    command("Here", "Study"),
    command("Theme", "quizapp-dark"),
    command("Theme", "quizapp-light"),
    command("Setting", "New per day"),
    command("Study", "Cells of the immune system"),
    command("About", "Cells of the immune system"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cells", ("Study", "Cells of the immune system")),
        ("cell about", ("About", "Cells of the immune system")),
        ("IMMUNE sys", ("Study", "Cells of the immune system")),
        ("light", ("Theme", "quizapp-light")),
        ("per", ("Setting", "New per day")),
        ("qzdrk", ("Theme", "quizapp-dark")),
        ("study", ("Here", "Study")),
        ("", ("Here", "Study")),
    ],
)
def test_what_is_typed_finds_the_nearest_first(typed: str, first: tuple[str, str]) -> None:
    found = Finder(THINGS).find(typed)
    assert found
    assert (found[0].group, found[0].text) == first


def test_nothing_is_found_where_nothing_fits() -> None:
    assert Finder(THINGS).find("xyzzy") == []


@given(st.lists(st.text(max_size=20)), st.text(max_size=8))
def test_whatever_holds_every_word_is_found_before_anything_else(names: list[str], typed: str) -> None:
    found = [each.text for each in Finder(command("Study", name) for name in names).find(typed)]
    words = typed.casefold().split()
    holding = [name for name in names if all(word in f"{name} study".casefold() for word in words)]
    assert sorted(found) == sorted(holding) or (words and not holding)


def test_of_many_thousands_only_so_many_are_listed() -> None:
    finder = Finder(command("Study", f"deck {number}") for number in range(7_000))
    assert len(finder.find("deck")) == MOST
    assert finder.find("6999")[0].text == "deck 6999"


def put(decks: Path, name: str, title: str, *, tag: str = "") -> None:
    question = QUESTIONS["truefalse"] + (f"    tags: [{tag}]\n" if tag else "")
    (decks / f"{name}.deck.yaml").write_text(deck(name, question, title=title), encoding="utf-8")


async def choose(at: Driver, text: str) -> None:
    await at.press("ctrl+p")
    assert isinstance(at.app.screen, PaletteScreen)
    await at.type(text)
    await at.press("enter")
    await at.pilot.pause()


async def test_a_deck_is_studied_by_its_name(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells")
    put(decks, "b", "Organs")
    async with show() as at:
        await choose(at, "study organ")
        assert isinstance(at.app.screen, StudyScreen)
        assert at.item.card.deck == "b"
        await choose(at, "about cells")
        assert isinstance(at.app.screen, DeckScreen)
        assert "Cells" in at.text


async def test_a_tag_is_studied_by_its_name(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells", tag="blood")
    put(decks, "b", "Organs")
    async with show() as at:
        at.desk.start("a")
        at.desk.start("b")
        await choose(at, "tag blood")
        assert isinstance(at.app.screen, StudyScreen)
        assert sum(at.session.counts) == 1


async def test_a_setting_is_found_by_its_name(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells")
    async with show() as at:
        await choose(at, "reviews per")
        assert isinstance(at.app.screen, SettingsScreen)
        assert "Reviews a study day, over all decks." in at.text


async def test_a_theme_is_shown_under_the_cursor_and_kept_when_chosen(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells")
    async with show() as at:
        await at.press("ctrl+p")
        await at.type("theme light")
        assert at.app.theme == "quizapp-light"
        await at.press("escape")
        assert at.app.theme == "quizapp-dark"
        await choose(at, "theme light")
        assert at.app.theme == "quizapp-light"
        assert load(at.desk.paths.settings)[0].theme == "quizapp-light"


async def test_an_act_of_the_screen_is_done_by_its_name(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells")
    async with show() as at:
        await choose(at, "start")
        assert at.desk.store.started() == ("a",)


async def test_places_are_reached_from_anywhere(decks: Path, show: Study) -> None:
    put(decks, "a", "Cells")
    async with show() as at:
        await at.press("enter")
        await choose(at, "manual")
        assert isinstance(at.app.screen, ManualScreen)
        await choose(at, "go to decks")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_screen_that_guards_itself_is_not_left_by_name(
    decks: Path, show: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(decks, "a", "Cells")
    monkeypatch.setattr(StudyScreen, "GUARDED", True, raising=False)
    async with show() as at:
        await at.press("enter", "ctrl+p")
        await at.type("cells")
        assert not {"Study", "About", "Go to"} & {
            line.split("  ")[0].strip(" │▌") for line in at.text.split("\n")
        }
        await at.press("ctrl+u")
        await at.type("theme")
        assert "quizapp-light" in at.text


async def test_on_a_narrow_screen_only_the_bar_is_short_of_words(decks: Path, show: Study) -> None:
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS["truefalse"]), encoding="utf-8")
    async with show(size=(40, 12)) as at:
        await at.press("space")
        assert "a All" in at.words
        await at.press("ctrl+p", *"study")
        assert "Study all" in at.text
