"""What is said of an answered card: calm where nothing is wrong, in columns where there is room."""

import pytest
from tui.conftest import Study
from tui.driving import QUESTIONS

from quizapp.tui.widgets.card import CardView

LONG = "The femur as the longest and the strongest of all the bones we have"
SOME = QUESTIONS["list"].replace("list: [red, green, blue]", "list: [red, green, blue, white]\n    need: 2")


async def test_what_need_not_be_named_is_no_mistake(study: Study) -> None:
    async with study("", SOME) as at:
        for colour in ("red", "blue"):
            await at.type(colour)
            await at.press("enter")
        await at.press("enter")
        assert "✓ Right" in at.text
        assert "Also right: green, white" in at.text
        assert "✗" not in at.text


async def test_what_could_have_been_named_is_told_with_how_many_were_missing(study: Study) -> None:
    async with study("", SOME) as at:
        await at.type("red")
        await at.press("enter", "enter")
        assert "1 of these: green, blue, white" in at.text
        assert "✗" not in at.text


async def test_arrows_stand_under_each_other_where_there_is_room(study: Study) -> None:
    async with study("matching") as at:
        for right in ("releases histamine", "makes antibodies", "carries oxygen"):
            await at.press(at.digit(right))
        await at.press("enter")
        columns = {line.index("→") for line in at.text.split("\n") if "→" in line}
        assert len(columns) == 1


async def test_on_a_narrow_screen_the_right_one_stands_under_the_wrong_one(study: Study) -> None:
    async with study("matching", size=(50, 40)) as at:
        for right in ("releases histamine", "makes antibodies", "carries oxygen"):
            await at.press(at.digit(right))
        await at.press("enter")
        lines = [line.strip("▌ ") for line in at.text.split("\n")]
        assert "→ makes antibodies" in lines


@pytest.mark.parametrize("key", ["f3", "enter"])
async def test_the_words_under_a_heading_never_only_repeat_it(study: Study, key: str) -> None:
    async with study("numeric") as at:
        await at.type("50")
        await at.press(key)
        assert "You said" not in at.text
        assert "Not accepted" not in at.text
        assert "500 mg" in at.text


async def test_a_note_is_never_parted(study: Study) -> None:
    long = QUESTIONS["choice"].replace("The femur", LONG)
    async with study("", long) as at:
        await at.press(at.digit(LONG))
        assert "your choice" in at.text


async def test_where_lines_are_scarce_gaps_and_sources_give_way(study: Study) -> None:
    async with study("flashcard", size=(40, 12)) as at:
        await at.press("space")
        assert "Source" not in at.text
        panel = [line for line in at.text.split("\n") if line.strip().startswith("▌")]
        assert all(line.strip("▌ ") for line in panel)
        await at.pilot.resize_terminal(80, 24)
        await at.pilot.pause()
        assert "Source" in at.text


async def test_a_verdict_that_fits_exactly_brings_no_scroll_bar(study: Study) -> None:
    async with study("choice", size=(80, 13)) as at:
        await at.press(at.digit("A lymph node"))
        assert at.app.screen.query_one(CardView).max_scroll_y == 0


async def test_the_last_line_of_a_verdict_is_in_sight_below_a_long_question(study: Study) -> None:
    long = QUESTIONS["flashcard"].replace("What does", f"{'Think of all that you know. ' * 30}What does")
    async with study("", long) as at:
        await at.press("space")
        assert "Source: A clinic's explainer, paragraph 10" in at.text
        assert "▌  Answer" in at.text
