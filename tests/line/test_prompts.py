"""What can be typed for each kind of question, and what it is taken for."""

from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from quizapp.answer.layout import Layout, layout
from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.kinds import KINDS
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
    ShortAnswer,
    TrueFalse,
    Wrong,
)
from quizapp.line.prompts import start
from quizapp.line.prompts.reading import Unclear

ONE = Choice("?", ("right",), (Wrong("wrong"), Wrong("2"), Wrong("worse")))
MANY = Choice("?", ("a", "b"), (Wrong("c"), Wrong("d")), many=True)
MATCH = Matching("?", (("x", "1st"), ("y", "2nd"), ("z", "1st")), ("3rd",))
GAPS = Cloze((Gap("front", "one"), " and ", Gap("front", "two")))
BODIES: list[Body] = [
    ONE,
    MANY,
    MATCH,
    GAPS,
    TrueFalse("?", answer=True),
    Ordering("?", ("first", "second", "third")),
    Cloze((Gap("front", "one"),), typed=False),
    Flashcard("?", "!"),
    ShortAnswer("?", "!"),
    Numeric("?", "1", unit="g", units=(("mg", "0.001"),)),
    ListAnswer("?", (("a",), ("b",)), 2),
]


def respond(body: Body, *lines: str, shown: tuple[int, ...] = ()) -> Response | None:
    prompt = start(body, "front", Layout(shown))
    response = None
    for line in lines:
        assert response is None, "the prompt wanted no more lines"
        response = prompt.take(line)
    return response


def test_every_kind_of_question_can_be_asked_in_lines() -> None:
    assert {kind.body for kind in KINDS} == {type(body) for body in BODIES}


@pytest.mark.parametrize(
    ("line", "options"),
    [("1", (3,)), (" 4. ", (1,)), ("2", (0,)), ("RIGHT", (0,)), ("wrong ", (1,))],
)
def test_a_choice_is_named_by_its_number_as_shown_or_by_its_text(line: str, options: tuple[int, ...]) -> None:
    assert respond(ONE, line, shown=(3, 0, 2, 1)) == Chosen(options)


def test_digits_mean_the_place_of_an_option_even_where_an_option_is_a_number() -> None:
    assert respond(ONE, "2", shown=(2, 0, 1, 3)) == Chosen((0,))


@pytest.mark.parametrize("line", ["1 3", "3,1", "1. 3.", "13", "1;3", "  3   1 "])
def test_several_choices_may_be_written_in_any_usual_way(line: str) -> None:
    assert respond(MANY, line, shown=(2, 1, 0, 3)) == Chosen((0, 2))


@pytest.mark.parametrize("line", ["0", "5", "x", "1 1", "-1", "1 2 3 4 5", "१", "99999999999999999999"])
def test_a_line_that_names_no_options_is_asked_again(line: str) -> None:
    with pytest.raises(Unclear, match=r"Give the numbers of all that apply, like 1 3\.$"):
        respond(MANY, line, shown=(0, 1, 2, 3))


def test_only_one_option_is_taken_where_one_is_right() -> None:
    with pytest.raises(Unclear):
        respond(ONE, "1 2", shown=(0, 1, 2, 3))


@pytest.mark.parametrize(
    ("line", "value"), [("1", True), ("2", False), ("t", True), ("False.", False), ("TRUE", True)]
)
def test_true_and_false_are_given_by_number_or_word(line: str, value: bool) -> None:
    assert respond(TrueFalse("?", answer=True), line, shown=(0, 1)) == Truth(value)


def test_an_order_is_given_by_numbers_as_shown() -> None:
    assert respond(Ordering("?", ("a", "b", "c")), "3 1 2", shown=(1, 2, 0)) == Ordered((0, 1, 2))


def test_an_order_has_to_be_whole() -> None:
    with pytest.raises(Unclear, match="Missing: 2"):
        respond(Ordering("?", ("a", "b", "c")), "3 1", shown=(1, 2, 0))


@pytest.mark.parametrize("line", ["a1 b3 c1", "b3, a1, c1", "A=1 B-3 c:1", "a1b3c1", "1 3 1", "a 1 b 3 c->1"])
def test_pairs_are_joined_by_letter_and_number(line: str) -> None:
    assert respond(MATCH, line, shown=(1, 2, 0)) == Matched((1, 0, 1))


@pytest.mark.parametrize("line", ["a1 b- c1", "1 - 1", "c1 a1 b -"])
def test_a_left_side_may_be_left_out_on_purpose(line: str) -> None:
    assert respond(MATCH, line, shown=(1, 2, 0)) == Matched((1, None, 1))


@pytest.mark.parametrize("line", ["a1 b2", "a1 a2 b1 c1", "a1 b2 c4", "d1 a1 b1 c1", "abc", "!"])
def test_pairs_that_cannot_be_read_are_asked_again(line: str) -> None:
    with pytest.raises(Unclear, match="a2 b1"):
        respond(MATCH, line, shown=(1, 2, 0))


def test_left_sides_beyond_z_have_two_letters() -> None:
    wide = Matching("?", tuple((str(place), "r") for place in range(28)))
    assert start(wide, "front", Layout((0,))).shown[27] == "ab. 27"


def test_gaps_are_filled_one_a_line() -> None:
    prompt = start(GAPS, "front", Layout())
    assert prompt.part == "gap 1 of 2"
    assert prompt.take("one") is None
    assert prompt.part == "gap 2 of 2"
    assert prompt.take("") == Typed(("one", ""))


def test_a_list_ends_with_an_empty_line_or_when_it_is_full() -> None:
    body = ListAnswer("?", (("a",), ("b",), ("c",)), 3)
    assert respond(body, "a", "") == Typed(("a",))
    assert respond(body, "a", "b", "c") == Typed(("a", "b", "c"))


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_nothing_but_empty_lines_asks_for_the_answer(body: Body) -> None:
    prompt = start(body, "front", layout(body, "front", "seed"))
    response = None
    for _ in range(3):
        response = response or prompt.take("")
    self_rated = isinstance(body, Flashcard) or (isinstance(body, Cloze) and not body.typed)
    assert response == (Revealed() if self_rated else DontKnow())


def test_what_is_typed_is_passed_on_as_it_is() -> None:
    assert respond(ShortAnswer("?", "!"), "  NO₃⁻ ") == Typed(("  NO₃⁻ ",))


def test_further_lines_of_an_option_are_set_in() -> None:
    body = Choice("?", ("two\nlines",), (Wrong("one"),))
    assert start(body, "front", Layout((0, 1))).shown[:2] == ("1. two\n   lines", "2. one")


@given(body=st.sampled_from(BODIES), lines=st.lists(st.text(max_size=30), max_size=4))
def test_whatever_is_typed_is_a_response_or_told_to_be_unclear(body: Body, lines: list[str]) -> None:
    prompt = start(body, "front", layout(body, "front", "seed"))
    for line in lines:
        with suppress(Unclear):
            if prompt.take(line) is not None:
                return


@given(numbers=st.permutations([1, 2, 3, 4]), seed=st.text(max_size=5))
def test_every_order_that_can_be_typed_names_each_item_once(numbers: list[int], seed: str) -> None:
    body = Ordering("?", ("a", "b", "c", "d"))
    shown = layout(body, "front", seed)
    response = start(body, "front", shown).take(" ".join(map(str, numbers)))
    assert isinstance(response, Ordered)
    assert [body.order[place] for place in response.items] == [
        body.order[shown.options[number - 1]] for number in numbers
    ]
