"""What can be done besides answering: hints, ratings, overruling, undo, putting cards aside."""

import sqlite3
from pathlib import Path

import pytest
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import QUESTIONS, all_kinds, deck

from quizapp.answer.response import Typed
from quizapp.errors import StoreError
from quizapp.memory.model import Rating
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.sitting import Stage
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.card import CardView
from quizapp.tui.widgets.keybar import table_of

TWO = QUESTIONS["truefalse"] + QUESTIONS["short"].replace("id: q\n", "id: r\n")


def kinds(desk: Desk) -> list[Kind]:
    return [event.kind for event in desk.store.events() if event.kind is not Kind.START]


async def test_a_hint_is_shown_and_caps_the_rating(study: Study) -> None:
    async with study("flashcard") as at:
        await at.press("h")
        assert "Hint: A part of a car." in at.text
        assert "You press it" not in at.text
        await at.press("h", "space")
        assert "Hint: You press it to stop." in at.text
        assert [offer.rating for offer in at.session.offers] == [Rating.AGAIN, Rating.HARD]
        assert "Good" not in at.text
        await at.press("3")
        assert at.session.stage is Stage.REVEALED


async def test_a_hint_leaves_what_is_being_typed(study: Study) -> None:
    async with study("short") as at:
        await at.type("anti")
        await at.press("f2")
        assert "Hint: Y-shaped" in at.text
        await at.type("bodies")
        await at.press("enter")
        assert at.session.response == Typed(("antibodies",))


async def test_a_guess_is_said_beforehand(study: Study) -> None:
    async with study("truefalse") as at:
        await at.press("g")
        assert "? guessing" in at.text
        await at.press("f")
        assert at.session.rating is Rating.HARD
        (_, review) = at.desk.store.events()
        assert review.certainty == "guess"


async def test_a_rating_can_be_changed_and_the_interval_follows(study: Study) -> None:
    async with study("short") as at:
        await at.type("antibodies")
        await at.press("enter")
        assert "3 ● Good" in at.text
        before = at.session.interval
        await at.press("4")
        assert "4 ● Easy" in at.text
        assert at.session.interval != before
        assert f"again in {at.session.interval}" in at.text
        await at.click("Hard")
        assert at.session.rating is Rating.HARD
        assert kinds(at.desk) == [Kind.STUDY, Kind.OVERRIDE, Kind.OVERRIDE]


async def test_a_verdict_can_be_overruled_both_ways(study: Study) -> None:
    async with study("short") as at:
        await at.type("gamma globulins")
        await at.press("enter")
        assert "I was wrong" not in at.text
        await at.press("o")
        assert "✓ Right" in at.text
        assert "I was right" not in at.text
        await at.press("w")
        assert "✗ Wrong" in at.text


async def test_that_a_choice_was_right_is_not_offered_but_can_be_said(study: Study) -> None:
    async with study("truefalse") as at:
        await at.press("t")
        assert "✗ Wrong" in at.text
        assert "I was right" not in at.text
        assert any(does == "I was right" for _, does in table_of(at.app.screen))
        await at.press("o")
        assert "✓ Right" in at.text
        assert "w I was wrong" in at.text


async def test_the_last_verdict_can_be_overruled_from_the_next_card(study: Study) -> None:
    async with study("", TWO) as at:
        await at.press("t", "enter")
        assert isinstance(at.app.focused, Input)
        await at.type("anti")
        await at.press("escape", "o")
        assert "Your last answer counts as right now." in at.text
        await at.press("enter")
        await at.type("bodies")
        await at.press("enter")
        assert at.session.response == Typed(("antibodies",))


async def test_undo_brings_the_card_back_to_be_answered(study: Study) -> None:
    async with study("", TWO) as at:
        await at.press("t", "enter")
        assert at.item.question.id == "r"
        await at.press("f4")
        assert at.item.question.id == "q"
        assert at.session.stage is Stage.ASKING
        assert "Your answer is taken back." in at.text
        assert "your choice" not in at.text
        await at.press("f")
        assert "✓ Right" in at.text


async def test_undo_is_offered_once_there_is_something_to_take_back(study: Study) -> None:
    async with study("truefalse") as at:
        assert "u Undo" not in at.text
        await at.press("u")
        assert "taken back" not in at.text
        await at.press("m")
        assert "u Undo" in at.text
        await at.press("u")
        assert "The flag is as it was." in at.text
        assert "u Undo" not in at.text


async def test_a_near_miss_has_a_second_try_with_the_text_still_there(study: Study) -> None:
    async with study("", QUESTIONS["short"].replace("antibodies", "photosynthesis")) as at:
        await at.type("fotosynthesys")
        await at.press("enter")
        assert at.session.can_retry
        await at.press("r")
        assert isinstance(at.app.focused, Input)
        assert at.app.focused.value == "fotosynthesys"
        await at.press("ctrl+u")
        await at.type("photosynthesis")
        await at.press("enter")
        assert at.session.rating is Rating.HARD


@pytest.mark.parametrize(("key", "kind"), [("s", Kind.SUSPEND), ("b", Kind.BURY), ("n", Kind.RESET)])
async def test_a_card_can_be_put_aside(study: Study, key: str, kind: Kind) -> None:
    async with study("", TWO) as at:
        await at.press(key)
        assert at.item.question.id == "r"
        assert kinds(at.desk) == [kind]
        await at.press("f4")
        assert at.item.question.id == "q"


async def test_a_flag_goes_through_its_four_values_and_off(study: Study) -> None:
    async with study("truefalse") as at:
        for flag in (1, 2, 3, 4):
            await at.press("m")
            assert at.item.standing.flag == flag
            assert f"⚑ flag {flag}" in at.text
        await at.press("m")
        assert "⚑" not in at.text


async def test_a_flag_leaves_what_was_marked(study: Study) -> None:
    async with study("many") as at:
        await at.press("1", "m")
        assert "[x]" in at.text
        await at.press("enter")
        assert "your choice" in at.text


async def test_enter_goes_through_a_sitting_to_its_end_and_home(study: Study) -> None:
    async with study("", TWO) as at:
        await at.press("f", "enter")
        await at.type("antibodies")
        await at.press("enter", "4", "enter")
        for _ in range(3):
            if isinstance(at.app.screen, DoneScreen):
                break
            await at.press("f", "enter")
        assert isinstance(at.app.screen, DoneScreen)
        assert "✓ Done for now" in at.text
        assert "· 2 new cards" in at.text
        await at.press("enter")
        assert isinstance(at.app.screen, HomeScreen)
        assert "● The immune system" in at.text


async def test_nobody_is_asked_to_look_again_for_what_is_not_due_today(study: Study) -> None:
    async with study("flashcard") as at:
        await at.press("space", "4")
        assert "Look again" not in at.text
        assert "u Undo" in at.text


async def test_undo_on_the_last_screen_asks_the_card_again(study: Study) -> None:
    async with study("flashcard") as at:
        await at.press("space", "4")
        assert isinstance(at.app.screen, DoneScreen)
        await at.press("u")
        assert at.session.stage is Stage.ASKING
        assert "Your answer is taken back." in at.text
        await at.press("space", "4")
        assert isinstance(at.app.screen, DoneScreen)


async def test_escape_leaves_the_field_first_and_then_the_screen(study: Study) -> None:
    async with study("short") as at:
        assert "Esc Stop typing" in at.text
        await at.press("escape")
        assert at.app.focused is None
        assert "d Don't know" in at.text
        await at.press("enter")
        assert isinstance(at.app.focused, Input)
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_a_click_beside_the_response_leaves_it_the_keys(study: Study) -> None:
    async with study("choice") as at:
        await at.pilot.click(offset=(70, 18))
        await at.press("1")
        assert at.session.stage is Stage.JUDGED


async def test_every_key_in_the_bar_can_be_clicked(study: Study) -> None:
    async with study("flashcard") as at:
        await at.click("h Hint")
        assert len(at.session.hints) == 1
        await at.click("Space Answer")
        assert at.session.stage is Stage.REVEALED
        await at.click("? Help")
        assert isinstance(at.app.screen, HelpScreen)
        await at.click("Esc Back")
        assert at.session.stage is Stage.REVEALED


async def test_the_list_of_keys_is_that_of_the_screen_one_is_on(study: Study) -> None:
    async with study("ordering") as at:
        await at.press("question_mark")
        assert "Pick up" in at.text
        assert "J Shift+↓  Move down" in at.text
        assert "Not today" in at.text


async def test_the_same_keys_act_in_every_kind(study: Study) -> None:
    async with study("", all_kinds()) as at:
        seen = set()
        for _ in range(11):
            seen.add(at.item.question.kind)
            await at.press("escape" if isinstance(at.app.focused, Input) else "f2", "m", "g")
            assert at.item.standing.flag == 1, at.item.question.kind
            assert ("guessing" in at.text) is not at.item.self_rated
            await at.press("d")
            assert at.session.stage is Stage.JUDGED, at.item.question.kind
            await at.press("b")
            if isinstance(at.app.screen, DoneScreen):
                break
        assert len(seen) == 9


async def test_an_answer_that_cannot_be_kept_is_told_and_can_be_given_again(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with study("short") as at:
        kept = at.desk.store.append

        def fail(*_: object, **__: object) -> None:
            raise StoreError("The disk is full", where="/somewhere", todo="Make room, then try again")

        monkeypatch.setattr(at.desk.store, "append", fail)
        await at.type("antibodies")
        await at.press("enter")
        assert isinstance(at.app.screen, TroubleScreen)
        assert "The disk is full." in at.text
        assert "Make room, then try again." in at.text
        await at.press("enter")
        assert isinstance(at.app.screen, TroubleScreen)
        await at.press("escape")
        assert at.session.response is None
        assert isinstance(at.app.focused, Input)
        assert at.app.focused.value == "antibodies"
        await at.press("enter")
        monkeypatch.setattr(at.desk.store, "append", kept)
        await at.press("r")
        assert at.session.response == Typed(("antibodies",))
        assert "✓ Right" in at.text


async def test_a_log_that_cannot_be_read_does_not_end_the_program(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with study("truefalse") as at:
        await at.press("f")

        def fail(*_: object, **__: object) -> None:
            raise StoreError(
                "The log is locked", todo="Close the other program"
            ) from sqlite3.OperationalError()

        monkeypatch.setattr(at.desk.store, "standing", fail)
        await at.press("enter")
        assert "The log is locked." in at.text or isinstance(at.app.screen, DoneScreen)


async def test_the_palette_finds_what_a_screen_can_do(study: Study) -> None:
    async with study("short") as at:
        await at.press("ctrl+p")
        await at.type("hin")
        assert "Don't know" not in at.text
        await at.press("enter")
        assert at.session.hints == ("Y-shaped",)
        assert isinstance(at.app.focused, Input)
        await at.press("ctrl+p", "escape")
        assert at.session.stage is Stage.ASKING
        assert isinstance(at.app.focused, Input)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_and_q_lead_from_studying_and_from_its_end_to_the_decks(study: Study, key: str) -> None:
    async with study("flashcard") as at:
        await at.press(key)
        assert isinstance(at.app.screen, HomeScreen)
        await at.press("a", "space", "4")
        assert isinstance(at.app.screen, DoneScreen)
        await at.press(key)
        assert isinstance(at.app.screen, HomeScreen)


async def test_the_end_of_a_sitting_says_what_to_press(study: Study) -> None:
    async with study("flashcard") as at:
        await at.press("space")
        assert "How well did you know it?" in at.text
        await at.press("4")
        assert "Everything is kept. Press Enter for the decks." in at.words


@pytest.mark.parametrize("kind", ["many", "ordering", "matching"])
async def test_no_key_of_a_response_is_missing_on_a_small_screen(study: Study, kind: str) -> None:
    async with study(kind, size=(40, 12)) as at:
        for said in ("1–", "Enter Check", "Esc Decks", "? Help"):
            assert said in at.text


async def test_a_card_that_is_taken_away_before_its_verdict_is_in_sight_ends_nothing(
    decks: Path, show: Study
) -> None:
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS["truefalse"]), encoding="utf-8")
    async with show() as at:
        await at.press("enter")
        card = at.app.screen.query_one(CardView)
        await card.query("#space").remove()
        await at.press("f3")
        await at.pilot.pause()
        assert at.session.stage is Stage.JUDGED
