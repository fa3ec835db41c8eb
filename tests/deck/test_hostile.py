"""Whatever bytes come, reading ends in few and bounded messages, and never in an exception."""

import tracemalloc
from collections.abc import Callable

import pytest
from deck.making import decks, written
from hypothesis import example, given, strategies as st

from quizapp.deck.decoding import LARGEST, text_lines
from quizapp.deck.messages import render
from quizapp.deck.model import Deck
from quizapp.deck.problems import MOST
from quizapp.deck.read import Reading, read
from quizapp.text import is_safe

HEAD = b"deck: t\nquestions:\n"
SOUND = b"  - question: sound\n    answer: sound\n"


def laughs() -> bytes:
    """Nine levels of nine aliases each."""
    levels = [b"x-a: &a [l, l]\n"]
    for number in range(8):
        aliases = b",".join([b"*%c" % (97 + number)] * 9)
        levels.append(b"x-%c: &%c [%s]\n" % (98 + number, 98 + number, aliases))
    return b"".join(levels) + HEAD + SOUND


HOSTILE: dict[str, tuple[Callable[[], bytes], list[str], int]] = {
    "33 MB": (lambda: b"a" * 33_000_000, ["E001"], 0),
    "billion laughs": (laughs, ["E012", "E012"], 1),
    "cycle": (lambda: b"x-a: &x [*x]\n" + HEAD + SOUND, ["E012", "E012"], 1),
    "brackets": (lambda: HEAD + SOUND + b"  - question: " + b"[" * 100_000 + b"\n", ["E019"], 1),
    "brackets at the top": (lambda: b"[" * 100_000, ["E019"], 0),
    "dashes": (lambda: b"- " * 100_000, ["E019"], 0),
    "braces": (lambda: b"{" * 100_000, ["E018"], 0),
    "digits": (lambda: HEAD + SOUND + b"  - question: a\n    number: " + b"9" * 5_000 + b"\n", ["E106"], 1),
    "hex digits": (
        lambda: HEAD + SOUND + b"  - question: a\n    number: 0x" + b"f" * 400 + b"\n",
        ["E112"],
        1,
    ),
    "zero bytes": (lambda: b"\0" * 100_000, ["E004"], 0),
    "a few zero bytes": (lambda: b"\0" * 100, ["E004"], 0),
    "a picture": (lambda: bytes(range(256)) * 10, ["E004"], 0),
    "UTF-32": (lambda: (HEAD + SOUND).decode().encode("utf-32"), ["E004"], 0),
    "control characters": (lambda: b"\x01" * 1_000_000, ["E004"], 0),
    "Latin-1": (lambda: HEAD + SOUND + b"  - question: caf\xe9\n    answer: \xe0\n", ["E002"], 1),
    "much Latin-1": (lambda: b"x-a: caf\xe9\n" * 2_000, ["E002"], 0),
    "a broken UTF-8 sequence": (
        lambda: HEAD + b"  - question: \xe2\x82\n    answer: a\n" + SOUND,
        ["E002"],
        1,
    ),
    "half of a UTF-16 letter": (lambda: b"\xff\xfe\x00", ["E004"], 0),
    "two documents": (lambda: HEAD + SOUND + b"---\n" + HEAD, ["E015"], 1),
    "colons": (lambda: b":" * 100_000, ["E014"], 0),
    "quotes": (lambda: b'"' * 100_001, ["E010"], 0),
    "a text of 10 MB": (
        lambda: HEAD + SOUND + b"  - question: " + b"a b " * 2_500_000 + b"\n    answer: a",
        ["E106"],
        1,
    ),
    "entries without end": (lambda: b"x-a: [[" + b"a," * 2_000 + b"]]\n" + HEAD + SOUND, ["E020"], 0),
    "keys without end": (lambda: b"".join(b"x-%d: a\n" % n for n in range(2_000)), ["E020"], 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_one_clear_message(name: str) -> None:
    make, codes, questions = HOSTILE[name]
    found = read(make(), "x.deck.yaml")
    assert [problem.code for problem in found.problems] == codes
    assert (len(found.deck.questions) if found.deck else 0) == questions


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"  - question: a\n" + b"    question: a\n" * 20_000,
        HEAD + b"".join(b"  - question: a\n    answr%d: b\n" % n for n in range(5_000)),
        HEAD + b"".join(b"  - question: a: b\n    answer: %d\n" % n for n in range(5_000)),
        HEAD + b"  - a\n" * 20_000,
        HEAD + b"  - question: &a *a\n" * 20_000,
        HEAD + SOUND * 2_000,
        HEAD + b"  - cloze: " + b"[[" * 4_000 + b"\n",
        HEAD + b"  - cloze: " + b"[[a " * 2_000 + b"\n",
    ],
)
def test_the_number_of_messages_is_bounded(data: bytes) -> None:
    found = read(data, "x")
    assert 0 < len(found.problems) <= MOST + 1
    lines = text_lines(data)
    assert all(len(render(problem, "x", lines)) < 2_000 for problem in found.problems)


def test_a_file_that_is_too_large_is_refused_before_it_is_decoded() -> None:
    data = b"a" * (LARGEST + 1)
    tracemalloc.start()
    try:
        found = read(data, "x")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [problem.code for problem in found.problems] == ["E001"]
    assert peak < 100_000


def check(data: bytes) -> Reading:
    """Read and print; what is printed must steer no terminal."""
    found = read(data, "x\x1b.deck.yaml")
    lines = text_lines(data)
    assert all(is_safe(render(problem, "x\x1b", lines)) for problem in found.problems)
    assert found.deck is not None or found.problems
    assert list(found.problems[:MOST]) == sorted(found.problems[:MOST], key=lambda at: (at.line, at.column))
    if found.left_out:
        assert any(problem.severity == "error" for problem in found.problems)
    return found


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x00d\x00e")
@example(b"%")
@example(b"--- |")
@example(b"?")
@example(b"...\n...")
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    check(data)


@given(st.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


_SIGNS = "\n \t-:?,[]{}#&*!|>'\"%@`\\~=<x1é\u2028\x85\x1b"
_PIECES = [
    "\n",
    "\n  - ",
    "\n    ",
    ": ",
    "question:",
    "answer:",
    "cloze:",
    "wrong:",
    "[[",
    "]]",
    "{{c1::",
    "::",
    "<<: ",
    "*a",
]


@given(st.lists(st.sampled_from([*_SIGNS, *_PIECES]), max_size=60))
def test_anything_that_looks_like_yaml_is_read_or_told(pieces: list[str]) -> None:
    check("".join(pieces).encode())
    check(HEAD + "".join(pieces).encode())


@given(decks(), st.data())
def test_a_deck_with_a_slip_anywhere_is_read_or_told(deck: Deck, data: st.DataObject) -> None:
    text = written(deck)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 10)))
        text = text[:start] + data.draw(st.sampled_from([*_SIGNS, *_PIECES, ""])) + text[end:]
    check(text.encode())


@pytest.mark.parametrize(
    "last",
    [
        "tags: [a]",
        "tags: [[a], b]  # both",
        "image: {file: a.png, alt: A}",
        "id: 'a'",
        'answer: ["1", "["]',
        "answer: ['it''s ]', b]",
        "answer: [it's, 5']",
    ],
)
def test_what_stands_in_brackets_is_not_blamed_for_the_line_behind_it(last: str) -> None:
    text = HEAD + f"  - question: a\n    answer: b\n    {last}\n   - x: y\n".encode() + SOUND
    found = read(text, "x")
    assert found.problems[-1].line == HEAD.count(b"\n") + 4


@given(
    decks(),
    st.sampled_from(["  - question: a: b\n", '  - question: "a" b\n', "  - @\n", "  - [\n", "   - x: y\n"]),
)
def test_a_slip_between_sound_questions_costs_none_of_them(deck: Deck, slip: str) -> None:
    text = written(deck)
    sound = read(text.encode(), "x").deck
    found = read(text.encode() + slip.encode() + SOUND, "x")
    assert found.left_out == 1
    assert sound is not None
    assert found.deck is not None
    assert found.deck.questions[:-1] == sound.questions
