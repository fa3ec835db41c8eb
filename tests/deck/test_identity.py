"""By what questions are known again."""

import re
from dataclasses import replace

import pytest
from deck.making import questions, texts
from hypothesis import given, strategies as st

from quizapp.deck.identity import fingerprint, is_id, normalise, provisional_id, slug
from quizapp.deck.kinds import faces
from quizapp.deck.model import (
    BACK,
    FRONT,
    Body,
    Choice,
    Cloze,
    Flashcard,
    Gap,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
    Wrong,
)
from quizapp.deck.names import LONGEST_ID, LONGEST_SLUG


def parts(body: Body, face: str = FRONT) -> tuple[str, str]:
    _, asked, answered = fingerprint(Question("id", "kind", body), face).split(":")
    return asked, answered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What  is\nit?", "what is it?"),
        ("the “brake”", 'the "brake"'),
        ("it’s", "it's"),
        ("T–cell", "T-cell"),
        ("caf\u0065\u0301", "caf\u00e9"),
        ("STRASSE", "straße"),
    ],
)
def test_wordings_that_differ_in_nothing_are_one(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"), [("10²", "102"), ("CD4+", "CD4-"), ("a b", "ab"), ("H₂O", "H2O"), ("½", "1/2")]
)
def test_wordings_that_mean_something_else_are_two(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_a_fingerprint_has_a_version_and_two_parts() -> None:
    found = fingerprint(Question("id", "flashcard", Flashcard("a", "b")), FRONT)
    assert re.fullmatch("1:[0-9a-f]{12}:[0-9a-f]{12}", found)


def test_fingerprints_stay_what_they_are() -> None:
    """The log keeps them: a change here needs a new version."""
    assert fingerprint(Question("id", "flashcard", Flashcard("What is it?", "A brake")), FRONT) == (
        "1:afa3c4930aae:ee66642b98d2"
    )
    assert provisional_id(Flashcard("What is it?", "A brake")) == "~b680d0700b"


def test_a_reworded_question_keeps_the_part_of_its_answer() -> None:
    one, other = parts(Flashcard("a?", "b")), parts(Flashcard("c?", "b"))
    assert one[0] != other[0]
    assert one[1] == other[1]


def test_a_changed_answer_keeps_the_part_of_its_question() -> None:
    one, other = parts(ShortAnswer("a?", "mm")), parts(ShortAnswer("a?", "Mm"))
    assert one[0] == other[0]
    assert one[1] != other[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ShortAnswer("a?", "b"),
            ShortAnswer("A ?".replace(" ", ""), "b", ("c",), (Wrong("d"),), "none", case=True),
        ),
        (
            Choice("a?", ("b",), (Wrong("c"), Wrong("d"))),
            Choice("a?", ("b",), (Wrong("d", "Because."), Wrong("c"))),
        ),
        (Numeric("a?", "1", unit="g"), Numeric("a?", "1", "5%", "g", (("mg", "0.001"),))),
    ],
)
def test_what_no_learner_sees_changes_no_fingerprint(one: Body, other: Body) -> None:
    assert parts(one) == parts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Choice("a?", ("b",), (Wrong("c"),)), Choice("a?", ("b",), (Wrong("d"),))),
        (Flashcard("a", "true"), TrueFalse("a", answer=True)),
        (Ordering("a?", ("b", "c")), Ordering("a?", ("b", "d"))),
        (Matching("a?", (("b", "c"), ("d", "e"))), Matching("a?", (("b", "c"), ("d", "e")), ("f",))),
    ],
)
def test_what_a_learner_sees_is_part_of_the_question(one: Body, other: Body) -> None:
    assert parts(one)[0] != parts(other)[0]


def test_another_order_of_the_same_items_is_another_answer_to_the_same_question() -> None:
    one, other = parts(Ordering("a?", ("b", "c"))), parts(Ordering("a?", ("c", "b")))
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_each_face_has_a_fingerprint_of_its_own() -> None:
    card = Flashcard("a", "b", reverse=True)
    assert parts(card, FRONT) != parts(card, BACK)
    cloze = Cloze((Gap("x", "a"), " and ", Gap("y", "b")))
    assert parts(cloze, "x") != parts(cloze, "y")


@given(questions())
def test_place_and_id_change_no_fingerprint(question: Question) -> None:
    moved = replace(question, id="other", line=9, column=9, tags=(), draft=False)
    for face in faces(question.body):
        assert fingerprint(moved, face) == fingerprint(question, face)


@given(questions())
def test_a_provisional_id_is_short_and_steady(question: Question) -> None:
    found = provisional_id(question.body)
    assert re.fullmatch("~[0-9a-f]{10}", found)
    assert found == provisional_id(question.body._replace())
    assert not is_id(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Images for the immune system", "images-for-the-immune-system"),
        ("  T cells!  ", "t-cells"),
        ("Crème brûlée", "creme-brulee"),
        ("β-Carotene", "beta-carotene"),
        ("IL-2", "il-2"),
    ],
)
def test_a_slug_is_readable(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_always_a_usable_id(text: str) -> None:
    name = slug(text)
    assert re.fullmatch("[a-z0-9-]+", name)
    assert len(name) <= LONGEST_SLUG
    assert is_id(name)


@pytest.mark.parametrize(
    ("one", "other"), [("免疫", "細胞"), ("a" * 50, "a" * 51), ("+", "-"), ("T細胞", "T免疫")]
)
def test_a_slug_that_lost_something_keeps_texts_apart(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize("text", ["brake", "a.b_c-d", "1", "Größe", "免疫", "क्षेत्र", "a" * LONGEST_ID])
def test_ids_of_any_script_are_fine(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "a b", "a/b", "a#b", "~a", "a\n", "a\x1b", "a\u202eb", "a:b", "\u0301a", "a" * 81]
)
def test_ids_with_other_signs_are_not(text: str) -> None:
    assert not is_id(text)


@given(texts)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
