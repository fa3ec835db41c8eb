"""The passage a question was drawn from can be read once the answer is known."""

from pathlib import Path

from tui.conftest import Study

from quizapp.study.sitting import Stage
from quizapp.tui.screens.passage import PassageScreen

TEXT = "\n\n".join(f"Paragraph {n} begins. It goes [on]. It ends." for n in range(1, 12))


async def test_the_paragraph_is_shown_with_its_sentence(study: Study, decks: Path) -> None:
    (decks / "002.txt").write_text(TEXT, encoding="utf-8")
    async with study("short") as at:
        await at.press("f3", "v")
        assert isinstance(at.app.screen, PassageScreen)
        assert "A clinic's explainer, paragraph 3, sentence 2" in at.text
        assert "Paragraph 3 begins. It goes [on]. It ends." in at.words
        await at.press("v")
        assert at.session.stage is Stage.JUDGED


async def test_a_document_that_is_not_at_hand_is_told_with_what_to_do(study: Study) -> None:
    async with study("flashcard") as at:
        await at.press("space", "v")
        assert "The document isn't at hand: put 002.txt" in at.words
        assert "QUIZAPP_DOCUMENTS" in at.words
        await at.press("escape")
        assert at.session.stage is Stage.REVEALED


async def test_before_the_answer_the_passage_is_not_offered(study: Study) -> None:
    async with study("flashcard") as at:
        assert "Source" not in at.text
        await at.press("v")
        assert not isinstance(at.app.screen, PassageScreen)


async def test_a_question_without_sources_has_nothing_to_show(study: Study) -> None:
    async with study("truefalse") as at:
        await at.press("t", "v")
        assert at.session.stage is Stage.JUDGED
        assert not isinstance(at.app.screen, PassageScreen)
