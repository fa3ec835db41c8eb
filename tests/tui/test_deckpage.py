"""The page of a deck."""

from pathlib import Path

import pytest
from tui.conftest import Study
from tui.driving import QUESTIONS, Driver, all_kinds, deck

from quizapp.study.desk import Desk
from quizapp.tui.screens.copying import CopyScreen
from quizapp.tui.screens.deckpage import DeckScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen

KEYS = """\
about: What cells do.
notice: For education, not medical advice.
reviewed: {on: 2026-01-02, against: a textbook}
authors: [Ada, "[b]Bo[/b]"]
license: CC0
"""


def put(decks: Path, name: str, questions: str = QUESTIONS["truefalse"], keys: str = "") -> Path:
    path = decks / f"{name}.deck.yaml"
    path.write_text(deck(name, questions, title=name.capitalize(), keys=keys), encoding="utf-8")
    return path


async def opened(at: Driver) -> DeckScreen:
    await at.press("i")
    page = at.app.screen
    assert isinstance(page, DeckScreen)
    return page


async def test_it_tells_all_there_is_to_know_of_a_deck(decks: Path, show: Study) -> None:
    path = put(decks, "cells", all_kinds(), KEYS)
    async with show(size=(120, 50)) as at:
        await opened(at)
        for said in (
            "What cells do.",
            "For education, not medical advice.",
            "11 cards",
            "not started",
            "flashcard 1",
            "A clinic's explainer  002.txt",
            "2026-01-02 · a textbook",
            "Ada, [b]Bo[/b]",
            "CC0",
            str(path)[:60],
            "in your decks folder",
        ):
            assert said in at.text


async def test_it_says_how_the_learner_stands(decks: Path, show: Study) -> None:
    put(decks, "cells", all_kinds())
    async with show() as at:
        await at.press("enter", "4", "f3", "escape", "i")
        assert "Studied    today" in at.text
        assert "% known" in at.text
        assert "in learning" in at.text


async def test_enter_studies_the_deck_without_showing_its_notice_again(decks: Path, show: Study) -> None:
    put(decks, "cells", keys=KEYS)
    async with show() as at:
        await opened(at)
        await at.press("enter")
        assert isinstance(at.app.screen, StudyScreen)
        assert at.desk.store.started() == ("cells",)


async def test_space_starts_and_stops_it_where_it_is(decks: Path, show: Study) -> None:
    put(decks, "cells")
    async with show() as at:
        page = await opened(at)
        assert "Space Start " in at.words
        await at.press("space")
        assert at.desk.store.started() == ("cells",)
        assert "Space Stop " in at.words
        assert "1 new · about 1 min" in at.text
        await at.press("space")
        assert at.desk.store.started() == ()
        assert at.app.screen is page


@pytest.mark.parametrize("key", ["escape", "i", "q"])
async def test_the_way_back_leads_to_the_decks(decks: Path, show: Study, key: str) -> None:
    put(decks, "cells")
    async with show() as at:
        await opened(at)
        await at.press(key)
        assert isinstance(at.app.screen, HomeScreen)


async def test_problems_are_told_with_their_lines(decks: Path, show: Study) -> None:
    path = put(decks, "cells", QUESTIONS["truefalse"] + "  - id: x\n    question: No answer?\n")
    async with show(size=(120, 40)) as at:
        await opened(at)
        assert "Problems in the file" in at.text
        assert path.name in at.text.replace("\n", "")
        assert "✗ Line 11: " in at.text
        assert "1 more has a mistake and can't be asked" in at.words


async def test_a_file_of_ones_own_is_edited_and_read_again(
    decks: Path, show: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(decks, "cells")
    edited: list[tuple[Path, int]] = []

    def edit(_app: object, _environment: object, path: Path, line: int) -> None:
        edited.append((path, line))
        put(decks, "cells", keys="about: Written just now.\n")

    monkeypatch.setattr("quizapp.tui.editing.edit", edit)
    async with show() as at:
        await opened(at)
        await at.press("e")
        await at.app.workers.wait_for_complete()
        await at.pilot.pause()
        assert edited == [((decks / "cells.deck.yaml").resolve(), 1)]
        assert "Written just now." in at.text


async def test_a_terminal_that_cannot_be_lent_is_told(
    decks: Path, show: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    put(decks, "cells")
    async with show() as at:
        await opened(at)
        await at.press("e")
        await at.app.workers.wait_for_complete()
        await at.pilot.pause()
        assert "can't be lent to an editor" in at.words


async def test_a_deck_that_came_along_is_edited_as_a_copy(desk: Desk, show: Study) -> None:
    desk.paths.shipped.mkdir(parents=True)
    put(desk.paths.shipped, "cells")
    async with show() as at:
        await opened(at)
        assert "came with quizapp" in at.text
        await at.press("e")
        assert isinstance(at.app.screen, CopyScreen)
        await at.press("escape")
        assert not desk.paths.decks.exists()


async def test_a_deck_that_went_away_leads_back_to_the_decks(decks: Path, show: Study) -> None:
    path = put(decks, "cells")
    put(decks, "organs")
    async with show() as at:
        page = await opened(at)
        path.unlink()
        at.desk.refresh()
        page.show()
        await at.pilot.pause()
        assert isinstance(at.app.screen, HomeScreen)
