"""All cards on a screen: found as one types, and acted on several at once."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from textual.widgets import Static
from tui.conftest import Snap, Study
from tui.driving import Driver, all_kinds, deck

from quizapp.store import many
from quizapp.store.event import Draft
from quizapp.store.many import Progress
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.study import acts
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


async def at_thousands(driver: Driver, decks: Path, number: int = 2_000) -> list[str]:
    """Open a list of so many cards, all of them chosen; return their keys."""
    questions = "".join(f"  - {{id: q{n}, question: Number {n}?, answer: yes}}\n" for n in range(number))
    (decks / "d.deck.yaml").write_text(deck("d", questions), encoding="utf-8")
    driver.desk.refresh()
    await driver.press("b", "down", "a")
    return [f"d/q{n}" for n in range(number)]


async def changed(driver: Driver) -> None:
    """Wait until no cards are being changed."""
    screen = driver.app.screen
    assert isinstance(screen, BrowseScreen)
    while screen.GUARDED:
        await driver.pilot.pause()
    await driver.pilot.pause()


def suspended(driver: Driver) -> set[str]:
    return {standing.card for standing in driver.desk.store.standings() if standing.suspended}


async def test_thousands_of_cards_are_changed_and_given_back_as_one_act(show: Study, decks: Path) -> None:
    async with show() as driver:
        keys = await at_thousands(driver, decks)
        await driver.press("s", "y")
        await changed(driver)
        assert "2,000 cards are suspended." in driver.words
        assert suspended(driver) == set(keys)
        await driver.press("2", "y")
        await changed(driver)
        assert "2,000 cards have flag 2 now." in driver.words
        for said in ("The flags of 2,000 cards are as they were.", "2,000 cards are not suspended any more."):
            await driver.press("u")
            await changed(driver)
            assert said in driver.words
        assert suspended(driver) == set()
        await driver.press("u")
        assert "There is nothing of today to take back." in driver.words
        assert len(list(driver.desk.store.events())) == 4 * 2_000
        assert driver.desk.store.check() == []


async def test_what_is_stopped_changes_no_card_and_its_keys_come_back(
    show: Study, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def waiting(store: Store, draft: Draft, cards: Sequence[str], progress: Progress) -> None:
        def wait(done: int, total: int) -> None:
            progress(done, total)
            if done:
                begun.set()
                go_on.wait(60)

        many.append(store, draft, cards, wait)

    async with show() as driver:
        await at_thousands(driver, decks, 600)
        before = list(driver.desk.store.events())
        monkeypatch.setattr(acts, "many", SimpleNamespace(append=waiting))
        await driver.press("s", "y")
        assert begun.wait(60)
        await driver.pilot.pause()
        assert "500 of 600" in driver.words
        assert "Esc Stop" in driver.words
        await driver.press("s", "n", "q", "enter", "ctrl+p")
        assert "Go to" not in driver.words
        await driver.press("escape", "escape")
        go_on.set()
        await changed(driver)
        assert "That was stopped; no card was changed." in driver.words
        assert list(driver.desk.store.events()) == before
        assert driver.desk.store.check() == []
        assert "Esc Back" in driver.words


async def test_the_page_of_a_card_leaves_an_act_on_thousands_to_the_list(show: Study, decks: Path) -> None:
    async with show() as driver:
        await at_thousands(driver, decks, 300)
        await driver.press("s", "y")
        await changed(driver)
        await driver.press("enter", "u")
        assert "What you did last was done to 300 cards. Take it back in the list of cards." in driver.words
        assert len(suspended(driver)) == 300
