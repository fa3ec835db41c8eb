"""Which card is which after an edit."""

from typing import Any

from hypothesis import given, strategies as st

from quizapp.deck.compare import Change, Fate, Trace, compare


def trace(card: str, asked: str, answered: str, kind: str = "flashcard", **more: Any) -> Trace:
    return Trace(card, kind, f"1:{asked}:{answered}", **more)


def fates(before: list[Trace], now: list[Trace]) -> list[tuple[str, str | None, str | None]]:
    return [(change.fate.value, change.old, change.new) for change in compare(before, now)]


def test_a_card_is_known_by_its_key_whatever_it_says() -> None:
    before = [trace("d/a", "q", "x"), trace("d/b", "r", "y"), trace("d/c", "s", "z")]
    now = [trace("d/a", "q", "x"), trace("d/b", "changed", "y"), trace("d/c", "changed", "too")]
    assert compare(before, now) == (
        Change(Fate.SAME, "d/a", "d/a"),
        Change(Fate.REWORDED, "d/b", "d/b", reworded=True),
        Change(Fate.ANSWER, "d/c", "d/c", reworded=True, answer_changed=True),
    )


def test_what_is_new_and_what_is_gone_are_told() -> None:
    assert fates([trace("d/a", "q", "x")], [trace("d/b", "r", "y")]) == [
        ("new", None, "d/b"),
        ("gone", "d/a", None),
    ]


def test_an_earlier_id_says_more_than_any_content() -> None:
    now = [trace("d/b", "other", "other", was=("a",)), trace("d/c", "q", "x")]
    assert fates([trace("d/a", "q", "x")], now) == [("renamed", "d/a", "d/b"), ("new", None, "d/c")]


def test_an_earlier_id_that_two_claim_tells_nothing() -> None:
    now = [trace("d/b", "1", "1", was=("a",)), trace("d/c", "2", "2", was=("a",))]
    assert [fate for fate, _, _ in fates([trace("d/a", "q", "x")], now)] == ["new", "new", "gone"]


def test_the_same_content_in_another_deck_is_a_card_that_moved() -> None:
    assert fates([trace("d/a", "q", "x")], [trace("e/a", "q", "x")]) == [("moved", "d/a", "e/a")]
    assert fates([trace("d/a", "q", "x")], [trace("e/b", "q", "x")]) == [("moved", "d/a", "e/b")]


def test_two_written_ids_are_joined_by_question_and_answer_together_only() -> None:
    for now in (trace("d/b", "q", "other"), trace("d/b", "other", "x"), trace("e/a", "other", "x")):
        assert [fate for fate, _, _ in fates([trace("d/a", "q", "x")], [now])] == ["new", "gone"]


def test_a_provisional_id_that_changed_with_its_content_is_no_new_name() -> None:
    assert fates([trace("d/~1", "q", "x")], [trace("d/~2", "q", "y")]) == [("answer changed", "d/~1", "d/~2")]
    assert fates([trace("d/~1", "q", "x")], [trace("d/~2", "r", "x")]) == [("reworded", "d/~1", "d/~2")]
    assert fates([trace("d/~1", "q", "x")], [trace("d/a", "q", "x")]) == [("renamed", "d/~1", "d/a")]


def test_a_face_with_another_name_is_the_same_card() -> None:
    assert fates([trace("d/a#old", "q", "x")], [trace("d/a#new", "q", "y")]) == [
        ("renamed", "d/a#old", "d/a#new")
    ]


def test_of_cards_that_share_an_answer_each_finds_its_own() -> None:
    before = [trace("d/~1", "q", "yes"), trace("d/~2", "r", "yes")]
    now = [trace("e/~2", "r", "yes"), trace("e/~1", "q", "yes")]
    assert fates(before, now) == [("moved", "d/~2", "e/~2"), ("moved", "d/~1", "e/~1")]


def test_where_two_fit_none_is_taken() -> None:
    before = [trace("d/~1", "q", "x"), trace("d/~2", "r", "x")]
    assert [fate for fate, _, _ in fates(before, [trace("d/~3", "s", "x")])] == ["new", "gone", "gone"]
    now = [trace("d/~3", "s", "x"), trace("d/~4", "t", "x")]
    assert [fate for fate, _, _ in fates(before[:1], now)] == ["new", "new", "gone"]


def test_true_and_false_tell_nothing() -> None:
    before, now = trace("d/~1", "q", "x", "true/false"), trace("d/~2", "r", "x", "true/false")
    assert [fate for fate, _, _ in fates([before], [now])] == ["new", "gone"]


def test_another_kind_is_another_card_and_another_way_of_printing_says_nothing() -> None:
    assert [f for f, _, _ in fates([trace("d/~1", "q", "x")], [trace("d/~2", "q", "x", "numeric")])] == [
        "new",
        "gone",
    ]
    later = Trace("d/a", "flashcard", "2:other:other")
    assert fates([trace("d/a", "q", "x")], [later]) == [("same", "d/a", "d/a")]


def test_the_answer_last_given_decides_whether_it_changed() -> None:
    (change,) = compare([trace("d/a", "q", "new")._replace(answered="1:q:old")], [trace("d/a", "q", "new")])
    assert change.answer_changed


def test_a_raised_revision_is_told() -> None:
    (change,) = compare([trace("d/a", "q", "x")], [trace("d/a", "q", "x", revision=2)])
    assert (change.fate, change.afresh) == (Fate.SAME, True)


keys = st.builds("{}/{}{}".format, st.sampled_from("de"), st.sampled_from(["", "~"]), st.sampled_from("abcd"))
traces = st.builds(
    Trace,
    keys,
    st.sampled_from(["flashcard", "true/false"]),
    st.builds("1:{}:{}".format, st.sampled_from("qrs"), st.sampled_from("xyz")),
    st.lists(st.sampled_from("abcd"), max_size=2).map(tuple),
)
decks = st.lists(traces, max_size=6, unique_by=lambda trace: trace.card)


@given(before=decks, now=decks)
def test_every_card_has_one_fate_and_no_history_goes_two_ways(before: list[Trace], now: list[Trace]) -> None:
    changes = compare(before, now)
    assert [change.new for change in changes if change.new] == [trace.card for trace in now]
    assert sorted(change.old for change in changes if change.old) == sorted(trace.card for trace in before)
    for change in changes:
        if {trace.card for trace in before} & {change.new}:
            assert change.old == change.new


@given(before=decks, now=decks)
def test_nothing_is_joined_by_likeness(before: list[Trace], now: list[Trace]) -> None:
    old, new = ({trace.card: trace for trace in traces} for traces in (before, now))
    for change in compare(before, now):
        if change.old is None or change.new is None or change.old == change.new:
            continue
        was, found = old[change.old], new[change.new]
        if change.old.partition("/")[2] in found.was:
            continue
        asked, answered = (was.fingerprint.split(":")[n] == found.fingerprint.split(":")[n] for n in (1, 2))
        assert was.kind == found.kind
        assert asked or answered
        if "~" not in change.old + change.new:
            assert asked
            assert answered


@given(before=decks, now=decks)
def test_the_order_of_cards_decides_nothing(before: list[Trace], now: list[Trace]) -> None:
    expected = set(compare(before, now))
    assert set(compare(before[::-1], now[::-1])) == expected
