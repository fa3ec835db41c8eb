"""Kinds with several parts: what counts, how much, and what each part is told."""

import pytest

from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.normal import key
from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.answer.wording import sentence
from quizapp.deck.model import (
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

_ONE = Choice("?", ("liver",), (Wrong("spleen", "It filters blood."), Wrong("kidney")))
_MANY = Choice("?", ("a", "b", "c"), (Wrong("d"), Wrong("e")), many=True)
_ORDER = Ordering("?", ("one", "two", "three", "four"))
_PAIRS = Matching("?", (("Ag", "silver"), ("Au", "gold"), ("Na", "sodium")), extra=("lead",))
_LIST = ListAnswer("?", (("T cell", "T lymphocyte"), ("B cell",), ("macrophage",), ("neutrophil",)), need=3)
_CLOZE = Cloze(("The ", Gap("x", "liver"), " makes ", Gap("y", "bile"), " and ", Gap("x", "albumin"), "."))


def given(body: Body, response: Response, face: str = "front", context: Context | None = None) -> Verdict:
    return judge(Question("q", "kind", body), face, response, context or Context())


@pytest.mark.parametrize(
    "body",
    [
        _ONE,
        _MANY,
        _ORDER,
        _PAIRS,
        _LIST,
        TrueFalse("?", answer=True),
        ShortAnswer("?", "a"),
        Numeric("?", "1"),
    ],
)
def test_dont_know_is_wrong_and_a_look_is_left_to_the_learner(body: Body) -> None:
    unknown = given(body, DontKnow())
    assert (unknown.result, unknown.rule, unknown.score) == (Result.WRONG, "dont-know", 0.0)
    assert given(body, Revealed()).result is Result.SELF


@pytest.mark.parametrize(
    ("body", "response"),
    [
        (ShortAnswer("?", "a"), Typed(())),
        (ShortAnswer("?", "a"), Typed((" \n",))),
        (_LIST, Typed(("", ""))),
        (_ONE, Chosen(())),
        (_ORDER, Ordered(())),
        (_PAIRS, Matched((None, None, None))),
    ],
)
def test_nothing_given_is_blank(body: Body, response: Response) -> None:
    assert given(body, response).rule == "blank"


@pytest.mark.parametrize("body", [_ONE, _ORDER, _PAIRS, Flashcard("?", "a"), TrueFalse("?", answer=True)])
def test_a_response_of_another_sort_is_an_error_of_the_program(body: Body) -> None:
    with pytest.raises(ValueError, match="Typed is no response"):
        given(body, Typed(("a",)))


def test_a_wrong_option_brings_its_reason() -> None:
    assert given(_ONE, Chosen((0,))).result is Result.CORRECT
    verdict = given(_ONE, Chosen((1,)), context=Context("en", {key("spleen"): "deck/spleen"}))
    assert (verdict.result, verdict.why, verdict.confused) == (
        Result.WRONG,
        "It filters blood.",
        "deck/spleen",
    )
    assert sentence(verdict) == "Not right. It filters blood."
    assert given(_ONE, Chosen((0, 1))).rule == "one-only"


@pytest.mark.parametrize(
    ("chosen", "score"),
    [
        ((0, 1, 2), 1.0),
        ((0, 1), 2 / 3),
        ((0, 1, 2, 3), 2 / 3),
        ((0, 3), 0.0),
        ((3, 4), 0.0),
        ((0, 99, -1), 0.0),
    ],
)
def test_wrong_options_are_taken_off_the_right_ones(chosen: tuple[int, ...], score: float) -> None:
    assert given(_MANY, Chosen(chosen)).score == pytest.approx(score)


def test_credit_all_turns_partial_credit_off() -> None:
    body = Choice("?", ("a", "b"), (Wrong("c"),), many=True, credit="all")
    verdict = given(body, Chosen((0,)))
    assert (verdict.result, verdict.score, verdict.rule) == (Result.WRONG, 0.0, "all-needed")
    assert sentence(verdict) == "Not accepted: 1 of 2 right, and this question counts only when all are."
    assert given(Ordering("?", ("a", "b", "c"), credit="all"), Ordered((0, 2, 1))).score == 0.0


def test_true_and_false() -> None:
    assert given(TrueFalse("?", answer=False), Truth(value=False)).score == 1.0
    assert (
        sentence(given(TrueFalse("?", answer=False), Truth(value=True)))
        == "Not right: the statement is false."
    )


@pytest.mark.parametrize(
    ("items", "score"),
    [
        ((0, 1, 2, 3), 1.0),
        ((1, 2, 3, 0), 0.75),
        ((1, 0, 3, 2), 0.5),
        ((3, 2, 1, 0), 0.0),
        ((0, 1), 0.5),
        ((0, 0, 1, 1, 77, -3), 0.5),
    ],
)
def test_an_order_counts_by_its_longest_run(items: tuple[int, ...], score: float) -> None:
    verdict = given(_ORDER, Ordered(items))
    assert verdict.score == pytest.approx(score)
    assert len(verdict.parts) == 4


def test_pairs_count_one_by_one() -> None:
    verdict = given(_PAIRS, Matched((0, 3, None)))
    assert verdict.result is Result.PARTLY
    assert verdict.score == pytest.approx(1 / 3)
    assert verdict.parts == (
        Part("silver", "silver", right=True),
        Part("lead", "gold", right=False),
        Part(None, "sodium", right=False),
    )
    assert sentence(verdict) == "1 of 3 right."
    assert given(_PAIRS, Matched((0, 1, 2))).result is Result.CORRECT
    assert given(_PAIRS, Matched((99, -1))).score == 0.0


@pytest.mark.parametrize(
    ("texts", "score"),
    [
        (("neutrophils", "b cell", "T lymphocyte"), 1.0),
        (("macrofage", "B-cells", "t cell"), 1.0),
        (("T cell", "T lymphocyte", "T cells"), 1 / 3),
        (("T cell", "platelet"), 1 / 3),
        (("platelet",), 0.0),
        (("T cell", "B cell", "macrophage", "neutrophil"), 1.0),
        (("T cell", "B cell", "macrophage", "x one", "y two", "z three"), 1 / 3),
    ],
)
def test_a_list_counts_what_is_named_once(texts: tuple[str, ...], score: float) -> None:
    assert given(_LIST, Typed(texts)).score == pytest.approx(score)


def test_texts_are_matched_with_things_as_well_as_can_be() -> None:
    body = ListAnswer("?", (("red", "blue"), ("red",)), need=2)
    assert given(body, Typed(("red", "blue"))).score == 1.0
    assert given(body, Typed(("blue", "red"))).score == 1.0


@pytest.mark.parametrize(
    "typed", ["T cell, macrophage, B cell", "T cell; macrophage;B cell", "T cell\nmacrophage\nB cell"]
)
def test_things_typed_in_one_go_are_taken_apart(typed: str) -> None:
    assert given(_LIST, Typed((typed,))).score == 1.0


def test_a_sign_that_stands_in_a_thing_to_name_takes_nothing_apart() -> None:
    body = ListAnswer("?", (("Lincoln, Abraham",), ("Washington, George",)), need=2)
    assert given(body, Typed(("Lincoln, Abraham; Washington, George",))).score == 1.0
    body = ListAnswer("?", (("1000",), ("2000",)), need=2)
    assert given(body, Typed(("1,000", "2,000"))).score == 1.0


def test_one_thing_of_a_list_is_never_another_misspelt() -> None:
    body = ListAnswer("?", (("aurorin",), ("auroris",)), need=2)
    verdict = given(body, Typed(("aurorin", "auroriz")))
    assert verdict.score == 0.5


def test_parts_of_a_list_tell_what_was_missed() -> None:
    verdict = given(ListAnswer("?", (("red",), ("blue",)), need=2), Typed(("blue", "green")))
    assert verdict.parts == (
        Part(None, "red", right=False),
        Part("blue", "blue", right=True),
        Part("green", None, right=False),
    )


def test_gaps_hidden_together_are_judged_each_by_itself() -> None:
    assert given(_CLOZE, Typed(("liver", "albumin")), "x").result is Result.CORRECT
    verdict = given(_CLOZE, Typed(("albumin", "liver")), "x")
    assert verdict.result is Result.WRONG
    half = given(_CLOZE, Typed(("liver",)), "x")
    assert (half.result, half.score) == (Result.PARTLY, 0.5)
    assert sentence(given(_CLOZE, Typed(("liver", "albuminn")), "x")) == "Accepted: one slip, 'albuminn'."
    assert given(_CLOZE, Typed(("Bile",)), "y").rule == "normalised"


def test_a_face_that_a_cloze_lacks_is_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="no face 'z'"):
        given(_CLOZE, Typed(("a",)), "z")
