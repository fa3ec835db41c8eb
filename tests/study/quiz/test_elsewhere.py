"""Two programs hold one attempt: what one does the other sees, and nothing is answered after the hand-in."""

from pathlib import Path

import pytest
from study.quiz.conftest import MakeDesk
from study.quiz.test_quiz import exam, right

from quizapp.answer.response import Revealed, Typed
from quizapp.deck.blueprint import Part
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.view import Stage

CARDS = """format: 1
deck: Mixed
id: mixed
questions:
  - {id: red, question: Red in French?, answer: rouge}
  - {id: green, question: Green in French?, answer: vert}
"""


def both(desk: Desk, make_desk: MakeDesk, **rules: object) -> tuple[Quiz, Quiz]:
    """The same attempt, held twice, both at the same question."""
    first = exam(desk, order="deck", **rules)
    first.go(1)
    second = sit.resume(make_desk(), first.attempt.id)
    assert first.tick() is Over.NOTHING
    return first, second


def test_what_is_handed_in_elsewhere_takes_no_answer_here(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.hand_in()
    assert first.stage is Stage.DONE
    assert second.tick() is Over.ELSEWHERE
    assert second.stage is Stage.DONE
    assert second.result() == first.result()


def test_an_answer_written_in_the_same_moment_as_the_hand_in_does_not_count(
    desk: Desk, make_desk: MakeDesk
) -> None:
    first, second = both(desk, make_desk)
    first.hand_in()
    second.answer(right(second))
    second.hand_in()
    shown = sit.result(desk, first.attempt.id)
    assert (shown.short.answered, shown.short.points) == (0, 0)
    assert [one.short for one in sit.past(desk)] == [first.result().short]


def test_an_answer_given_elsewhere_is_seen_before_it_is_changed_here(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.answer(Typed(("Paris",)))
    assert second.tick() is Over.ELSEWHERE
    assert second.given == Typed(("Paris",))
    assert second.tick() is Over.NOTHING
    second.answer(Typed(("Rome",)))
    assert first.tick() is Over.ELSEWHERE
    assert first.given == Typed(("Rome",))


def test_each_program_stays_at_its_own_question(desk: Desk, make_desk: MakeDesk) -> None:
    first, second = both(desk, make_desk)
    first.go(4)
    first.answer(right(first))
    assert second.tick() is Over.NOTHING
    assert second.place == 1
    assert second.course.slots[4].given is not None


def marking(desk: Desk, make_desk: MakeDesk) -> tuple[Quiz, Quiz]:
    """An exam with two flashcards, handed in, held twice; both wait for the first to be marked."""
    quiz = exam(desk, order="deck", parts=(Part(kind=("flashcard",)),))
    for _ in quiz.paper.entries:
        quiz.answer(Revealed())
        quiz.forward()
    quiz.hand_in()
    second = sit.resume(make_desk(), quiz.attempt.id)
    assert quiz.tick() is Over.NOTHING
    assert quiz.stage is second.stage is Stage.MARKING
    return quiz, second


def test_a_card_marked_elsewhere_is_not_marked_again_here(decks: Path, make_desk: MakeDesk) -> None:
    (decks / "mixed.deck.yaml").write_text(CARDS, encoding="utf-8")
    first, second = marking(make_desk(), make_desk)
    first.self_mark(1)
    assert second.tick() is Over.ELSEWHERE
    assert (second.stage, second.place, second.to_mark) == (Stage.MARKING, 1, (1,))
    assert second.tick() is Over.NOTHING
    second.self_mark(0)
    assert first.tick() is Over.ELSEWHERE
    assert first.stage is Stage.DONE
    assert first.result() == second.result()
    assert first.tick() is Over.NOTHING


def test_a_mark_that_comes_after_the_result_changes_nothing(decks: Path, make_desk: MakeDesk) -> None:
    (decks / "mixed.deck.yaml").write_text(CARDS, encoding="utf-8")
    desk = make_desk()
    first, second = marking(desk, make_desk)
    first.self_mark(1)
    first.self_mark(1)
    second.self_mark(0)
    assert sit.result(desk, first.attempt.id) == first.result()


def test_marking_goes_on_where_the_other_program_died_between_mark_and_next_card(
    decks: Path, make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (decks / "mixed.deck.yaml").write_text(CARDS, encoding="utf-8")
    first, second = marking(make_desk(), make_desk)
    first.self_mark(1)
    monkeypatch.setattr(Quiz, "_go_on_marking", lambda _: None)
    first.self_mark(1)
    monkeypatch.undo()
    assert second.tick() is Over.ELSEWHERE
    assert second.stage is Stage.DONE
    assert second.result().short.points == 2
