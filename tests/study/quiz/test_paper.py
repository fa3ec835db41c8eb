"""Papers: a function of deck, blueprint and seed; their codes bring them to others."""

from pathlib import Path

import pytest
from study.quiz.conftest import MIXED, MakeDesk

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.errors import UsageError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.bits import LETTERS, Reader, Writer
from quizapp.study.quiz.paper import Paper, Worth


def cards(paper: Paper) -> list[str]:
    return [str(entry.item.card) for entry in paper.entries]


def test_a_seed_gives_the_same_paper_whatever_was_studied_before(desk: Desk, make_desk: MakeDesk) -> None:
    blueprint = Blueprint(count=4)
    first = sit.draw(desk, ["mixed"], blueprint, "seven")
    sit.begin(desk, first)
    assert sit.draw(make_desk(), ["mixed"], blueprint, "seven") == first
    others = {tuple(cards(sit.draw(desk, ["mixed"], blueprint, str(n)))) for n in range(20)}
    assert len(others) > 15


def test_without_a_seed_what_was_on_the_last_paper_comes_last(desk: Desk) -> None:
    first = sit.draw(desk, ["mixed"], Blueprint(count=5))
    sit.begin(desk, first)
    second = sit.draw(desk, ["mixed"], Blueprint(count=5))
    assert not {card.partition("#")[0] for card in cards(first)} & {
        card.partition("#")[0] for card in cards(second)
    }


def test_a_code_brings_the_same_paper_with_its_rules(desk: Desk) -> None:
    blueprint = Blueprint(
        parts=(Part(count=2, topic=("Numbers",), points=2.5), Part(count=3, penalty="0.25", seconds=40)),
        minutes=12,
        passing=62.5,
        certainty=True,
        clock="stands",
    )
    paper = sit.draw(desk, ["mixed"], blueprint)
    made = sit.from_code(desk, paper.code.lower().replace("-", " "))
    assert made.paper == paper
    assert made.notices == ()


@pytest.mark.parametrize("order", ["shuffled", "deck", "parts"])
def test_the_order_of_a_paper_is_in_its_code(desk: Desk, order: str) -> None:
    paper = sit.draw(desk, ["mixed"], Blueprint(order=order), "x")
    assert cards(sit.from_code(desk, paper.code).paper) == cards(paper)
    if order == "deck":
        assert [card.partition("#")[0] for card in cards(paper)] == [
            f"mixed/{name}"
            for name in (
                "flash",
                "short",
                "choice",
                "many",
                "truth",
                "number",
                "order",
                "pairs",
                "list",
                "gap",
            )
        ]


def test_every_slip_in_a_code_is_noticed(desk: Desk) -> None:
    code = sit.draw(desk, ["mixed"], Blueprint(count=3), "x").code
    plain = code.replace("-", "")
    for place, letter in enumerate(plain):
        other = LETTERS[(LETTERS.index(letter) + 7) % 32]
        with pytest.raises(UsageError, match="not the code"):
            sit.from_code(desk, plain[:place] + other + plain[place + 1 :])
    for place in range(len(plain) - 1):
        if plain[place] != plain[place + 1]:
            swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
            with pytest.raises(UsageError, match="not the code"):
                sit.from_code(desk, swapped)
    for bad in ("", "A", "not a code!", plain[:-1]):
        with pytest.raises(UsageError):
            sit.from_code(desk, bad)


def test_letters_that_look_alike_are_taken_for_each_other(desk: Desk) -> None:
    code = sit.draw(desk, ["mixed"], Blueprint(count=8), "x").code
    assert sit.from_code(desk, code.replace("0", "o").replace("1", "l")).paper.code == code


def test_a_changed_deck_is_told_with_the_questions_changed(
    desk: Desk, decks: Path, make_desk: MakeDesk
) -> None:
    paper = sit.draw(desk, ["mixed"], Blueprint(order="deck", count=10), "x")
    text = MIXED.replace("Capital of France?", "France's capital?")
    lines = [line for line in text.splitlines(keepends=True) if "id: truth" not in line]
    (decks / "mixed.deck.yaml").write_text("".join(lines), encoding="utf-8")
    made = sit.from_code(make_desk(), paper.code)
    assert cards(made.paper) == [card for card in cards(paper) if card != "mixed/truth"]
    assert made.notices == (
        "The decks have changed since this paper was drawn.",
        "Question 2 is worded otherwise now.",
        "One of its questions is not there any more and is left out.",
    )


def test_a_code_of_a_deck_that_is_not_here_says_so(desk: Desk, decks: Path, make_desk: MakeDesk) -> None:
    code = sit.draw(desk, ["mixed"], Blueprint(count=2), "x").code
    (decks / "mixed.deck.yaml").unlink()
    with pytest.raises(UsageError, match="A deck that this paper was drawn from is not here"):
        sit.from_code(make_desk(), code)


def test_points_and_seconds_of_the_question_lead_over_the_exams_and_the_parts_over_both(desk: Desk) -> None:
    paper = sit.draw(desk, ["mixed"], Blueprint(order="deck", points=2, seconds=9, penalty="50%"), "x")
    worths = {entry.item.card.question: entry.worth for entry in paper.entries}
    assert worths["order"] == Worth(3, 9, 1.5)
    assert worths["gap"] == Worth(2, 30, 1)
    part = Part(points=4, seconds=5, penalty="1")
    paper = sit.draw(desk, ["mixed"], Blueprint(parts=(part,), points=2), "x")
    assert {entry.worth for entry in paper.entries} == {Worth(4, 5, 1)}


def test_a_question_with_several_cards_is_asked_once(desk: Desk) -> None:
    paper = sit.draw(desk, ["mixed"], Blueprint(), "x")
    assert len(paper.entries) == 10
    faces = {
        entry.item.face
        for seed in range(12)
        for entry in sit.draw(desk, ["mixed"], Blueprint(), str(seed)).entries
        if entry.item.card.question == "gap"
    }
    assert faces == {"green", "blue"}


@pytest.mark.parametrize(
    ("blueprint", "told"),
    [
        (Blueprint(count=11), "11 are wanted in all, and there are 10. Write 10 or less"),
        (Blueprint(parts=(Part(topic=("colors",)),)), 'has the topic "colors". Did you mean "colours"'),
        (Blueprint(parts=(Part(tag=("none",)),)), 'has the tag "none"'),
        (Blueprint(parts=(Part(source=("nobody",)),)), 'has the source "nobody"'),
        (Blueprint(parts=(Part(deck=("mixd",)),)), 'no deck "mixd". Did you mean "mixed"'),
        (Blueprint(parts=(Part(level=(2,), topic=("places",)),)), "No question is left"),
        (Blueprint(parts=(Part(count=3, topic=("numbers",)), Part(count=8))), "share their questions"),
        (Blueprint(points=0, parts=(Part(count=1, topic=("places",)),)), "worth any points"),
    ],
)
def test_what_decks_cannot_fill_is_told(desk: Desk, blueprint: Blueprint, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        sit.draw(desk, ["mixed"], blueprint, "x")
    assert told in str(raised.value)


def test_numbers_come_back_from_bits_as_they_went_in() -> None:
    out = Writer()
    out.put(5, 7)
    for number in (0, 15, 16, 1_000_000):
        out.count(number)
        out.gap(number, 16)
    read = Reader(out.text())
    assert read.take(7) == 5
    for number in (0, 15, 16, 1_000_000):
        assert read.count() == number
        assert read.gap(16) == number
