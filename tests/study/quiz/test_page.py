"""The printable page: everything is on it, nothing of a deck can become markup, and it fetches nothing."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pages import read
from study.quiz.conftest import MakeDesk

from quizapp.answer.response import Chosen, DontKnow, Typed
from quizapp.deck.blueprint import Blueprint
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.page import _text, as_html, paper_as_html
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.result import Result

EVIL = """format: 1
deck: "<script>alert(1)</script> & Co"
id: evil
questions:
  - id: a
    question: "<b>bold</b> & 'quoted'?"
    answer: "<img src=x onerror=alert(1)>"
    wrong: ["</li>", "'"]
"""


def paper(desk: Desk, deck: str = "mixed", **rules: Any) -> Paper:
    return sit.draw(desk, [deck], Blueprint(order="deck", **rules), "one")


def result(desk: Desk) -> Result:
    quiz = sit.begin(desk, paper(desk, certainty=True, minutes=30, passing=60))
    for _ in quiz.paper.entries:
        match quiz.item.card.question:
            case "short":
                quiz.answer(Typed(("Pariss",)), Certainty.SURE)
            case "choice":
                quiz.answer(Chosen((2,)), Certainty.GUESS)
            case _:
                quiz.answer(DontKnow())
        quiz.forward()
    quiz.hand_in()
    return quiz.result()


def test_the_page_of_a_result_has_score_answers_paper_and_key(desk: Desk) -> None:
    page = as_html(result(desk))
    said = " ".join(" ".join(read(page).said).split())
    for text in (
        "8 %",
        "not passed",
        "By topic",
        "How sure you were",
        "Your answer Pariss",
        "Right answer Paris",
        "Time: 30 minutes.",
        "Key: Mixed",
        "Paper code",
    ):
        assert text in said


def test_every_question_is_on_the_paper_once_and_in_the_key_once(desk: Desk) -> None:
    drawn = paper(desk)
    page = paper_as_html(drawn)
    front, key = page.split("<h1>Key: ")
    for entry in drawn.entries:
        assert front.count(_text(entry.item.asks)) == 1
    assert key.count("<li>") == len(drawn.entries)


def test_a_printed_paper_says_only_rules_that_hold_on_paper(desk: Desk) -> None:
    printed = paper_as_html(paper(desk, minutes=30, passing=60, penalty="25%", feedback="each"))
    for rule in ("10 questions, 12 points in all.", "To pass you need 60 percent.", "A wrong answer costs"):
        assert rule in printed
    for word in ("At zero", "the clock", "told after each", "Flashcards you mark"):
        assert word not in printed


def test_the_paper_tells_no_answer_that_is_not_an_option(desk: Desk) -> None:
    front = paper_as_html(paper(desk)).split("<h1>Key: ")[0]
    for answer in ("rouge", "Paris", "3.5", "one; two; three"):
        assert answer not in front


def test_letters_of_the_key_are_those_of_the_paper(desk: Desk) -> None:
    drawn = paper(desk)
    entry = next(one for one in drawn.entries if one.item.card.question == "choice")
    page = paper_as_html(drawn)
    place = entry.item.layout.options.index(0)
    assert f"<b>{'ABCD'[place]}</b> 2" in page.split("<h1>Key: ")[1]


def test_nothing_of_a_deck_becomes_markup(decks: Path, make_desk: MakeDesk) -> None:
    (decks / "evil.deck.yaml").write_text(EVIL, encoding="utf-8")
    drawn = paper(make_desk(), "evil")
    page = read(paper_as_html(drawn))
    assert not page.tags & {"script", "img", "b/"}
    assert "<script>alert(1)</script> & Co" in " ".join(page.said)


def test_the_page_fetches_nothing_and_runs_nothing(desk: Desk) -> None:
    page = as_html(result(desk))
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|url\(|@import|<script", page)


def test_each_part_begins_on_a_page_of_its_own_in_print(desk: Desk) -> None:
    page = as_html(result(desk))
    assert page.count('<section class="leaf">') == 3
    assert ".leaf { break-before: page; }" in page
    assert "break-inside: avoid" in page


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was_but_for_what_steers_terminals(text: str) -> None:
    from quizapp.text import safe

    reader = read(f"<!doctype html><p>{_text(text)}</p>")
    assert "".join(reader.said).replace("\r\n", "\n") == safe(text)


@pytest.mark.parametrize("kind", ["truth", "order", "pairs", "list", "gap", "flash", "number"])
def test_there_is_room_to_answer_every_kind_by_hand(desk: Desk, kind: str) -> None:
    drawn = paper(desk)
    place = next(at for at, one in enumerate(drawn.entries) if one.item.card.question == kind)
    asked = paper_as_html(drawn).split('<p class="asks">')[place + 1]
    assert 'class="boxes"' in asked or 'class="line"' in asked
