import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.deck.model import Card, Flashcard
from quizapp.errors import UsageError
from quizapp.library import reading
from quizapp.library.library import Library
from quizapp.paths import Paths

Write = Callable[..., Path]
KINDS = """
  - id: brake
    question: What does it release?
    answer: The brake
    reverse: true
    tags: [Cells]
    was: [old-brake]
    source: {doc: clinic, paragraph: 1}
  - id: gaps
    cloze: The [[cat|tomcat]] sat on the [[mat]].
  - id: typed
    question: Which ion?
    answer: nitrate
    accept: [NO3-]
  - id: later
    question: Not yet?
    answer: No
    draft: true
  - id: broken
    question: No answer
"""
HEAD = "sources: {clinic: {title: The Clinic's Page, file: clinic.txt}}\ntags: [biology]"


@pytest.fixture
def kinds(places: Paths, write: Write) -> Path:
    return write(places.decks / "kinds.deck.yaml", "kinds", extra=HEAD, questions=KINDS)


def opened(places: Paths) -> Library:
    library = Library.open(places)
    library.refresh()
    return library


def test_nothing_is_at_hand_before_the_first_refresh(places: Paths, kinds: Path) -> None:
    with Library.open(places) as library:
        assert library.decks() == ()
        assert library.refresh()
        assert [entry.id for entry in library.decks()] == ["kinds"]


def test_an_entry_counts_what_is_asked_and_what_is_left_out(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        [entry] = library.decks()
    assert (entry.questions, entry.cards, entry.left_out, entry.origin) == (3, 5, 1, "yours")
    assert entry.problems >= 1
    assert entry.path == kinds


def test_places_are_the_cards_in_their_order_without_drafts(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        rows = library.places("kinds")
    assert [row[:4] for row in rows] == [
        ("kinds/brake", "brake", 0, "flashcard"),
        ("kinds/brake#back", "brake", 1, "flashcard"),
        ("kinds/gaps#cat", "gaps", 2, "cloze"),
        ("kinds/gaps#mat", "gaps", 3, "cloze"),
        ("kinds/typed", "typed", 4, "short answer"),
    ]
    assert all(row[4].startswith("1:") for row in rows)
    assert len({row[4] for row in rows}) == 5


def test_a_question_comes_back_as_it_was_read(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        found = library.question("kinds/brake#back")
        assert found is not None
        question, entry = found
        assert question.body == Flashcard("What does it release?", "The brake", reverse=True)
        assert question.tags == ("Cells",)
        assert entry == library.deck("kinds")
        assert library.question(Card("kinds", "brake")) == found


@pytest.mark.parametrize("card", ["kinds/nothing", "other/brake", "no card at all", "kinds/broken", ""])
def test_a_card_that_is_not_there_has_no_question(places: Paths, kinds: Path, card: str) -> None:
    with opened(places) as library:
        assert library.question(card) is None


def test_answers_are_those_that_can_be_typed_as_the_judge_compares_them(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        assert library.answers("kinds") == (
            ("kinds/gaps#cat", "cat"),
            ("kinds/gaps#cat", "tomcat"),
            ("kinds/gaps#mat", "mat"),
            ("kinds/typed", "nitrate"),
            ("kinds/typed", "no 3 -"),
        )


def test_cards_are_found_by_tag_and_by_source(places: Paths, kinds: Path) -> None:
    brake = {"kinds/brake", "kinds/brake#back"}
    with opened(places) as library:
        assert library.cards_with(tag="cells") == brake
        assert len(library.cards_with(tag="Biology")) == 5
        for name in ("clinic", "the clinic's page", "clinic.txt"):
            assert library.cards_with(source=name) == brake
        assert library.cards_with(tag="biology", source="clinic") == brake
        assert library.cards_with(tag="nothing", source="clinic") == set()
        assert library.cards_with() == set()


def test_words_are_those_of_questions_and_answers(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        assert library.words("nitrate")
        assert library.words("Release")
        assert not library.words("nitrite")
        assert not library.words("leas")


def test_earlier_ids_lead_to_the_present_one(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        assert library.was("kinds") == {"old-brake": "brake"}


def test_the_report_names_file_line_and_column(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        report = library.report("kinds")
        problems = library.problems("kinds")
    assert f"{kinds}:23:5:" in report
    assert "answer" in report
    assert [(problem.line, problem.column) for problem in problems] == [(23, 5)]


def test_the_header_has_documents_but_no_questions(places: Paths, kinds: Path) -> None:
    with opened(places) as library:
        header = library.header("kinds")
    assert header.documents[0].title == "The Clinic's Page"
    assert header.questions == ()


def test_decks_with_an_order_come_first_then_by_title(places: Paths, write: Write) -> None:
    for deck, extra in (("b", ""), ("a", ""), ("last", "order: 2"), ("first", "order: 1.5")):
        write(places.decks / f"{deck}.deck.yaml", deck, extra=extra)
    with opened(places) as library:
        assert [entry.id for entry in library.decks()] == ["first", "last", "a", "b"]


@pytest.mark.parametrize("name", ["cells-1a2b", "Deck cells-1a2b", "deck CELLS-1a2b", "immune", "cells"])
def test_a_deck_is_found_by_id_title_file_and_beginning(places: Paths, write: Write, name: str) -> None:
    write(places.decks / "immune.deck.yaml", "cells-1a2b")
    write(places.decks / "other.deck.yaml", "other")
    with opened(places) as library:
        assert library.deck(name).id == "cells-1a2b"
        assert library.deck(str(places.decks / "immune.deck.yaml")).id == "cells-1a2b"


def test_an_unknown_deck_is_told_with_those_that_come_near(places: Paths, write: Write) -> None:
    write(places.decks / "immune.deck.yaml", "immune-system")
    with opened(places) as library, pytest.raises(UsageError, match=r"no deck 'imune-system'.*immune-system"):
        library.deck("imune-system")


def test_a_name_that_fits_several_decks_is_told_with_their_ids(places: Paths, write: Write) -> None:
    for name in ("one", "two"):
        write(places.decks / name / "same.deck.yaml", f"id-{name}")
    with opened(places) as library, pytest.raises(UsageError, match="id-one, id-two"):
        library.deck("same")


def test_a_file_that_did_not_change_is_not_read(
    places: Paths, kinds: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(places.decks / "other.deck.yaml", "other")
    opened(places).close()
    read: list[str] = []
    real = reading.read

    def counting(data: bytes, path: str) -> reading.Parsed:
        read.append(path)
        return real(data, path)

    monkeypatch.setattr(reading, "read", counting)
    with opened(places) as library:
        assert read == []
        kinds.touch()
        library.refresh()
        assert read == []
        write(kinds, "kinds", [("New?", "Yes")], at=1_700_000_900)
        assert library.refresh()
        assert read == [str(kinds)]
        assert len(library.places("kinds")) == 1


def test_an_indexed_deck_is_opened_without_loading_yaml(places: Paths, kinds: Path) -> None:
    opened(places).close()
    code = (
        "import sys; from pathlib import Path; from quizapp.paths import Paths\n"
        "from quizapp.library.library import Library\n"
        "paths = Paths(*map(Path, sys.argv[1:]))\n"
        "library = Library.open(paths); library.refresh()\n"
        "assert len(library.places('kinds')) == 5; assert library.question('kinds/brake')\n"
        "print([name for name in ('yaml', 'textual', 'rich', 'asyncio', 'tomlkit') if name in sys.modules])"
    )
    folders = (places.data, places.config, places.cache, places.decks, places.shipped)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, folders)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_progress_counts_only_files_that_are_read(places: Paths, kinds: Path, write: Write) -> None:
    write(places.decks / "other.deck.yaml", "other")
    steps: list[tuple[int, int]] = []
    with Library.open(places) as library:
        library.refresh(lambda done, of: steps.append((done, of)))
        assert steps == [(0, 2), (1, 2), (2, 2)]
        steps.clear()
        library.refresh(lambda done, of: steps.append((done, of)))
        assert steps == []


def test_refresh_tells_whether_anything_changed(places: Paths, kinds: Path) -> None:
    with Library.open(places) as library:
        assert library.refresh()
        assert not library.refresh()
        mark = library.deck("kinds").mark
        kinds.write_text(kinds.read_text().replace("The brake", "The clutch"))
        assert library.refresh()
        assert library.deck("kinds").mark != mark
        kinds.unlink()
        assert library.refresh()
        assert library.decks() == ()
        assert library.places("kinds") == []
        assert library.question("kinds/brake") is None


def test_questions_are_not_remembered_over_a_change(places: Paths, write: Write) -> None:
    path = write(places.decks / "a.deck.yaml", "a", [("One?", "Two")])
    with opened(places) as library:
        assert library.question("a/q0")
        write(path, "a", [("Three?", "Four")], at=1_700_000_900)
        library.refresh()
        found = library.question("a/q0")
        assert found is not None
        assert found[0].body == Flashcard("Three?", "Four")


def test_words_are_those_of_the_files_as_they_are_now(places: Paths, write: Write) -> None:
    path = write(places.decks / "a.deck.yaml", "a", [("One?", "nitrate")])
    with opened(places) as library:
        assert library.words("nitrate")
        write(path, "a", [("One?", "nitrite")], at=1_700_000_900)
        library.refresh()
        assert library.words("nitrite")
        assert not library.words("nitrate")


def test_one_transaction_at_most_is_open_between_calls(places: Paths, kinds: Path) -> None:
    with opened(places):
        other = sqlite3.connect(places.index, timeout=0)
        other.execute("BEGIN IMMEDIATE")
        other.rollback()
        other.close()
