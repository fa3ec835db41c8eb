"""The progress screen on a made-up year: every key and click, and what is told at each place."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from report.year import Year, lived
from tui.conftest import Snap, Study
from tui.driving import Driver, deck

from quizapp import report
from quizapp.errors import StoreError
from quizapp.memory.days import date_of
from quizapp.report.breakdown import breakdown
from quizapp.report.confusions import confusions
from quizapp.report.selection import Selection
from quizapp.store.store import Store
from quizapp.study.desk import Desk
from quizapp.tui.progress.sections import SECTIONS
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.cardpage import CardScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.passage import PassageScreen
from quizapp.tui.screens.progress.screen import ProgressScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.board import Board

Size = tuple[int, int]
SIZES = [
    pytest.param((80, 24), id="80x24"),
    pytest.param((40, 12), id="40x12", marks=pytest.mark.long),
    pytest.param((120, 40), id="120x40", marks=pytest.mark.long),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Year:
    return lived(tmp_path_factory.mktemp("year"))


class TestAYear:
    """A learner who has studied two decks for a year."""

    @pytest.fixture
    def desk(self, made: Year, home: Path) -> Iterator[Desk]:
        shutil.copytree(made.home, home)
        with Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=made.clock()) as opened:
            yield opened

    @pytest.mark.long
    async def test_each_number_shows_a_section_and_tab_goes_through_them(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t")
            found = report.progress(at.desk, at.desk.time.moment().day)
            assert f"{found.today.reviews} answers, {found.today.right} right" in at.words
            for number, section in enumerate(SECTIONS, 1):
                await go(at, str(number))
                assert section.short in at.words
                assert board(at).virtual_size.height > 2, section.name
            await go(at, "tab")
            assert f"{found.cards.total} cards" in at.words
            await go(at, "shift+tab")
            assert "What to look at first" in at.words

    async def test_the_calendar_tells_the_day_at_the_cursor(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "2")
            today = at.desk.time.moment().day
            days = report.progress(at.desk, today).calendar
            assert days.at(today).words in at.words
            await go(at, "left")
            assert days.at(today - 7).words in at.words
            await go(at, "up", "up", "up", "up", "up", "up", "up")
            assert days.at(today - 14).words in at.words
            await go(at, "home")
            assert days.at(days.first).words in at.words
            await at.click("Wed ")
            assert days.at(days.first).words in at.words

    @pytest.mark.long
    async def test_a_click_on_a_day_goes_to_it(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "2", "left", "left")
            told = board(at).here
            await go(at, "end")
            assert board(at).here != told
            place = board(at)._places[told]
            await at.pilot.click(Board, offset=(place.x, place.y))
            await at.pilot.pause()
            assert board(at).here == told

    @pytest.mark.long
    async def test_enter_on_a_line_of_the_overview_leads_to_its_section(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t")
            while board(at).here != "coming":
                await go(at, "down")
            await go(at, "enter")
            assert "reviews in the next 30 days" in at.words

    async def test_from_decks_to_topics_to_cards_and_back(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "5")
            rows = breakdown(at.desk, "deck", at.desk.time.moment().day).rows
            assert board(at).here == f"row:{rows[0].name}"
            await go(at, "enter")
            assert "The heart" in at.words
            assert "valves" in at.words
            await go(at, "enter")
            assert isinstance(at.app.screen, BrowseScreen)
            await go(at, "escape", "escape")
            assert isinstance(at.app.screen, ProgressScreen)
            await go(at, "escape")
            assert "All decks" in at.words
            await go(at, "escape")
            assert isinstance(at.app.screen, HomeScreen)

    @pytest.mark.long
    async def test_tables_are_divided_and_sorted_by_keys_and_clicks(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "5", "g")
            assert "valves" in at.words
            await at.click("kind")
            await settle(at)
            assert "short answer" in at.words
            await go(at, "o")
            assert "name▾" in at.words
            await at.click("kept")
            await settle(at)
            assert "kept▾" in at.words

    async def test_a_document_is_a_map_from_which_its_questions_open(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "6")
            assert "A book of organs" in at.words
            assert "Paragraph 1: " in at.words
            await go(at, "right")
            assert "Paragraph 2: " in at.words
            await go(at, "enter", "enter")
            assert isinstance(at.app.screen, CardScreen)
            await go(at, "escape", "v")
            assert isinstance(at.app.screen, PassageScreen)

    async def test_an_exam_has_a_day_and_a_goal(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "7")
            day = at.desk.time.moment().day
            assert "in 30 days" in at.words
            assert "Expect " in at.words
            await go(at, "w")
            await at.type("31.2.")
            await go(at, "enter")
            assert "is no date" in at.words
            await go(at, "ctrl+u")
            when = date_of(day + 10)
            await at.type(f"{when.day}.{when.month}.")
            await go(at, "enter")
            assert "in 10 days" in at.words
            await go(at, "g")
            await at.type("95")
            await go(at, "enter")
            assert "eight of ten marks ┊ the goal" in at.words

    async def test_a_pair_is_asked_side_by_side(self, show: Study) -> None:
        async with show() as at:
            pairs = confusions(at.desk)
            await go(at, "t", "8")
            assert f"{len(pairs)} pairs" in at.words
            await go(at, "enter")
            assert isinstance(at.app.screen, StudyScreen)
            first = str(at.item.card)
            await at.press("f3", "enter")
            assert {first, str(at.item.card)} == {pairs[0].first, pairs[0].second}
            await back_to_progress(at)
            await go(at, "a")
            assert isinstance(at.app.screen, StudyScreen)

    @pytest.mark.long
    async def test_a_question_opens_its_page_and_its_line(
        self, show: Study, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edited: list[Path] = []
        monkeypatch.setattr(
            "quizapp.tui.screens.edits.edit", lambda _app, _env, path, _line: edited.append(path)
        )
        async with show() as at:
            await go(at, "t", "9", "down")
            key = board(at).here
            await go(at, "enter")
            assert isinstance(at.app.screen, CardScreen)
            assert key in at.words
            await go(at, "escape", "e")
            assert [path.name for path in edited] == [f"{key.partition('/')[0]}.deck.yaml"]

    @pytest.mark.long
    async def test_other_cards_and_another_period_give_other_figures(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "d")
            await at.type("lung")
            await go(at, "enter")
            day = at.desk.time.moment().day
            found = report.progress(at.desk, day, Selection(("lung",)))
            assert "The lung" in at.words
            assert f"{found.cards.total} cards" in at.words
            await go(at, "y")
            assert "all time" in at.words
            await go(at, "d")
            await at.type("organ")
            await go(at, "enter")
            assert "tag organ" in at.words
            await at.click("tag organ")
            assert "Look at" in at.words

    @pytest.mark.long
    async def test_how_a_figure_is_computed_comes_and_goes_with_a_key(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "3")
            assert "rated better than Again" not in at.words
            await go(at, "h")
            assert "rated better than Again" in at.words
            await go(at, "h")
            assert "rated better than Again" not in at.words
            await at.click("4 Ahead")
            await settle(at)
            assert "The load is" in at.words

    @pytest.mark.long
    async def test_what_was_answered_meanwhile_is_in_the_figures(self, show: Study) -> None:
        async with show() as at:
            await go(at, "t", "8")
            day = at.desk.time.moment().day
            before = report.progress(at.desk, day).today.reviews
            await go(at, "enter")
            await at.press("f3")
            await at.press("enter")
            await back_to_progress(at)
            await go(at, "1")
            now = report.progress(at.desk, day).today.reviews
            assert now == before + 1
            assert f"{now} answers" in at.words

    async def test_a_log_that_cant_be_read_is_told_and_leads_back(
        self, show: Study, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def locked(*_: object, **__: object) -> None:
            raise StoreError("The log is in use")

        async with show() as at:
            monkeypatch.setattr(Store, "open", locked)
            await go(at, "t")
            assert isinstance(at.app.screen, TroubleScreen)
            assert "The log is in use" in at.words
            monkeypatch.undo()
            await go(at, "r")
            assert "In a row" in at.words

    @pytest.mark.parametrize("size", SIZES)
    async def test_sections_look_like_this(self, show: Study, snap: Snap, size: Size) -> None:
        async with show(size=size) as at:
            await go(at, "t")
            for number in range(1, len(SECTIONS) + 1):
                await go(at, str(number))
                await snap(at)


class TestTheFirstDay:
    """A learner who has decks, and nothing behind them."""

    async def test_every_section_says_what_it_will_show(self, decks: Path, show: Study) -> None:
        (decks / "d.deck.yaml").write_text(deck("d", "  - {question: Why?, answer: so}\n"), encoding="utf-8")
        says = (
            *("Nothing was answered yet", "Nothing was answered in", "No card has come back"),
            *("No review comes", "no deck is started", "no document to show", "too few answers"),
            *("was the right answer of another", "Nobody has answered"),
        )
        async with show() as at:
            await go(at, "t")
            for number, sentence in enumerate(says, 1):
                await go(at, str(number))
                assert sentence in at.words

    @pytest.mark.long
    async def test_a_deck_never_opened_has_its_own_progress(self, decks: Path, show: Study) -> None:
        (decks / "d.deck.yaml").write_text(deck("d", "  - {question: Why?, answer: so}\n"), encoding="utf-8")
        async with show() as at:
            await go(at, "i", "t")
            assert isinstance(at.app.screen, ProgressScreen)
            assert "Nothing was answered yet" in at.words
            await go(at, "4")
            assert "1 new card can be begun" in at.words
            await go(at, "escape")
            assert not isinstance(at.app.screen, ProgressScreen)


async def go(at: Driver, *keys: str) -> None:
    """Press keys, and wait until the figures stand."""
    for key in keys:
        await at.press(key)
        await settle(at)


async def settle(at: Driver) -> None:
    await at.app.workers.wait_for_complete()
    await at.pilot.pause()


async def back_to_progress(at: Driver) -> None:
    for _ in range(4):
        if isinstance(at.app.screen, ProgressScreen):
            await settle(at)
            return
        await at.press("escape")
    raise AssertionError(at.app.screen)


def board(at: Driver) -> Board:
    return at.app.screen.query_one(Board)
