"""At any size, and while it changes, nothing that was given is lost and what takes the keys is in sight."""

import pytest
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import QUESTIONS, Driver

from quizapp.tui.widgets.card import CardView

SIZES = [(80, 24), (40, 12), (250, 70), (60, 12), (40, 30), (120, 40), (80, 24)]
LONG = " ".join(
    ["A clinic compares two checkpoint inhibitors in patients whose tumours have no T cells yet."] * 9
)


async def resized(at: Driver, size: tuple[int, int]) -> None:
    await at.pilot.resize_terminal(*size)
    await at.pilot.pause()
    await at.pilot.pause()


def in_sight(at: Driver) -> bool:
    """Tell whether what has the focus can be seen, or its first line where it is longer than the screen."""
    focused = at.app.focused
    assert focused is not None
    card = at.app.screen.query_one(CardView).region
    return focused.region.height > 0 and card.contains(focused.region.x, focused.region.y)


@pytest.mark.parametrize(
    "kind", ["cloze", *(pytest.param(kind, marks=pytest.mark.long) for kind in ("short", "list", "numeric"))]
)
async def test_what_was_typed_stays_through_every_size(study: Study, kind: str) -> None:
    async with study(kind) as at:
        await at.type("anti")
        for size in SIZES:
            await resized(at, size)
            assert isinstance(at.app.focused, Input)
            assert at.app.focused.value == "anti"
            assert "anti" in at.text
            assert in_sight(at)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("matching", ("2", "1")),
        pytest.param("many", ("1", "3"), marks=pytest.mark.long),
        pytest.param("ordering", ("3",), marks=pytest.mark.long),
    ],
)
async def test_marks_matches_and_orders_stay_through_every_size(
    study: Study, kind: str, keys: tuple[str, ...]
) -> None:
    async with study(kind) as at:
        await at.press(*keys)
        response = at.app.screen.query_one(CardView).response
        assert response is not None
        given = response.pending()
        assert given is not None
        for size in SIZES:
            await resized(at, size)
            assert response.pending() == given


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        ("short", (40, 12)),
        pytest.param("short", (80, 24), marks=pytest.mark.long),
        *(
            pytest.param(kind, size, marks=pytest.mark.long)
            for kind in ("choice", "ordering")
            for size in ((40, 12), (80, 24))
        ),
    ],
)
async def test_a_long_question_scrolls_and_its_response_is_in_sight(
    study: Study, kind: str, size: tuple[int, int]
) -> None:
    text = QUESTIONS[kind]
    old = next(line for line in text.split("\n") if "question:" in line)
    async with study("", text.replace(old, f"    question: {LONG}"), size=size) as at:
        assert "A clinic compares" in at.words
        await at.press("a" if kind == "short" else "down")
        assert in_sight(at)
        await at.press("pageup", "pageup", "pageup", "pageup", "pageup", "pageup")
        assert "A clinic compares" in at.words
        await at.press("pagedown")


async def test_the_prompt_begins_on_the_same_line_before_and_after_the_answer(study: Study) -> None:
    for size in ((80, 24), (120, 40), (200, 50)):
        async with study("flashcard", size=size) as at:
            before = line_of(at, "What does a brake do")
            await at.press("space")
            assert line_of(at, "What does a brake do") == before


async def test_prompts_of_all_short_questions_begin_on_the_same_line(study: Study) -> None:
    places = set()
    for kind in ("flashcard", "short", "choice", "truefalse", "numeric", "matching"):
        async with study(kind) as at:
            places.add(line_of(at, "New · "))
    assert len(places) == 1


def line_of(at: Driver, text: str) -> int:
    """The line on which a text stands."""
    return next(y for y, line in enumerate(at.text.split("\n")) if text in line)


async def test_the_card_stands_in_the_middle_under_its_head(study: Study) -> None:
    for size in ((120, 40), (200, 50)):
        async with study("choice", size=size) as at:
            head, card = at.app.screen.query_one("#top").region, at.app.screen.query_one("#card").region
            assert (card.x, card.width) == (head.x, head.width)
