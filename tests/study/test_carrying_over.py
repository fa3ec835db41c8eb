"""No edit of deck files loses an event, and none puts one on a card it does not belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from study.test_reconcile import MakeDesk, learn, learned

from quizapp.author.diff import compared, sides
from quizapp.author.ids import name_all
from quizapp.clock import SetClock
from quizapp.deck.model import Card
from quizapp.store.event import Event, Kind
from quizapp.study.desk import Desk


@dataclass(frozen=True)
class Entry:
    """A question as a teacher thinks of it: `fact` stays, whatever is written about it."""

    fact: int
    asks: str
    answer: str
    id: str | None
    was: str | None = None

    def text(self) -> str:
        keys = {"id": self.id, "was": self.was, "question": self.asks, "answer": self.answer}
        return "  - {" + ", ".join(f"{key}: {value}" for key, value in keys.items() if value) + "}\n"


State = Mapping[str, tuple[Entry, ...]]
FILES = ("d", "e", "f")


def write(folder: Path, state: State, *, written: bool) -> None:
    for name in FILES:
        path = folder / f"{name}.deck.yaml"
        if state.get(name):
            head = f"deck: {name}\n" + (f"id: {name}\n" if written else "")
            path.write_text(head + "questions:\n" + "".join(entry.text() for entry in state[name]))
        else:
            path.unlink(missing_ok=True)


@st.composite
def histories(draw: st.DrawFn, *, written: bool) -> list[State]:
    """What the deck files hold, edit after edit."""
    # Answers are shared, and so is the wording of some questions: what tells cards apart is little.
    entries = [
        Entry(fact, f"Ask {fact}", draw(st.sampled_from(["yes", "no", f"only {fact}"])), f"q{fact}")
        for fact in range(5)
    ]
    entries = entries if written else [replace(entry, id=None) for entry in entries]
    homes = {entry.fact: draw(st.sampled_from("de")) for entry in entries}
    states: list[State] = []
    for step in range(draw(st.integers(2, 4))):
        for number, entry in enumerate(entries):
            entries[number] = draw(_edited(entry, step, written=written))
            if draw(st.integers(0, 3)) == 0:
                homes[entry.fact] = draw(st.sampled_from([*FILES, "nowhere"]))
        order = draw(st.permutations(entries))
        states.append({name: tuple(entry for entry in order if homes[entry.fact] == name) for name in FILES})
    return states


@st.composite
def _edited(draw: st.DrawFn, entry: Entry, step: int, *, written: bool) -> Entry:
    change = draw(st.sampled_from(["none", "none", "none", "reword", "answer", "both", "rename"]))
    if change in ("reword", "both"):
        entry = replace(entry, asks=f"Ask {entry.fact} anew {step}")
    if change in ("answer", "both"):
        entry = replace(entry, answer=draw(st.sampled_from(["yes", "no", f"now {step}"])))
    if change == "rename" and written:
        entry = replace(entry, id=f"q{entry.fact}-{step}", was=entry.id)
    return entry


def studied(desk: Desk) -> list[Event]:
    return [event for event in desk.store.events() if event.kind is Kind.STUDY]


def run(home: Path, states: list[State], clock: SetClock, *, written: bool) -> None:
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    facts: dict[str, int] = {}
    contents: dict[tuple[str, int], tuple[str, str]] = {}
    for state in states:
        write(folder, state, written=written)
        with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock) as desk:
            before = len(studied(desk))
            desk.refresh()
            assert len(studied(desk)) == before
            assert desk.store.check() == []
            for name, entries in state.items():
                keys = [card for card, *_ in desk.library.places(name)] if entries else []
                for key, entry in zip(keys, entries, strict=True):
                    check(desk, key, entry, facts, contents, written=written)
            names = [name for name, entries in state.items() if entries]
            if names:
                learn(desk, *names)
            for event in studied(desk):
                if event.response is not None and str(event.key) not in facts:
                    found = next(
                        entry
                        for name, entries in state.items()
                        for key, entry in zip(_keys(desk, name, entries), entries, strict=True)
                        if key == event.card
                    )
                    facts[str(event.key)] = found.fact
                    contents[event.key] = (found.asks, found.answer)
            assert set(facts) == {str(event.key) for event in studied(desk)}


def _keys(desk: Desk, name: str, entries: tuple[Entry, ...]) -> list[str]:
    return [card for card, *_ in desk.library.places(name)] if entries else []


def check(
    desk: Desk,
    key: str,
    entry: Entry,
    facts: Mapping[str, int],
    contents: dict[tuple[str, int], tuple[str, str]],
    *,
    written: bool,
) -> None:
    """Every review a card has is one of its own. contents: what it asked when that was last so."""
    history = [event for event in desk.store.events(key) if event.kind is Kind.STUDY]
    if written:
        assert {facts[str(event.key)] for event in history} <= {entry.fact}
    elif history:
        asks, answer = contents[history[-1].key]
        assert entry.asks == asks or entry.answer == answer
        contents.update((event.key, (entry.asks, entry.answer)) for event in history)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(states=histories(written=True))
def test_with_written_ids_no_event_is_ever_on_the_wrong_card(
    tmp_path_factory: pytest.TempPathFactory, states: list[State], clock: SetClock
) -> None:
    run(tmp_path_factory.mktemp("written"), states, clock, written=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(states=histories(written=False))
def test_without_ids_no_event_is_attached_unless_question_or_answer_is_identical(
    tmp_path_factory: pytest.TempPathFactory, states: list[State], clock: SetClock
) -> None:
    run(tmp_path_factory.mktemp("provisional"), states, clock, written=False)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(case=st.booleans().flatmap(lambda ids: st.tuples(st.just(ids), histories(written=ids))))
def test_what_diff_says_beforehand_is_what_then_happens(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[bool, list[State]], clock: SetClock
) -> None:
    written, (first, second, *_) = case
    home = tmp_path_factory.mktemp("foretold")
    folder, new = home / "data" / "decks", home / "new"
    folder.mkdir(parents=True)
    new.mkdir()
    write(folder, first, written=written)
    write(new, second, written=written)
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock) as desk:
        desk.refresh()
        names = [name for name, entries in first.items() if entries]
        if not names or not any(second.values()):
            return
        learn(desk, *names)
        changes = [line.change for line in compared(*sides(folder, new))]
        write(folder, second, written=written)
        desk.refresh()
        told = {(change.old, change.new) for change in changes if change.old and change.new}
        told = {(old, card) for old, card in told if old != card}
        events = [event for event in desk.store.events() if event.kind is Kind.ADOPT]
        assert {(event.origin, event.card) for event in events} == {
            pair for pair in told if pair[0] != pair[1]
        }
        for change in changes:
            assert change.new is None or learned(desk, change.new) == (change.old is not None)
        soon = {event.card for event in desk.store.events() if event.kind is Kind.RESCHEDULE}
        assert soon == {change.new for change in changes if change.answer_changed}


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(states=histories(written=True))
def test_with_written_ids_for_long(
    tmp_path_factory: pytest.TempPathFactory, states: list[State], clock: SetClock
) -> None:
    run(tmp_path_factory.mktemp("written"), states, clock, written=True)


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(states=histories(written=False))
def test_without_ids_for_long(
    tmp_path_factory: pytest.TempPathFactory, states: list[State], clock: SetClock
) -> None:
    run(tmp_path_factory.mktemp("provisional"), states, clock, written=False)


def test_writing_ids_into_a_file_carries_all_progress_over(
    make_desk: MakeDesk, decks: Path, clock: SetClock
) -> None:
    path = decks / "greek.deck.yaml"
    path.write_text(
        "deck: Greek\nquestions:\n- {question: First?, answer: yes}\n- {question: Second?, answer: yes}\n"
        "- typed: no\n  cloze: The [[third]] and the [[fourth]] and again the [[third]]\n"
        "- {question: Fifth?, answer: sixth, reverse: true}\n"
    )
    learn(make_desk(), "greek")
    clock.advance(timedelta(days=1))
    learn(make_desk(), "greek")
    assert make_desk().overview().decks[0].new == 0
    path.write_bytes(name_all(path.read_bytes(), "greek.deck.yaml", "k7w2").data)
    desk = make_desk()
    (row,) = desk.overview().decks
    assert (row.id, row.new) == ("greek-k7w2", 0)
    keys = [card for card, *_ in desk.library.places("greek-k7w2")]
    assert len(keys) == 6
    assert all(learned(desk, key) for key in keys)
    for key in keys:
        (event,) = (event for event in desk.store.events(key) if event.kind is Kind.STUDY)
        assert Card.parse(event.card).face == Card.parse(key).face


def test_a_renamed_card_with_another_answer_is_asked_again_soon_and_told_once(
    make_desk: MakeDesk, decks: Path
) -> None:
    path = decks / "d.deck.yaml"
    path.write_text("deck: D\nid: d\nquestions:\n- {id: old, question: Which?, answer: Gold}\n")
    desk = make_desk()
    learn(desk, "d")
    path.write_text("deck: D\nid: d\nquestions:\n- {id: new, was: old, question: Which?, answer: Silver}\n")
    (told,) = desk.refresh()
    assert "the answer to a question you know has changed" in told
    assert desk.refresh() == ()
    standing = desk.store.standing("d/new")
    assert standing is not None
    assert standing.due_day == standing.last_day
    assert make_desk().refresh() == ()


def test_renaming_a_file_without_ids_keeps_cards_that_share_an_answer(
    make_desk: MakeDesk, decks: Path
) -> None:
    text = "deck: D\nquestions:\n- {question: Is it?, answer: yes}\n- {question: Was it?, answer: yes}\n"
    (decks / "old.deck.yaml").write_text(text)
    learn(make_desk(), "old")
    (decks / "old.deck.yaml").rename(decks / "new.deck.yaml")
    (row,) = make_desk().overview().decks
    assert (row.id, row.new) == ("new", 0)
