"""Claims of learners come back to the author."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.answer.response import Response, Typed
from quizapp.author.overrules import Overruled, overrules
from quizapp.clock import SetClock
from quizapp.deck.read import read
from quizapp.paths import paths_from
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

DECK = """\
deck: D
id: d
questions:
- {id: metal, question: Metal?, answer: Gold, accept: [aurum], reject: [lead]}
- {id: cloze, cloze: "One [[#x first]] and [[#x second]]"}
- {id: list, question: Colours?, list: [red, green], need: 2}
- {id: number, question: How many?, number: 3}
- {id: choice, question: Which?, answer: this, wrong: [that]}
"""
Open = Callable[[], Desk]


@pytest.fixture
def path(home: Path) -> Path:
    found = paths_from({"QUIZAPP_HOME": str(home)}).decks / "d.deck.yaml"
    found.parent.mkdir(parents=True)
    found.write_text(DECK)
    return found


@pytest.fixture
def desk(
    home: Path, path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Open]:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    opened: list[Desk] = []

    def make() -> Desk:
        opened.append(Desk.open({"QUIZAPP_HOME": str(home)}, front="line", clock=clock))
        opened[-1].refresh()
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def answer(desk: Desk, question: str, response: Response, *acts: str) -> None:
    """Come to a question, answer it, and overrule."""
    session = desk.session(Plan(decks=("d",)))
    while session.item and session.item.card.question != question:
        session.bury()
    assert session.stage is Stage.ASKING
    session.answer(response)
    for act in acts:
        if act == "undo":
            session.undo()
        else:
            session.overrule(act == "right")


def found(desk: Desk) -> dict[str, list[tuple[str, int]]]:
    return {
        card.card.question: [(claim.text, claim.times) for claim in card.claims]
        for card in overrules(desk.library, desk.store, "d")
    }


def test_what_was_claimed_as_right_is_listed_ready_to_paste(desk: Open, path: Path) -> None:
    one = desk()
    answer(one, "metal", Typed(("  it's   Au ",)), "right")
    assert found(one) == {"metal": [("it's Au", 1)]}
    (card,) = overrules(one.library, one.store, "d")
    assert card.accept == "accept: ['aurum', 'it''s Au']"
    assert (card.question.line, card.entry.path) == (4, path)
    text = DECK.replace("accept: [aurum]", card.accept or "")
    reading = read(text.encode(), "d")
    assert reading.left_out == 0
    path.write_text(text)
    assert found(desk()) == {}


@pytest.mark.parametrize(
    "acts", [(), ("right", "wrong"), ("wrong",), ("right", "undo"), ("right", "undo", "undo")]
)
def test_what_was_not_claimed_or_taken_back_is_not_listed(desk: Open, acts: tuple[str, ...]) -> None:
    one = desk()
    answer(one, "metal", Typed(("Au",)), *acts)
    assert found(one) == {}


def test_a_claim_made_again_after_all_counts_once(desk: Open) -> None:
    one = desk()
    answer(one, "metal", Typed(("Au",)), "right", "wrong", "right")
    assert found(one) == {"metal": [("Au", 1)]}


def test_of_several_texts_only_those_refused_are_listed(desk: Open) -> None:
    one = desk()
    answer(one, "cloze", Typed(("first", "2nd")), "right")
    answer(one, "list", Typed(("red", "verdant")), "right")
    answer(one, "number", Typed(("a trio",)), "right")
    cards: dict[str, Overruled] = {
        card.card.question: card for card in overrules(one.library, one.store, "d")
    }
    assert found(one) == {"cloze": [("2nd", 1)], "list": [("verdant", 1)], "number": [("a trio", 1)]}
    assert all(card.accept is None for card in cards.values())


def test_claims_stay_with_a_card_that_is_renamed(desk: Open, path: Path) -> None:
    answer(desk(), "metal", Typed(("Au",)), "right")
    path.write_text(DECK.replace("id: metal", "id: element, was: metal"))
    assert found(desk()) == {"element": [("Au", 1)]}
    path.write_text(
        DECK.replace(
            "question: Metal?, answer: Gold, accept: [aurum], reject: [lead]",
            "question: Metal?, answer: Gold",
        )
    )
    assert found(desk()) == {}
