import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.library import find, refresh
from quizapp.library.entry import FOLDER, Root
from quizapp.library.library import Library
from quizapp.paths import Paths

Write = Callable[..., Path]


def opened(places: Paths, *extra: Path, folders: tuple[Path, ...] = ()) -> Library:
    library = Library.open(places, folders=folders, extra=extra)
    library.refresh()
    return library


def ids(library: Library) -> list[str]:
    return sorted(entry.id for entry in library.decks())


def test_decks_are_looked_for_in_four_places(places: Paths, write: Write, tmp_path: Path) -> None:
    write(places.shipped / "topic" / "s.deck.yaml", "s")
    write(places.decks / "y.deck.yml", "y")
    write(tmp_path / "course" / "f.deck.yaml", "f")
    given = write(tmp_path / "given.yaml", "g")
    with opened(places, given, folders=(tmp_path / "course",)) as library:
        origins = {entry.id: entry.origin for entry in library.decks()}
        assert origins == {"s": "shipped", "y": "yours", "f": "folder", "g": "path"}
        assert library.notices == ()


def test_a_folder_named_on_the_command_line_is_looked_through(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    write(tmp_path / "given" / "deep" / "a.deck.yaml", "a")
    with opened(places, tmp_path / "given") as library:
        assert library.deck("a").origin == "path"


def test_other_names_and_hidden_files_are_passed_over(places: Paths, write: Write) -> None:
    for name in ("notes.yaml", ".hidden.deck.yaml", ".git/a.deck.yaml", "a.deck.yaml.bak"):
        write(places.decks / name, "a")
    (places.decks / "folder.deck.yaml").mkdir()
    os.mkfifo(places.decks / "pipe.deck.yaml")
    with opened(places) as library:
        assert library.decks() == ()
        assert library.notices == ()


def test_a_missing_path_on_the_command_line_is_an_error(places: Paths, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.deck\.yaml.*no such file"):
        Library.open(places, extra=[tmp_path / "nowhere.deck.yaml"])


def test_a_missing_folder_of_the_settings_is_empty(places: Paths, tmp_path: Path) -> None:
    with opened(places, folders=(tmp_path / "gone",)) as library:
        assert library.decks() == ()


def test_a_link_out_of_the_folder_is_refused_and_told(places: Paths, write: Write, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.deck.yaml", "out")
    write(places.decks / "in.deck.yaml", "in")
    (places.decks / "link.deck.yaml").symlink_to(outside)
    (places.decks / "folder").symlink_to(tmp_path)
    with opened(places) as library:
        assert ids(library) == ["in"]
        [notice] = library.notices
        assert "link.deck.yaml" in notice
        assert str(outside) in notice


def test_a_link_within_the_folder_is_its_target_once(places: Paths, write: Write) -> None:
    target = write(places.decks / "data" / "a.yaml", "a")
    (places.decks / "one.deck.yaml").symlink_to(target)
    (places.decks / "two.deck.yaml").symlink_to(target)
    with opened(places) as library:
        assert [entry.path for entry in library.decks()] == [target]
        assert library.notices == ()


def test_a_decks_folder_that_is_itself_a_link_is_followed(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    write(tmp_path / "elsewhere" / "a.deck.yaml", "a")
    places.data.mkdir(parents=True)
    places.decks.symlink_to(tmp_path / "elsewhere")
    with opened(places) as library:
        assert ids(library) == ["a"]


def test_links_in_a_circle_end(places: Paths, write: Write) -> None:
    write(places.decks / "a.deck.yaml", "a")
    (places.decks / "again").symlink_to(places.decks)
    (places.decks / "loop.deck.yaml").symlink_to(places.decks / "loop.deck.yaml")
    with opened(places) as library:
        assert ids(library) == ["a"]


def test_very_deep_folders_are_not_looked_into(write: Write, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * find.MOST_DEPTH)
    write(deep / "in.deck.yaml", "in")
    write(deep / "d" / "out.deck.yaml", "out")
    sight = find.look([Root(tmp_path, FOLDER)])
    assert [Path(found.path).name for found in sight.files] == ["in.deck.yaml"]


def test_a_folder_with_too_much_in_it_is_told(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "MOST_ENTRIES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").touch()
    sight = find.look([Root(tmp_path, FOLDER)])
    assert sight.files == ()
    assert "more than 3" in sight.notices[0]


def test_a_file_below_two_roots_is_one_deck(places: Paths, write: Write) -> None:
    path = write(places.decks / "a.deck.yaml", "a")
    with opened(places, path, folders=(places.data,)) as library:
        [entry] = library.decks()
        assert entry.origin == "yours"
        assert library.notices == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02" * 2_000, "not a text file"),
        (b"- just\n- a list\n", "no deck around it"),
        (b"deck: Empty\nquestions: []\n", ""),
        (b"x" * 32_000_001, "split it"),
    ],
    ids=["binary", "list", "empty", "too large"],
)
def test_a_file_that_is_no_deck_costs_that_file_only(
    places: Paths, write: Write, data: bytes, said: str
) -> None:
    write(places.decks / "good.deck.yaml", "good")
    (places.decks / "bad.deck.yaml").write_bytes(data)
    with opened(places) as library:
        assert ids(library) == ["good"]
        [notice] = library.notices
        assert str(places.decks / "bad.deck.yaml") in notice
        assert said in notice
        assert not library.refresh()


def test_a_file_that_vanishes_before_it_is_read_is_told(
    places: Paths, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(places.decks / "a.deck.yaml", "a")
    write(places.decks / "b.deck.yaml", "b")
    real = find.look

    def slow(roots: tuple[Root, ...]) -> find.Sight:
        sight = real(roots)
        path.unlink()
        return sight

    monkeypatch.setattr(find, "look", slow)
    with opened(places) as library:
        assert ids(library) == ["b"]
        assert library.notices == (f"{path} can't be read: No such file or directory.",)


def test_a_question_that_breaks_costs_that_question_only(places: Paths, write: Write) -> None:
    path = write(places.decks / "a.deck.yaml", "a", [("One?", "Two"), ("Three?", "Four")])
    with opened(places) as library:
        path.write_text(path.read_text().replace("answer: Four", "anser: Four"))
        assert library.refresh()
        assert [place[0] for place in library.places("a")] == ["a/q0"]
        assert library.deck("a").left_out == 1
        path.write_text(path.read_text().replace("anser: Four", "answer: Four"))
        library.refresh()
        assert len(library.places("a")) == 2


def test_a_change_within_one_tick_of_the_file_system_is_noticed(
    places: Paths, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    when = 1_700_000_000
    monkeypatch.setattr(refresh, "file_time", lambda: when * 1_000_000_000 + 500_000_000)
    path = write(places.decks / "a.deck.yaml", "a", [("One?", "Two")], at=when)
    with opened(places) as library:
        before = path.stat()
        with path.open("r+") as file:
            file.write(path.read_text().replace("Two", "Ten"))
        os.utime(path, (when, when))
        after = path.stat()
        assert (before.st_size, before.st_mtime, before.st_ino) == (
            after.st_size,
            after.st_mtime,
            after.st_ino,
        )
        assert library.refresh()
        found = library.question("a/q0")
        assert found is not None
        assert "Ten" in str(found[0].body)


def test_a_deck_without_an_id_goes_by_its_file(places: Paths, write: Write) -> None:
    path = write(places.decks / "My Notes.deck.yaml")
    with opened(places) as library:
        assert ids(library) == ["my-notes"]
        path.rename(places.decks / "other.deck.yaml")
        library.refresh()
        assert ids(library) == ["other"]
