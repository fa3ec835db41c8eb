"""Colours can be read, and nothing needs them."""

import pytest
from textual.color import Color
from textual.theme import Theme
from tui.conftest import Study

from quizapp.settings import TABLE
from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp
from quizapp.tui.themes import CONTRAST, DARK, GROUNDS, LIGHT, ROLES, THEMES

LEAST = {"quizapp-dark": 4.5, "quizapp-light": 4.5, "quizapp-contrast": 7.0}


def luminance(colour: Color) -> float:
    """Relative luminance as in WCAG 2.2."""
    channels = [value / 255 for value in colour.rgb]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_role_can_be_read_on_every_ground(theme: Theme, role: str, ground: str) -> None:
    colours = theme.variables
    found = contrast(Color.parse(colours[role]), Color.parse(colours[ground]))
    assert found >= LEAST[theme.name], f"{role} on {ground}: {found:.1f}"


def test_the_setting_knows_the_themes_there_are() -> None:
    (setting,) = (setting for setting in TABLE if setting.name == "theme")
    assert set(setting.choices) == {theme.name for theme in THEMES}


@pytest.mark.parametrize("name", [theme.name for theme in THEMES])
async def test_the_screens_say_the_same_under_every_theme(study: Study, name: str) -> None:
    async with study("choice") as at:
        await at.press(at.digit("The femur"))
        before = at.text
        at.app.theme = name
        await at.pilot.pause()
        assert at.text == before


async def test_no_color_leaves_no_colour(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = QuizApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == "terminal"
        strips = app.screen._compositor.render_strips()
        shown = [
            segment for strip in strips for segment in strip.apply_filter(app._filters[-1], Color(0, 0, 0))
        ]
        styles = [segment.style for segment in shown if segment.style]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
        assert styles
        assert all(colour.is_default for colour in colours)


async def test_nothing_moves_by_itself(desk: Desk) -> None:
    app = QuizApp(desk)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.animation_level == "none"
