"""Hashes written into a deck file."""

from pathlib import Path

import pytest
from decks.documents import FOLDER
from decks.shipped import FILES

from quizapp.author.citations import Citation, Documents, cite
from quizapp.author.documents import file_hash, short_hash
from quizapp.author.files import load
from quizapp.author.pins import Pinning, pin
from quizapp.author.sources import State

BOOK = "One is first. Two is second.\n\nA heading\n\nThree is third. Four is fourth.\n"
DECK = """\
deck: D
id: d
sources:
  book:
    title: A book   # mine
    file: book.txt
  web: A page
# below
questions:
- id: a
  question: A?   # why
  answer: b
  source:
    # where
    doc: book
    paragraph: 1   # the first
    sentence: 2

- {id: c, question: C?, answer: d, source: {doc: book, paragraph: 2}}
- id: e
  question: E?
  answer: f
  source: [{doc: book, paragraph: 3, sentence: 1, hash: }, {doc: web, page: '3'}, book]
"""


def make(folder: Path, text: str = DECK, book: str = BOOK) -> Path:
    (folder / "book.txt").write_text(book, encoding="utf-8")
    path = folder / "d.deck.yaml"
    path.write_bytes(text.encode())
    return path


def citations(path: Path) -> list[Citation]:
    return cite([load(path)], Documents(None))


def pinned(path: Path, **options: bool) -> Pinning:
    found = citations(path)
    pinning = pin(found[0].file, found, **options)
    path.write_bytes(pinning.data)
    return pinning


def states(path: Path) -> list[str]:
    return [citation.finding.state.value for citation in citations(path)]


def test_hashes_are_written_and_nothing_else_is_touched(tmp_path: Path) -> None:
    path = make(tmp_path)
    assert states(path) == ["not pinned"] * 3 + ["document missing", "not pinned"]
    pinning = pinned(path)
    one, three = short_hash("One is first. Two is second."), short_hash("Three is third. Four is fourth.")
    expected = DECK.replace(
        "    file: book.txt\n", f"    file: book.txt\n    sha256: {file_hash(BOOK.encode())}\n"
    )
    expected = expected.replace(
        "    sentence: 2\n",
        f"    sentence: 2\n    hash: {short_hash('Two is second.')}\n    context: {one}\n",
    )
    expected = expected.replace("paragraph: 2}", f"paragraph: 2, hash: {short_hash('A heading')}}}")
    expected = expected.replace(
        "sentence: 1, hash: }",
        f"sentence: 1, context: {three}, hash: {short_hash('Three is third.')} }}",
    )
    assert path.read_text() == expected
    assert pinning.documents == ("book",)
    assert [citation.finding.state for citation in pinning.left] == [State.MISSING]
    assert states(path) == ["fresh", "fresh", "fresh", "document missing", "fresh"]
    before = path.read_bytes()
    pinned(path)
    assert path.read_bytes() == before


def test_a_passage_that_moved_or_changed_is_followed(tmp_path: Path) -> None:
    path = make(tmp_path)
    pinned(path)
    make(
        tmp_path,
        path.read_text(),
        "New.\n\nOne is first. Two is the second.\n\nA heading\n\nThree is third. Four is fourth.\n",
    )
    assert states(path) == ["changed", "moved", "moved", "document missing", "changed"]
    pinned(path)
    text = path.read_text()
    assert "paragraph: 2   # the first\n    sentence: 2\n" in text
    assert "{doc: book, paragraph: 3, hash" in text
    assert states(path) == ["fresh", "fresh", "fresh", "document missing", "fresh"]


def test_what_is_gone_is_left_and_told(tmp_path: Path) -> None:
    path = make(tmp_path)
    pinned(path)
    make(tmp_path, path.read_text(), "One is first.\n\nA heading\n\nThree is third. Four is fourth.\n")
    pinning = pinned(path)
    assert [citation.question.id for citation in pinning.left] == ["a", "e"]
    assert states(path)[0] == "gone"


def test_a_source_that_all_questions_inherit_is_pinned_once(tmp_path: Path) -> None:
    text = (
        "deck: D\nid: d\nsources: {book: {title: B, file: book.txt}}\n"
        "defaults: {source: {doc: book, paragraph: 3, sentence: 2}}\n"
        "questions:\n- {id: a, question: A, answer: b}\n- {id: c, question: C, answer: d, source: }\n"
    )
    path = make(tmp_path, text)
    pinned(path)
    assert path.read_text().count(short_hash("Four is fourth.")) == 1
    assert states(path) == ["fresh", "fresh"]


@pytest.mark.parametrize(
    "source",
    [
        '{"doc": "book", "paragraph": 3, "sentence": 2, "hash": "h0"}',
        "{doc: book, paragraph: 3,\n    sentence: 2,}",
        "[{doc: book, paragraph: 3, sentence: 2 # the last\n    }]",
        "{doc: book, hash: 'h0', paragraph: 3, page: 5, sentence: 2}",
        "\n  - doc: book\n    paragraph:   3\n    sentence: 2 # x",
        "\n  - hash:\n    doc: book\n    sentence: 2\n    paragraph: 3",
        "\n    ? doc\n    : book\n    paragraph: 3\n    sentence: 2",
        "\n    doc: >\n      book\n    paragraph: 3\n    sentence: 2",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_style_of_writing_keeps_its_style(tmp_path: Path, source: str, end: str) -> None:
    text = (
        "deck: D\nid: d\nsources: {book: {title: B, file: book.txt}}\nquestions:\n"
        f"- id: a\n  question: Ä\n  answer: b\n  source: {source}\n"
    ).replace("\n", end)
    path = make(tmp_path, text)
    pinned(path, documents=False)
    assert states(path) == ["fresh"]
    after = path.read_bytes().decode()
    assert after.count("\r\n") == after.count("\n") * (end == "\r\n")
    if "h0" not in source:
        rest = iter(after)
        assert all(sign in rest for sign in text)


def test_only_what_is_asked_for_is_pinned(tmp_path: Path) -> None:
    path = make(tmp_path)
    found = citations(path)
    pinning = pin(found[0].file, found[1:2], documents=False)
    path.write_bytes(pinning.data)
    assert states(path)[:3] == ["not pinned", "fresh", "not pinned"]
    assert "sha256" not in path.read_text()


@pytest.mark.skipif(FOLDER is None, reason="QUIZAPP_DOCUMENTS doesn't name a folder")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_decks_are_fresh_and_can_be_pinned(path: Path) -> None:
    found = cite([load(path)], Documents(FOLDER))
    assert {citation.finding.state for citation in found} == {State.FRESH}
    pinning = pin(found[0].file, found)
    assert pinning.documents == ()
    lines = zip(path.read_text("utf-8").splitlines(), pinning.data.decode().splitlines(), strict=True)
    for old, new in lines:
        assert old == new or new.replace(new[new.index(", context: ") : -1], "") == old
