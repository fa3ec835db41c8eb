"""The settings screen: each change is written at once and felt at once, and nothing is lost."""

from pathlib import Path

from tui.conftest import Study
from tui.driving import QUESTIONS, Driver, deck

from quizapp.settings import TABLE, load
from quizapp.study.desk import Desk
from quizapp.tui.keymap import actions
from quizapp.tui.options import options, stepped
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.keys import OwnKeysScreen, PressScreen
from quizapp.tui.screens.settings import LimitsScreen, SettingsScreen
from quizapp.tui.widgets.items import ItemList


def put(decks: Path, name: str = "cells") -> None:
    (decks / f"{name}.deck.yaml").write_text(deck(name, QUESTIONS["truefalse"]), encoding="utf-8")


async def go_to(at: Driver, name: str) -> None:
    """Move the cursor to a line by its id, as the arrows would."""
    items = at.app.screen.query_one(ItemList)
    items.action_move(-len(actions()))
    while items.current is not None and items.current.id != name:
        before = items.cursor
        items.action_move(1)
        assert items.cursor != before, f"there is no line {name}"
    await at.pilot.pause()


def value(at: Driver, name: str) -> object:
    return getattr(load(at.desk.paths.settings)[0], name)


def test_every_row_of_the_table_is_listed_with_what_it_can_be() -> None:
    listed = {option.name: option for option in options()}
    assert set(listed) == {row.name for row in TABLE}
    for option in listed.values():
        assert option.can_be
        assert option.section


def test_steps_stay_within_the_range_and_come_back(desk: Desk) -> None:
    for option in options():
        forth = stepped(option, desk.settings, 1)
        if option.setting.kind in {"choice", "switch"}:
            assert forth is not None
        if option.setting.kind in {"durations", "folders"}:
            assert forth is None
    last = next(option for option in options() if option.name == "maximum_interval")
    assert stepped(last, desk.settings, 1) is None
    assert stepped(last, desk.settings, -1) == "36400"


async def test_a_setting_is_told_about_when_the_cursor_is_on_it(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        for option in options()[::4]:
            await go_to(at, option.name)
            assert option.setting.help in at.words
            assert f"Default: {option.default}." in at.words


async def test_a_theme_is_there_as_it_is_chosen(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s", "right")
        assert at.app.theme == "quizapp-light"
        assert value(at, "theme") == "quizapp-light"
        await at.press("left")
        assert at.app.theme == "quizapp-dark"


async def test_a_number_is_typed_and_checked(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        await go_to(at, "new_per_day")
        await at.press("enter", "ctrl+u")
        await at.type("many")
        await at.press("enter")
        assert "must be a whole number from 0 to 9999" in at.words
        assert not at.desk.paths.settings.exists()
        await at.press("ctrl+u", "7", "enter")
        assert "Saved: 7." in at.words
        assert value(at, "new_per_day") == 7
        assert at.desk.settings.new_per_day == 7
        await at.press("r")
        assert "Back to 20." in at.words
        assert value(at, "new_per_day") == 20
        await at.press("enter", "9", "escape")
        assert value(at, "new_per_day") == 20
        assert isinstance(at.app.screen, SettingsScreen)
        await at.press("escape")
        assert isinstance(at.app.screen, HomeScreen)


async def test_times_and_switches_are_changed(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        await go_to(at, "learning_steps")
        await at.press("enter", "ctrl+u")
        await at.type("2m, 1h")
        await at.press("enter")
        assert value(at, "learning_steps") == (120, 3600)
        await go_to(at, "fuzz")
        await at.press("space")
        assert value(at, "fuzz") is False


async def test_a_deck_has_limits_of_its_own(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        await go_to(at, "limits")
        await at.press("enter")
        assert isinstance(at.app.screen, LimitsScreen)
        await at.press("enter", "5", "enter")
        assert load(at.desk.paths.settings)[0].decks["cells"].new_per_day == 5
        await at.press("r")
        assert load(at.desk.paths.settings)[0].decks == {}


async def test_a_folder_of_decks_is_read_on_the_way_back(decks: Path, tmp_path: Path, show: Study) -> None:
    put(decks)
    more = tmp_path / "more"
    more.mkdir()
    put(more, "elsewhere")
    async with show() as at:
        await at.press("s")
        await go_to(at, "deck_folders")
        await at.press("enter")
        await at.type(str(more))
        await at.press("enter", "escape")
        for _ in range(200):
            if "elsewhere" in at.text:
                break
            await at.pilot.pause()
        assert "elsewhere" in at.text


async def test_problems_of_the_file_are_told_and_it_is_left_alone(
    decks: Path, desk: Desk, show: Study
) -> None:
    put(decks)
    desk.paths.settings.parent.mkdir(parents=True)
    desk.paths.settings.write_text('# mine\ntheme = "plaid"\nnew_per_day =\n', encoding="utf-8")
    desk.reload_settings()
    async with show() as at:
        await at.press("s")
        assert "3:14: The file is not TOML" in at.words
        await at.press("right")
        assert "Mend the file, or move it away" in at.words
        assert desk.paths.settings.read_text(encoding="utf-8").startswith("# mine\n")


async def test_a_read_only_file_is_not_touched(decks: Path, desk: Desk, show: Study) -> None:
    put(decks)
    desk.paths.settings.parent.mkdir(parents=True)
    desk.paths.settings.write_text("new_per_day = 3 # few\n", encoding="utf-8")
    desk.paths.settings.chmod(0o400)
    desk.reload_settings()
    async with show() as at:
        await at.press("s", "right")
        assert "The settings file is read-only." in at.words
        assert desk.paths.settings.read_text(encoding="utf-8") == "new_per_day = 3 # few\n"
        assert at.app.theme == "quizapp-dark"


async def test_a_key_is_pressed_kept_shown_and_given_back(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        await go_to(at, "keys")
        await at.press("enter")
        assert isinstance(at.app.screen, OwnKeysScreen)
        await go_to(at, "home.about")
        await at.press("enter")
        assert isinstance(at.app.screen, PressScreen)
        await at.press("p")
        assert "`p` is taken: it is `Problems`" in at.words
        await at.press("z")
        assert isinstance(at.app.screen, OwnKeysScreen)
        assert load(at.desk.paths.settings)[0].keys == {"home.about": "z"}
        await at.press("a", "f9")
        assert load(at.desk.paths.settings)[0].keys == {"home.about": "z,f9"}
        await at.press("escape", "escape")
        assert "z About" in at.text
        await at.press("i")
        assert isinstance(at.app.screen, HomeScreen)
        await at.press("z")
        assert not isinstance(at.app.screen, HomeScreen)


async def test_a_key_goes_back_to_its_default(decks: Path, desk: Desk, show: Study) -> None:
    put(decks)
    desk.paths.settings.parent.mkdir(parents=True)
    desk.paths.settings.write_text('[keys]\n"home.about" = "z"\n', encoding="utf-8")
    desk.reload_settings()
    async with show() as at:
        await at.press("s")
        await go_to(at, "keys")
        await at.press("enter")
        await go_to(at, "home.about")
        await at.press("r")
        assert load(desk.paths.settings)[0].keys == {}
        await at.press("escape", "escape", "i")
        assert not isinstance(at.app.screen, HomeScreen)


async def test_what_is_wrong_with_a_typed_value_is_in_sight_where_lines_are_few(
    decks: Path, show: Study
) -> None:
    put(decks)
    async with show(size=(40, 12)) as at:
        await at.press("s")
        await go_to(at, "maximum_interval")
        await at.press("enter", "x", "enter")
        assert "✗ '36500x' can't be the value" in at.words
        assert "▌ Maximum interval" in at.text
        assert "Esc Cancel" in at.text


async def test_every_action_is_listed(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("s")
        await go_to(at, "keys")
        await at.press("enter")
        shown = {entry.id for entry in at.app.screen.query_one(ItemList).entries if entry.id}
        assert shown == set(actions())
