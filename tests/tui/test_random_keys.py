"""Whatever is pressed or clicked, the program goes on and the log stays consistent."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import Driver, all_kinds, deck

from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.keys import PressScreen
from quizapp.tui.screens.quiz.dialogs import AskScreen
from quizapp.tui.widgets.keybar import keys_of

KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789JK?/ .-",
    *(f"f{number}" for number in range(1, 11)),
    *("enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "up", "down", "left", "right"),
    *("home", "end", "pageup", "pagedown", "shift+up", "shift+down", "ctrl+z", "ctrl+u", "ctrl+p", "ctrl+c"),
    *("ctrl+a", "ctrl+k", "ctrl+v", "ctrl+w"),
]
# Enter and digits get further than most other keys do.
LIKELY = [*KEYS, *["enter"] * 12, *"1234" * 3, *["escape", "space", "f3"] * 3]
NAMES = {"?": "question_mark", "/": "slash", ".": "full_stop", "-": "minus", " ": "space"}
DEEPEST = 3
Path_ = tuple[str, ...]


def put(decks: Path) -> None:
    for name in ("one", "two"):
        text = deck(name, all_kinds(), keys="notice: Read this.\n")
        (decks / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


async def hammer(at: Driver, seed: int, count: int, *, start: Path_ = ()) -> None:
    """Post keys as fast as somebody leaning on the keyboard, pausing now and then.

    start: keys that lead to the screen to be tried; whoever is back home presses them again.
    """
    random = Random(seed)
    for number in range(count):
        if not at.app.is_running:
            return
        if start and number % 40 == 0 and isinstance(at.app.screen, HomeScreen):
            await at.press(*start)
        key = random.choice(LIKELY)
        if key == "q" and isinstance(at.app.screen, HomeScreen) and not isinstance(at.app.focused, Input):
            continue
        if isinstance(at.app.screen, PressScreen):
            key = "escape"  # with keys of its own no two runs would be alike
        character = key if len(key) == 1 else " " if key == "space" else None
        at.app.post_message(events.Key(NAMES.get(key, key), character))
        if number % 8 == 7:
            await at.pilot.pause()
    await at.pilot.pause()


def check(at: Driver) -> None:
    assert at.desk.store.check() == []
    events_kept = list(at.desk.store.events())
    assert [event.seq for event in events_kept] == list(range(1, len(events_kept) + 1))


def doors(screen: Screen[object]) -> Iterator[str]:
    """The keys of a screen that may lead to another one."""
    for key in keys_of(screen, every=True):
        if key.listed and key.enabled and not key.action.endswith("quit"):
            yield key.key


async def back_home(at: Driver) -> None:
    """Leave by Escape alone: it goes out of every field, dialog and screen; a quiz asks first."""
    for _ in range(8):
        if isinstance(at.app.screen, HomeScreen) and not isinstance(at.app.focused, Input):
            return
        await at.press("enter" if isinstance(at.app.screen, AskScreen) else "escape")
    raise AssertionError(f"Escape doesn't lead out of {at.app.screen}")


async def walk(at: Driver, deepest: int) -> dict[type[Screen[object]], Path_]:
    """Every screen that keys lead to from the home screen, with the keys that do."""
    found: dict[type[Screen[object]], Path_] = {type(at.app.screen): ()}
    waiting: list[Path_] = [()]
    while waiting:
        path = waiting.pop(0)
        await back_home(at)
        await at.press(*path)
        here = type(at.app.screen)
        for key in list(doors(at.app.screen)):
            if type(at.app.screen) is not here or isinstance(at.app.focused, Input):
                await back_home(at)
                await at.press(*path)
            await at.press(key)
            if (there := type(at.app.screen)) not in found:
                found[there] = (*path, key)
                if len(path) + 1 < deepest:
                    waiting.append((*path, key))
    await back_home(at)
    return found


async def test_a_thousand_random_keys_and_clicks(decks: Path, show: Study) -> None:
    put(decks)
    random = Random(11)
    async with show() as at:
        for round_ in range(20):
            await hammer(at, 700 + round_, 50)
            assert at.app.is_running, f"round {round_} ended the program"
            width, height = at.app.size
            await at.pilot.click(offset=(random.randrange(width), random.randrange(height)))
        check(at)


async def test_every_screen_next_to_home_is_left_by_escape(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        found = await walk(at, 1)
        assert len(found) > 5
        check(at)


@pytest.mark.long
async def test_ctrl_q_quits_from_every_screen(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        found = await walk(at, DEEPEST)
    for path in found.values():
        async with show() as at:
            await at.press(*path, "ctrl+q")
            assert not at.app.is_running or at.app.return_code == 0, path


@pytest.mark.long
async def test_a_thousand_random_keys_in_each_screen(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        found = await walk(at, DEEPEST)
    for seed, path in enumerate(found.values()):
        async with show() as at:
            await hammer(at, seed, 1_000, start=path)
            check(at)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50), (8, 3)])
async def test_many_more_random_keys(decks: Path, show: Study, seed: int, size: tuple[int, int]) -> None:
    put(decks)
    async with show(size=size) as at:
        await hammer(at, seed, 1_500)
        check(at)


# Textual leaves this behind when the program ends while the mouse marks text.
@pytest.mark.filterwarnings("ignore:(?s).*Screen._watch_selections")
@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
async def test_random_clicks_and_sizes(decks: Path, show: Study, seed: int) -> None:
    put(decks)
    random = Random(seed)
    async with show() as at:
        for _ in range(60):
            width, height = at.app.size
            await at.pilot.click(
                offset=(random.randrange(width), random.randrange(height)), times=random.choice([1, 1, 2])
            )
            await hammer(at, random.randrange(10_000), 6)
            if random.random() < 0.15:
                await at.pilot.resize_terminal(random.randrange(3, 120), random.randrange(2, 40))
            if not at.app.is_running:
                break
        check(at)
