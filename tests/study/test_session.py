"""What a sitting promises."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support import cards, deck

from quizapp.answer.response import Chosen, DontKnow, Revealed, Truth, Typed
from quizapp.answer.verdict import Result
from quizapp.clock import SetClock
from quizapp.deck.model import Choice
from quizapp.memory.model import Phase, Rating
from quizapp.store.event import Kind
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

MakeDesk = Callable[..., Desk]
PLAN = Plan(decks=("d",))


def begin(make_desk: MakeDesk, decks: Path, questions: str, settings: str = "") -> Session:
    (decks / "d.deck.yaml").write_text(deck("d", questions), encoding="utf-8")
    return make_desk(settings=settings).session(PLAN)


def wanted(session: Session) -> str:
    assert session.item is not None
    return session.item.answers


def key(session: Session) -> str:
    assert session.item is not None
    return str(session.item.card)


def rated(session: Session) -> Rating | None:
    return session.rating


def stage(session: Session) -> Stage:
    return session.stage


def right(session: Session) -> None:
    session.answer(Typed((wanted(session),)))


def test_a_right_answer_is_in_the_log_before_it_is_shown(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(2))
    card = key(session)
    verdict = session.answer(Typed(("answer1",)))
    assert verdict.result is Result.CORRECT
    assert (session.stage, session.rating) == (Stage.JUDGED, Rating.GOOD)
    (event,) = [event for event in make_desk().store.events(card) if event.kind is Kind.STUDY]
    assert (event.rating, event.response, event.phase) == (3, '["typed",["answer1"]]', "new")


def test_the_interval_shown_is_the_interval_applied(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(1))
    session.answer(Typed(("answer1",)))
    offered = {offer.rating: offer for offer in session.offers}
    session.rate(Rating.EASY)
    standing = make_desk().store.standing("d/q1")
    assert standing is not None
    assert standing.interval == offered[Rating.EASY].decision.interval
    assert session.interval == offered[Rating.EASY].interval


def test_a_wrong_answer_is_again_and_comes_back_within_learning(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    session = begin(make_desk, decks, cards(2))
    session.answer(Typed(("no idea",)))
    assert session.rating is Rating.AGAIN
    session.next()
    assert key(session) == "d/q2"
    right(session)
    session.next()
    clock.advance(timedelta(minutes=2))
    assert key(session) == "d/q1"


def test_no_card_comes_twice_in_a_row_while_another_can_be_shown(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    session = begin(make_desk, decks, cards(5))
    shown: list[str] = []
    while session.stage is not Stage.DONE and len(shown) < 60:
        shown.append(key(session))
        others = session.counts.new + session.counts.learning + session.counts.review > 1
        session.answer(Typed(("wrong",)) if len(shown) % 3 else Typed((wanted(session),)))
        session.next()
        clock.advance(timedelta(seconds=7))
        if others and session.item:
            assert key(session) != shown[-1]
    assert len(set(shown)) == 5


def test_flashcards_are_rated_by_the_learner_and_nothing_is_logged_before(
    make_desk: MakeDesk, decks: Path
) -> None:
    session = begin(
        make_desk, decks, "  - {id: a, question: Ask?, answer: Yes}\n  - {id: b, question: B?, answer: C}\n"
    )
    session.answer(Revealed())
    assert stage(session) is Stage.REVEALED
    assert not [event for event in make_desk().store.events() if event.kind is Kind.STUDY]
    assert [offer.rating for offer in session.offers] == list(Rating)
    session.rate(Rating.GOOD)
    assert key(session) == "d/b"
    assert session.stage is Stage.ASKING
    assert session.answered == 1


def test_help_makes_a_right_answer_hard_at_most(make_desk: MakeDesk, decks: Path) -> None:
    text = "  - {id: a, question: Ask?, answer: Tallinn, typed: true, hint: [It is a city., By the sea.]}\n"
    session = begin(make_desk, decks, text)
    assert session.hints_left == 2
    assert session.hint() == "It is a city."
    session.answer(Typed(("Tallinn",)))
    assert session.rating is Rating.HARD
    assert [offer.rating for offer in session.offers] == [Rating.AGAIN, Rating.HARD]
    with pytest.raises(ValueError, match="EASY"):
        session.rate(Rating.EASY)


def test_a_hint_on_a_flashcard_takes_good_and_easy_away(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, "  - {id: a, question: Ask?, answer: Yes, hint: Think.}\n")
    session.hint()
    session.answer(Revealed())
    assert [offer.rating for offer in session.offers] == [Rating.AGAIN, Rating.HARD]


def test_a_guess_is_hard_at_most_and_choices_are_never_easy(make_desk: MakeDesk, decks: Path) -> None:
    text = (
        "  - {id: a, question: Ask?, answer: Yes, wrong: [No, Maybe]}\n"
        "  - {id: b, statement: So?, answer: true}\n"
    )
    session = begin(make_desk, decks, text)
    session.answer(Chosen((0,)), guessed=True)
    assert session.rating is Rating.HARD
    session.next()
    session.answer(Truth(value=True))
    assert rated(session) is Rating.GOOD
    assert Rating.EASY not in [offer.rating for offer in session.offers]


def test_not_knowing_is_again(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(1))
    assert session.answer(DontKnow()).rule == "dont-know"
    assert session.rating is Rating.AGAIN


def test_a_near_miss_has_one_second_try_that_is_hard_at_most(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, "  - {id: a, question: Ask?, answer: Reykjavik, typed: true}\n")
    verdict = session.answer(Typed(("Raykjevig",)))
    assert verdict.near
    assert session.can_retry
    session.retry()
    assert session.stage is Stage.ASKING
    session.answer(Typed(("Reykjavik",)))
    assert session.rating is Rating.HARD
    assert not session.can_retry
    kinds = [event.kind for event in make_desk().store.events("d/a")]
    assert kinds == [Kind.STUDY, Kind.OVERRIDE]
    assert session.answered == 1


def test_a_second_try_that_is_taken_back_is_as_if_it_had_not_been(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, "  - {id: a, question: Ask?, answer: Reykjavik, typed: true}\n")
    session.answer(Typed(("Raykjevig",)))
    session.retry()
    session.answer(Typed(("Oslo",)))
    session.undo()
    assert session.response == Typed(("Raykjevig",))
    assert session.can_retry
    session.overrule(right=True)
    assert session.rating is Rating.GOOD


def test_the_learner_can_overrule_before_and_after_going_on(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(3))
    session.answer(Typed(("my own word",)))
    session.overrule(right=True)
    assert session.rating is Rating.GOOD
    assert session.verdict is not None
    assert session.verdict.rule == "overruled-right"
    assert session.sentence
    session.next()
    session.answer(Typed(("nonsense",)))
    session.next()
    session.overrule(right=True)
    assert session.previous is not None
    assert session.previous.rating is Rating.GOOD
    assert key(session) == "d/q3"
    events = [event for event in make_desk().store.events() if event.kind is Kind.OVERRIDE]
    assert [event.rated_by for event in events] == ["learner", "learner"]


def test_undo_takes_back_any_number_of_steps(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(4))
    before = {card: make_desk().store.standing(card) for card in ("d/q1", "d/q2", "d/q3")}
    for _ in range(3):
        right(session)
        session.next()
    for card in ("d/q3", "d/q2", "d/q1"):
        assert session.undo()
        assert key(session) == card
        assert session.stage is Stage.ASKING
    assert {card: make_desk().store.standing(card) for card in before} == before
    assert session.undo() is None or session.answered == 0


def test_undo_works_after_a_restart(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(3))
    right(session)
    session.next()
    right(session)
    again = make_desk().session(PLAN)
    assert again.undo()
    assert key(again) == "d/q2"
    assert again.undo()
    assert key(again) == "d/q1"
    standing = make_desk().store.standing("d/q1")
    assert standing is not None
    assert standing.phase is Phase.NEW


def test_undo_of_a_second_opinion_keeps_the_answer(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(2))
    right(session)
    session.rate(Rating.EASY)
    assert session.undo()
    assert (session.stage, session.rating) == (Stage.JUDGED, Rating.GOOD)
    assert session.undo()
    assert session.stage is Stage.ASKING


def test_the_order_of_options_is_the_same_when_a_card_comes_back_by_undo(
    make_desk: MakeDesk, decks: Path
) -> None:
    text = "  - {id: a, question: Ask?, answer: A, wrong: [B, C, D]}\n"
    session = begin(make_desk, decks, text)
    assert session.item is not None
    assert isinstance(session.item.question.body, Choice)
    shown = session.item.layout
    session.answer(Chosen((2,)))
    session.undo()
    assert session.item is not None
    assert session.item.layout == shown


def test_suspended_and_buried_cards_are_not_asked_and_can_be_brought_back(
    make_desk: MakeDesk, decks: Path
) -> None:
    session = begin(make_desk, decks, cards(3))
    session.suspend()
    assert key(session) == "d/q2"
    session.bury()
    assert key(session) == "d/q3"
    again = make_desk().session(PLAN)
    assert key(again) == "d/q3"
    assert again.counts.new == 1
    assert session.undo()
    assert key(session) == "d/q2"
    assert session.undo()
    assert key(session) == "d/q1"


def test_a_flag_stays_on_the_card_and_the_card_on_the_table(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(2))
    session.flag(2)
    assert session.item is not None
    assert session.item.standing.flag == 2
    assert key(session) == "d/q1"
    session.undo()
    assert session.item.standing.flag == 0


def test_reset_makes_a_card_new_and_keeps_its_log(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(2))
    right(session)
    session.rate(Rating.EASY)
    session.reset()
    standing = make_desk().store.standing("d/q1")
    assert standing is not None
    assert (standing.phase, standing.memory) == (Phase.NEW, None)
    assert len(list(make_desk().store.events("d/q1"))) == 3


def test_a_sitting_can_be_taken_up_at_any_point(make_desk: MakeDesk, decks: Path, clock: SetClock) -> None:
    session = begin(make_desk, decks, cards(6))
    seen = []
    for _ in range(6):
        seen.append(key(session))
        right(session)
        session = make_desk().session(PLAN)
        clock.advance(timedelta(seconds=5))
    assert seen == [f"d/q{n}" for n in range(1, 7)]


def test_the_limit_of_new_cards_is_over_everything_and_survives_a_restart(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    (decks / "e.deck.yaml").write_text(deck("e", cards(5, prefix="r")), encoding="utf-8")
    (decks / "d.deck.yaml").write_text(deck("d", cards(5)), encoding="utf-8")
    desk = make_desk(settings="new_per_day = 3\n")
    session = desk.session(Plan(decks=("d", "e")))
    assert session.counts.new == 3
    for _ in range(2):
        right(session)
        session.next()
    assert make_desk().session(Plan(decks=("e",))).counts.new == 1
    assert make_desk().session(Plan(decks=("e",), more=2)).counts.new == 3
    clock.advance(timedelta(days=1))
    assert make_desk().session(Plan(decks=("e",))).counts.new == 3


def test_a_limit_of_one_deck_is_kept_besides(make_desk: MakeDesk, decks: Path) -> None:
    (decks / "e.deck.yaml").write_text(deck("e", cards(5, prefix="r")), encoding="utf-8")
    (decks / "d.deck.yaml").write_text(deck("d", cards(5)), encoding="utf-8")
    desk = make_desk(settings="[decks.d]\nnew_per_day = 1\n")
    session = desk.session(Plan(decks=("d", "e")))
    assert session.counts.new == 6


def test_siblings_do_not_come_on_one_day(make_desk: MakeDesk, decks: Path, clock: SetClock) -> None:
    text = (
        "  - {id: a, question: Ask?, answer: Yes, reverse: true}\n"
        '  - {id: c, cloze: "[[One]] and [[two]] make it."}\n'
    )
    session = begin(make_desk, decks, text)
    assert session.counts.new == 2
    session.answer(Revealed())
    session.rate(Rating.EASY)
    assert make_desk().session(PLAN).counts.new == 1
    clock.advance(timedelta(days=1))
    assert make_desk().session(PLAN).counts.new == 2
    assert make_desk(settings="bury_siblings = false\n").session(PLAN).counts.new == 3


def test_a_limit_of_the_sitting_ends_it(make_desk: MakeDesk, decks: Path) -> None:
    (decks / "d.deck.yaml").write_text(deck("d", cards(9)), encoding="utf-8")
    session = make_desk().session(Plan(decks=("d",), limit=2))
    for _ in range(2):
        right(session)
        session.rate(Rating.EASY)
        session.next()
    assert session.stage is Stage.DONE


def test_waiting_for_learning_cards_is_told_in_seconds_and_resumed(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    session = begin(make_desk, decks, cards(1), settings="learn_ahead = 0\nfuzz = false\n")
    right(session)
    session.next()
    assert session.stage is Stage.DONE
    assert session.wait_seconds() == 600
    clock.advance(timedelta(minutes=10))
    session.resume()
    assert key(session) == "d/q1"


def test_only_cards_with_the_tag_or_from_the_source_are_asked(make_desk: MakeDesk, decks: Path) -> None:
    text = (
        "  - {id: a, question: A?, answer: A, tags: [blue]}\n"
        "  - {id: b, question: B?, answer: B, source: doc}\n"
    )
    (decks / "d.deck.yaml").write_text(
        deck("d", text, extra="sources: {doc: {title: A book}}\n"), encoding="utf-8"
    )
    blue = make_desk().session(Plan(decks=("d",), tag="blue"))
    assert (key(blue), blue.counts.new) == ("d/a", 1)
    book = make_desk().session(Plan(decks=("d",), source="doc"))
    assert (key(book), book.sources) == ("d/b", ("A book",))


def test_calls_that_do_not_fit_the_stage_are_refused(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(1))
    with pytest.raises(ValueError, match="asking"):
        session.next()
    with pytest.raises(ValueError, match="asking"):
        session.rate(Rating.GOOD)
    right(session)
    with pytest.raises(ValueError, match="judged"):
        session.answer(DontKnow())
    with pytest.raises(ValueError, match="second try"):
        session.retry()


def test_suspended_cards_of_a_deck_can_be_taken_in_again(make_desk: MakeDesk, decks: Path) -> None:
    session = begin(make_desk, decks, cards(3))
    session.suspend()
    session.suspend()
    desk = make_desk()
    assert desk.resume("d") == 2
    assert desk.resume("d") == 0
    assert make_desk().session(PLAN).counts.new == 3
