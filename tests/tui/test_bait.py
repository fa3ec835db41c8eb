"""Text from decks, file names and learners is shown as it is, whatever it looks like."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tui.conftest import Study
from tui.driving import deck

from quizapp.errors import StoreError
from quizapp.text import is_safe
from quizapp.tui.inline import bare
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.texts import clean, plain
from quizapp.tui.widgets.rows import Row, lay_out

BAIT = ("[/]", "[@click=app.quit]x", "list[int]", "[bold]b[/bold]", "$accent", "{x}", "100% [sic]")


def quoted(text: str) -> str:
    return f'"{text}"'


@pytest.mark.parametrize("bait", BAIT)
async def test_prompts_options_and_titles_are_shown_verbatim(decks: Path, show: Study, bait: str) -> None:
    question = (
        f"  - id: q\n    question: {quoted(bait + ' asked?')}\n    answer: {quoted(bait + ' is right')}\n"
    )
    question += f"    wrong: [{quoted(bait + ' is wrong')}]\n    hint: {quoted(bait + ' helps')}\n"
    question += f"    explain: {quoted(bait + ' explains')}\n"
    keys = f"notice: {quoted(bait + ' is a notice')}\nabout: {quoted(bait + ' is about')}\n"
    text = deck("d", question, title=quoted(bait), keys=keys)
    (decks / "d.deck.yaml").write_text(text, encoding="utf-8")
    async with show() as at:
        assert f"○ {bait} " in at.text
        await at.press("enter")
        assert f"{bait} is a notice" in at.text
        assert f"{bait} is about" in at.text
        await at.press("enter", "h")
        for shown in ("asked?", "is right", "is wrong", "helps"):
            assert f"{bait} {shown}" in at.text
        await at.press("1")
        assert f"{bait} explains" in at.text


@pytest.mark.parametrize("bait", BAIT[:3])
async def test_the_palette_and_the_limits_show_titles_verbatim(decks: Path, show: Study, bait: str) -> None:
    question = "  - {id: q, statement: Cells live., answer: true}\n"
    (decks / "d.deck.yaml").write_text(deck("d", question, title=quoted(bait)), encoding="utf-8")
    async with show() as at:
        await at.press("ctrl+p")
        await at.type("about")
        assert bait in at.text
        await at.press("escape", "s", "end", "enter")
        assert bait in at.text
        assert 'decks."d".new_per_day' in at.text


@pytest.mark.parametrize("bait", BAIT)
async def test_what_a_learner_types_is_shown_verbatim(study: Study, bait: str) -> None:
    async with study("short") as at:
        await at.type(bait)
        assert bait in at.text
        await at.press("enter")
        assert f"You wrote     {bait}" in at.text


async def test_entries_gaps_and_units_are_shown_verbatim(study: Study) -> None:
    questions = (
        '  - {id: a, question: How much?, number: 5, unit: "[/]"}\n'
        '  - {id: b, cloze: "[/] and [[#a x\\\\[y\\\\]::\\\\[hint\\\\]]] list\\\\[int\\\\]"}\n'
        "  - {id: c, question: Name., list: [red, green]}\n"
    )
    async with study("", questions) as at:
        assert " [/]\n" in at.text
        await at.press("f3", "enter")
        assert "[/] and" in at.text
        assert "[hint]" in at.text
        await at.press("f3")
        assert "x[y]" in at.text
        await at.press("enter")
        await at.type("[/x]")
        await at.press("enter")
        assert "[x]  [/x]" in at.text


async def test_pasted_lines_and_controls_do_no_harm(study: Study) -> None:
    async with study("short") as at:
        await at.type("a\x1b[31mb\u202ec\x00")
        await at.press("enter")
        assert is_safe(at.text)
        assert "a\\x1b[31mb\\u202ec\\x00" in at.text


async def test_an_error_with_brackets_is_told(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    async with study("truefalse") as at:

        def fail(*_: object, **__: object) -> None:
            raise StoreError("[/] is [bold]broken", where="/tmp/[red]", todo="Mend [x]")

        monkeypatch.setattr(at.desk.store, "append", fail)
        await at.press("t")
        assert "[/] is [bold]broken." in at.text
        assert "/tmp/[red]" in at.text
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, HomeScreen)


@given(st.text(max_size=80))
def test_any_text_becomes_content_without_markup(text: str) -> None:
    content = plain(text)
    assert is_safe(content.plain)
    assert content.spans == []


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.integers(12, 90))
def test_rows_of_any_text_fit_their_width_and_lose_nothing(texts: list[str], width: int) -> None:
    rows = tuple(Row(str(at), text) for at, text in enumerate(texts))
    lines = lay_out(rows, width)
    assert sorted({line.row for line in lines}) == list(range(len(rows)))
    for at, row in enumerate(rows):
        shown = "".join(line.text.plain for line in lines if line.row == at)
        wanted = "".join(bare(clean(row.text)).split())
        assert "".join(shown.split()) == wanted
