"""What holds for every response."""

import unicodedata

from hypothesis import given, strategies as st

from quizapp.answer.context import Context
from quizapp.answer.finding import _pieces
from quizapp.answer.judge import judge
from quizapp.answer.normal import key
from quizapp.answer.response import Chosen, Matched, Ordered, Response, Truth, Typed
from quizapp.answer.slips import distance
from quizapp.answer.verdict import Result, Verdict
from quizapp.answer.wording import sentence
from quizapp.deck.model import (
    Body,
    Choice,
    Cloze,
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

_SAMPLES = """
the a cell cells T-cell naïve café hypertension hypotension nitrate 10² 10^2 ½ 1/2 CD4⁺ − - + ( ) f(x) μm 3.14
1,000 1.000 5% % AIDS Straße Å E\u0301 not non-specific x-y C++ ' " . , : ! & _ 😀 γδ İ ﬁ
"""
_PIECES = st.sampled_from(_SAMPLES.split())
_TEXT = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.lists(_PIECES, max_size=6).map(" ".join),
    st.lists(_PIECES, max_size=6).map("".join),
)
_LANGUAGE = st.sampled_from(["en", "en-GB", "de", "fr", "es", "el", "tr", "zz"])
_PLACES = st.lists(st.integers(-2, 8), max_size=6).map(tuple)


def _verdict(body: Body, response: Response, context: Context | None = None) -> Verdict:
    return judge(Question("q", "kind", body), "front", response, context or Context())


@st.composite
def _shorts(draw: st.DrawFn) -> ShortAnswer:
    return ShortAnswer(
        "?",
        draw(_TEXT),
        tuple(draw(st.lists(_TEXT, max_size=2))),
        tuple(Wrong(text) for text in draw(st.lists(_TEXT, max_size=1))),
        draw(st.sampled_from(["auto", "none", "1", "2"])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@given(_shorts(), _TEXT, _TEXT, _LANGUAGE)
def test_any_text_gets_a_verdict_and_a_sentence(
    body: ShortAnswer, text: str, sibling: str, language: str
) -> None:
    context = Context(language, {key(sibling, language): "deck/other"})
    gap = Gap("front", body.answer or "x", body.accept)
    things = ListAnswer("?", ((body.answer, *body.accept), (sibling,)), need=2)
    number = Numeric("?", text, "5%", "m", (("km", "1000"),))
    for other in (body, number, Numeric("?", "3/4"), Cloze((gap, "-", gap)), things):
        verdict = _verdict(other, Typed((text, sibling)), context)
        assert sentence(verdict)
        assert 0 <= verdict.score <= 1


@given(_PLACES, _PLACES)
def test_any_places_get_a_verdict_and_a_sentence(places: tuple[int, ...], others: tuple[int, ...]) -> None:
    one = Choice("?", ("a",), (Wrong("b", "Why."), Wrong("c")))
    many = Choice("?", ("a", "b"), (Wrong("c"),), many=True)
    pairs = Matching("?", (("l", "r"), ("m", "s")), ("t",))
    trials: list[tuple[Body, Response]] = [
        (one, Chosen(places)),
        (many, Chosen(places)),
        (Ordering("?", ("a", "b", "c")), Ordered(places)),
        (pairs, Matched((*places, None, *others))),
        (TrueFalse("?", answer=True), Truth(value=bool(places))),
    ]
    for body, response in trials:
        verdict = _verdict(body, response)
        assert sentence(verdict)
        assert (verdict.result is Result.CORRECT) == (verdict.score == 1)
        assert (verdict.result is Result.WRONG) == (verdict.score == 0)


@given(_TEXT.filter(str.strip), _LANGUAGE, st.booleans(), st.booleans())
def test_an_exact_answer_is_always_right(text: str, language: str, case: bool, accents: bool) -> None:
    context = Context(language, {key(text, language): "deck/other"}, lambda _word: True)
    verdict = _verdict(ShortAnswer("?", text, (), (), "none", case, accents), Typed((text,)), context)
    assert (verdict.score, verdict.rule) == (1.0, "exact")


@given(_shorts(), _TEXT, _LANGUAGE)
def test_how_unicode_composes_a_text_changes_no_verdict(body: ShortAnswer, text: str, language: str) -> None:
    composed, parted = (
        _verdict(body, Typed((unicodedata.normalize(form, text),)), Context(language))
        for form in ("NFC", "NFD")
    )
    assert (composed.score, composed.rule, composed.near) == (parted.score, parted.rule, parted.near)


_LETTERS = st.text("abcdeiort", min_size=1, max_size=14)


@given(_LETTERS, _LETTERS, st.data())
def test_a_slip_that_is_accepted_is_a_small_one(word: str, insert: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word)))
    end = data.draw(st.integers(place, min(len(word), place + 3)))
    given_text = word[:place] + insert[:2] + word[end:]
    verdict = _verdict(ShortAnswer("?", word), Typed((given_text,)), Context("de"))
    if verdict.rule == "slip":
        allowed = 0 if len(word) <= 4 else 1 if len(word) <= 8 else 2
        assert distance(word, given_text.strip(), 3) <= allowed
    elif verdict.score == 1:
        assert given_text.strip() == word


def _slow_distance(one: str, other: str) -> int:
    table = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (one[i - 1] != other[j - 1])
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 4))
def test_the_narrow_count_of_slips_is_the_full_one(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(_slow_distance(one, other), most + 1)


@given(st.text("abcd", min_size=1, max_size=12), st.text("abcd", min_size=1, max_size=12), st.integers(1, 2))
def test_no_near_answer_is_passed_over_for_lack_of_a_common_piece(one: str, other: str, count: int) -> None:
    if distance(one, other, count) <= count:
        assert any(piece in other for piece in _pieces(one, 2 * count + 1))
