"""What becomes of sources when their documents change."""

import pytest
from decks.documents import FOLDER
from decks.shipped import questions
from hypothesis import given, settings, strategies as st

from quizapp.author.documents import Passages, Place, load, short_hash
from quizapp.author.sources import Cited, Finding, State, examine, successor
from quizapp.deck.model import Source

TEXT = (
    ("A heading",),
    ("First of two.", "Second of two."),
    ("One of three.", "Two of three.", "Three of three."),
    ("Alone.",),
    ("The end of it.", "Really."),
)
Text = tuple[tuple[str, ...], ...]


def document(text: Text) -> Passages:
    return Passages.of("\n\n".join(" ".join(parts) for parts in text).encode(), "d.txt")


def pinned(text: Text, *, context: bool, whole: bool = False) -> list[Source]:
    """A source for every sentence of a text, and for every paragraph if `whole`."""
    found = [
        Source(
            "d",
            number,
            at,
            short_hash(sentence),
            context=short_hash(" ".join(parts)) if context else None,
        )
        for number, parts in enumerate(text, 1)
        for at, sentence in enumerate(parts, 1)
    ]
    return found + [
        Source("d", number, hash=short_hash(" ".join(parts))) for number, parts in enumerate(text, 1) if whole
    ]


def after(old: Text, new: Text, *, context: bool = False, whole: bool = False) -> dict[Place, Finding]:
    sources = pinned(old, context=context, whole=whole)
    there = document(new)
    found = examine([Cited(source, there) for source in sources])
    return {
        Place(source.paragraph or 0, source.sentence): finding
        for source, finding in zip(sources, found, strict=True)
    }


def states(found: dict[Place, Finding]) -> dict[tuple[int, int | None], tuple[str, tuple[int, int | None]]]:
    """What isn't fresh."""
    return {
        tuple(place): (finding.state.value, tuple(finding.now or (0, 0)))  # type: ignore[misc]  # places are pairs
        for place, finding in found.items()
        if finding.state is not State.FRESH
    }


both = pytest.mark.parametrize("context", [False, True])


@both
def test_spaces_and_quotes_change_nothing(context: bool) -> None:
    text = (("It's “so”.", "And so."),)
    new = (('It’s   "so".', "AND so."),)
    assert not states(after(text, new, context=context, whole=True))


@both
def test_a_changed_sentence_marks_those_that_rest_on_it_and_their_paragraph(context: bool) -> None:
    new = (*TEXT[:2], ("One of three.", "Twice of three.", "Three of three."), *TEXT[3:])
    assert states(after(TEXT, new, context=context, whole=True)) == {
        (3, 1): ("context changed", (3, 1)),
        (3, 2): ("changed", (3, 2)),
        (3, 3): ("context changed", (3, 3)),
        (3, None): ("changed", (3, None)),
    }


@both
def test_a_new_paragraph_moves_those_behind_it(context: bool) -> None:
    new = (*TEXT[:3], ("New.",), *TEXT[3:])
    assert states(after(TEXT, new, context=context, whole=True)) == {
        (4, 1): ("moved", (5, 1)),
        (4, None): ("moved", (5, None)),
        (5, 1): ("moved", (6, 1)),
        (5, 2): ("moved", (6, 2)),
        (5, None): ("moved", (6, None)),
    }


@both
def test_a_paragraph_that_is_gone_is_gone_and_not_what_stands_there_now(context: bool) -> None:
    new = (*TEXT[:2], *TEXT[3:])
    found = states(after(TEXT, new, context=context))
    assert {place: state for place, (state, _) in found.items()} == {
        (3, 1): "gone",
        (3, 2): "gone",
        (3, 3): "gone",
        (4, 1): "moved",
        (5, 1): "moved",
        (5, 2): "moved",
    }


@both
def test_a_sentence_that_is_gone_leaves_the_others_in_a_changed_context(context: bool) -> None:
    new = (*TEXT[:2], ("One of three.", "Three of three."), *TEXT[3:])
    assert states(after(TEXT, new, context=context)) == {
        (3, 1): ("context changed", (3, 1)),
        (3, 2): ("gone", (0, 0)),
        (3, 3): ("context changed", (3, 2)),
    }


@both
def test_a_change_in_a_paragraph_that_moved_is_found_there(context: bool) -> None:
    new = (("New.",), *TEXT[:2], ("One of three.", "Twice.", "Three of three."), *TEXT[3:])
    found = states(after(TEXT, new, context=context))
    assert found[3, 2] == ("changed", (4, 2))
    assert found[3, 1] == ("context changed", (4, 1))
    assert found[2, 1] == ("moved", (3, 1))


def test_a_change_that_no_question_rests_on_shows_by_the_paragraphs_own_hash() -> None:
    source = Source("d", 3, 1, short_hash("One of three."), context=short_hash(" ".join(TEXT[2])))
    new = (*TEXT[:2], ("One of three.", "Other.", "Three of three."), *TEXT[3:])
    assert examine([Cited(source, document(new))]) == [Finding(State.CONTEXT, Place(3, 1))]


def test_what_is_not_pinned_or_not_at_hand_is_told() -> None:
    here = document(TEXT)
    cited = [
        Cited(Source("d", 1), here),
        Cited(Source("d", 9), here),
        Cited(Source("d", 2, 3), here),
        Cited(Source("d", 1, hash="h1"), None),
        Cited(Source("d"), here),
        Cited(Source("d"), here, here.hash),
        Cited(Source("d"), here, "h0"),
    ]
    assert [finding.state.value for finding in examine(cited)] == [
        "not pinned",
        "gone",
        "gone",
        "document missing",
        "not pinned",
        "fresh",
        "changed",
    ]


def test_what_took_the_place_of_something_lies_between_what_is_known() -> None:
    assert successor(3, {}, 5) == 3
    assert successor(6, {}, 5) is None
    assert successor(1, {}, 0) is None
    assert successor(3, {2: 4, 5: 7}, 9) == 5
    assert successor(3, {2: 4, 4: 5}, 9) is None
    assert successor(5, {4: 4}, 4) is None
    assert successor(2, {4: 3}, 4) == 1
    assert successor(2, {1: 5, 3: 1}, 5) == 2


texts = st.lists(
    st.lists(st.integers(0, 500).map("Sentence {}.".format), min_size=1, max_size=4).map(tuple),
    min_size=1,
    max_size=6,
).map(tuple)


@given(old=texts, new=texts, context=st.booleans())
def test_whatever_happens_each_source_is_said_to_be_where_its_passage_is(
    old: Text, new: Text, context: bool
) -> None:
    there = document(new)
    for source, finding in zip(
        pinned(old, context=context, whole=True),
        after_all(old, new, context=context),
        strict=True,
    ):
        found = finding.state in (State.FRESH, State.MOVED, State.CONTEXT)
        assert found == (
            source.hash in there.by_hash and there.nearest(source.hash or "", place_of(source)) is not None
        )
        if finding.now is not None:
            assert there.text(finding.now) is not None
            assert (there.hash_at(finding.now) == source.hash) == found
        assert (finding.now is None) == (finding.state is State.GONE)
        if finding.state is State.FRESH:
            assert finding.now == place_of(source)


def place_of(source: Source) -> Place:
    return Place(source.paragraph or 0, source.sentence)


def after_all(old: Text, new: Text, *, context: bool) -> list[Finding]:
    there = document(new)
    return examine([Cited(source, there) for source in pinned(old, context=context, whole=True)])


@given(text=texts, data=st.data(), context=st.booleans())
def test_one_changed_sentence_marks_exactly_what_rests_on_it(
    text: Text, data: st.DataObject, context: bool
) -> None:
    text = tuple(
        tuple(f"Sentence {number} {at}." for at in range(len(parts))) for number, parts in enumerate(text)
    )
    number = data.draw(st.integers(0, len(text) - 1))
    at = data.draw(st.integers(0, len(text[number]) - 1))
    new = [list(parts) for parts in text]
    new[number][at] = "Other words."
    for place, finding in after(text, tuple(map(tuple, new)), context=context, whole=True).items():
        if place.paragraph != number + 1:
            assert finding.state is State.FRESH
        elif place.sentence in (None, at + 1):
            assert finding == Finding(State.CHANGED, place)
        else:
            assert finding == Finding(State.CONTEXT, place)


@pytest.mark.skipif(FOLDER is None, reason="QUIZAPP_DOCUMENTS doesn't name a folder")
@settings(max_examples=25)
@given(data=st.data())
def test_one_changed_sentence_of_a_real_document_marks_exactly_the_questions_on_it(
    data: st.DataObject,
) -> None:
    assert FOLDER is not None
    sources = [(deck, source) for deck, question in questions() for source in question.sources]
    files = {(deck.id, entry.key): entry.file for deck, _ in sources for entry in deck.documents}
    there = {file: load(FOLDER / file) for file in set(files.values()) if file}
    cited = [Cited(source, there[files[deck.id, source.doc] or ""]) for deck, source in sources]
    assert {finding.state for finding in examine(cited)} == {State.FRESH}
    _, hit = data.draw(st.sampled_from(sources))
    changed = there[next(file for (_, key), file in files.items() if key == hit.doc) or ""]
    paragraph, sentence = hit.paragraph or 0, hit.sentence or 1
    parts = [list(found) for found in changed.sentences]
    parts[paragraph - 1][sentence - 1] = "Quite another thing stands here now."
    long = "" if any(len(text) > 120 for text in changed.paragraphs) else "\n"
    new = Passages.of(f"\n{long}".join(" ".join(found) for found in parts).encode(), "d.txt")
    findings = examine([item._replace(document=new) if item.document is changed else item for item in cited])
    for item, finding in zip(cited, findings, strict=True):
        source = item.source
        if item.document is not changed or source.paragraph != paragraph:
            assert finding.state is State.FRESH
        elif (source.sentence or 1) == sentence:
            assert finding.state is State.CHANGED
        else:
            assert finding.state is State.CONTEXT
