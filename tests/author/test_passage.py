"""The passages a question rests on, as a learner or an author sees them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.author.citations import Documents, cite
from quizapp.author.documents import folder_from
from quizapp.author.files import load, rewrite
from quizapp.author.passage import Passage, passages, passages_in
from quizapp.author.pins import pin
from quizapp.author.sources import State
from quizapp.deck.model import Card
from quizapp.library.library import Library
from quizapp.paths import paths_from

BOOK = "One is first. Two is second. Three is third.\n\nA heading\n\nFour is fourth.\nFive is fifth.\n"
DECK = """\
deck: D
id: d
sources:
  book: {title: A book, file: texts/book.txt, url: "https://example.org/book"}
  web: A page
questions:
- {id: a, question: A?, answer: a, source: {doc: book, paragraph: 1, sentence: 2}}
- {id: b, question: B?, answer: b, source: {doc: book, paragraph: 3, page: 7}}
- id: c
  question: C?
  answer: c
  source:
  - {doc: book, paragraph: 1, sentence: 1}
  - {doc: book, paragraph: 1, sentence: 3}
  - {doc: web, page: 3}
- {id: e, question: E?, answer: e, source: book}
- {id: f, question: F?, answer: f}
"""

Show = Callable[..., tuple[Passage, ...]]


@pytest.fixture
def deck(home: Path) -> Path:
    """A deck in the user's folder whose sources are pinned, beside its document."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "book.txt").write_text(BOOK, encoding="utf-8")
    path = folder / "d.deck.yaml"
    path.write_text(DECK, encoding="utf-8")
    file = load(path)
    rewrite(path, file.data, pin(file, cite([file], Documents(None)), documents=True).data)
    return path


@pytest.fixture
def library(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    with Library.open(paths_from({"QUIZAPP_HOME": str(home)})) as opened:
        yield opened


@pytest.fixture
def show(deck: Path, library: Library) -> Show:
    """Passages of a question: from the library, which must be those from the file as well."""

    def passages_of(question: str, folder: Path | None = None) -> tuple[Passage, ...]:
        library.refresh()
        found = passages(library, Card("d", question), folder)
        file = load(deck)
        own = next(each for each in file.deck.questions if each.id == question)
        assert passages_in(file.deck, own, deck, folder) == found
        return found

    return passages_of


def write(deck: Path, text: str) -> None:
    (deck.parent / "texts" / "book.txt").write_text(text, encoding="utf-8")


def test_the_sentence_is_marked_in_its_paragraph(deck: Path, show: Show) -> None:
    (found,) = show("a")
    assert found.sentences == (("One is first.", False), ("Two is second.", True), ("Three is third.", False))
    assert (found.heading, found.state) == ("A book, paragraph 1, sentence 2", State.FRESH)
    assert found.file == (deck.parent / "texts" / "book.txt").resolve()


def test_a_whole_paragraph_is_marked_whole_and_its_page_named(show: Show) -> None:
    (found,) = show("b")
    assert found.sentences == (("Four is fourth.", True), ("Five is fifth.", True))
    assert found.heading == "A book, page 7, paragraph 3"
    assert found.text == "Four is fourth. Five is fifth."


def test_sentences_of_one_paragraph_are_shown_together(show: Show) -> None:
    book, web = show("c")
    assert book.sentences == (("One is first.", True), ("Two is second.", False), ("Three is third.", True))
    assert book.heading == "A book, paragraph 1, sentences 1 and 3"
    assert (web.heading, web.state, web.sentences) == ("A page, page 3", State.MISSING, ())
    assert "names no file" in web.said


def test_a_document_named_as_a_whole_has_no_passage(deck: Path, show: Show) -> None:
    (found,) = show("e")
    assert (found.heading, found.place, found.sentences, found.state) == ("A book", "", (), State.FRESH)
    write(deck, BOOK + "\nMore.\n")
    (found,) = show("e")
    assert found.state is State.CHANGED


def test_no_source_is_no_passage(show: Show) -> None:
    assert show("f") == ()


def test_a_card_that_is_no_more_has_no_passage(show: Show, library: Library) -> None:
    assert show("a")
    assert passages(library, Card("d", "gone"), None) == ()
    assert passages(library, Card("gone", "a"), None) == ()


def test_a_passage_that_moved_is_shown_where_it_is(deck: Path, show: Show) -> None:
    write(deck, "New at the top.\n\n" + BOOK)
    (found,) = show("a")
    assert (found.state, found.place) == (State.MOVED, "paragraph 2, sentence 2")
    assert found.sentences[1] == ("Two is second.", True)
    assert "paragraph 1, sentence 2" in found.said


def test_a_changed_passage_is_found_by_those_around_it(deck: Path, show: Show) -> None:
    write(deck, "New at the top.\n\n" + BOOK.replace("Two is second", "Two is the second"))
    (found,) = show("a")
    assert (found.state, found.place) == (State.CHANGED, "paragraph 2, sentence 2")
    assert ("Two is the second.", True) in found.sentences


def test_a_sentence_in_a_changed_paragraph_is_told_so(deck: Path, show: Show) -> None:
    write(deck, BOOK.replace("Two is second", "Two is the second"))
    book = show("c")[0]
    assert book.state is State.CONTEXT
    assert [text for text, marked in book.sentences if marked] == ["One is first.", "Three is third."]


def test_a_passage_that_is_gone_shows_no_other_in_its_place(deck: Path, show: Show) -> None:
    write(deck, BOOK.replace("\n\nFour is fourth.\nFive is fifth.", ""))
    (found,) = show("b")
    assert (found.state, found.sentences, found.place) == (State.GONE, (), "page 7, paragraph 3")


def test_a_document_that_is_not_there_says_where_to_put_it(deck: Path, show: Show, tmp_path: Path) -> None:
    away = tmp_path / "elsewhere"
    away.mkdir()
    (deck.parent / "texts" / "book.txt").rename(away / "book.txt")
    (found,) = show("a")
    assert (found.state, found.sentences, found.url) == (State.MISSING, (), "https://example.org/book")
    assert "book.txt" in found.said
    assert "QUIZAPP_DOCUMENTS" in found.said
    (found,) = show("a", folder_from({"QUIZAPP_DOCUMENTS": str(away)}))
    assert (found.state, found.file) == (State.FRESH, away / "book.txt")


def test_a_document_that_can_not_be_read_says_why(deck: Path, show: Show) -> None:
    (deck.parent / "texts" / "book.txt").write_bytes(b"caf\xe9")
    (found,) = show("a")
    assert found.sentences == ()
    assert "0xE9" in found.said


def test_a_source_that_was_never_pinned_is_shown_as_it_reads(deck: Path, show: Show) -> None:
    deck.write_text(DECK, encoding="utf-8")
    (found,) = show("a")
    assert (found.state, found.sentences[1]) == (State.UNPINNED, ("Two is second.", True))


def test_a_file_outside_of_the_decks_folder_is_never_shown(deck: Path, show: Show) -> None:
    (deck.parent.parent / "secret.txt").write_text("Secret.", encoding="utf-8")
    deck.write_text(DECK.replace("texts/book.txt", "../secret.txt"), encoding="utf-8")
    found = show("a")
    assert all(not passage.sentences for passage in found)


@pytest.mark.parametrize("environment", [{}, {"QUIZAPP_DOCUMENTS": " "}])
def test_without_the_variable_there_is_no_folder_for_documents(environment: dict[str, str]) -> None:
    assert folder_from(environment) is None
