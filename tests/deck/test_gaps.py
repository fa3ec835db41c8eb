"""The grammar of gaps."""

import pytest
from hypothesis import given, strategies as st

from quizapp.deck.gaps import parse
from quizapp.deck.model import Gap


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("[[a]]", (Gap("a", "a"),)),
        ("x [[a]] y", ("x ", Gap("a", "a"), " y")),
        (
            "[[interferons|interferon::starts with i]]",
            (Gap("interferons", "interferons", ("interferon",), "starts with i"),),
        ),
        ("[[ a | b | b :: c ]]", (Gap("a", "a", ("b",), "c"),)),
        ("[[#x T cells]] [[#x B cells]]", (Gap("x", "T cells"), " ", Gap("x", "B cells"))),
        ("[[T cells]] [[t  cells]]", (Gap("t-cells", "T cells"), " ", Gap("t-cells", "t  cells"))),
        (r"\[[a]] [[b]]", ("[[a]] ", Gap("b", "b"))),
        (r"[[a\|b\::c\]\]]]", (Gap("a-b-c", "a|b::c]]"),)),
        (r"[[\#1]]", (Gap("1", "#1"),)),
        ("[[a:b]] [c] ]]", (Gap("a-b", "a:b"), " [c] ]]")),
        (
            "[[α-carotene]] [[β-carotene]]",
            (Gap("alpha-carotene", "α-carotene"), " ", Gap("beta-carotene", "β-carotene")),
        ),
        ("end \\", None),
        ("[[a]] \\", (Gap("a", "a"), " \\")),
        ("[[#ギャップ a]]", (Gap("ギャップ", "a"),)),
    ],
)
def test_gaps_are_read_as_written(text: str, pieces: tuple[str | Gap, ...] | None) -> None:
    found, problems = parse(text)
    if pieces is None:
        assert [problem.code for problem in problems] == ["E130"]
    else:
        assert problems == []
        assert found == pieces


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("none", [("E130", 0)]),
        ("The {{c1::heart}} pumps", [("E018", 4)]),
        ("[[a", [("E131", 0)]),
        ("[[]]", [("E132", 2)]),
        ("[[|a]]", [("E132", 2)]),
        ("[[a|]]", [("E132", 4)]),
        ("[[a::]]", [("E132", 5)]),
        ("[[#]]", [("E134", 2), ("E132", 2)]),
        ("[[#x]]", [("E132", 2)]),
        ("[[# a]]", [("E134", 2)]),
        ("[[a::b::c]]", [("E133", 6)]),
        ("[[a::b|c]]", [("E133", 6)]),
        ("[[a [[b]] c]]", [("E135", 4)]),
        ("[[a [[b]]", [("E135", 4)]),
        ("[[a]] [[|]] [[b", [("E132", 8), ("E132", 9), ("E131", 12)]),
        ("[[#a b]] [[a]]", [("E136", 9)]),
        ("[[10²]] [[10^2]]", []),
    ],
)
def test_each_slip_is_told_at_its_place(text: str, problems: list[tuple[str, int]]) -> None:
    assert [(problem.code, problem.offset) for problem in parse(text)[1]] == problems


plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Z"]), min_size=1)


def escaped(text: str) -> str:
    return "".join("\\" + letter if letter in "\\[]|:#" else letter for letter in text)


@given(plain, plain, st.lists(plain, max_size=3), st.none() | plain, plain)
def test_with_a_backslash_before_its_signs_any_text_is_as_it_is(
    before: str, wording: str, accept: list[str], hint: str | None, after: str
) -> None:
    inner = "|".join(map(escaped, [wording, *accept])) + ("" if hint is None else f"::{escaped(hint)}")
    pieces, problems = parse(f"{escaped(before)}[[{inner}]]{escaped(after)}")
    assert problems == []
    assert pieces[0] == before
    assert pieces[2] == after
    gap = pieces[1]
    assert isinstance(gap, Gap)
    assert (gap.wording, gap.accept, gap.hint) == (wording, tuple(dict.fromkeys(accept)), hint)


@given(st.text("[]|:#\\ ab", max_size=40))
def test_any_text_is_read_or_told(text: str) -> None:
    pieces, problems = parse(text)
    assert problems or any(isinstance(piece, Gap) for piece in pieces)
    assert all(0 <= problem.offset <= len(text) for problem in problems)
