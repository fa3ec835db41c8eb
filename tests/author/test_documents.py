"""Documents: found, read and cut."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from quizapp.author import documents
from quizapp.author.documents import (
    Passages,
    Place,
    file_hash,
    load,
    locate,
    normalised,
    paragraphs,
    sentences,
    short_hash,
)
from quizapp.errors import DeckError


def test_a_paragraph_is_a_line_where_lines_are_long_and_else_a_run_of_lines() -> None:
    assert paragraphs("one\n\n" + "x" * 121 + "\nthree\n") == ["one", "x" * 121, "three"]
    assert paragraphs("one\ntwo\n\n \nthree\n") == ["one\ntwo", "three"]
    assert paragraphs(" \n\n") == []


def test_sentences_end_at_stops_and_keep_their_citation_marks() -> None:
    assert sentences("One thing. (1, 3) “Two”! Is it (three)?\u00a0 Four") == [
        "One thing. (1, 3)",
        "“Two”!",
        "Is it (three)?",
        "Four",
    ]
    assert sentences("At 2.5 mg e.g. daily") == ["At 2.5 mg e.g. daily"]


def test_a_hash_looks_past_quotes_spaces_and_case() -> None:
    assert short_hash("It’s  a\u00a0“Test” ") == short_hash('it\'s a "test"')
    assert short_hash("a test") != short_hash("the test")
    assert normalised("ﬁne\n") == "fine"
    assert short_hash("").startswith("he3b0c442")
    assert file_hash(b"") == "he3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.text(max_size=300))
def test_every_place_of_a_document_is_found_again_by_its_hash(text: str) -> None:
    document = Passages.of(text.encode("utf-8", "replace"), "d.txt") if "\0" not in text else None
    for number, parts in enumerate(document.sentences if document else (), 1):
        for place in (Place(number), *(Place(number, at) for at in range(1, len(parts) + 1))):
            assert document is not None
            wanted = document.hash_at(place)
            assert wanted is not None
            assert document.nearest(wanted, place) == place


def test_of_several_places_the_nearest_is_taken() -> None:
    document = Passages.of(b"A.\n\nB.\n\nC.\n\nA.\n\nB.\n", "d.txt")
    assert document.nearest(short_hash("A."), Place(3)) == Place(4)
    assert document.nearest(short_hash("B."), Place(3, 1)) == Place(2, 1)
    assert document.nearest(short_hash("Z."), Place(3)) is None
    assert document.text(Place(6)) is None
    assert document.text(Place(1, 2)) is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"caf\xe9", r"d\.txt:1: .*byte 0xE9.*UTF-8"),
        (b"one\ntwo \xff three", r"d\.txt:2: "),
        ("text".encode("utf-16"), "isn't text in UTF-8"),
        (b"PK\x03\x04\x00\x00", "isn't text in UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_in_a_sentence(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "d.txt"
    path.write_bytes(data)
    with pytest.raises(DeckError, match=why) as raised:
        load(path)
    assert "\n" not in str(raised.value)


def test_a_mark_at_the_start_and_other_line_endings_change_no_passage(tmp_path: Path) -> None:
    for number, data in enumerate([b"\xef\xbb\xbfA.\r\n\r\nB.", b"A.\r\rB.", b"A.\n\nB."]):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(data)
        assert load(path).paragraphs == ("A.", "B.")


def test_a_document_that_is_too_large_or_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DeckError, match="can't be read"):
        load(tmp_path / "none.txt")
    monkeypatch.setattr(documents, "LARGEST", 10)
    (tmp_path / "d.txt").write_bytes(b"x" * 10)
    assert load(tmp_path / "d.txt").paragraphs
    (tmp_path / "d.txt").write_bytes(b"x" * 11)
    with pytest.raises(DeckError, match="larger than"):
        load(tmp_path / "d.txt")


def test_documents_are_looked_for_in_the_decks_folder_and_nowhere_outside(tmp_path: Path) -> None:
    course, given_folder = tmp_path / "course", tmp_path / "given"
    (course / "texts").mkdir(parents=True)
    given_folder.mkdir()
    deck = course / "d.deck.yaml"
    inside, secret = course / "texts" / "a.txt", tmp_path / "secret.txt"
    inside.write_text("inside")
    secret.write_text("secret")
    (course / "link.txt").symlink_to(secret)
    assert locate("texts/a.txt", deck, None) == inside
    assert locate("../secret.txt", deck, None) is None
    assert locate("link.txt", deck, None) is None
    assert locate(str(secret), deck, None) is None
    assert locate("texts/a.txt", deck, given_folder) == inside
    (given_folder / "a.txt").write_text("given")
    assert locate("texts/a.txt", deck, given_folder) == given_folder / "a.txt"
