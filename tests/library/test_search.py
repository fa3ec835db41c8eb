"""Cards are found by their words and labels, whatever is typed."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from quizapp.library import schema, search
from quizapp.library.catalogue import Catalogue
from quizapp.library.library import Library
from quizapp.library.search import KindOf, Label, Words
from quizapp.paths import Paths

Write = Callable[..., Path]
QUESTIONS = """
- {id: brake, question: What does the brake do?, answer: Über-Regulation of T-cells,
   tags: [Immune system], topic: How it works}
- {id: pairs, question: Which is it?, answer: left, wrong: [right], tags: [biology, bio-chem]}
- {id: gaps, cloze: "[[CD4+|helper]] cells and [[IL-2]] help."}
- {id: draft, question: A brake nobody sees, answer: hidden, draft: true}
- {id: cjk, question: 第三免疫系统?, answer: 免疫, reverse: true}
"""


@pytest.fixture
def library(places: Paths, write: Write) -> Iterator[Library]:
    write(places.decks / "a.deck.yaml", "a", questions=QUESTIONS, extra="tags: [exam]")
    write(places.decks / "b.deck.yaml", "b", (("Does a brake stop?", "It does"),))
    with Library.open(places) as opened:
        opened.refresh()
        yield opened


def found(library: Library, condition: search.Condition, *decks: str) -> list[str]:
    catalogue = Catalogue(library, decks or None)
    return catalogue.keys(catalogue.find(condition))


def test_every_card_at_hand_has_a_number_and_drafts_have_none(library: Library) -> None:
    catalogue = Catalogue(library)
    keys = [place[0] for deck in ("a", "b") for place in library.places(deck)]
    assert catalogue.keys(catalogue.everything()) == keys
    assert [catalogue.number("b", 0)] == catalogue.named("b/q0")
    assert catalogue.named("a/cjk") == [catalogue.number("a", 4), catalogue.number("a", 5)]
    assert catalogue.named("a/nothing") == catalogue.named("nothing") == []
    assert catalogue.number("nowhere", 3) == 0


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("brake", ["a/brake", "b/q0"]),
        ("BRAK", ["a/brake", "b/q0"]),
        ("uber", ["a/brake"]),
        ("regulation of t", ["a/brake"]),
        ("immune", ["a/brake"]),
        ("works", ["a/brake"]),
        ("exam", ["a/brake", "a/pairs", "a/gaps#cd4", "a/gaps#il-2", "a/cjk", "a/cjk#back"]),
        ("IL-2", ["a/gaps#cd4", "a/gaps#il-2"]),
        ("cd4+", ["a/gaps#cd4", "a/gaps#il-2"]),
        ("免疫", ["a/cjk", "a/cjk#back"]),
        ("疫系", ["a/cjk", "a/cjk#back"]),
        ("hidden", []),
        ("right", []),
    ],
)
def test_words_are_found_by_how_they_begin_in_question_answer_tags_and_topic(
    library: Library, text: str, cards: list[str]
) -> None:
    assert found(library, Words(text)) == cards


def test_a_whole_word_is_no_beginning(library: Library) -> None:
    assert found(library, Words("brak", whole=True)) == []
    assert found(library, Words("a brake", whole=True)) == ["b/q0"]


def test_labels_and_kinds_find_their_cards_in_the_order_of_decks(library: Library) -> None:
    assert found(library, Label("tag", "immune SYSTEM")) == ["a/brake"]
    assert found(library, Label("tag", "bio*")) == ["a/pairs"]
    assert len(found(library, Label("tag", "exam"))) == 6
    assert found(library, Label("topic", "how it works")) == ["a/brake"]
    assert found(library, KindOf(("flashcard",))) == ["a/brake", "a/cjk", "a/cjk#back", "b/q0"]
    assert found(library, KindOf(("flashcard",)), "b", "a")[0] == "b/q0"
    assert found(library, Words("brake"), "b") == ["b/q0"]


def test_cards_are_sorted_by_what_they_ask(library: Library) -> None:
    catalogue = Catalogue(library)
    asks = [text.asks.lower() for text in catalogue.texts(catalogue.by_question())]
    assert asks == sorted(asks)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        "*",
        "a*b",
        "AND",
        "brake OR",
        "NOT brake",
        "NEAR(a b)",
        "asks:brake",
        "(",
        "a -b",
        "^brake",
        "'",
        "%",
        "a\x00b",
        "\ud800",
        "x" * 10_000,
        '" OR 1=1 --',
        "{asks}: a",
        "brake + stop",
    ],
)
def test_nothing_typed_is_an_operator_or_fails(library: Library, text: str) -> None:
    assert set(found(library, Words(text))) <= {place[0] for deck in "ab" for place in library.places(deck)}
    assert found(library, Words(f"{text} zzzz")) == []


@given(st.text(max_size=30), st.booleans())
def test_any_text_can_be_looked_for(text: str, whole: bool) -> None:
    sql = sqlite3.connect(":memory:")
    try:
        for statement in schema.TABLES.split(";\n"):
            sql.execute(statement)
        search.prepare(sql)
        sql.execute(
            "INSERT INTO file (id, path, mtime, size, inode, checked, hash, mark, title, language,"
            " questions, cards, left_out, problems, include) VALUES (1, '', 0, 0, 0, 0, '', '', '',"
            " '', 1, 1, 0, 0, '')"
        )
        search.fill(sql, 1, [(0, "what is asked", "the answer", "", "")])
        assert search.find(sql, [1], Words(text, whole)) in ([], [schema.number_of(1, 0)])
    finally:
        sql.close()


def test_a_deck_that_changes_leaves_no_words_behind(places: Paths, write: Write, library: Library) -> None:
    write(places.decks / "b.deck.yaml", "b", (("Does a wheel turn?", "It does"),), at=1_700_000_100)
    library.refresh()
    assert found(library, Words("stop")) == []
    assert found(library, Words("wheel")) == ["b/q0"]
    library.close()
    index = sqlite3.connect(places.index)
    index.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    assert index.execute("SELECT count(*) FROM text").fetchone() == (7,)
    index.close()


def test_without_fts5_texts_are_read_through(library: Library) -> None:
    library.look_up(lambda sql, _: sql.execute("DROP TABLE words"))
    assert found(library, Words("BRAKE")) == ["a/brake", "b/q0"]
    assert found(library, Words("100%")) == []
    assert found(library, Words("_")) == found(library, Words(""))


def test_words_and_labels_are_looked_up_not_gone_through(library: Library) -> None:
    def plan(sql: sqlite3.Connection) -> str:
        queries = (
            ("SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?", ('"a"*', 0, 9)),
            ("SELECT position FROM label WHERE file = ? AND sort = ? AND name = ?", (1, "tag", "x")),
            (
                "SELECT position FROM label WHERE file = ? AND sort = ? AND name >= ? AND name < ?",
                (1, "tag", "x", "y"),
            ),
        )
        return "\n".join(
            row[-1] for query, values in queries for row in sql.execute(f"EXPLAIN QUERY PLAN {query}", values)
        )

    told = library.look_up(lambda sql, _: plan(sql))
    assert "SCAN label" not in told
    assert "VIRTUAL TABLE INDEX" in told
