"""Whatever is pressed, the program goes on and the log stays consistent."""

from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import Driver, all_kinds, deck

KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789JK?/ .-",
    *(f"f{number}" for number in range(1, 11)),
    *("enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "up", "down", "left", "right"),
    *("home", "end", "pageup", "pagedown", "shift+up", "shift+down", "ctrl+z", "ctrl+u", "ctrl+p", "ctrl+c"),
    *("ctrl+a", "ctrl+k", "ctrl+v", "ctrl+w"),
]
# Enter and digits get further than most other keys do.
LIKELY = [*KEYS, *["enter"] * 12, *"1234" * 3, *["escape", "space", "f3"] * 3]


def put(decks: Path) -> None:
    for name in ("one", "two"):
        text = deck(name, all_kinds(), keys="notice: Read this.\n")
        (decks / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


async def hammer(at: Driver, seed: int, count: int) -> None:
    """Post keys as fast as somebody leaning on the keyboard, pausing now and then."""
    random = Random(seed)
    for number in range(count):
        key = random.choice(LIKELY)
        if key == "q" and not isinstance(at.app.focused, Input):
            continue
        character = key if len(key) == 1 else " " if key == "space" else None
        names = {"?": "question_mark", "/": "slash", ".": "full_stop", "-": "minus", " ": "space"}
        at.app.post_message(events.Key(names.get(key, key), character))
        if number % 8 == 7:
            await at.pilot.pause()
    await at.pilot.pause()


def check(at: Driver) -> None:
    assert at.desk.store.check() == []
    events_kept = list(at.desk.store.events())
    assert [event.seq for event in events_kept] == list(range(1, len(events_kept) + 1))


async def test_a_thousand_random_keys(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await hammer(at, 7, 1_000)
        check(at)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50), (8, 3)])
async def test_many_more_random_keys(decks: Path, show: Study, seed: int, size: tuple[int, int]) -> None:
    put(decks)
    async with show(size=size) as at:
        await hammer(at, seed, 1_500)
        check(at)


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
