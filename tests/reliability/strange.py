"""Responses of every sort to any card: right, wrong, none, and what nobody would give."""

from hypothesis import strategies as st
from reliability.nine import NEAR, right, wrong

from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.kinds import fields
from quizapp.deck.model import Choice, ListAnswer, Matching, Ordering, TrueFalse
from quizapp.study.item import Item

HOSTILE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "",
            " ",
            "\x00",
            "\x1b[2J",
            "\ud800",
            "'); DROP TABLE event;--",
            "[b]",
            "\u202e",
            "1e999",
            "½",
            "9" * 5000,
        ]
    ),
    st.sampled_from([NEAR, "photosynthesis", "0.5 g", "500", "Canberra"]),
)


def responses(item: Item) -> st.SearchStrategy[Response]:
    """Every response of the sort that this card takes, the right one and none at all among them."""
    usual: list[Response] = [right(item), wrong(item), DontKnow()]
    return st.one_of(st.sampled_from(usual), _any_response(item))


def _any_response(item: Item) -> st.SearchStrategy[Response]:
    match item.question.body:
        case Choice(options=options):
            places = st.sampled_from(range(len(options)))
            return st.lists(places, unique=True).map(lambda chosen: Chosen(tuple(chosen)))
        case TrueFalse():
            return st.booleans().map(Truth)
        case Ordering(order=order):
            return st.permutations(range(len(order))).map(lambda items: Ordered(tuple(items)))
        case Matching(pairs=pairs, rights=rights):
            right_side = st.none() | st.sampled_from(range(len(rights)))
            return st.tuples(*[right_side] * len(pairs)).map(Matched)
        case ListAnswer():
            return st.lists(HOSTILE, max_size=5).map(lambda texts: Typed(tuple(texts)))
        case body if item.self_rated:
            return st.just(Revealed())
        case body:
            return st.tuples(*[HOSTILE] * fields(body, item.face)).map(Typed)
