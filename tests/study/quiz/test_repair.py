"""What a quiz does to memory: nothing by itself, and by its repair no more than the answers bear out."""

from datetime import timedelta

import pytest
from study.quiz.conftest import MakeDesk
from study.quiz.test_quiz import exam, right

from quizapp.answer.response import Typed
from quizapp.clock import SetClock
from quizapp.memory.fsrs import WEIGHTS, next_memory
from quizapp.memory.model import Phase, Rating
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.repair import Repair


def sat(desk: Desk, wrong: tuple[str, ...] = ()) -> Quiz:
    """An exam with everything right but the questions named."""
    quiz = exam(desk)
    while quiz.unanswered:
        quiz.answer(Typed(("nonsense",)) if quiz.item.card.question in wrong else right(quiz))
        quiz.forward_open()
    quiz.hand_in()
    quiz.self_mark(1)
    return quiz


def test_a_quiz_alone_writes_no_review(desk: Desk) -> None:
    sat(desk)
    assert list(desk.store.events()) == []


def test_what_was_missed_is_asked_soon_and_its_deck_is_started(desk: Desk) -> None:
    repair = Repair(sat(desk, ("short", "number")))
    assert repair.missed == 2
    outcome = repair.repair()
    assert outcome.cards == 2
    assert outcome.started == ("Mixed",)
    standing = desk.store.standing("mixed/short")
    assert standing is not None
    assert standing.phase is Phase.LEARNING
    session = desk.session(Plan(limit=5))
    asked = {str(session.item.card)} if session.item else set()
    assert session.counts.learning == 2
    assert asked <= {"mixed/short", "mixed/number"} | {"mixed/flash"}
    assert desk.store.check() == []


def test_a_repair_is_made_once_and_can_be_taken_back(desk: Desk) -> None:
    quiz = sat(desk, ("short",))
    repair = Repair(quiz)
    repair.repair()
    with pytest.raises(ValueError, match="already"):
        Repair(quiz).repair()
    assert repair.take_back()
    assert not repair.repaired
    standing = desk.store.standing("mixed/short")
    assert standing is not None
    assert standing.phase is Phase.NEW
    assert desk.store.started() == ()
    repair.repair()
    assert desk.store.check() == []


def test_a_repair_is_made_once_though_two_programs_show_the_result(desk: Desk, make_desk: MakeDesk) -> None:
    quiz = sat(desk, ("short",))
    again = sit.resume(make_desk(), quiz.attempt.id)
    Repair(quiz).repair()
    with pytest.raises(ValueError, match="done"):
        Repair(again).repair()
    assert len(list(desk.store.events())) == 2


def test_right_answers_count_only_where_the_learner_wants_it_and_once(desk: Desk) -> None:
    quiz = sat(desk, ("short",))
    repair = Repair(quiz)
    assert repair.right == 9
    assert repair.count_right().cards == 9
    kinds = [event.kind for event in desk.store.events()]
    assert kinds == [Kind.EARLY] * 9
    with pytest.raises(ValueError, match="already"):
        repair.count_right()


def test_a_card_studied_on_the_same_day_is_not_counted_again(desk: Desk, clock: SetClock) -> None:
    session = desk.session(Plan(decks=("mixed",)))
    while session.item and session.item.card.question != "short":
        session.bury()
    session.answer(Typed(("Paris",)))
    session.rate(Rating.EASY)
    before = desk.store.standing("mixed/short")
    assert before is not None
    assert before.phase is Phase.REVIEW
    clock.advance(timedelta(hours=1))
    repair = Repair(sat(desk))
    repair.count_right()
    assert desk.store.standing("mixed/short") == before


def test_a_right_answer_days_after_the_last_review_counts_with_the_days_that_passed(
    desk: Desk, clock: SetClock
) -> None:
    session = desk.session(Plan(decks=("mixed",)))
    while session.item and session.item.card.question != "short":
        session.bury()
    session.answer(Typed(("Paris",)))
    session.rate(Rating.EASY)
    before = desk.store.standing("mixed/short")
    clock.advance(timedelta(days=3))
    quiz = sat(desk)
    clock.advance(timedelta(days=2))
    Repair(quiz).count_right()
    after = desk.store.standing("mixed/short")
    assert before is not None
    assert before.memory is not None
    assert after is not None
    # As if it had been answered in studying on that day, not on the day of counting.
    assert after.last_day == (before.last_day or 0) + 3
    assert after.memory == next_memory(WEIGHTS["fsrs6-default"], before.memory, Rating.GOOD, 3)
    assert desk.store.check() == []


def test_after_a_week_right_answers_count_no_more(desk: Desk, clock: SetClock) -> None:
    quiz = sat(desk)
    clock.advance(timedelta(days=8))
    assert Repair(quiz).right == 0
    assert Repair(quiz).count_right() == (0, 10, ())


def test_the_repair_of_an_attempt_is_remembered(desk: Desk, make_desk: MakeDesk) -> None:
    quiz = sat(desk, ("short",))
    Repair(quiz).repair()
    again = sit.resume(make_desk(), quiz.attempt.id)
    assert Repair(again).repaired
