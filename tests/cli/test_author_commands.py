"""The commands for authors: what they print, write and end with."""

import json
from pathlib import Path

import pytest
from cli.running import Call

UNNAMED = "deck: Greek\nquestions:\n- {question: First?, answer: alpha}\n- {question: Second?, anser: b}\n"
SOURCED = """\
deck: Sources
id: s
sources: {book: {title: A book, file: book.txt}}
questions:
- {id: one, question: One?, answer: a, source: {doc: book, paragraph: 1, sentence: 2}}
- {id: two, question: Two?, answer: b, source: {doc: book, paragraph: 2}}
"""
BOOK = "First sentence. Second sentence.\n\nAnother paragraph.\n"


@pytest.fixture
def sourced(tmp_path: Path) -> Path:
    (tmp_path / "book.txt").write_text(BOOK)
    path = tmp_path / "s.deck.yaml"
    path.write_text(SOURCED)
    return path


def test_ids_are_shown_then_written_and_then_none_is_missing(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "d.deck.yaml"
    path.write_text(UNNAMED.replace("anser", "answer"))
    done = call("ids", str(path))
    assert done.code == 1
    assert f"{path}:3: first\n{path}:4: second\n" in done.out
    assert "3 ids missing; --write writes them" in done.err
    assert path.read_text() == UNNAMED.replace("anser", "answer")
    done = call("ids", "--write", str(path))
    assert done.code == 0
    assert "3 ids written" in done.err
    assert "- {id: first, question: First?" in path.read_text()
    written = path.read_bytes()
    done = call("ids", "--write", str(tmp_path))
    assert (done.code, done.out) == (0, "")
    assert path.read_bytes() == written


def test_questions_with_mistakes_get_no_id_and_that_is_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "d.deck.yaml"
    path.write_text(UNNAMED)
    done = call("ids", "--write", "--json", str(path))
    assert done.code == 1
    (file,) = json.loads(done.out)["files"]
    assert file["left"] == [5]
    assert file["questions"] == [{"id": "first", "line": 4, "question": "First?"}]
    assert "no id for 1 question with a mistake or a twin (line 5)" in call("ids", str(path)).err


def test_a_deck_at_hand_is_named_by_its_id_but_a_shipped_one_is_not_written(
    call: Call, tmp_path: Path, deck: Path
) -> None:
    call("add", str(deck))
    assert call("ids", "greek").code == 0
    shipped = tmp_path / "shipped" / "x.deck.yaml"
    shipped.parent.mkdir()
    shipped.write_text(UNNAMED.replace("Greek\n", "Shipped\nid: shipped\n"))
    assert call("ids", "shipped").code == 1
    done = call("ids", "--write", "shipped")
    assert done.code == 2
    assert "decks --copy shipped" in done.err
    assert call("ids", "nowhere").code == 2
    assert call("ids", str(tmp_path / "none.deck.yaml")).code == 2


def test_diff_lists_what_changes_and_counts_all(call: Call, deck: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.deck.yaml"
    new.write_text(deck.read_text().replace("First?", "Which is first?").replace("id: two", "id: three"))
    done = call("diff", str(deck), str(new))
    assert done.code == 0
    assert f"{new}:5: reworded: greek/one: progress stays\n" in done.out
    assert f"{new}:6: renamed: greek/three (was greek/two): progress comes along\n" in done.out
    assert done.out.endswith("Cards: 1 reworded, 1 renamed.\n")
    assert call("diff", str(deck), str(deck)).out == "Cards: 2 same.\n"
    assert "same: greek/one" in call("diff", "--all", str(deck), str(deck)).out
    cards = json.loads(call("diff", "--json", str(deck), str(new)).out)["cards"]
    assert [card["change"] for card in cards] == ["reworded", "renamed"]


def test_diff_ends_with_one_if_the_new_file_has_mistakes(call: Call, deck: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.deck.yaml"
    new.write_text(deck.read_text().replace("answer: beta", "anser: beta"))
    done = call("diff", str(deck), str(new))
    assert done.code == 1
    assert "mistakes that cost a question" in done.err
    assert "1 gone" in done.out
    new.write_text("nothing")
    assert call("diff", str(deck), str(new)).code == 2
    assert call("diff", str(deck), str(tmp_path)).code == 2


def test_sources_are_listed_pinned_checked_and_shown(call: Call, sourced: Path) -> None:
    listed = call("sources", "list", str(sourced))
    assert listed.code == 0
    assert f"{sourced}:5: s/one: book, paragraph 1, sentence 2\n" in listed.out
    assert "2 not pinned" in call("sources", "check", str(sourced)).out
    pinned = call("sources", "pin", str(sourced))
    assert (pinned.code, pinned.out.splitlines()[-1]) == (0, "2 sources pinned.")
    assert call("sources", "check", str(sourced)).out == "Sources: 2 fresh.\n"
    (sourced.parent / "book.txt").write_text("New.\n\n" + BOOK.replace("Second", "Third"))
    done = call("sources", "check", str(sourced))
    assert done.code == 1
    assert (
        f"{sourced}:5: changed: s/one: book, paragraph 1, sentence 2, now paragraph 2, sentence 2" in done.out
    )
    assert "    now: Third sentence.\n" in done.out
    assert f"{sourced}:6: moved: s/two: book, paragraph 2, now paragraph 3\n" in done.out
    shown = call("sources", "show", f"{sourced}/two")
    assert shown.out == "A book, paragraph 3 (moved)\nAnother paragraph.\n\n"
    assert call("sources", "pin", "--only", "two", str(sourced)).out.endswith("1 source pinned.\n")
    assert "Sources: 1 fresh, 1 " in call("sources", "check", str(sourced)).out


def test_documents_are_looked_for_where_one_says(
    call: Call, sourced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (sourced.parent / "book.txt").rename(folder / "book.txt")
    done = call("sources", "check", str(sourced))
    assert done.code == 1
    assert "2 document missing" in done.out
    assert call("sources", "pin", str(sourced)).code == 1
    assert call("sources", "pin", "--documents", str(folder), str(sourced)).code == 0
    monkeypatch.setenv("QUIZAPP_DOCUMENTS", str(folder))
    assert call("sources", "check", str(sourced)).code == 0
    (folder / "book.txt").write_bytes(b"caf\xe9")
    done = call("sources", "check", str(sourced))
    assert done.code == 1
    assert done.err.count("isn't text in UTF-8") == 1


def test_sources_of_decks_at_hand_are_named_by_id(call: Call, sourced: Path) -> None:
    call("add", str(sourced))
    assert json.loads(call("sources", "check", "--json").out)["sources"][0]["state"] == "not pinned"
    shown = json.loads(call("sources", "show", "--json", "s/one").out)["sources"]
    assert shown[0]["passage"] == "Second sentence."
    for wrong in (
        ("show",),
        ("pin",),
        ("show", "s"),
        ("show", "s/none"),
        ("check", "--only", "one"),
        ("pin", "--only", "none", "s"),
        ("turn", "s"),
    ):
        done = call("sources", *wrong)
        assert done.code == 2, wrong
        assert "Traceback" not in done.err


def test_overrules_are_listed_to_paste(call: Call, deck: Path) -> None:
    call("add", str(deck))
    assert "No answer was claimed" in call("overrules").out
    call("--plain", "study", "--limit", "1", "greek", typed="alef\n/right\n/quit\n")
    done = call("overrules", "greek")
    assert done.code == 0
    assert done.out.splitlines()[1:] == ["  alef  (once)", "  accept: ['alef']"]
    (card,) = json.loads(call("overrules", "--json").out)["cards"]
    assert (card["card"], card["claims"]) == ("greek/one", [{"text": "alef", "times": 1}])
    assert call("overrules", "nowhere").code == 2


@pytest.mark.parametrize("name", ["ids", "diff", "sources", "overrules"])
def test_help_says_what_a_command_does_and_shows_an_example(call: Call, name: str) -> None:
    done = call(name, "--help")
    assert done.code == 0
    assert f"quizapp {name}" in done.out.partition("Example")[2]
