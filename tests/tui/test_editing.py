"""A question is edited in the learner's own editor, and asked as it reads then."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.reading import Reading
from quizapp.study.sitting import Stage
from quizapp.tui.app import QuizApp
from quizapp.tui.screens import rereading
from quizapp.tui.screens.copying import CopyScreen
from quizapp.tui.screens.done import DoneScreen
from quizapp.tui.screens.rereading import ReadingScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.loading import Progress

TWO = QUESTIONS["truefalse"] + QUESTIONS["short"].replace("id: q\n", "id: r\n")
Editor = Callable[[str, str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes an editor that replaces one text by another and notes how it was called."""
    monkeypatch.setattr(QuizApp, "suspend", lambda _: nullcontext())

    def make(old: str, new: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'called')!r}).write_text(' '.join(sys.argv[1:]))\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            f"file.write_text(file.read_text().replace({old!r}, {new!r}))\n"
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")

    return make


async def test_the_editor_opens_at_the_question_and_it_is_asked_as_it_reads_then(
    study: Study, editor: Editor, tmp_path: Path, decks: Path
) -> None:
    editor("T cells make antibodies.", "B cells make antibodies.")
    async with study("", TWO) as at:
        await at.press("e")
        line = (decks / "d.deck.yaml").read_text().split("\n").index("  - id: q") + 1
        assert (tmp_path / "called").read_text() == f"+{line} {decks / 'd.deck.yaml'}"
        assert "B cells make antibodies." in at.text
        assert at.session.stage is Stage.ASKING
        await at.press("f")
        assert "✓ Right" in at.text


async def test_what_was_typed_stays_if_the_question_is_the_same(study: Study, editor: Editor) -> None:
    editor("Each sticks to one target.", "Each sticks to its target.")
    async with study("short") as at:
        await at.type("antibod")
        await at.press("f6")
        assert isinstance(at.app.focused, Input)
        assert at.app.focused.value == "antibod"
        await at.type("ies")
        await at.press("enter")
        assert "Each sticks to its target." in at.text


async def test_an_explanation_is_mended_while_it_is_read(study: Study, editor: Editor) -> None:
    editor("Each sticks", "Every one sticks")
    async with study("short") as at:
        await at.type("cytokines")
        await at.press("enter", "e")
        assert at.session.stage is Stage.JUDGED
        assert "✗ Wrong" in at.text
        assert "Every one sticks to one target." in at.text


async def test_a_judged_card_keeps_its_answer_whatever_becomes_of_the_question(
    study: Study, editor: Editor
) -> None:
    editor("answer: antibodies", "answer: immunoglobulins")
    async with study("short") as at:
        await at.type("antibodies")
        await at.press("enter", "e")
        assert "✓ Right" in at.text
        await at.press("enter")


async def test_a_question_that_was_taken_out_makes_way_for_the_next(study: Study, editor: Editor) -> None:
    editor("  - id: q\n    statement", "  - id: gone\n    draft: true\n    statement")
    async with study("", TWO) as at:
        await at.press("e")
        assert at.item.question.id == "r"


async def test_the_last_question_taken_out_ends_the_sitting(study: Study, editor: Editor) -> None:
    editor("    statement", "    draft: true\n    statement")
    async with study("truefalse") as at:
        await at.press("e")
        assert isinstance(at.app.screen, DoneScreen)


async def test_a_mistake_is_told_with_its_place_and_can_be_mended_at_once(
    study: Study, editor: Editor
) -> None:
    editor("answer: false", "answer: perhaps")
    async with study("", TWO) as at:
        await at.press("e")
        assert isinstance(at.app.screen, TroubleScreen)
        assert "d.deck.yaml:" in at.words.replace(" ", "")
        editor("answer: perhaps", "answer: true")
        await at.press("r")
        assert at.item.question.id == "q"
        await at.press("t")
        assert "✓ Right" in at.text


async def test_a_mistake_can_be_left_alone_and_the_next_question_comes(study: Study, editor: Editor) -> None:
    editor("answer: false", "answer: perhaps")
    async with study("", TWO) as at:
        await at.press("e", "escape")
        assert at.item.question.id == "r"


async def test_a_deck_that_cannot_be_read_at_all_is_told(study: Study, editor: Editor) -> None:
    editor("format: 1", "format: 99")
    async with study("", TWO) as at:
        await at.press("e")
        assert isinstance(at.app.screen, TroubleScreen)
        await at.press("escape")
        assert isinstance(at.app.screen, DoneScreen)


async def test_without_a_terminal_for_the_editor_the_place_is_told(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "nano")
    async with study("short") as at:
        await at.press("f6")
        assert "can't be lent to an editor" in at.words
        assert "d.deck.yaml, line" in at.words
        assert isinstance(at.app.focused, Input)


async def test_an_editor_that_is_not_there_is_told(
    study: Study, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("", "")
    monkeypatch.setenv("VISUAL", "/nowhere/ed")
    async with study("truefalse") as at:
        await at.press("e")
        assert "/nowhere/ed can't be started" in at.words
        assert "EDITOR names your editor" in at.words


async def test_of_a_shipped_deck_a_copy_is_offered_and_edited(
    tmp_path: Path, desk: Desk, show: Study, editor: Editor
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "d.deck.yaml").write_text(deck("d", TWO, title="Shipped"), encoding="utf-8")
    editor("T cells make antibodies.", "B cells make antibodies.")
    async with show(Plan(decks=("d",))) as at:
        await at.press("e")
        assert isinstance(at.app.screen, CopyScreen)
        await at.press("escape")
        assert "T cells make antibodies." in at.text
        await at.press("e", "enter")
        assert "B cells make antibodies." in at.text
        assert "T cells" in (shipped / "d.deck.yaml").read_text(encoding="utf-8")
        assert at.desk.library.deck("d").path.is_relative_to(desk.paths.decks)


async def test_a_long_deck_is_read_again_while_the_keys_are_free(
    study: Study, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "LONG", 0)
    editor("T cells make antibodies.", "B cells make antibodies.")
    async with study("", TWO) as at:
        await at.press("e")
        while isinstance(at.app.screen, ReadingScreen):
            await at.pilot.pause()
        await at.pilot.pause()
        assert "B cells make antibodies." in at.text
        await at.press("f")
        assert "✓ Right" in at.text
        assert at.desk.store.check() == []


async def test_reading_a_long_deck_again_is_stopped_and_the_card_stays(
    study: Study, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "LONG", 0)
    begun, go_on = Event(), Event()

    def waiting(*_: object) -> Callable[[Progress], Reading]:
        def job(progress: Progress) -> Reading:
            progress(0, 1)
            begun.set()
            go_on.wait(60)
            progress(1, 1)
            raise AssertionError("it goes on though it was stopped")

        return job

    editor("T cells make antibodies.", "B cells make antibodies.")
    async with study("", TWO) as at:
        monkeypatch.setattr(Desk, "reading", waiting)
        await at.press("e")
        assert begun.wait(60)
        await at.pilot.pause()
        assert "0 of 1" in at.words
        assert "Esc Stop" in at.words
        await at.press("escape")
        go_on.set()
        assert "Reading decks was stopped" in at.words
        assert "T cells make antibodies." in at.text
