"""A card's page says what is due and why, and everything that happened to the card."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support import deck

from quizapp.answer.response import Chosen, DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.errors import UsageError
from quizapp.memory.fsrs import DEFAULT, retrievability
from quizapp.memory.model import Memory, Phase, Rating
from quizapp.store.forget import What, forget
from quizapp.study import cards
from quizapp.study.curve import axis, curve, drawn
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.scheduling import scheduling
from quizapp.study.why import CardPage, card_named, card_page

MakeDesk = Callable[..., Desk]
QUESTIONS = """\
- {id: cells, question: Which cells make antibodies?, answer: lymphocytes, typed: true, explain: They do.}
- {id: pick, question: Which is a bone?, answer: femur, wrong: [cornea, iris]}
- {id: gaps, cloze: "An [[antibody]] binds an [[antigen]]."}
"""


@pytest.fixture
def desk(make_desk: MakeDesk, decks: Path) -> Desk:
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS))
    return make_desk()


def page(desk: Desk, key: str) -> CardPage:
    return card_page(desk.library, desk.store, key, desk.time.moment(), scheduling(desk.settings))


def test_a_new_card_says_so_and_what_each_rating_would_do(desk: Desk) -> None:
    found = page(desk, "d/cells")
    assert (found.asks, found.answers, found.known, found.curve, found.past) == (
        "Which cells make antibodies?",
        "lymphocytes",
        None,
        None,
        (),
    )
    assert "new" in found.due[0]
    assert "not started" in found.due[1]
    assert [offer.rating for offer in found.offers] == list(Rating)
    assert found.offers[0].interval == "1 min"


def test_every_review_tells_what_was_given_and_which_rule_decided(desk: Desk, clock: SetClock) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.answer(Typed(("lymfocytes",)))
    session.next()
    session.answer(Chosen((1,)))
    session.overrule(True)
    clock.advance(timedelta(days=1))
    slip, *_ = page(desk, "d/cells").past
    assert (slip.response, slip.rating, slip.rule) == ("lymfocytes", Rating.GOOD, "slip")
    assert "lymfocytes" in slip.reason
    (picked,) = page(desk, "d/pick").past
    assert (picked.response, picked.rating, picked.notes) == (
        "cornea",
        Rating.GOOD,
        ("you said you were right",),
    )


def test_what_was_taken_back_is_told_as_such(desk: Desk) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.answer(DontKnow())
    session.undo()
    desk.cards().do(cards.SUSPEND, ["d/cells"])
    answered, suspended = page(desk, "d/cells").past
    assert (answered.voided, answered.response) == (True, "don't know")
    assert (suspended.voided, suspended.notes) == (False, ("suspended",))
    assert any("suspended" in sentence for sentence in page(desk, "d/cells").due)


def test_a_day_set_by_hand_is_not_laid_to_memory(desk: Desk, clock: SetClock) -> None:
    desk.session(Plan(decks=("d",))).answer(Typed(("lymphocytes",)))
    clock.advance(timedelta(minutes=15))
    desk.session(Plan(decks=("d",))).answer(Typed(("lymphocytes",)))
    desk.cards().do(cards.reschedule(3), ["d/cells"])
    assert page(desk, "d/cells").due[0] == "It is due on 2026-03-05, in 3 days: that day was set by hand."
    desk.cards().undo()
    assert "set by hand" not in page(desk, "d/cells").due[0]


def test_what_is_left_is_what_the_model_says(desk: Desk, clock: SetClock) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.answer(Typed(("lymphocytes",)))
    clock.advance(timedelta(days=5))
    found = page(desk, "d/cells")
    memory = found.standing.memory
    assert memory is not None
    assert found.known is not None
    assert found.known == pytest.approx(retrievability(DEFAULT, 5, memory.stability))
    assert f"{round(found.known * 100)} %" in found.remembered


def test_a_forgotten_response_leaves_the_rest_to_be_told(desk: Desk) -> None:
    session = desk.session(Plan(decks=("d",)))
    session.answer(Typed(("lymfocytes",)))
    forget(desk.store, What(card="d/cells"))
    (review,) = page(desk, "d/cells").past
    assert (review.response, review.rating, review.reason) == (None, Rating.GOOD, "Accepted.")


def test_the_words_last_answered_are_told_where_the_question_reads_otherwise_now(
    desk: Desk, decks: Path
) -> None:
    desk.session(Plan(decks=("d",))).answer(Typed(("lymphocytes",)))
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS.replace("Which cells make", "What makes")))
    desk.refresh()
    assert page(desk, "d/cells").wording == ("Which cells make antibodies?", "lymphocytes")
    (decks / "d.deck.yaml").unlink()
    desk.refresh()
    gone = page(desk, "d/cells")
    assert (gone.asks, gone.entry) == ("Which cells make antibodies?", None)
    assert "No deck at hand" in gone.due[1]


def test_a_leech_is_told_what_helps(desk: Desk, clock: SetClock) -> None:
    desk.cards().do(cards.SUSPEND, ["d/pick", "d/gaps#antibody", "d/gaps#antigen"])
    while page(desk, "d/cells").standing.lapses < 8:
        session = desk.session(Plan(decks=("d",)))
        while session.item is not None:
            known = session.item.standing.phase is not Phase.REVIEW
            session.answer(Typed(("lymphocytes",)) if known else DontKnow())
            session.next()
        assert page(desk, "d/cells").advice == ()
        clock.advance(timedelta(days=30))
        session = desk.session(Plan(decks=("d",)))
        session.answer(DontKnow())
    found = page(desk, "d/cells")
    assert "8 times" in found.advice[0]
    assert len(found.advice) > 3


def test_siblings_are_the_other_cards_of_the_question(desk: Desk) -> None:
    (other,) = page(desk, "d/gaps#antibody").siblings
    assert (other.key, other.stands) == ("d/gaps#antigen", "new")


def test_a_card_is_named_by_its_key_or_by_a_question_with_one_card(desk: Desk) -> None:
    assert card_named(desk.library, desk.store, "d/cells") == "d/cells"
    with pytest.raises(UsageError, match="d/gaps#antibody, d/gaps#antigen"):
        card_named(desk.library, desk.store, "d/gaps")
    for wrong in ("d", "d/none", "", "/", "none/cells", "d/cells#back"):
        with pytest.raises(UsageError, match="There is no card"):
            card_named(desk.library, desk.store, wrong)


def test_the_drawing_falls_from_left_to_right_and_marks_today() -> None:
    found = curve(DEFAULT, Memory(10.0, 5.0), elapsed=5, interval=10)
    assert found.points[0] == 1.0
    assert list(found.points) == sorted(found.points, reverse=True)
    rows = drawn(found, 5)
    assert {len(row) for row in rows} == {len(found.points)}
    assert rows[-1].count("█") == len(found.points)
    assert axis(found).index("▲") < axis(found).index("|")
    assert all(row.isascii() for row in drawn(found, 5, plain=True))
