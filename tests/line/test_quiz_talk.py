"""A quiz in plain lines, from the rules to the repair."""

import io
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest

from quizapp.clock import SetClock
from quizapp.deck.blueprint import Blueprint
from quizapp.line.holding import hold
from quizapp.line.quizacts import HELP
from quizapp.line.talk import StreamTalk
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.sit import Start

QUESTIONS = """\
- {id: flash, question: Red in French?, answer: rouge, explain: From Latin.}
- {id: short, question: Capital of France?, answer: Paris, typed: true}
- {id: choice, question: 1 + 1?, answer: "2", wrong: ["3", "4"], shuffle: false}
- {id: gaps, cloze: "[[#a One]] and [[#a two]]."}
"""
Talk = Callable[..., tuple[int, str]]


@pytest.fixture
def talk(desk: Desk, write_deck: Callable[..., None]) -> Talk:
    """Types lines in a quiz of the deck `d`, then ends the input; returns exit code and transcript."""
    write_deck("d", QUESTIONS)
    desk.refresh()

    def held(lines: Sequence[str], start: Start | None = None, **rules: Any) -> tuple[int, str]:
        sink = io.StringIO()
        source = io.StringIO("".join(f"{line}\n" for line in lines))
        blueprint = Blueprint(order="deck", **rules)
        start = start or Start(sit.draw(desk, ["d"], blueprint, "x"))
        return hold(desk, StreamTalk(source, sink), start), sink.getvalue()

    return held


def test_an_exam_is_sat_from_the_rules_to_the_result(talk: Talk) -> None:
    lines = ["", "rouge", "Paris", "1", "One", "two", "/handin", "3", ""]
    code, said = talk(lines, minutes=10, passing=60)
    assert code == 0
    for sentence in (
        "Exam: 4 questions, 4 points in all.",
        "To pass you need 60 percent.",
        "Time: 10 minutes. At zero it is handed in as it is.",
        "the clock runs on.",
        "Flashcards you mark yourself at the end",
        "Flashcard, 1 of 4, 10:00 left: ",
        "Short answer, 2 of 4, 8:30 left: ",
        "Every question is answered.",
        "Your answer: rouge",
        "Your mark, 1 of 4: 3",
        "4 of 4 points, 100 percent: passed (60 percent needed)",
        "Explanation: From Latin.",
    ):
        assert sentence in said
    assert "Right." not in said.partition("Handed in")[0]


def test_below_the_pass_mark_the_exit_code_is_1(talk: Talk) -> None:
    assert talk(["", "/handin yes", ""], passing=60)[0] == 1


def test_one_goes_back_marks_clears_and_changes(talk: Talk) -> None:
    lines = ["", "", "Rome", "/b", "/b", "/later", "/go 2", "/clear", "Paris", "/o", "/open", "/handin yes"]
    _, said = talk(lines)
    assert "Your answer: Rome. Another one replaces it." in said
    assert "Marked for later." in said
    assert "Your answer is taken back." in said
    assert "1 of 4 questions answered; for later: 1." in said
    assert "Open: 1, 3, 4." in said
    assert "1 of 4 questions right, 1 answered" in said


def test_an_empty_line_goes_on_without_an_answer(talk: Talk) -> None:
    _, said = talk(["", "", "", "", "", "/handin yes", ""])
    assert "This is the last question." in said
    assert "0 answered" in said


def test_practice_tells_at_once_and_hands_in_after_the_last(talk: Talk) -> None:
    lines = ["", "", "2", "", "Rome", "", "9", "1", "", "One", "three", "", ""]
    _, said = talk(lines, feedback="each")
    assert "You are told after each answer how it was" in said
    assert "How was it? 1 wrong, 2 partly right, 3 right." in said
    assert "Answer: Paris" in said
    assert "There is no 9." in said
    assert "of 4 points" in said
    assert "Partly right" in said.partition("of 4 points")[2]


def test_how_sure_one_is_is_asked_and_told(talk: Talk) -> None:
    lines = ["", "", "Paris", "what", "3", "1", "", "/handin yes", ""]
    _, said = talk(lines, certainty=True)
    assert "Certainty, 2 of 4: 3" in said
    assert "- sure: 1 of 1 right, 100 percent" in said


@pytest.mark.parametrize("feedback", ["end", "each"])
@pytest.mark.parametrize("line", [None, "/quit"])
def test_an_answer_is_kept_if_one_stops_when_asked_how_sure_one_is(
    talk: Talk, desk: Desk, feedback: str, line: str | None
) -> None:
    _, said = talk(["", "/go 2", "Paris", *([line] if line else [])], certainty=True, feedback=feedback)
    assert said.count("How sure are you?") == 1
    assert "Everything given is kept." in said
    quiz = sit.resume(desk, sit.unfinished(desk)[0].attempt.id)
    assert quiz.course.slots[1].given is not None


class SlowTalk(StreamTalk):
    """Takes five minutes over each question of how sure one is."""

    clock: SetClock

    def ask(self, prompt: str) -> str:
        if prompt.startswith("Certainty"):
            self.clock.advance(timedelta(minutes=5))
        return super().ask(prompt)


@pytest.mark.parametrize("feedback", ["end", "each"])
def test_an_answer_given_in_time_counts_if_the_time_ends_when_asked_how_sure_one_is(
    talk: Talk, desk: Desk, feedback: str
) -> None:
    assert isinstance(desk.clock, SetClock)
    blueprint = Blueprint(order="deck", minutes=3, certainty=True, feedback=feedback)
    sink = io.StringIO()
    slow = SlowTalk(io.StringIO("\n/go 2\nRome\n3\n"), sink)
    slow.clock = desk.clock
    hold(desk, slow, Start(sit.draw(desk, ["d"], blueprint, "x")))
    assert "The time is over: the quiz is handed in as it was." in sink.getvalue()
    assert "0 of 4 questions right, 1 answered" in sink.getvalue()


def test_an_exam_says_that_flashcards_are_written_down(talk: Talk) -> None:
    said = talk([""])[1]
    assert "Write what you would say; you mark it yourself at the end." in said
    assert "press Enter" not in said
    assert "Think of the answer, then press Enter." in talk([""], feedback="each")[1]


def test_the_end_of_the_time_is_told_and_what_was_typed_after_it_does_not_count(
    talk: Talk, desk: Desk
) -> None:
    assert isinstance(desk.clock, SetClock)
    quiz = sit.begin(desk, sit.draw(desk, ["d"], Blueprint(order="deck", minutes=1), "x"))
    desk.clock.advance(timedelta(minutes=2))
    _, said = talk([""], Start(attempt=quiz.attempt.id))
    assert "the time was over" in said
    assert "0 answered" in said


def test_what_was_missed_is_repaired_and_taken_back_from_the_result(talk: Talk, desk: Desk) -> None:
    lines = ["", "", "Rome", "1", "", "/handin yes", "/repair", "/repair", "/count", "/undo", ""]
    _, said = talk(lines)
    assert "/repair asks 3 missed questions again soon." in said
    assert "3 questions will be asked soon. Started by that: Deck d." in said
    assert "That can't be done here." in said
    assert "1 right answer counted as early reviews." in said
    assert "The right answers don't count as reviews any more." in said
    assert desk.store.check() == []


def test_the_end_of_the_input_keeps_the_quiz_to_be_gone_on_with(talk: Talk, desk: Desk) -> None:
    code, said = talk(["", "rouge"])
    assert code == 0
    assert "Everything given is kept." in said
    (waiting,) = sit.unfinished(desk)
    _, said = talk(["/o"], Start(attempt=waiting.attempt.id, notices=("Look here.",)))
    assert "Look here." in said
    assert "Going on with Deck d" in said
    assert "1 of 4 questions answered." in said


class OtherWindow(StreamTalk):
    """While the learner types here, the quiz is handed in from another window."""

    desk: Desk

    def ask(self, prompt: str) -> str:
        line = super().ask(prompt)
        if line == "Paris":
            sit.resume(self.desk, sit.unfinished(self.desk)[0].attempt.id).hand_in()
        return line


@pytest.mark.usefixtures("talk")
def test_what_was_handed_in_from_another_window_is_not_answered_here(desk: Desk) -> None:
    sink = io.StringIO()
    window = OtherWindow(io.StringIO("\n/go 2\nParis\n"), sink)
    window.desk = desk
    hold(desk, window, Start(sit.draw(desk, ["d"], Blueprint(order="deck"), "x")))
    assert "This quiz went on in another window" in sink.getvalue()
    assert "0 of 4 questions right, 0 answered" in sink.getvalue()


def test_nothing_is_begun_before_the_rules_are_accepted(talk: Talk, desk: Desk) -> None:
    assert talk(["/quit"])[0] == 0
    assert talk([])[0] == 0
    assert sit.past(desk) == ()


@pytest.mark.parametrize("name", HELP)
def test_every_command_works_at_every_stage(talk: Talk, name: str) -> None:
    for lines in (["", f"/{name}"], ["", "", "Rome", f"/{name}"], ["", "x", "/handin yes", f"/{name}"]):
        talk(lines)
        talk(lines, feedback="each", minutes=3, seconds=20)


def test_an_unknown_command_is_told(talk: Talk) -> None:
    assert "There is no command /overveiw in a quiz. Did you mean /overview?" in talk(["", "/overveiw"])[1]
