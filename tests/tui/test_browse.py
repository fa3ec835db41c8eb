"""All cards on a screen: found as one types, and acted on several at once."""

from pathlib import Path

import pytest
from textual.widgets import Static
from tui.conftest import Snap, Study
from tui.driving import Driver, all_kinds, deck

from quizapp.store.standing import Standing
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.cardpage import CardScreen
from quizapp.tui.widgets.cardlist import CardList
from quizapp.tui.widgets.searchfield import SearchField


@pytest.fixture
def at_hand(decks: Path) -> None:
    (decks / "d.deck.yaml").write_text(deck("d", all_kinds(), title="The immune system"), encoding="utf-8")


def listed(driver: Driver) -> CardList:
    return driver.app.screen.query_one(CardList)


def standing(driver: Driver, card: str) -> Standing:
    return driver.desk.store.standing(card) or Standing(card)


async def search(driver: Driver, text: str) -> None:
    driver.app.screen.query_one(SearchField).value = text
    await driver.pilot.pause()


@pytest.mark.usefixtures("at_hand")
async def test_home_leads_to_all_cards_and_back(show: Study) -> None:
    async with show() as driver:
        await driver.press("b")
        assert isinstance(driver.app.screen, BrowseScreen)
        assert "11 cards" in driver.words
        assert "What does a brake do to an immune cell?" in driver.words
        await driver.press("escape")
        assert not isinstance(driver.app.screen, BrowseScreen)


@pytest.mark.usefixtures("at_hand")
async def test_each_letter_narrows_what_is_found(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "l", "y")
        assert "1 of 11" in driver.words
        await driver.press("enter")
        assert listed(driver).has_focus
        await driver.press("escape")
        assert "11 cards" in driver.words


@pytest.mark.usefixtures("at_hand")
async def test_letters_are_text_in_the_search_and_keys_among_the_cards(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", *"sure")
        assert driver.app.screen.query_one(SearchField).value == "sure"
        assert "F2 What to type" in driver.words
        assert "Suspend" not in driver.text
        await driver.press("escape", "down")
        assert "s Suspend" in driver.words
        await driver.press("slash", "o")
        assert driver.app.screen.query_one(SearchField).value == "o"
        await driver.press("enter", "o")
        assert "by question" in driver.words


@pytest.mark.usefixtures("at_hand")
async def test_escape_clears_the_search_and_then_leaves(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "l", "y")
        assert "Esc All cards" in driver.words
        await driver.press("escape")
        assert "11 cards" in driver.words
        assert "Esc Back" in driver.words
        await driver.press("escape")
        assert not isinstance(driver.app.screen, BrowseScreen)


@pytest.mark.usefixtures("at_hand")
async def test_taking_back_while_typing_takes_no_act_back(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "down", "s", "slash", "ctrl+z")
        assert standing(driver, "d/flashcard").suspended
        await driver.press("down", "ctrl+z")
        assert not standing(driver, "d/flashcard").suspended


@pytest.mark.usefixtures("at_hand")
async def test_where_something_is_searched_for_at_first_the_cards_have_the_keys(show: Study) -> None:
    async with show() as driver:
        driver.app.push_screen(BrowseScreen().begin(driver.desk, "lymph"))
        await driver.pilot.pause()
        assert listed(driver).has_focus
        assert "1 of 11" in driver.words


@pytest.mark.usefixtures("at_hand")
async def test_where_nothing_fits_it_is_said_what_can_be_typed(show: Study) -> None:
    async with show() as driver:
        await driver.press("b")
        await search(driver, "xyzzy is:fine")
        assert "No card fits “xyzzy is:fine”." in driver.words
        assert "deck:name" in driver.text
        assert "'is:' knows new" in driver.words
        await driver.press("escape")
        assert "11 cards" in driver.words
        assert not listed(driver).has_focus


@pytest.mark.usefixtures("at_hand")
async def test_several_cards_are_chosen_acted_on_and_given_back(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "enter", "space", "shift+down", "down", "x")
        assert len(listed(driver).chosen) == 4
        chosen = [row.key for row in driver.desk.browser().rows(listed(driver).meant)]
        await driver.press("s")
        assert "4 cards are suspended." in driver.words
        assert all(standing(driver, card).suspended for card in chosen)
        await driver.press("2")
        assert all(standing(driver, card).flag == 2 for card in chosen)
        await driver.press("u", "u")
        assert not any(standing(driver, card).suspended for card in chosen)
        assert not any(standing(driver, card).flag for card in chosen)
        await driver.press("escape")
        assert listed(driver).chosen == set()


@pytest.mark.usefixtures("at_hand")
async def test_the_card_at_the_cursor_is_meant_where_none_is_chosen(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "down", "down", "b")
        assert "1 card is put off until tomorrow." in driver.words
        await driver.press("a")
        assert len(listed(driver).chosen) == 11
        await driver.press("a")
        assert listed(driver).chosen == set()


async def test_many_cards_are_asked_for_first(show: Study, decks: Path) -> None:
    questions = "".join(f"  - {{id: q{n}, question: Number {n}?, answer: yes}}\n" for n in range(60))
    (decks / "d.deck.yaml").write_text(deck("d", questions), encoding="utf-8")
    async with show() as driver:
        await driver.press("b", "down", "a", "s")
        assert "Suspend 60 cards?" in driver.words
        await driver.press("escape")
        assert not standing(driver, "d/q0").suspended
        await driver.press("s", "y")
        assert "60 cards are suspended." in driver.words


@pytest.mark.usefixtures("at_hand")
async def test_cards_are_made_due_on_a_day(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "down", "d", "s", "o", "o", "n", "enter")
        assert "is no date" in driver.words
        await driver.press("escape")
        assert isinstance(driver.app.screen, BrowseScreen)


@pytest.mark.usefixtures("at_hand")
async def test_the_order_changes_with_a_key_and_shows_in_the_search(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "enter", "o")
        assert driver.app.screen.query_one(SearchField).value == "sort:question"
        assert "by question" in driver.words


@pytest.mark.usefixtures("at_hand")
async def test_a_card_opens_on_its_page_and_the_next_one_follows(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "enter", "enter")
        assert isinstance(driver.app.screen, CardScreen)
        assert "It keeps the cell from attacking." in driver.words
        assert "It is new" in driver.words
        await driver.press("right")
        assert "d/short" in driver.text
        await driver.press("s")
        assert standing(driver, "d/short").suspended
        assert "1 card is suspended." in driver.words
        await driver.press("u", "left", "left")
        assert not standing(driver, "d/short").suspended
        assert "That is the first one." in driver.words
        await driver.press("escape")
        assert isinstance(driver.app.screen, BrowseScreen)


@pytest.mark.usefixtures("at_hand")
async def test_editing_where_no_terminal_can_be_lent_says_so(
    show: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with show() as driver:
        await driver.press("b", "enter", "e")
        assert "can't be lent to an editor" in driver.words


async def test_a_long_list_reads_only_what_is_in_sight(show: Study, decks: Path) -> None:
    questions = "".join(f"  - {{id: q{n}, question: Number {n}?, answer: yes}}\n" for n in range(900))
    (decks / "d.deck.yaml").write_text(deck("d", questions), encoding="utf-8")
    async with show() as driver:
        await driver.press("b")
        rows = listed(driver)._rows
        assert len(rows) < 100
        await driver.press("down", "end")
        assert "Number 899?" in driver.text
        assert len(rows) < 200


@pytest.mark.usefixtures("at_hand")
async def test_brackets_in_cards_are_text(show: Study, decks: Path) -> None:
    question = '  - {id: q, question: "list[int] [/] [@click=app.quit]x[/]", answer: "[b]y"}\n'
    (decks / "e.deck.yaml").write_text(deck("e", question), encoding="utf-8")
    async with show() as driver:
        await driver.press("b")
        await search(driver, "deck:e")
        assert "list[int] [/] [@click=app.quit]x[/]" in driver.words
        await driver.press("enter")


@pytest.mark.usefixtures("at_hand")
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_how_it_looks(show: Study, snap: Snap, size: tuple[int, int]) -> None:
    async with show(size=size) as driver:
        await driver.press("b", "down", "down", "space")
        await snap(driver)


@pytest.mark.usefixtures("at_hand")
async def test_the_bar_at_the_foot_has_room_for_its_keys(show: Study) -> None:
    async with show() as driver:
        await driver.press("b", "down")
        assert "Esc Back" in driver.text
        assert "? Help" in driver.text
        assert driver.app.screen.query_one("#browse-count", Static).display
