"""The home screen."""

from pathlib import Path

from tui.conftest import Study
from tui.driving import QUESTIONS, deck

from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.starting import StartScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.widgets.decklist import DeckList

NOTICE = "notice: For education, not medical advice.\nabout: What cells do.\n"


def put(decks: Path, name: str, *, title: str | None = None, keys: str = "") -> None:
    text = deck(name, QUESTIONS["truefalse"], title=title, keys=keys)
    (decks / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


async def test_a_newcomer_is_greeted_and_told_what_to_press(decks: Path, show: Study) -> None:
    put(decks, "cells", title="Cells")
    async with show() as at:
        assert "Welcome. quizapp asks, you answer" in at.words
        assert "Press Enter to begin with Cells." in at.words
        assert "○ Cells" in at.text
        assert "Enter Study" in at.text
        assert "Study all" not in at.text


async def test_without_decks_it_says_where_to_put_them(desk: Desk, show: Study) -> None:
    async with show() as at:
        assert "There are no decks yet" in at.text
        assert str(desk.paths.decks)[:40] in at.text
        await at.press("enter", "space", "a", "i", "p")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_notice_is_shown_before_a_deck_is_first_started(decks: Path, show: Study) -> None:
    put(decks, "cells", keys=NOTICE)
    async with show() as at:
        await at.press("enter")
        assert isinstance(at.app.screen, StartScreen)
        assert "! For education, not medical advice." in at.text
        await at.press("escape")
        assert at.desk.store.started() == ()
        await at.press("enter", "enter")
        assert isinstance(at.app.screen, StudyScreen)
        assert at.desk.store.started() == ("cells",)
        await at.press("f", "escape", "space", "space")
        assert isinstance(at.app.screen, HomeScreen)
        assert at.desk.store.started() == ("cells",)


async def test_a_notice_is_shown_when_a_deck_is_named_on_the_command_line(decks: Path, show: Study) -> None:
    put(decks, "cells", keys=NOTICE)
    async with show(Plan(decks=("cells",))) as at:
        assert "For education, not medical advice." in at.text
        await at.press("enter")
        assert isinstance(at.app.screen, StudyScreen)


async def test_space_starts_and_stops_a_deck(decks: Path, show: Study) -> None:
    put(decks, "cells")
    async with show() as at:
        await at.press("space")
        assert at.desk.store.started() == ("cells",)
        assert "● cells" in at.text
        await at.press("space")
        assert at.desk.store.started() == ()


async def test_a_click_on_the_sign_starts_and_two_on_the_title_study(decks: Path, show: Study) -> None:
    put(decks, "cells")
    put(decks, "organs")
    async with show() as at:
        await at.click("○ organs")
        assert at.desk.store.started() == ("organs",)
        await at.pilot.click(DeckList, offset=(8, 4), times=2)
        await at.pilot.pause()
        assert at.item.card.deck == "cells"


async def test_everything_started_is_studied_together(decks: Path, show: Study) -> None:
    for name in ("cells", "organs", "tissues"):
        put(decks, name)
    async with show() as at:
        await at.press("space", "down", "down", "space", "a")
        assert sum(at.session.counts) == 2


async def test_today_and_tomorrow_are_told(decks: Path, show: Study) -> None:
    put(decks, "cells")
    put(decks, "organs")
    async with show() as at:
        await at.press("enter", "f", "escape")
        assert "Today 1 answered, 100 % right, 1 min" in at.text
        assert "1 card waits · about 1 min" in at.text


async def test_the_cursor_stays_on_its_deck(decks: Path, show: Study) -> None:
    put(decks, "a")
    put(decks, "b")
    async with show() as at:
        await at.press("down")
        put(decks, "0")
        await at.press("r")
        current = at.app.screen.query_one(DeckList).current
        assert current is not None
        assert current.id == "b"


async def test_problems_of_decks_are_told_and_shown(decks: Path, show: Study) -> None:
    put(decks, "cells")
    broken = deck("organs", QUESTIONS["truefalse"] + "  - id: x\n    question: No answer?\n")
    (decks / "organs.deck.yaml").write_text(broken, encoding="utf-8")
    async with show() as at:
        assert "1 question left out: press p to see why." in at.text
        await at.press("p")
        assert "organs.deck.yaml" in at.text
        await at.press("escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_sitting_with_nothing_to_ask_says_so(decks: Path, show: Study) -> None:
    put(decks, "cells")
    async with show(Plan(decks=("cells",), new=0)) as at:
        assert isinstance(at.app.screen, DoneScreen)
        assert "Nothing is due now" in at.text
        await at.press("r")
        assert "Nothing is due yet." in at.text
        await at.press("escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_thousand_decks_are_listed_at_once(decks: Path, show: Study) -> None:
    for number in range(1000):
        put(decks, f"d{number:04}")
    async with show() as at:
        assert len(at.app.screen.query("*")) < 40
        await at.press("end")
        assert "d0999" in at.text
        await at.press("home", "pagedown")
        assert "▌ ○ d00" in at.text


async def test_a_setting_that_is_wrong_is_told(decks: Path, desk: Desk, home: Path, show: Study) -> None:
    put(decks, "cells")
    desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.settings.write_text('theme = "plaid"\n', encoding="utf-8")
    desk.reload_settings()
    async with show() as at:
        assert "`theme` must be one of quizapp-dark" in at.text
        assert at.app.theme == "quizapp-dark"


async def test_q_quits(decks: Path, show: Study) -> None:
    put(decks, "cells")
    async with show() as at:
        await at.press("q")
        assert not at.app.is_running or at.app.return_code == 0
