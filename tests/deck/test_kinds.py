"""What each kind asks, answers and lets learners type; and that its field table tells the truth."""

import pytest
from deck.making import questions
from hypothesis import given

from quizapp.deck.kinds import (
    BY_NAME,
    KINDS,
    answers,
    asks,
    faces,
    fields,
    kind_of,
    self_rated,
    typed_answers,
)
from quizapp.deck.kinds.kind import Kind
from quizapp.deck.layout import COMMON, DECK
from quizapp.deck.model import (
    BACK,
    FRONT,
    Body,
    Choice,
    Cloze,
    Flashcard,
    Gap,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
    Wrong,
)
from quizapp.deck.read import read

CLOZE = Cloze(
    ("Some ", Gap("x", "T cells", ("T-cells",)), " and ", Gap("y", "B cells", hint="starts with b"), ".")
)
BODIES: list[tuple[Body, str, str, int, bool]] = [
    (Flashcard("a?", "b"), "a?", "b", 0, True),
    (ShortAnswer("a?", "b", ("c",)), "a?", "b", 1, False),
    (Choice("a?", ("b", "c"), (Wrong("d"),), many=True), "a?", "b; c", 0, False),
    (TrueFalse("a.", answer=False), "a.", "false", 0, False),
    (Numeric("a?", "1.10", unit="g"), "a?", "1.10 g", 1, False),
    (Numeric("a?", "007"), "a?", "007", 1, False),
    (Ordering("a?", ("b", "c")), "a?", "b → c", 0, False),
    (Matching("a?", (("b", "c"), ("d", "e")), ("f",)), "a?", "b → c; d → e", 0, False),
    (ListAnswer("a?", (("b", "c"), ("d",)), 1), "a?", "b; d", 1, False),
]


@pytest.mark.parametrize(("body", "asked", "answered", "blanks", "rated"), BODIES)
def test_a_kind_with_one_card_asks_and_answers(
    body: Body, asked: str, answered: str, blanks: int, *, rated: bool
) -> None:
    assert faces(body) == (FRONT,)
    assert asks(body, FRONT) == asked
    assert answers(body, FRONT) == answered
    assert fields(body, FRONT) == blanks
    assert self_rated(body) is rated


def test_a_reversed_flashcard_asks_back() -> None:
    body = Flashcard("a?", "b", reverse=True)
    assert faces(body) == (FRONT, BACK)
    assert (asks(body, BACK), answers(body, BACK)) == ("b", "a?")


def test_a_cloze_hides_the_gaps_of_its_face_and_shows_the_others() -> None:
    assert faces(CLOZE) == ("x", "y")
    assert asks(CLOZE, "x") == "Some […] and B cells."
    assert asks(CLOZE, "y") == "Some T cells and [starts with b…]."
    assert answers(CLOZE, "y") == "B cells"


def test_gaps_of_one_label_are_hidden_together() -> None:
    body = Cloze((Gap("x", "a"), " or ", Gap("x", "b")))
    assert faces(body) == ("x",)
    assert asks(body, "x") == "[…] or […]"
    assert answers(body, "x") == "a; b"
    assert fields(body, "x") == 2


def test_a_cloze_that_is_not_typed_is_rated() -> None:
    body = Cloze((Gap("x", "a"),), typed=False)
    assert self_rated(body)
    assert fields(body, "x") == 0


def test_every_wording_that_may_be_typed_is_known() -> None:
    assert typed_answers(ShortAnswer("a?", "b", ("c",))) == ((FRONT, "b"), (FRONT, "c"))
    assert typed_answers(CLOZE) == (("x", "T cells"), ("x", "T-cells"), ("y", "B cells"))
    assert typed_answers(ListAnswer("a?", (("b", "c"), ("d",)), 1)) == (
        (FRONT, "b"),
        (FRONT, "c"),
        (FRONT, "d"),
    )
    assert typed_answers(Flashcard("a?", "b")) == ()


@given(questions())
def test_every_face_asks_and_answers_something(question: Question) -> None:
    body = question.body
    assert kind_of(body) is BY_NAME[question.kind]
    assert len(set(faces(body))) == len(faces(body)) > 0
    for face in faces(body):
        assert asks(body, face)
        assert answers(body, face)
    assert {face for face, _ in typed_answers(body)} <= set(faces(body))


def test_the_kinds_stand_in_the_order_in_which_their_keys_tell_them() -> None:
    assert [kind.name for kind in KINDS] == [
        "cloze",
        "true/false",
        "numeric",
        "ordering",
        "matching",
        "list",
        "multiple choice",
        "short answer",
        "flashcard",
    ]
    assert [kind.name for kind in KINDS if not kind.told_by] == ["flashcard"]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_the_examples_of_a_kind_make_a_sound_question(kind: Kind) -> None:
    common = [field for field in COMMON if field.name != "source"]
    entries = [f"{field.name}: {field.example}" for field in (*kind.fields, *common)]
    text = "deck: t\nquestions:\n  - " + "\n    ".join(entries) + "\n"
    found = read(text.encode(), "x")
    if kind.name == "cloze":
        # Its example of `typed` lets learners rate themselves; slips are then of no account.
        assert "typed: false" in text
    assert found.problems == ()
    assert found.deck is not None
    assert found.deck.questions[0].kind == kind.name


@pytest.mark.parametrize("key", [key for kind in KINDS for key in kind.told_by])
def test_a_telling_key_is_one_of_the_kinds_own(key: str) -> None:
    kind = next(kind for kind in KINDS if key in kind.told_by)
    assert key in {field.name for field in kind.fields}


def test_the_examples_of_the_deck_make_a_sound_deck() -> None:
    text = "\n".join(f"{field.name}: {field.example}" for field in DECK)
    text += "\nquestions:\n  - {question: a, answer: b, source: {doc: clinic, paragraph: 10}}\n"
    assert read(text.encode(), "x").problems == ()


def test_every_field_says_what_it_is_for() -> None:
    for field in (*DECK, *COMMON, *(field for kind in KINDS for field in kind.fields)):
        assert field.help.endswith(".")
        assert field.example
