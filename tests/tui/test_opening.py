"""The first screen stands before the log is opened; what can't be opened is told once it is gone."""

import pytest

from quizapp.errors import StoreError
from quizapp.settings import Settings
from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp
from quizapp.tui.opening import Opening
from quizapp.tui.screens.home import HomeScreen


async def test_the_log_is_opened_once_and_only_when_the_home_screen_stands(desk: Desk) -> None:
    seen: list[bool] = []

    def opened() -> Desk:
        seen.append(isinstance(app.screen, HomeScreen) and app.screen.is_mounted)
        return desk

    app = QuizApp(Opening(Settings(), opened))
    assert seen == []
    async with app.run_test() as pilot:
        while not app.home.settled:
            await pilot.pause()
        await pilot.press("s", "escape")
        assert app.desk is desk
    assert seen == [True]


async def test_a_log_that_cannot_be_opened_ends_the_program_with_its_error() -> None:
    def opened() -> Desk:
        raise StoreError("The log is damaged")

    with pytest.raises(StoreError, match="damaged"):
        async with QuizApp(Opening(Settings(), opened)).run_test() as pilot:
            await pilot.pause()
