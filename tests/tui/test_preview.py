"""The preview on the whole screen: what it shows, how it follows saves, and that nothing comes of it."""

import os
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from support import cards, deck
from textual.pilot import Pilot
from textual.widgets import Input, Static
from tui.driving import QUESTIONS, screen_text

from quizapp.author.preview import Preview
from quizapp.tui.preview import PreviewApp
from quizapp.tui.screens.preview import PreviewScreen
from quizapp.tui.widgets.findings import FindingList
from quizapp.tui.widgets.follow import Follow
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.trying import Trying

CLOZE = '  - id: gaps\n    cloze: "[[One]] and [[two]]."\n'
BAD = "  - {id: all, question: Which of these?, answer: All of the above, wrong: [One, Two]}\n"


class Author:
    """Sits before a preview: presses keys, saves the file, looks."""

    def __init__(self, pilot: Pilot[None], path: Path) -> None:
        self.pilot = pilot
        self.path = path

    @property
    def screen(self) -> PreviewScreen:
        assert isinstance(self.pilot.app.screen, PreviewScreen), self.pilot.app.screen
        return self.pilot.app.screen

    @property
    def text(self) -> str:
        assert isinstance(self.pilot.app, PreviewApp)
        return screen_text(self.pilot.app)

    @property
    def words(self) -> str:
        return " ".join(self.text.replace("▌", " ").split())

    @property
    def preview(self) -> Preview:
        assert self.screen.preview is not None
        return self.screen.preview

    @property
    def here(self) -> str:
        assert self.preview.question is not None
        return self.preview.question.id

    def said(self, name: str) -> str:
        return str(self.screen.query_one(name, Static).content)

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause()
            await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        field = self.pilot.app.focused
        assert isinstance(field, Input)
        field.insert_text_at_cursor(text)
        await self.pilot.pause()

    async def save(self, questions: str, *, raw: str = "") -> None:
        """Save as editors do: a new file in the place of the old one."""
        part = self.path.with_suffix(".part")
        part.write_text(raw or deck("d", questions), encoding="utf-8")
        part.replace(self.path)
        follow = self.screen.query_one(Follow)
        follow.look()
        follow.look()
        await self.settle()


Open = Callable[..., AbstractAsyncContextManager[Author]]


@pytest.fixture
def preview(tmp_path: Path) -> Open:
    """Opens the preview of a deck of these questions, and of more files."""

    @asynccontextmanager
    async def run(
        questions: str, *, extra: str = "", size: tuple[int, int] = (100, 30), others: tuple[Path, ...] = ()
    ) -> AsyncIterator[Author]:
        path = tmp_path / "d.deck.yaml"
        path.write_text(deck("d", questions, extra=extra), encoding="utf-8")
        app = PreviewApp((path, *others), None, os.environ)
        async with app.run_test(size=size) as pilot:
            author = Author(pilot, path)
            await author.settle()
            yield author

    return run


async def test_it_goes_from_question_to_question(preview: Open) -> None:
    async with preview(cards(3)) as author:
        assert "Question q 1?" in author.text
        assert "Question 1 of 3" in author.text
        await author.press("n", "right")
        assert (author.here, "Question q 3?" in author.text) == ("q3", True)
        await author.press("n", "p")
        assert author.here == "q2"
        await author.press("home")
        assert author.here == "q1"


@pytest.mark.long
async def test_each_card_of_a_question_has_its_turn(preview: Open) -> None:
    async with preview(CLOZE) as author:
        assert "card 1 of 2" in author.text
        await author.press("f")
        assert "card 2 of 2" in author.text
        assert "One and" in author.text


@pytest.mark.long
async def test_a_question_is_found_by_its_number_and_by_words(preview: Open) -> None:
    async with preview(cards(12)) as author:
        await author.press("g")
        await author.type("11")
        await author.press("enter")
        assert author.here == "q11"
        await author.press("g")
        await author.type("q 3")
        await author.press("enter")
        assert author.here == "q3"
        await author.press("g", "escape")
        assert author.here == "q3"


async def test_a_response_is_judged_and_the_rule_named(preview: Open) -> None:
    async with preview(cards(1)) as author:
        await author.press("enter")
        await author.type("answer")
        await author.press("enter")
        assert "Wrong" in author.text
        assert "score 0.00, rated Again" in author.said("#ruling")
        await author.press("enter")
        await author.type("answer1")
        await author.press("enter")
        assert author.said("#ruling") == "Rule exact, score 1.00, rated Good in studying."


@pytest.mark.long
@pytest.mark.parametrize("kind", sorted(QUESTIONS))
async def test_every_kind_can_be_asked_answered_and_asked_again(preview: Open, kind: str) -> None:
    sources = "sources:\n  clinic: {title: A clinic's explainer, file: 002.txt}\n"
    async with preview(QUESTIONS[kind], extra=sources) as author:
        await author.press("d")
        trying = author.screen.query_one(Trying)
        assert not trying.asking
        assert author.said("#ruling").startswith("Rule dont-know")
        await author.press("r")
        assert trying.asking


async def test_letters_are_keys_until_one_begins_to_type(preview: Open) -> None:
    async with preview(cards(2)) as author:
        assert author.pilot.app.focused is None
        await author.press("enter", "n")
        field = author.pilot.app.focused
        assert isinstance(field, Input)
        assert (field.value, author.here) == ("n", "q1")
        await author.press("f8")
        assert author.here == "q2"


async def test_a_save_is_shown_and_the_place_kept(preview: Open) -> None:
    async with preview(cards(3)) as author:
        await author.press("n")
        await author.save(cards(2, prefix="new") + cards(3).replace("Question q 2?", "Reworded?"))
        assert (author.here, "Reworded?" in author.text) == ("q2", True)
        assert "Question 4 of 5" in author.text


async def test_what_was_typed_stays_while_the_question_stays(preview: Open) -> None:
    async with preview(cards(3)) as author:
        await author.press("n", "enter")
        await author.type("half")
        await author.save(cards(1, prefix="new") + cards(3))
        field = author.pilot.app.focused
        assert isinstance(field, Input)
        assert field.value == "half"
        await author.save(cards(1, prefix="new") + cards(3).replace("answer: answer2", "answer: other"))
        assert author.pilot.app.focused is None


async def test_a_new_save_is_what_the_next_response_is_judged_by(preview: Open) -> None:
    async with preview(cards(2)) as author:
        await author.press("enter")
        await author.save(cards(1) + "  - {id: x, question: X?, typed: true, answer: elsewhere}\n")
        await author.type("elsewhere")
        await author.press("enter")
        assert "Rule another-answer" in author.said("#ruling")


async def test_a_broken_save_keeps_the_last_good_version_and_tells_the_first_mistake(preview: Open) -> None:
    async with preview(cards(3)) as author:
        await author.press("n")
        await author.save(cards(3).replace("    answer: answer3", "    anser: answer3"))
        assert "Question q 2?" in author.text
        assert "d.deck.yaml:16:5: " in author.words
        assert "Until then you see it as it was before." in author.words
        await author.save("", raw="deck: [")
        assert "Question q 2?" in author.text
        await author.save(cards(4))
        assert "Question 2 of 4" in author.text
        assert not author.screen.query_one("#broken").display


async def test_a_file_that_is_broken_from_the_start_is_waited_for(preview: Open) -> None:
    async with preview("  - {id: a, anser: b}\n") as author:
        assert "There is nothing to show yet." in author.words
        await author.press("n", "d", "f", "g", "v", "h", "m", "r")
        await author.save(cards(1))
        assert "Question q 1?" in author.text


async def test_a_file_that_is_gone_is_told_and_taken_up_again(preview: Open) -> None:
    async with preview(cards(1)) as author:
        author.path.unlink()
        follow = author.screen.query_one(Follow)
        for _ in range(6):
            follow.look()
        await author.settle()
        assert "is gone" in author.words
        await author.save(cards(2))
        assert "is gone" not in author.words
        assert "of 2" in author.text


async def test_findings_stand_beside_the_question_they_concern(preview: Open) -> None:
    async with preview(cards(1) + BAD) as author:
        assert "✗ " in author.said("#tally")
        assert "Replace it by an option" not in author.words
        await author.press("n")
        assert "O3 line 9:" in author.words
        assert "→" in author.text


@pytest.mark.long
async def test_the_next_problem_leads_to_its_question_and_choosing_one_too(preview: Open) -> None:
    async with preview(cards(2) + BAD) as author:
        await author.press("m")
        problem = author.screen.query_one(FindingList).current
        assert problem is not None
        assert author.preview.number_at(problem.line) == author.preview.spot.at
        await author.press("home")
        author.screen.query_one(FindingList).focus()
        await author.press("end", "enter")
        assert author.here == "all"


@pytest.mark.long
async def test_notes_are_counted_and_shown_on_demand(preview: Open) -> None:
    async with preview(cards(3)) as author:
        before = len(author.screen.query_one(FindingList).problems)
        assert "note" in author.said("#tally")
        await author.press("a")
        assert len(author.screen.query_one(FindingList).problems) > before


@pytest.mark.long
async def test_a_source_that_is_not_at_hand_says_so(preview: Open) -> None:
    sources = "sources:\n  clinic: {title: A clinic's explainer, file: 002.txt}\n"
    async with preview(QUESTIONS["short"], extra=sources) as author:
        await author.press("v")
        assert "002.txt" in author.words
        await author.press("v")
        assert "v Source" in author.words


@pytest.mark.long
async def test_another_deck_of_the_folder_can_be_chosen(preview: Open, tmp_path: Path) -> None:
    other = tmp_path / "other.deck.yaml"
    other.write_text(deck("o", cards(1, prefix="other")), encoding="utf-8")
    async with preview(cards(2), others=(other,)) as author:
        await author.press("n", "o")
        await author.type("oth")
        await author.press("enter")
        await author.settle()
        assert author.here == "other1"


@pytest.mark.long
async def test_markup_in_a_deck_is_text(preview: Open) -> None:
    bait = '  - {id: "b", question: "[red]Which[/] [@click=app.quit]of[/]?", answer: "[/]", typed: true}\n'
    async with preview(bait) as author:
        await author.press("d")
        assert "[red]Which[/] [@click=app.quit]of[/]?" in author.words


async def test_an_editor_that_can_not_be_lent_the_terminal_is_told(
    preview: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    async with preview(cards(2)) as author:
        await author.press("n", "e")
        assert "line 9" in str(author.screen.query_one(Notice).content)


@pytest.fixture
def frozen(tmp_path: Path, home: Path) -> Iterator[Callable[[], list[Path]]]:
    """Lists what is there, and lets nobody write once it was asked for the first time."""
    home.mkdir()

    def look() -> list[Path]:
        for folder in (home, tmp_path):
            folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        return sorted(tmp_path.rglob("*"))

    yield look
    for folder in (tmp_path, home):
        folder.chmod(stat.S_IRWXU)


async def test_nothing_is_written_anywhere(frozen: Callable[[], list[Path]], preview: Open) -> None:
    async with preview(QUESTIONS["choice"] + cards(2)) as author:
        before = frozen()
        await author.press("d", "n", "enter")
        await author.type("answer1")
        await author.press("enter", "v", "m")
        assert frozen() == before


async def test_the_palette_offers_what_needs_no_log(preview: Open) -> None:
    async with preview(cards(2)) as author:
        await author.press("ctrl+p")
        await author.settle()
        assert "Next problem" in author.text
        assert "Progress" not in author.text
        await author.press("escape", "question_mark", "escape")
        assert author.here == "q1"


@pytest.mark.long
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_it_fits_every_size(preview: Open, size: tuple[int, int]) -> None:
    async with preview(BAD + cards(40), size=size) as author:
        assert "Which of these?" in author.text
        assert author.said("#tally").startswith("✗ ")
        await author.press("n", "d")
        assert "answer1" in author.text
