"""Ids put into a file's text."""

import json
import textwrap
from dataclasses import replace

import pytest
from deck.making import decks, written
from hypothesis import given, strategies as st

from quizapp.author.ids import name_all
from quizapp.deck.model import Deck, Question
from quizapp.deck.read import read
from quizapp.errors import DeckError

SUFFIX = "k7w2"


def named(text: str) -> str:
    return name_all(text.encode(), "greek.deck.yaml", SUFFIX).data.decode()


def test_ids_are_put_in_and_nothing_else_is_touched() -> None:
    text = """\
# My deck
format: 1
deck: "Greek letters"   # the title

# Theirs
authors: [Ada]
questions:
# The first
- question: Which letter is first?   # easy
  answer: alpha


-   question: >-
      And which
      is last?
    answer: omega   # hm
-
    # below
    statement: Beta is second.
    answer: true
- {question: Third?, answer: gamma}
- { "question": "Fourth?", "answer": "delta" }
- id:
  cloze: The [[fifth]]
- id: kept
  question: Kept?
  answer: yes"""
    assert (
        named(text)
        == """\
# My deck
format: 1
deck: "Greek letters"   # the title
id: greek-letters-k7w2

# Theirs
authors: [Ada]
questions:
# The first
- id: which-letter-is-first
  question: Which letter is first?   # easy
  answer: alpha


-   id: and-which-is-last
    question: >-
      And which
      is last?
    answer: omega   # hm
-
    # below
    id: beta-is-second
    statement: Beta is second.
    answer: true
- {id: third, question: Third?, answer: gamma}
- { "id": "fourth", "question": "Fourth?", "answer": "delta" }
- id: the-fifth
  cloze: The [[fifth]]
- id: kept
  question: Kept?
  answer: yes"""
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "deck: D\nquestions: [{question: A, answer: b}, cloze: 'a [[b]]' , {id, question: C, answer: d}]",
            (
                "deck: D\nid: d-k7w2\nquestions: [{id: a, question: A, answer: b}, "
                "{id: a-b, cloze: 'a [[b]]' }, {id: c, question: C, answer: d}]"
            ),
        ),
        ("{deck: D, questions: [{question: A?, answer: b}]}", None),
        ('{"deck": "D", "questions": [{"question": "A?", "answer": "b"}]}', None),
        ("questions:\n- {? question : A?, answer: b}\n- ? question\n  : B\n  ? answer\n  : c\ndeck: D", None),
        ("questions:\n- { # why\n  question: A?, answer: b}\ndeck: D", None),
        ("deck: >\n  A long\n  title\n\n# x\nquestions:\n- question: A?\n  answer: b\n", None),
        ("deck: A long\n  title # x\nquestions:\n- question: A?\n  answer: b\n", None),
        ("deck: 'A long\n\n  title'\nquestions:\n- question: A?\n  answer: b\n", None),
        ("? deck\n: D\nquestions:\n- question: A?\n  answer: b\n", None),
        ("%YAML 1.2\n---\n  deck: D\n  questions:\n    - question: A?\n      answer: b\n...\n", None),
        ("id:\ndeck: D\nquestions:\n- {question: A?, answer: b,}\n", None),
        ("questions:\n- question: 'A?'\n  answer: b\n", None),
        ("deck:\tD\t# tab\nquestions:\n- question:\tA\tB?\t\n  answer: b\n", None),
        ("deck: Spaß 🙂 # ü\nquestions: [{question: '🙂?', answer: ö}, {question: ß, answer: 'é'}]", None),
    ],
)
def test_every_style_of_writing_keeps_its_style(text: str, wanted: str | None) -> None:
    result = named(text)
    assert wanted is None or result == wanted
    before, after = read(text.encode(), "greek.deck.yaml"), read(result.encode(), "greek.deck.yaml")
    assert before.deck is not None
    assert after.deck is not None
    assert after.deck.written
    assert [question.body for question in after.deck.questions] == [
        question.body for question in before.deck.questions
    ]
    assert all(question.written for question in after.deck.questions)
    assert named(result) == result


def test_json_stays_json() -> None:
    text = '{"deck": "D", "questions": [{"question": "A?", "answer": "b"}]}'
    assert json.loads(named(text)) == {
        "id": "d-k7w2",
        "deck": "D",
        "questions": [{"id": "a", "question": "A?", "answer": "b"}],
    }


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_stay(line_break: str, mark: str) -> None:
    lines = ["deck: Σ", "questions:", "- question: Ä?", "  answer: b"]
    result = name_all((mark + line_break.join(lines)).encode(), "d.deck.yaml", SUFFIX).data.decode()
    ids = [line for line in result.split(line_break) if "id: " in line]
    assert result.startswith(mark)
    assert ids == ["id: sigma-k7w2", "- id: a"]
    assert result.replace(line_break, "").count("\r") == 0
    assert result.replace(line_break, "").count("\n") == 0


def test_questions_asked_alike_get_ids_of_their_own() -> None:
    text = (
        "deck: D\nquestions:\n"
        "- {question: Which?, answer: a}\n- {question: Which?, answer: b}\n"
        "- {id: what, question: What?, answer: a}\n- {question: What?, answer: b}\n"
        "- {question: '1, 2?', answer: '3'}\n- {question: No?, answer: b}\n"
        "- {id: new, was: how, question: A, answer: b}\n- {question: How?, answer: b}\n"
    )
    names = [question.id for question in name_all(text.encode(), "d", SUFFIX).questions]
    assert len(set(names)) == len(names) == 6
    assert {"what", "how", "which"}.isdisjoint(names)
    assert names[3:5] == ["q-1-2", "q-no"]


def test_a_long_question_gives_a_name_of_whole_words() -> None:
    long = "Which image does the article of the clinic use for what the treatment does to the immune system"
    text = (
        f"deck: D\nquestions:\n- {{question: {long}?, answer: a}}\n- {{question: {long} then?, answer: b}}\n"
    )
    first, second = (question.id for question in name_all(text.encode(), "d", SUFFIX).questions)
    assert first[:-4] == second[:-4] == "which-image-does-the-article-of-"
    assert first != second


def test_a_question_with_a_mistake_or_a_twin_gets_no_id() -> None:
    text = (
        "deck: D\nid: d\nquestions:\n- {question: A?, answer: b}\n- {question: A?, answer: b}\n"
        "- {question: C?, anser: b}\n- {question: E?, answer: f}\n"
    )
    naming = name_all(text.encode(), "d", SUFFIX)
    assert [question.line for question in naming.questions] == [7]
    assert naming.left == (4, 5, 6)
    assert name_all(naming.data, "d").complete


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("deck: D\nquestions: []\n".encode("utf-16"), "can be asked"),
        ("deck: D\nquestions:\n- {question: A, answer: b}\n".encode("utf-16"), "UTF-8"),
        (b"", "can be asked"),
        (b"deck: D\nquestions:\n- {question: A}\n", "can be asked"),
    ],
)
def test_what_can_not_be_read_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(DeckError, match=why):
        name_all(data, "d")


def test_what_would_be_read_as_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.author.ids._asks", lambda _: "a: b\n")
    monkeypatch.setattr("quizapp.author.ids._readable", lambda text, _: text)
    with pytest.raises(DeckError, match="without changing something else"):
        name_all(b"deck: D\nid: d\nquestions:\n- question: A?\n  answer: b\n", "d")


@st.composite
def styled(draw: st.DrawFn) -> tuple[bytes, Deck]:
    """A deck in a mixture of styles, some ids missing, as bytes; and the deck."""
    deck = draw(decks())
    head, _, rest = written(deck).partition("questions:\n")
    texts = []
    for entry in _entries(rest):
        keys = entry if draw(st.booleans()) else [key for key in entry if not key.startswith("id: ")]
        texts.append(_styled(draw, keys))
    if draw(st.booleans()):
        head = "".join(line + "\n" for line in head.splitlines() if not line.startswith("id: "))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = head + draw(st.sampled_from(["questions:\n", "questions:   # all\n\n"])) + "".join(texts)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.replace("\n", end).encode(), deck


def _entries(text: str) -> list[list[str]]:
    found: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith("  - "):
            found.append([line[4:]])
        elif line:
            found[-1].append(line[4:])
    return found


def _styled(draw: st.DrawFn, keys: list[str]) -> str:
    note = draw(st.sampled_from(["", "  # ünder: the {line\n", "\n\n"]))
    style = draw(st.sampled_from(["block", "wide", "bare", "flow", "flows"]))
    if style == "flow":
        return f"{note}  - {{{', '.join(keys)}}}  # end\n"
    if style == "flows":
        return note + "  - { " + ",\n      ".join(keys) + ", }\n"
    if style == "bare":
        return note + "  -   # here\n" + textwrap.indent("# more\n" + "\n".join(keys), "       ") + "\n"
    first = "-     " if style == "wide" else "- "
    return note + "  " + first + ("\n  " + " " * len(first)).join(keys) + "\n"


@given(case=styled())
def test_reading_after_is_reading_before_but_for_the_ids(case: tuple[bytes, Deck]) -> None:
    data, _ = case
    before = read(data, "d.deck.yaml")
    assert before.deck is not None
    naming = name_all(data, "d.deck.yaml", SUFFIX)
    after = read(naming.data, "d.deck.yaml")
    assert after.deck is not None
    assert after.deck.written
    assert [_content(question) for question in after.deck.questions] == [
        _content(question) for question in before.deck.questions
    ]
    for old, new in zip(before.deck.questions, after.deck.questions, strict=True):
        assert new.written
        assert new.id == old.id or not old.written
    assert without_insertions(data, naming.data)
    assert name_all(naming.data, "d.deck.yaml").data == naming.data


def _content(question: Question) -> Question:
    return replace(question, id="", written=True, line=0, column=0)


def without_insertions(old: bytes, new: bytes) -> bool:
    """Tell whether the old bytes are all there, in order."""
    rest = iter(new)
    return all(byte in rest for byte in old)


SAMPLE = """\
# top
deck: "D" # t
questions:
- question: A? # x
  answer: b
-   {question: C, answer: d}
-
  # y
  cloze: 'The [[e]]'
- [f, {g: h}]
- ? question
  : |
    I
  ? answer
  : &j k
- { "question": "L", wrong: [m], answer: n, }
"""


DAMAGE = (
    *("", " ", "  "),
    *"\n{}[],#'\"\t\r\ufeff\x85",
    *("- ", ": ", " # ", "? ", "&a ", "*a", "!x ", "|", ">\n", "---\n", "...\n", "id", "id:", "id: q\n"),
)


@given(
    at=st.lists(
        st.tuples(
            st.integers(0, len(SAMPLE) - 1),
            st.integers(0, 3),
            st.sampled_from(DAMAGE),
        ),
        max_size=4,
    )
)
def test_a_damaged_file_is_refused_or_gets_ids_and_nothing_else(at: list[tuple[int, int, str]]) -> None:
    text = SAMPLE
    for place, gone, instead in at:
        text = text[:place] + instead + text[place + gone :]
    data = text.encode()
    before = read(data, "d.deck.yaml")
    try:
        naming = name_all(data, "d.deck.yaml", SUFFIX)
    except DeckError:
        # A sound deck in a style that can't be written to is told, never spoilt.
        return
    after = read(naming.data, "d.deck.yaml")
    assert before.deck is not None
    assert after.deck is not None
    assert [_content(question) for question in after.deck.questions] == [
        _content(question) for question in before.deck.questions
    ]
    assert without_insertions(data, naming.data)
    assert name_all(naming.data, "d.deck.yaml").data == naming.data
