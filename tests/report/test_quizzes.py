"""Questions in quizzes are kept apart from questions in practice."""

from pathlib import Path

from report.desks import MakeDesk, answer, write

from quizapp.answer.response import Typed
from quizapp.report.authoring import author_view
from quizapp.report.more_tables import item_tables
from quizapp.report.quizzes import quizzed
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit

QUESTIONS = """\
- {id: a, question: A?, answer: one, typed: true}
- {id: b, question: B?, answer: two, typed: true}
"""


def sat(desk: Desk, right: set[str], *, hand_in: bool = True) -> None:
    """Answer every question of a quiz of the deck, those in `right` rightly."""
    quiz = sit.begin(desk, sit.draw(desk, ["bio"], at_most=True))
    for place, entry in enumerate(quiz.paper.entries):
        quiz.go(place)
        item = entry.item
        quiz.answer(Typed((item.answers if item.card.question in right else "nonsense",)))
    if hand_in:
        quiz.hand_in()


def test_each_paper_counts_once_and_the_lowest_come_first(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS)
    desk = make_desk()
    sat(desk, {"a"})
    sat(desk, {"a", "b"})
    sat(desk, set(), hand_in=False)
    found = quizzed(desk, ["bio"])
    assert [(one.card, one.asked, one.right.right, one.score) for one in found] == [
        ("bio/b", 2, 1, 0.5),
        ("bio/a", 2, 2, 1.0),
    ]
    assert quizzed(desk, ["other"]) == ()


def test_answers_in_quizzes_are_not_answers_in_practice(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS)
    desk = make_desk()
    sat(desk, {"a"})
    answer(desk, "bio/a", right=False)
    found = author_view(desk, ["bio"])
    assert {item.series.card: item.answers for item, _ in found.rows} == {"bio/a": 1, "bio/b": 0}
    assert [table.name for table in item_tables(found)] == ["items", "quizzes"]
