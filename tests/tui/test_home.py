"""The home screen."""

from datetime import timedelta
from pathlib import Path

import pytest
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

from quizapp.clock import SetClock
from quizapp.study.desk import Desk
from quizapp.study.overview import DeckRow, Overview
from quizapp.study.plan import Plan
from quizapp.tui.glance import lately, waits_short
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
        assert "For education, not medical advice." in at.text
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


async def test_space_starts_and_stops_a_deck_and_says_which(decks: Path, show: Study) -> None:
    put(decks, "cells")
    put(decks, "organs")
    async with show() as at:
        assert "Space Start " in at.words
        await at.press("space")
        assert at.desk.store.started() == ("cells",)
        assert "● cells" in at.text
        assert "Space Stop " in at.words
        await at.press("down")
        assert "Space Start " in at.words
        await at.press("up", "space")
        assert at.desk.store.started() == ()
        assert "Space Start " in at.words


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


@pytest.mark.parametrize(
    ("answered", "room", "said"),
    [
        ([0] * 21 + [4] * 7, 90, "·" * 21 + "█" * 7 + "  28 answered in 4 weeks · 7 days in a row"),
        ([0] * 21 + [4] * 7, 62, "·" * 7 + "█" * 7 + "  28 answered in 2 weeks · 7 days in a row"),
        ([0] * 21 + [4] * 7, 40, "7 days in a row"),
        ([0] * 27 + [4], 90, "7 days in a row"),
        ([4] * 21 + [0] * 7, 90, "7 days in a row"),
    ],
)
def test_the_last_weeks_are_drawn_where_they_fit_and_not_to_who_was_away(
    answered: list[int], room: int, said: str
) -> None:
    overview = Overview(1, (), 0, 0, 0, 0, 0, 0.0, 7, 0, None, False)
    assert lately(overview, answered, room).plain == said


async def test_who_looks_for_a_deck_is_given_no_other_advice(decks: Path, show: Study) -> None:
    put(decks, "cells", title="Cells")
    put(decks, "organs", title="Organs")
    async with show() as at:
        await at.press("slash", *"org")
        assert "Welcome" not in at.text
        assert "○ Organs" in at.text
        await at.press("escape")
        assert "Welcome" in at.text


@pytest.mark.parametrize(
    ("streak", "room", "said"),
    [
        (12, 38, "✓ All done today · 12 days in a row"),
        (12, 30, "✓ All done today"),
        (1, 38, "✓ All done today"),
    ],
)
def test_days_in_a_row_are_told_where_they_fit(streak: int, room: int, said: str) -> None:
    row = DeckRow("d", "d", True, 0, 0, 0, 1, 0, 0, 1, None, None, "yours")
    done = Overview(1, (row,), 0, 0, 0, 9, 9, 1.0, streak, 0, None, False)
    assert waits_short(done, None, room) == said


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_without_decks_every_line_of_advice_is_in_sight(show: Study, size: tuple[int, int]) -> None:
    async with show(size=size) as at:
        assert '"quizapp add FILE"' in at.words
        assert "takes a deck in." in at.words
        assert "press r." in at.words


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
        assert "Look again" not in at.text, "nothing becomes due today"
        await at.press("escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_who_looks_again_too_early_is_told(decks: Path, desk: Desk, show: Study) -> None:
    desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.settings.write_text('learning_steps = ["1h"]\n', encoding="utf-8")
    desk.reload_settings()
    put(decks, "cells")
    async with show(Plan(decks=("cells",), new=1)) as at:
        await at.press("t", "enter")
        assert isinstance(at.app.screen, DoneScreen)
        await at.press("r")
        assert "Nothing is due yet." in at.text


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
        assert "1 mistake in the settings file: press s to see." in at.text
        await at.press("s")
        assert "1:1: `theme` must be one of quizapp-dark" in at.text
        assert at.app.theme == "quizapp-dark"


async def test_q_quits(decks: Path, show: Study) -> None:
    put(decks, "cells")
    async with show() as at:
        await at.press("q")
        assert not at.app.is_running or at.app.return_code == 0


async def test_typing_finds_decks_and_the_arrows_still_choose(decks: Path, show: Study) -> None:
    for name in ("heart", "lung", "lungs of birds"):
        put(decks, name.replace(" ", "-"), title=name.capitalize())
    async with show() as at:
        await at.press("slash")
        await at.type("LUN")
        assert "Heart" not in at.text
        await at.press("down")
        assert "▌ ○ Lungs of birds" in at.text
        await at.press("enter", "space")
        assert at.desk.store.started() == ("lungs-of-birds",)
        await at.press("escape")
        assert "Heart" in at.text


async def test_what_fits_no_deck_is_said(decks: Path, show: Study) -> None:
    put(decks, "heart")
    put(decks, "lung")
    async with show() as at:
        await at.press("slash")
        await at.type("[b]liver[/b]")
        assert "No deck has “[b]liver[/b]” in its title." in at.text
        await at.press("enter")
        assert at.app.focused is not None
        await at.press("escape")
        assert "heart" in at.text


async def test_an_empty_search_shows_all_decks(decks: Path, show: Study) -> None:
    put(decks, "heart")
    put(decks, "lung")
    async with show() as at:
        await at.press("slash", "enter", "down", "space")
        assert at.desk.store.started() == ("lung",)


async def test_decks_started_stand_first_under_their_heading(decks: Path, show: Study) -> None:
    for name in ("a", "b", "c"):
        put(decks, name)
    async with show() as at:
        assert "Started" not in at.text
        await at.press("end", "space")
        lines = [line.strip() for line in at.text.split("\n")]
        started = next(at for at, line in enumerate(lines) if line.startswith("Started"))
        assert "● c" in lines[started + 1]
        assert lines[started + 3].startswith("Not started")
        assert at.app.screen.query_one(DeckList).cursor == 0


async def test_bars_of_decks_not_started_say_what_they_mean(decks: Path, desk: Desk, show: Study) -> None:
    put(decks, "a")
    put(decks, "b")
    desk.refresh()
    async with show() as at:
        assert "Known" not in at.text, "nothing was seen, so there is no bar"
        await at.press("enter", "d", "enter", "escape")
        while not isinstance(at.app.screen, HomeScreen):
            await at.press("escape")
        await at.press("home", "space")
        (heading,) = (line for line in at.text.split("\n") if "Not started" in line)
        row = next(line for line in at.text.split("\n") if "○ a" in line)
        assert heading.index("Known") == row.index("╌")


async def test_the_cursor_begins_where_something_waits(decks: Path, desk: Desk, show: Study) -> None:
    put(decks, "a")
    put(decks, "b")
    desk.refresh()
    desk.start("b")
    async with show() as at:
        await at.press("enter")
        assert at.item.card.deck == "b"


async def test_m_brings_new_cards_once_all_is_done(decks: Path, desk: Desk, show: Study) -> None:
    put(decks, "a")
    put(decks, "b")
    desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.settings.write_text("new_per_day = 1\nlearning_steps = []\n", encoding="utf-8")
    desk.reload_settings()
    desk.refresh()
    desk.start("a")
    desk.start("b")
    async with show() as at:
        await at.press("m")
        assert isinstance(at.app.screen, HomeScreen)
        await at.press("a", "f", "enter", "enter")
        assert "✓ All done for today" in at.text
        assert "m brings 1 new card more" in at.words
        await at.press("m")
        assert at.item.card.deck == "b"


async def test_somebody_who_was_away_is_greeted(decks: Path, desk: Desk, show: Study) -> None:
    put(decks, "a")
    async with show() as at:
        await at.press("enter", "f", "enter", "escape")
        assert "Good to see you" not in at.words
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=22))
    async with show() as at:
        assert "Good to see you again after 22 days." in at.words


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_size_has_titles_counts_and_keys(decks: Path, show: Study, size: tuple[int, int]) -> None:
    put(decks, "heart")
    async with show(size=size) as at:
        await at.press("space")
        for said in ("● heart", "New", "Due", "Enter Study", "? Help"):
            assert said in at.text


async def test_the_heading_stays_on_top_of_a_long_list(decks: Path, show: Study) -> None:
    for number in range(40):
        put(decks, f"d{number:02}")
    async with show() as at:
        await at.press("space", "end")
        text = at.text
        assert "Not started" in text
        assert text.index("Not started") < text.index("d39")
        assert "d00" not in text
        await at.press("home")
        assert "▌ ● d00" in at.text


async def test_a_click_finds_the_deck_it_is_on_when_the_list_has_scrolled(decks: Path, show: Study) -> None:
    for number in range(40):
        put(decks, f"d{number:02}")
    async with show() as at:
        await at.press("end")
        await at.click("○ d37")
        assert at.desk.store.started() == ("d37",)
