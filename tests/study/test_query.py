"""What is typed to find cards is read leniently, and what can't be read is told."""

import pytest
from hypothesis import given, strategies as st

from quizapp.deck.kinds import BY_NAME
from quizapp.library.search import KindOf, Label, Words
from quizapp.store.browse import Measure, Stands
from quizapp.study.query import HELP, KINDS, Clause, InDeck, Named, Query, parse


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("immune cell", (Clause(Words("immune")), Clause(Words("cell")))),
        ('"immune cell"', (Clause(Words("immune cell", whole=True)),)),
        ('"immune ce', (Clause(Words("immune ce")),)),
        ("-brake", (Clause(Words("brake"), but=True),)),
        ("well-known", (Clause(Words("well-known")),)),
        ("deck:bio", (Clause(InDeck("bio")),)),
        ('deck:"The immune system"', (Clause(InDeck("The immune system")),)),
        ("-tag:exam", (Clause(Label("tag", "exam"), but=True),)),
        ("TAGS:exam", (Clause(Label("tag", "exam")),)),
        ("card:a/b#back", (Clause(Named("a/b#back")),)),
        ("is:due", (Clause(Stands("due")),)),
        ("kind:choice", (Clause(KindOf(("multiple choice",))),)),
        ("kind:true/false", (Clause(KindOf(("true/false",))),)),
        ("due:7", (Clause(Measure("due", "<=", 7)),)),
        ("due:today", (Clause(Measure("due", "<=", 0)),)),
        ("due<0", (Clause(Measure("due", "<", 0)),)),
        ("lapses>=3", (Clause(Measure("lapses", ">=", 3)),)),
        ("lapses:>3", (Clause(Measure("lapses", ">", 3)),)),
        ("flag:2", (Clause(Measure("flag", "=", 2)),)),
        ("http://example.org", (Clause(Words("http://example.org")),)),
        ("p<0.05", (Clause(Words("p<0.05")),)),
        ("deck: tag: is: due:", ()),
        ('... + "" -', ()),
    ],
)
def test_words_and_filters_are_told_apart(text: str, clauses: tuple[Clause, ...]) -> None:
    assert parse(text) == Query(clauses)


def test_what_is_left_of_a_memory_is_compared_by_how_long_ago_it_was() -> None:
    (clause,) = parse("recall<90%").clauses
    assert isinstance(clause.wanted, Measure)
    assert clause.wanted[:2] == ("faded", ">")
    assert clause.wanted.number == pytest.approx(1.0)
    assert parse("recall<0.9") == parse("recall<90%")


def test_sorting_and_what_is_gone_are_no_conditions() -> None:
    assert parse("sort:due") == Query(sort="due")
    assert parse("sort:-lapses is:gone") == Query(sort="lapses", backwards=True, gone=True)


@pytest.mark.parametrize(
    "text", ["is:fine", "sort:colour", "kind:essay", "lapses>many", "recall<2000", "is:gone due:3"]
)
def test_what_cannot_be_read_is_told_and_left_out(text: str) -> None:
    query = parse(f"cell {text}")
    assert len(query.problems) == 1
    assert query.clauses[0] == Clause(Words("cell"))


@given(st.text(max_size=60))
def test_nothing_typed_raises(text: str) -> None:
    assert isinstance(parse(text), Query)


def test_the_kinds_are_those_of_decks() -> None:
    assert set(KINDS) == set(BY_NAME)


def test_what_the_help_shows_can_be_read() -> None:
    for typed, _ in HELP:
        assert parse(typed).problems == ()
