"""What is chosen before a quiz, by keys and clicks, and what it leads to."""

from pathlib import Path

import pytest
from tui.conftest import Study
from tui.driving import Driver, deck
from tui.sitting import put

from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.tui.screens.quiz.dialogs import AskScreen, EntryScreen, PickScreen
from quizapp.tui.screens.quiz.past import PastScreen
from quizapp.tui.screens.quiz.result import ResultScreen
from quizapp.tui.screens.quiz.setup import SetupScreen
from quizapp.tui.screens.quiz.sitting import SittingScreen
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.form import Form

TWO = """\
  - {id: a, statement: Blood is red., answer: true, topic: blood, level: 1, tags: [easy]}
  - {id: b, statement: Bone is soft., answer: false, topic: bone, level: 3}
"""
EXAM = "format: 1\nexam: Final exam\ndecks: [two.deck.yaml]\ncount: 2\nminutes: 9\npass: 60%\n"


def put_two(decks: Path) -> None:
    put(decks)
    (decks / "two.deck.yaml").write_text(deck("two", TWO, title="Blood and bone"), encoding="utf-8")


def quiz_of(at: Driver) -> Quiz:
    assert isinstance(at.app.screen, SittingScreen), at.app.screen
    return at.app.screen._quiz


async def to(at: Driver, line: str) -> None:
    """Move the cursor to a line by the arrows."""
    form = at.app.screen.query_one(Form)
    await at.press("home")
    for _ in range(40):
        if form.here == line:
            return
        await at.press("down")
    raise AssertionError(f"{line} is not in the form")


async def test_x_and_enter_begin_ten_questions_of_the_deck_at_the_cursor(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x")
        assert isinstance(at.app.screen, SetupScreen)
        assert "Start practice 10 questions" in at.words
        await at.press("enter")
        paper = quiz_of(at).paper
        assert len(paper.entries) == 10
        assert not paper.rules.exam
        assert not paper.timed


async def test_it_says_how_many_questions_fit_as_one_chooses(decks: Path, show: Study) -> None:
    put_two(decks)
    async with show() as at:
        await at.press("x")
        await to(at, "decks")
        await at.press("enter", "a", "enter")
        total = 13
        assert f"of {total} that fit" in at.text
        await to(at, "kind")
        await at.press("enter")
        assert isinstance(at.app.screen, PickScreen)
        await at.press("end", "space", "enter")
        assert "true/false" in at.text
        assert "of 3 that fit" in at.text


async def test_topics_tags_and_difficulty_narrow_it_down(decks: Path, show: Study) -> None:
    put_two(decks)
    async with show() as at:
        at.app.push_screen(SetupScreen().begin(at.desk, "two"))
        await at.pilot.pause()
        for line, shown in (("topic", "blood"), ("level", "easy"), ("tag", "easy")):
            await to(at, line)
            await at.press("enter", "space", "enter")
            assert shown in at.text
            assert "of 1 that fit" in at.text


async def test_nothing_to_tick_is_said(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x")
        await to(at, "topic")
        await at.press("enter")
        assert "No question of these decks has a topic." in at.words


async def test_where_nothing_fits_nothing_can_be_started(decks: Path, show: Study) -> None:
    put_two(decks)
    async with show() as at:
        at.app.push_screen(SetupScreen().begin(at.desk, "two"))
        await at.pilot.pause()
        await to(at, "topic")
        await at.press("enter", "space", "enter")
        await to(at, "level")
        await at.press("enter", "end", "space", "enter")
        assert "No question fits what is chosen below." in at.words
        await at.press("s")
        assert isinstance(at.app.screen, TroubleScreen | SetupScreen)


async def test_an_exam_tells_its_rules_first(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x")
        await to(at, "exam")
        await at.press("right")
        await to(at, "minutes")
        await at.press("right", "right")
        assert "At zero it is handed in as it is. Interrupted, the clock runs on." in at.words
        await to(at, "clock")
        await at.press("right")
        assert "the clock stands still" in at.text
        await at.press("s")
        assert isinstance(at.app.screen, AskScreen)
        assert "Time: 10 minutes. At zero it is handed in as it is." in at.words
        await at.press("enter")
        rules = quiz_of(at).paper.rules
        assert (rules.exam, rules.minutes, rules.runs) == (True, 10, False)


async def test_numbers_can_be_typed_and_are_refused_kindly(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x")
        await to(at, "minutes")
        await at.press("enter")
        assert isinstance(at.app.screen, EntryScreen)
        await at.type("0")
        await at.press("enter")
        assert "A whole number from 1 to 1440 is needed." in at.words
        await at.press("backspace", "7", "enter")
        assert "7 minutes" in at.text


async def test_the_same_seed_gives_the_same_paper(decks: Path, show: Study) -> None:
    put(decks)
    papers = []
    async with show() as at:
        for _ in range(2):
            at.app.push_screen(SetupScreen().begin(at.desk, "d"))
            await at.pilot.pause()
            await to(at, "seed")
            await at.press("enter")
            await at.type("seven")
            await at.press("enter", "s")
            papers.append([str(entry.item.card) for entry in quiz_of(at).paper.entries])
    assert papers[0] == papers[1]


async def test_a_paper_code_brings_the_same_paper_and_a_wrong_one_is_told(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        paper = sit.draw(at.desk, ["d"], seed="seven", at_most=True)
        await at.press("x", "p")
        await at.type("ABC-DEF")
        await at.press("enter")
        assert isinstance(at.app.screen, TroubleScreen)
        await at.press("escape", "p")
        await at.type(paper.code.lower())
        await at.press("enter")
        drawn = quiz_of(at).paper
        assert [entry.item.card for entry in drawn.entries] == [entry.item.card for entry in paper.entries]


async def test_an_exam_beside_the_deck_is_offered(decks: Path, show: Study) -> None:
    put_two(decks)
    (decks / "final.exam.yaml").write_text(EXAM, encoding="utf-8")
    async with show() as at:
        at.app.push_screen(SetupScreen().begin(at.desk, "two"))
        await at.pilot.pause()
        assert "▶ Exam Final exam 2 questions, 9 min, 60 % to pass" in at.words
        await at.click("Final exam")
        assert "To pass you need 60 percent." in at.words
        await at.press("enter")
        assert quiz_of(at).paper.title == "Final exam"


async def test_lines_can_be_clicked(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x")
        await at.click("each answer is judged")
        assert "Start exam" in at.text
        await at.click("▶ Start exam")
        assert isinstance(at.app.screen, AskScreen)


async def test_past_attempts_are_listed_and_opened(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        await at.press("x", "a")
        assert isinstance(at.app.screen, PastScreen)
        assert "Nothing yet." in at.text
        quiz = sit.begin(at.desk, sit.draw(at.desk, ["d"], seed="1", at_most=True))
        quiz.hand_in()
        await at.press("escape", "a")
        assert "0 %" in at.text
        await at.press("enter")
        assert isinstance(at.app.screen, ResultScreen)
        await at.press("escape")
        assert isinstance(at.app.screen, PastScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_cursor_stays_in_sight(decks: Path, show: Study, size: tuple[int, int]) -> None:
    put(decks)
    async with show(size=size) as at:
        await at.press("x", "end")
        assert "▌Paper" in at.text
        await at.press("home")
        assert "▌▶ Start practice" in at.text


async def test_an_exam_may_have_a_mark_to_pass_and_wrong_answers_that_cost(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        at.app.push_screen(SetupScreen().begin(at.desk, "d"))
        await at.pilot.pause()
        assert "To pass" not in at.text
        await to(at, "exam")
        await at.press("right")
        await to(at, "passing")
        await at.press("right", "right")
        await to(at, "penalty")
        await at.press("right")
        await at.press("s")
        assert "To pass you need 60 percent." in at.words
        assert "A wrong answer costs 0.25 points" in at.words
        await at.press("enter")
        assert quiz_of(at).paper.rules.passing == 60


async def test_enter_is_called_by_what_it_does(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        at.app.push_screen(SetupScreen().begin(at.desk, "d"))
        await at.pilot.pause()
        for line, word in (("start", "Start"), ("decks", "Choose"), ("count", "Type it")):
            await to(at, line)
            assert f"Enter {word}" in at.words


async def test_where_nothing_can_be_chosen_there_is_no_cursor(decks: Path, show: Study) -> None:
    put(decks)
    async with show() as at:
        at.app.push_screen(PastScreen(at.desk))
        await at.pilot.pause()
        await at.pilot.pause()
        assert "Nothing yet." in at.text
        assert "▌" not in at.text


async def test_past_attempts_at_other_decks_are_listed_where_there_are_none_at_these(
    decks: Path, show: Study
) -> None:
    put_two(decks)
    async with show() as at:
        sit.begin(at.desk, sit.draw(at.desk, ["two"], seed="1", at_most=True)).hand_in()
        at.app.push_screen(PastScreen(at.desk, ("d",)))
        await at.pilot.pause()
        await at.pilot.pause()
        assert "Blood and bone" in at.text
