from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.errors import UsageError
from quizapp.library import copies
from quizapp.library.library import Library
from quizapp.paths import Paths

Write = Callable[..., Path]


def opened(places: Paths, **more: Any) -> Library:
    library = Library.open(places, **more)
    library.refresh()
    return library


def test_a_copy_leads_over_the_shipped_deck_without_a_word(places: Paths, write: Write) -> None:
    write(places.shipped / "a.deck.yaml", "a", [("Old?", "Yes")])
    with opened(places) as library:
        path = library.copy("a")
        entry = library.deck("a")
        assert (entry.path, entry.origin) == (path, "yours")
        assert (entry.overrides, entry.shipped_newer) == (True, False)
        assert library.notices == ()
        assert path.read_bytes() == (places.shipped / "a.deck.yaml").read_bytes()
        assert path.stat().st_mode & 0o077 == 0


def test_a_copy_tells_when_the_shipped_deck_has_moved_on(places: Paths, write: Write) -> None:
    shipped = write(places.shipped / "a.deck.yaml", "a", [("Old?", "Yes")])
    with opened(places) as library:
        path = library.copy("a")
        write(path, "a", [("Mine?", "Yes")], at=1_700_000_100)
        library.refresh()
        assert not library.deck("a").shipped_newer
        write(shipped, "a", [("Newer?", "Yes")], at=1_700_000_200)
        assert library.refresh()
        assert library.deck("a").shipped_newer
        assert library.deck("a").path == path


def test_a_copy_made_by_hand_leads_but_nothing_is_known_of_its_origin(places: Paths, write: Write) -> None:
    write(places.shipped / "a.deck.yaml", "a", [("Old?", "Yes")])
    write(places.decks / "a.deck.yaml", "a", [("Mine?", "Yes")])
    with opened(places) as library:
        assert library.deck("a").overrides
        assert not library.deck("a").shipped_newer


@pytest.mark.parametrize("content", [b"", b"[]", b'{"copied": []}', b'{"copied": {"a": 1}}', b"\xff"])
def test_a_broken_record_of_copies_is_no_record(places: Paths, content: bytes) -> None:
    places.decks.mkdir(parents=True)
    (places.decks / copies.NAME).write_bytes(content)
    assert copies.recorded(places.decks) == {}


def test_a_copy_takes_pictures_and_included_files_along(places: Paths, write: Write) -> None:
    question = "\n  - {id: p, question: What?, answer: This, image: {file: pics/a.png, alt: A thing}}"
    write(places.shipped / "set" / "a.deck.yaml", "a", questions=question, extra="include: [parts/*.yaml]")
    write(places.shipped / "set" / "parts" / "b.yaml", "b")
    (places.shipped / "set" / "pics").mkdir()
    (places.shipped / "set" / "pics" / "a.png").write_bytes(b"picture")
    with opened(places) as library:
        path = library.copy("a")
        assert (path.parent / "pics" / "a.png").read_bytes() == b"picture"
        assert library.members("a") == ("a", "b")
        assert library.deck("b").path == path.parent / "parts" / "b.yaml"
        assert library.notices == ()


def test_only_a_shipped_deck_is_copied_and_only_once(places: Paths, write: Write) -> None:
    write(places.shipped / "a.deck.yaml", "a")
    write(places.decks / "mine.deck.yaml", "mine")
    with opened(places) as library:
        first = library.copy("a")
        with pytest.raises(UsageError, match="There is a copy"):
            library.copy("a")
        with pytest.raises(UsageError, match="There is a copy"):
            library.copy("mine")
        assert library.deck("a").path == first


def test_a_copy_never_overwrites_a_file(places: Paths, write: Write) -> None:
    write(places.shipped / "a.deck.yaml", "a")
    other = write(places.decks / "a.deck.yaml", "other")
    content = other.read_bytes()
    with opened(places) as library:
        assert library.copy("a") == places.decks / "a-2.deck.yaml"
        assert other.read_bytes() == content


def test_a_file_named_on_the_command_line_leads(places: Paths, write: Write, tmp_path: Path) -> None:
    mine = write(places.decks / "a.deck.yaml", "a")
    given = write(tmp_path / "draft.deck.yaml", "a", [("New?", "Yes")])
    with opened(places, extra=[given]) as library:
        assert library.deck("a").path == given
        [notice] = library.notices
        assert str(mine) in notice
        assert str(given) in notice


def test_yours_leads_over_a_folder_of_the_settings(places: Paths, write: Write, tmp_path: Path) -> None:
    mine = write(places.decks / "a.deck.yaml", "a")
    other = write(tmp_path / "course" / "a.deck.yaml", "a", [("New?", "Yes")])
    with opened(places, folders=[tmp_path / "course"]) as library:
        assert library.deck("a").path == mine
        assert str(other) in library.notices[0]


def test_of_two_files_with_one_id_the_known_one_leads(places: Paths, write: Write) -> None:
    known = write(places.decks / "b.deck.yaml", "a", [("Known?", "Yes")])
    with opened(places) as library:
        mark = library.deck("a").mark
        template = write(places.decks / "a copy.deck.yaml", "a", [("Other?", "Yes")])
        library.refresh()
        assert library.deck("a").path == known
        assert library.notices == (
            f"{template} is left out: it has the same id as {known}, a. Give one of them another id.",
        )
    places.index.unlink()
    with opened(places) as library:
        assert library.deck("a").path == template
    places.index.unlink()
    with opened(places, prefer={"a": mark}) as library:
        assert library.deck("a").path == known


def test_the_file_known_first_still_leads_when_both_have_changed(places: Paths, write: Write) -> None:
    known = write(places.decks / "b.deck.yaml", "a", [("Known?", "Yes")])
    with opened(places) as library:
        mark = library.deck("a").mark
        write(places.decks / "a.deck.yaml", "a", [("Other?", "Yes")])
        library.refresh()
        write(known, "a", [("Known better?", "Yes")], at=1_700_000_500)
    with opened(places, prefer={"a": mark}) as library:
        assert library.deck("a").path == known
