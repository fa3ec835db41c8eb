from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.deck.decoding import LARGEST
from quizapp.errors import DeckError, UsageError
from quizapp.library import intake
from quizapp.library.library import Library
from quizapp.paths import Paths, write_atomically

Write = Callable[..., Path]
PICTURED = "\n  - {id: p, question: What?, answer: This, image: {file: pics/a.png, alt: A thing}}"


def opened(places: Paths, **more: Any) -> Library:
    library = Library.open(places, **more)
    library.refresh()
    return library


def below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_deck_is_added_and_taken_out_again(places: Paths, write: Write, tmp_path: Path) -> None:
    source = write(tmp_path / "a.deck.yaml", "a")
    with opened(places) as library:
        [added] = library.add(source)
        assert (added.entry.id, added.state, added.kept) == ("a", "added", None)
        assert added.entry.path == places.decks / "a.deck.yaml"
        kept = library.remove("a")
        assert library.decks() == ()
        assert kept.read_bytes() == source.read_bytes()
        [again] = library.add(source)
        assert again.state == "added"
        assert library.remove("a") != kept
        assert kept.exists()


def test_a_deck_that_is_there_already_is_left_alone(places: Paths, write: Write, tmp_path: Path) -> None:
    source = write(tmp_path / "a.deck.yaml", "a")
    with opened(places) as library:
        library.add(source)
        before = below(places.decks)
        [added] = library.add(source)
        assert added.state == "unchanged"
        assert below(places.decks) == before


def test_another_deck_with_the_same_id_is_refused_unless_it_is_to_replace(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    source = write(tmp_path / "a.deck.yaml", "a")
    old = source.read_bytes()
    with opened(places) as library:
        library.add(source)
        write(source, "a", [("New?", "Yes")])
        with pytest.raises(UsageError, match=r"another deck with the id 'a'"):
            library.add(source)
        assert (places.decks / "a.deck.yaml").read_bytes() == old
        [added] = library.add(source, replace=True)
        assert added.state == "replaced"
        assert added.kept is not None
        assert added.kept.read_bytes() == old
        assert added.entry.path.read_bytes() == source.read_bytes()
        assert library.notices == ()


def test_two_decks_whose_files_have_one_name_stay_apart(places: Paths, write: Write, tmp_path: Path) -> None:
    with opened(places) as library:
        library.add(write(tmp_path / "one" / "a.deck.yaml", "first"))
        [added] = library.add(write(tmp_path / "two" / "a.deck.yaml", "second"))
        assert added.entry.path.name == "a-2.deck.yaml"
        assert [entry.id for entry in library.decks()] == ["first", "second"]


def test_pictures_documents_and_included_files_come_along(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    extra = (
        "include: [parts/*.yaml]\nsources: {doc: {title: T, file: doc.txt}, away: {title: U, file: gone.txt}}"
    )
    top = tmp_path / "course"
    source = write(top / "a.yaml", "a", questions=PICTURED, extra=extra)
    write(top / "parts" / "b.yaml", "b")
    (top / "pics").mkdir()
    (top / "pics" / "a.png").write_bytes(b"picture")
    (top / "doc.txt").write_text("A document.")
    (top / "private.txt").write_text("not asked for")
    with opened(places) as library:
        added = library.add(source)
        assert sorted(each.entry.id for each in added) == ["a", "b"]
        assert sorted(below(places.decks)) == ["a/a.deck.yaml", "a/doc.txt", "a/parts/b.yaml", "a/pics/a.png"]
        assert {each.state for each in library.add(source)} == {"unchanged"}
        (top / "pics" / "a.png").write_bytes(b"better")
        with pytest.raises(UsageError):
            library.add(source)
        again = library.add(source, replace=True)
        assert {each.state for each in again} == {"replaced"}
        kept = library.remove("a")
        assert sorted(below(kept)) == ["a.deck.yaml", "doc.txt", "parts/b.yaml", "pics/a.png"]
        assert library.decks() == ()


def test_a_picture_out_of_the_folder_is_not_taken(places: Paths, write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    source = write(tmp_path / "course" / "a.deck.yaml", "a", questions=PICTURED)
    (tmp_path / "course" / "pics").mkdir()
    (tmp_path / "course" / "pics" / "a.png").symlink_to(tmp_path / "secret.png")
    with opened(places) as library:
        library.add(source)
    assert sorted(below(places.decks)) == ["a.deck.yaml"]


def test_a_folder_is_added_as_a_whole(places: Paths, write: Write, tmp_path: Path) -> None:
    top = tmp_path / "course"
    write(top / "a.deck.yaml", "a")
    write(top / "week" / "b.deck.yaml", "b")
    with opened(places) as library:
        added = library.add(top)
        assert sorted(each.entry.id for each in added) == ["a", "b"]
        assert sorted(below(places.decks)) == ["course/a.deck.yaml", "course/week/b.deck.yaml"]
        assert {each.state for each in library.add(top)} == {"unchanged"}
        write(top / "week" / "b.deck.yaml", "b", [("New?", "Yes")])
        again = library.add(top, replace=True)
        assert {each.state for each in again} == {"replaced"}
        assert len({each.kept for each in again}) == 1
        assert {each.entry.path.relative_to(places.decks).parts[0] for each in again} == {"course"}
        kept = library.remove("a")
        assert kept.name == "a.deck.yaml"
        assert [entry.id for entry in library.decks()] == ["b"]


@pytest.mark.parametrize(
    "text", ["deck: Empty\nquestions: []\n", "- no deck\n", "deck: A\nquestions:\n  - answer: B\n"]
)
def test_a_deck_with_nothing_to_ask_is_not_added(places: Paths, tmp_path: Path, text: str) -> None:
    source = tmp_path / "a.deck.yaml"
    source.write_text(text)
    with opened(places) as library, pytest.raises(DeckError, match="no question in it that can be asked"):
        library.add(source)
    assert not places.decks.exists()


def test_one_bad_deck_keeps_a_whole_folder_out(places: Paths, write: Write, tmp_path: Path) -> None:
    write(tmp_path / "course" / "a.deck.yaml", "a")
    (tmp_path / "course" / "b.deck.yaml").write_text("- no deck\n")
    with opened(places) as library, pytest.raises(DeckError, match=r"b\.deck\.yaml"):
        library.add(tmp_path / "course")
    assert not places.decks.exists()


def test_what_cannot_be_added_is_told(places: Paths, write: Write, tmp_path: Path) -> None:
    mine = write(places.decks / "a.deck.yaml", "a")
    (tmp_path / "empty").mkdir()
    with opened(places) as library:
        for path, said in (
            (tmp_path / "gone", "no such file"),
            (tmp_path / "empty", "no deck file in this folder"),
            (mine, "in your decks folder already"),
            (places.decks, "in your decks folder already"),
        ):
            with pytest.raises(UsageError, match=said):
                library.add(path)


def test_a_deck_that_is_too_large_is_not_copied(places: Paths, tmp_path: Path) -> None:
    huge = tmp_path / "huge.deck.yaml"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with opened(places) as library, pytest.raises(DeckError, match="larger than 32 MB"):
        library.add(huge)
    assert not list(places.decks.glob("*"))


def test_a_shipped_deck_and_one_that_lies_elsewhere_stay(places: Paths, write: Write, tmp_path: Path) -> None:
    shipped = write(places.shipped / "s.deck.yaml", "s")
    other = write(tmp_path / "course" / "f.deck.yaml", "f")
    with opened(places, folders=[tmp_path / "course"]) as library:
        with pytest.raises(UsageError, match="came with the program"):
            library.remove("s")
        with pytest.raises(UsageError, match="not in your decks folder"):
            library.remove("f")
    assert shipped.exists()
    assert other.exists()


def test_taking_a_copy_out_lets_the_shipped_deck_lead_again(places: Paths, write: Write) -> None:
    shipped = write(places.shipped / "s.deck.yaml", "s")
    with opened(places) as library:
        library.copy("s")
        library.remove("s")
        assert library.deck("s").path == shipped
        assert not library.deck("s").overrides


def test_a_failed_copy_leaves_nothing_behind(
    places: Paths, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "course" / "a.deck.yaml", "a", questions=PICTURED)
    (tmp_path / "course" / "pics").mkdir()
    (tmp_path / "course" / "pics" / "a.png").write_bytes(b"picture")
    real = write_atomically

    def failing(path: Path, data: bytes) -> None:
        if path.suffix == ".png":
            raise OSError(28, "No space left on device", str(path))
        real(path, data)

    monkeypatch.setattr(intake, "write_atomically", failing)
    with opened(places) as library, pytest.raises(DeckError, match="No space left"):
        library.add(source)
    assert list(places.decks.iterdir()) == []


def test_a_decks_folder_that_cannot_be_made_is_told(places: Paths, write: Write, tmp_path: Path) -> None:
    source = write(tmp_path / "a.deck.yaml", "a")
    places.data.write_text("a file where the folder should be")
    with opened(places) as library, pytest.raises(DeckError, match="can't be copied"):
        library.add(source)
