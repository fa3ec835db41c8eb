"""Colours can be read, and nothing needs them."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.screen import ModalScreen
from textual.theme import Theme
from tui.conftest import Study
from tui.driving import QUESTIONS

from quizapp.settings import TABLE
from quizapp.study.desk import Desk
from quizapp.tui import themes
from quizapp.tui.app import QuizApp
from quizapp.tui.themes import CONTRAST, DARK, GROUNDS, LIGHT, ROLES, THEMES

STYLES = Path(themes.__file__).parent / "styles"
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


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_a_scroll_bar_can_be_seen_and_is_fainter_than_any_word(theme: Theme, ground: str) -> None:
    """3:1 is what WCAG 2.2 asks of what is no text (1.4.11)."""
    colours = theme.variables
    below = Color.parse(colours[ground])
    words = min(contrast(Color.parse(colours[role]), below) for role in ROLES)
    assert 3 <= contrast(Color.parse(colours["scrollbar"]), below) < words


def unreadable(app: QuizApp, least: float) -> list[str]:
    """Return every word with too weak a contrast; what a dialog covers is dimmed on purpose."""
    box = (
        app.screen.query(".dialog").first().region
        if isinstance(app.screen, ModalScreen)
        else app.screen.region
    )
    found = []
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            style, here = segment.style, (x, y)
            x += segment.cell_length
            if not box.contains(*here) or not any(sign.isalnum() for sign in segment.text):
                continue
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            one, other = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if contrast(one, other) < least:
                found.append(f"{segment.text.strip()!r}: {one.hex} on {other.hex}")
    return found


MARKED = """\
  - id: q
    question: "How much H~2~O has `x[0]`, **all** told? See *this*:"
    answer: much
    wrong: [{text: "`little`", why: Not so.}, none]
    hint: Think.
    explain: "- one\\n\\n```\\ncode\\n```"
    source: {doc: clinic, paragraph: 3}
    image: {file: cell.png, alt: A cell}
"""


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
async def test_every_word_on_the_screens_can_be_read(study: Study, decks: Path, theme: Theme) -> None:
    questions = MARKED + "".join(
        QUESTIONS[kind].replace("id: q\n", f"id: {kind}\n")
        for kind in ("short", "many", "cloze", "flashcard")
    )
    (decks / "002.txt").write_text("One.\n\nTwo.\n\nA first. A second.\n", encoding="utf-8")
    least = LEAST[theme.name]
    async with study("", questions, size=(80, 40)) as at:
        at.app.theme = theme.name
        await at.pilot.pause()
        assert unreadable(at.app, least) == []
        await at.press("h", "g", "m", at.digit("`little`"))
        assert unreadable(at.app, least) == []
        await at.press("v")
        assert unreadable(at.app, least) == []
        await at.press("escape", "enter")
        await at.type("antibodyes")
        assert unreadable(at.app, least) == []
        await at.press("enter")
        assert unreadable(at.app, least) == []
        for keys in (("enter",), ("1", "2", "f3"), ("enter",), ("f3", "enter"), ("space",), ("escape",)):
            await at.press(*keys)
            assert unreadable(at.app, least) == []


def test_every_colour_of_the_style_sheets_is_a_role_that_is_checked() -> None:
    """What is named here is measured above; a colour by its value would escape."""
    sheets = [path.read_text(encoding="utf-8") for path in STYLES.glob("*.tcss")]
    texts = {name for sheet in sheets for name in re.findall(r"[ {;]color: ([^;%]+?)(?: \d+%)?;", sheet)}
    grounds = {name for sheet in sheets for name in re.findall(r"background: ([^;%]+?)(?: \d+%)?;", sheet)}
    allowed = {f"${name}" for name in (*ROLES, *GROUNDS)}
    # Lines that are no words may be as faint as an edge.
    assert texts <= allowed | {"$edge"}
    assert grounds <= {*(f"${name}" for name in (*GROUNDS, "accent")), "transparent"}


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_a_button_at_the_cursor_can_be_read(theme: Theme) -> None:
    colours = theme.variables
    assert contrast(Color.parse(colours["background"]), Color.parse(colours["accent"])) >= LEAST[theme.name]


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


async def test_without_colour_an_empty_gap_can_still_be_seen(study: Study) -> None:
    async with study("cloze") as at:
        at.app.theme = "terminal"
        await at.pilot.pause()
        strips = at.app.screen._compositor.render_strips()
        lined = sum(
            segment.cell_length
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline
        )
        assert lined >= 2 * 22
