"""What editing, moving and renaming deck files does to progress."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from support import deck

from quizapp.answer.response import DontKnow, Revealed, Typed
from quizapp.clock import SetClock
from quizapp.memory.model import Phase, Rating
from quizapp.store.event import Kind
from quizapp.store.standing import Standing
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

MakeDesk = Callable[..., Desk]


def card(question: str, answer: str, *, id: str | None = None, more: str = "") -> str:  # noqa: A002 - the deck's own word
    written = f"id: {id}, " if id else ""
    return f"  - {{{written}question: {question}, answer: {answer}{more}}}\n"


def write(folder: Path, name: str, *questions: str) -> None:
    (folder / f"{name}.deck.yaml").write_text(deck(name, "".join(questions)), encoding="utf-8")


def learn(desk: Desk, *decks: str) -> None:
    """Answer every card once, Easy, so that it is in review."""
    session = desk.session(Plan(decks=decks))
    while session.stage is not Stage.DONE:
        session.answer(Revealed())
        session.rate(Rating.EASY)


def standing(desk: Desk, key: str) -> Standing:
    found = desk.store.standing(key)
    assert found is not None
    return found


def learned(desk: Desk, key: str) -> bool:
    return standing(desk, key).phase is Phase.REVIEW


def test_rewording_a_question_keeps_its_progress_without_a_word(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"))
    learn(make_desk(), "d")
    write(decks, "d", card("What is this metal", "Gold", id="gold"))
    desk = make_desk()
    assert learned(desk, "d/gold")
    assert desk.refresh() == ()


def test_a_changed_answer_is_told_once_and_asked_again_today(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"))
    desk = make_desk()
    learn(desk, "d")
    clock.advance(timedelta(days=1))
    write(decks, "d", card("What is it", "Silver", id="gold"))
    (told,) = desk.refresh()
    assert "the answer to a question you know has changed" in told
    assert standing(desk, "d/gold").due_day == standing(desk, "d/gold").last_day + 1  # type: ignore[operator]  # it was reviewed
    session = desk.session(Plan(decks=("d",)))
    assert session.notices == ("The answer to this question has changed since you last answered it.",)
    assert desk.refresh() == ()
    session.answer(Revealed())
    session.rate(Rating.GOOD)
    assert make_desk().refresh() == ()


def test_a_renamed_id_takes_its_history_along_by_was(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="old"))
    learn(make_desk(), "d")
    write(decks, "d", card("Which metal is it", "It is gold", id="new", more=", was: [old]"))
    desk = make_desk()
    assert learned(desk, "d/new")
    kinds = [event.kind for event in desk.store.events("d/new")]
    assert kinds == [Kind.STUDY, Kind.ADOPT, Kind.RESCHEDULE]


def test_a_question_that_moves_to_another_deck_takes_its_history_along(
    make_desk: MakeDesk, decks: Path
) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"), card("And this", "Iron", id="iron"))
    learn(make_desk(), "d")
    write(decks, "d", card("And this", "Iron", id="iron"))
    write(decks, "e", card("What is it", "Gold", id="gold"))
    desk = make_desk()
    assert learned(desk, "e/gold")
    assert learned(desk, "d/iron")


def test_a_renamed_deck_keeps_every_card(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"), card("And this", "Iron", id="iron"))
    learn(make_desk(), "d")
    (decks / "d.deck.yaml").unlink()
    write(decks, "e", card("What is it", "Gold", id="gold"), card("And this", "Iron", id="iron"))
    desk = make_desk()
    assert learned(desk, "e/gold")
    assert learned(desk, "e/iron")


def test_without_ids_an_edit_of_the_question_alone_keeps_progress(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold"), card("And this", "Iron"))
    learn(make_desk(), "d")
    write(decks, "d", card("What is that metal", "Gold"), card("And this", "Iron"))
    desk = make_desk()
    assert desk.overview().decks[0].new == 0


def test_without_ids_nothing_is_joined_by_likeness(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold"))
    learn(make_desk(), "d")
    write(decks, "d", card("What is it now", "Golden"))
    assert make_desk().overview().decks[0].new == 1


def test_where_two_cards_would_fit_none_is_taken(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold"), card("And that", "Gold"))
    learn(make_desk(), "d")
    write(decks, "d", card("Which metal", "Gold"))
    assert make_desk().overview().decks[0].new == 1


def test_two_written_ids_are_never_joined_by_the_answer_alone(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="a"))
    learn(make_desk(), "d")
    write(decks, "d", card("Which metal does not rust", "Gold", id="b"))
    assert make_desk().overview().decks[0].new == 1


def test_raising_the_revision_starts_the_card_afresh(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"))
    learn(make_desk(), "d")
    write(decks, "d", card("What is it", "Gold", id="gold", more=", revision: 2"))
    desk = make_desk()
    assert standing(desk, "d/gold").phase is Phase.NEW
    assert standing(desk, "d/gold").revision == 2
    learn(desk, "d")
    assert learned(make_desk(), "d/gold")


def test_a_deck_that_comes_back_has_its_progress(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"))
    desk = make_desk()
    learn(desk, "d")
    text = (decks / "d.deck.yaml").read_bytes()
    (decks / "d.deck.yaml").unlink()
    desk.refresh()
    assert desk.overview().decks == ()
    (decks / "d.deck.yaml").write_bytes(text)
    desk.refresh()
    assert learned(desk, "d/gold")


def test_a_broken_question_costs_that_question_only(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"), card("And this", "Iron", id="iron"))
    learn(make_desk(), "d")
    write(
        decks, "d", "  - {id: gold, question: What is it, anser: Gold}\n", card("And this", "Iron", id="iron")
    )
    desk = make_desk()
    (row,) = desk.overview().decks
    assert (row.left_out, row.cards) == (1, 1)
    assert "anser" in desk.library.report("d")
    write(decks, "d", card("What is it", "Gold", id="gold"), card("And this", "Iron", id="iron"))
    assert learned(make_desk(), "d/gold")


def test_a_crash_between_placing_and_adopting_loses_nothing(
    make_desk: MakeDesk, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(decks, "d", card("What is it", "Gold", id="gold"))
    learn(make_desk(), "d")
    (decks / "d.deck.yaml").unlink()
    write(decks, "e", card("What is it", "Gold", id="gold"))
    with monkeypatch.context() as patch:
        patch.setattr("quizapp.study.reconcile._adopted", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make_desk()
    assert learned(make_desk(), "e/gold")


FACTS = {f"q{n}": (f"Question {n}", f"Answer {n}") for n in range(4)}


@st.composite
def edits(draw: st.DrawFn) -> list[dict[str, list[str]]]:
    """What the decks d and e hold after each edit: every question once, or nowhere."""
    states = []
    for _ in range(draw(st.integers(1, 4))):
        homes = {name: draw(st.sampled_from(["d", "e", None])) for name in FACTS}
        states.append(
            {where: [name for name, home in homes.items() if home == where] for where in ("d", "e")}
        )
    return states


def holds(folder: Path, state: Mapping[str, Iterable[str]]) -> None:
    for name, questions in state.items():
        texts = [card(*FACTS[question], id=question) for question in questions]
        if texts:
            write(folder, name, *texts)
        else:
            (folder / f"{name}.deck.yaml").unlink(missing_ok=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(states=edits())
def test_no_sequence_of_moves_loses_progress(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, list[str]]], clock: SetClock
) -> None:
    home = tmp_path_factory.mktemp("moves")
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    environment = {"QUIZAPP_HOME": str(home)}
    holds(folder, {"d": list(FACTS), "e": []})
    with Desk.open(environment, front="line", clock=clock) as desk:
        desk.refresh()
        learn(desk, "d")
    for state in states:
        holds(folder, state)
        with Desk.open(environment, front="line", clock=clock) as desk:
            desk.refresh()
            for name, questions in state.items():
                for question in questions:
                    history = [
                        event for event in desk.store.events(f"{name}/{question}") if event.kind is Kind.STUDY
                    ]
                    assert [event.card.partition("/")[2] for event in history] == [question]
                    assert learned(desk, f"{name}/{question}")
            assert sum(event.kind is Kind.STUDY for event in desk.store.events()) == len(FACTS)


def test_wrong_typed_answers_and_dont_know_survive_edits_too(make_desk: MakeDesk, decks: Path) -> None:
    write(decks, "d", "  - {id: a, question: Metal?, answer: Gold, typed: true}\n")
    session = make_desk().session(Plan(decks=("d",)))
    session.answer(Typed(("Lead",)))
    session.next()
    session.answer(DontKnow())
    write(decks, "d", "  - {id: a, question: Which metal?, answer: Gold, typed: true}\n")
    responses = [event.response for event in make_desk().store.events("d/a")]
    assert responses == ['["typed",["Lead"]]', '["dont-know"]']
