"""Cards are found by what they ask and by how they stand, in any order."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support import deck

from quizapp.answer.response import DontKnow, Typed
from quizapp.clock import SetClock
from quizapp.store import browse
from quizapp.study import cards as acts
from quizapp.study.browse import Browser
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.query import parse

MakeDesk = Callable[..., Desk]
BIO = """\
- {id: cell, question: What is a cell?, answer: a unit, typed: true, tags: [basics]}
- {id: brake, question: Beware of the brake, answer: yes, typed: true, topic: images}
- {id: gaps, cloze: "An [[antibody]] binds an [[antigen]]."}
"""
ART = "- {id: hue, question: A hue of the cell wall?, answer: red}\n"


@pytest.fixture
def desk(make_desk: MakeDesk, decks: Path) -> Desk:
    (decks / "bio.deck.yaml").write_text(deck("bio", BIO).replace("deck: bio", "deck: Biology of cells"))
    (decks / "art.deck.yaml").write_text(deck("art", ART, extra="include: [bio.deck.yaml]\n"))
    return make_desk()


def keys(desk: Desk, text: str, browser: Browser | None = None) -> list[str]:
    browser = browser or desk.browser()
    return browser.keys(browser.find(parse(text)))


def answer(desk: Desk, *responses: bool) -> None:
    """Answer the first cards of the deck bio, right or wrong."""
    session = desk.session(Plan(decks=("bio",)))
    for right in responses:
        assert session.item is not None
        session.answer(Typed((session.item.answers,)) if right else DontKnow())
        session.next()


def test_all_cards_are_there_deck_by_deck(desk: Desk) -> None:
    assert keys(desk, "") == ["art/hue", "bio/cell", "bio/brake", "bio/gaps#antibody", "bio/gaps#antigen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cell", ["art/hue", "bio/cell"]),
        ("cell deck:bio", ["bio/cell"]),
        ("cell deck:art", ["art/hue", "bio/cell"]),
        ("deck:cells", ["bio/cell", "bio/brake", "bio/gaps#antibody", "bio/gaps#antigen"]),
        ("-deck:bio", ["art/hue"]),
        ("-cell", ["bio/brake", "bio/gaps#antibody", "bio/gaps#antigen"]),
        ("-kind:cloze -tag:basics", ["art/hue", "bio/brake"]),
        ("card:bio/gaps -card:bio/gaps#antigen", ["bio/gaps#antibody"]),
        ("topic:images", ["bio/brake"]),
        ("sort:question", ["art/hue", "bio/gaps#antibody", "bio/gaps#antigen", "bio/brake", "bio/cell"]),
        ("sort:-deck", ["bio/gaps#antigen", "bio/gaps#antibody", "bio/brake", "bio/cell", "art/hue"]),
        ("deck:none", []),
        ("lapses>0", []),
    ],
)
def test_what_is_asked_for_is_found(desk: Desk, text: str, found: list[str]) -> None:
    by_question = sorted(found) if text == "sort:question" else None
    assert keys(desk, text) == found or (by_question and sorted(keys(desk, text)) == by_question)


def test_how_cards_stand_is_a_filter_as_well(desk: Desk, clock: SetClock) -> None:
    answer(desk, True, False)
    assert keys(desk, "is:new") == ["art/hue", "bio/gaps#antibody", "bio/gaps#antigen"]
    assert keys(desk, "is:learning") == ["bio/cell", "bio/brake"]
    desk.cards().do(acts.SUSPEND, ["bio/cell"])
    desk.cards().do(acts.BURY, ["art/hue"])
    desk.cards().do(acts.flag(3), ["bio/brake"])
    assert keys(desk, "is:suspended") == ["bio/cell"]
    assert keys(desk, "is:buried") == ["art/hue"]
    assert keys(desk, "flag:3") == keys(desk, "is:flagged") == ["bio/brake"]
    clock.advance(timedelta(days=1))
    assert keys(desk, "is:buried") == []
    assert keys(desk, "is:due") == ["bio/brake"]
    assert keys(desk, "last:1") == ["bio/cell", "bio/brake"]


def test_each_state_is_what_folding_says(desk: Desk, clock: SetClock) -> None:
    for right in (True, False, True, True):
        answer(desk, right, right, not right)
        clock.advance(timedelta(days=3))
    browser = desk.browser()
    standings = browse.standings(desk.store.database, keys(desk, ""))
    due = {
        key
        for key, one in standings.items()
        if one.due_day is not None and (one.due_at or one.due_day <= browser.day)
    }
    assert set(keys(desk, "is:due")) == due
    assert set(keys(desk, "is:young")) == {
        key for key, one in standings.items() if one.phase == "review" and one.interval < 21
    }
    difficulties = [
        one.memory.difficulty for key in keys(desk, "sort:difficulty") if (one := standings[key]).memory
    ]
    assert difficulties == sorted(difficulties, reverse=True)
    dues = [standings[key].due_day for key in keys(desk, "sort:due") if standings[key].due_day is not None]
    assert dues == sorted(dues, key=lambda day: day or 0)
    assert sorted(keys(desk, "sort:stability")) == sorted(keys(desk, ""))


def test_words_and_standing_come_together_in_the_order_asked_for(desk: Desk) -> None:
    answer(desk, False, True)
    assert keys(desk, "cell is:learning") == ["bio/cell"]
    assert keys(desk, "is:learning sort:difficulty") == ["bio/cell", "bio/brake"]
    assert keys(desk, "is:learning sort:-difficulty") == ["bio/brake", "bio/cell"]
    assert keys(desk, "-is:learning cell") == ["art/hue"]


def test_a_card_that_is_gone_is_found_in_the_words_it_was_answered_in(desk: Desk, decks: Path) -> None:
    answer(desk, True)
    (decks / "bio.deck.yaml").unlink()
    (decks / "art.deck.yaml").write_text(deck("art", ART))
    desk.refresh()
    browser = desk.browser()
    (row,) = browser.rows(browser.find(parse("is:gone what is")))
    assert (row.key, row.asks, row.answers, row.gone) == ("bio/cell", "What is a cell?", "a unit", True)
    assert keys(desk, "is:gone nothing") == []
    assert keys(desk, "") == ["art/hue"]


def test_a_log_that_was_not_compared_with_the_decks_is_joined_by_keys(desk: Desk, decks: Path) -> None:
    answer(desk, True, False)
    (decks / "bio.deck.yaml").write_text(
        deck("bio", "- {id: first, question: New here, answer: yes}\n" + BIO)
    )
    desk.library.refresh()
    assert keys(desk, "is:learning") == ["bio/cell", "bio/brake"]


def test_rows_tell_how_a_card_reads_and_stands(desk: Desk) -> None:
    browser = desk.browser()
    (row,) = browser.rows(browser.find(parse("card:bio/cell")))
    assert (row.deck, row.kind, row.tags, row.standing.reviews) == (
        "Biology of cells",
        "short answer",
        "basics",
        0,
    )
    assert browser.rows([1, 2, 3]) == []


def test_due_cards_and_decks_are_found_by_an_index(desk: Desk) -> None:
    values = {"day": 20_000, "decks": json.dumps(["bio"])}
    due = f"SELECT s.deck FROM standing s WHERE s.present = 1 AND {browse.STATES['due']}"
    inside = "s.deck IN (SELECT deck.id FROM json_each(:decks) JOIN deck ON deck.name = json_each.value)"
    within = f"SELECT s.deck FROM standing s WHERE s.present = 1 AND s.flag > 0 AND {inside}"
    plan = [
        row[-1]
        for sql in (due, within)
        for row in desk.store.database.rows(f"EXPLAIN QUERY PLAN {sql}", values)
    ]
    assert any("standing_deck" in step for step in plan)
