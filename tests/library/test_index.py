import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.library import schema
from quizapp.library.library import Library
from quizapp.paths import Paths

Write = Callable[..., Path]
FOLDERS = ("data", "config", "cache", "decks", "shipped")


def opened(places: Paths) -> Library:
    library = Library.open(places)
    library.refresh()
    return library


def everything(library: Library) -> list[object]:
    """All that the library tells of every deck."""
    return [
        (
            entry,
            library.places(entry.id),
            [library.question(place[0]) for place in library.places(entry.id)],
            library.answers(entry.id),
            library.was(entry.id),
            library.report(entry.id),
            library.members(entry.id),
        )
        for entry in library.decks()
    ] + [library.notices]


@pytest.mark.parametrize(
    "content", [b"no database at all, only text" * 100, b"SQLite format 3\0" + b"\7" * 5_000, b""]
)
def test_a_broken_index_is_made_anew(places: Paths, write: Write, content: bytes) -> None:
    write(places.decks / "a.deck.yaml", "a")
    places.cache.mkdir(parents=True)
    places.index.write_bytes(content)
    with opened(places) as library:
        assert [entry.id for entry in library.decks()] == ["a"]
        assert library.notices == ()
    with sqlite3.connect(places.index) as index:
        assert index.execute("SELECT count(*) FROM card").fetchone() == (1,)
    index.close()


def test_an_index_that_breaks_while_it_is_open_is_made_anew(places: Paths, write: Write) -> None:
    for number in range(30):
        pairs = [(f"What is {n} of {number}?", f"It is {n}") for n in range(20)]
        write(places.decks / f"{number}.deck.yaml", f"d{number}", pairs)
    with opened(places) as library:
        good = everything(library)
    size = places.index.stat().st_size
    with Library.open(places) as library:
        with places.index.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xaa" * (size - 4096))
        library.refresh()
        assert everything(library) == good


def test_tables_that_are_missing_are_made_anew(places: Paths, write: Write) -> None:
    write(places.decks / "a.deck.yaml", "a")
    with opened(places) as library:
        good = everything(library)
        library._index._sql.execute("DROP TABLE card")
        library._index._sql.execute("UPDATE stamp SET value = 'another'")
        assert everything(library) == good


def test_an_index_of_another_version_is_thrown_away(
    places: Paths, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(places.decks / "a.deck.yaml", "a")
    with opened(places) as library:
        mark = library.deck("a").mark
    monkeypatch.setattr(schema, "stamp", lambda: "another program")
    with opened(places) as library:
        assert library.deck("a").mark != mark


def test_another_age_of_the_reader_makes_another_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kinds").mkdir()
    module = tmp_path / "kinds" / "cloze.py"
    module.touch()
    monkeypatch.setattr(schema, "_READERS", (tmp_path, tmp_path / "kinds"))
    before = schema.stamp.__wrapped__()
    os.utime(module, (1_900_000_000, 1_900_000_000))
    assert schema.stamp.__wrapped__() != before


def test_without_a_place_for_the_cache_decks_are_read_all_the_same(places: Paths, write: Write) -> None:
    write(places.decks / "a.deck.yaml", "a")
    places.cache.write_text("a file where the folder should be")
    with opened(places) as library:
        assert [place[0] for place in library.places("a")] == ["a/q0"]
        [notice] = library.notices
        assert str(places.index) in notice
        assert not library.refresh()


def test_an_index_that_cannot_be_written_moves_into_memory(
    places: Paths, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(places.decks / "a.deck.yaml", "a")
    with Library.open(places) as library:
        monkeypatch.setattr("quizapp.library.index.Index.save", full_on_disk(library))
        library.refresh()
        assert [place[0] for place in library.places("a")] == ["a/q0"]
        assert "full" in library.notices[0]


def full_on_disk(library: Library) -> Callable[..., None]:
    from quizapp.library.index import MEMORY, Index

    real = Index.save

    def save(self: Index, *values: object) -> None:
        if self._sql.execute("PRAGMA database_list").fetchone()[2] not in ("", MEMORY):
            raise sqlite3.OperationalError("database or disk is full")
        real(self, *values)  # type: ignore[arg-type]  # handed on as it came

    return save


def test_the_index_keeps_what_only_another_program_looks_at(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    write(places.decks / "a.deck.yaml", "a")
    given = write(tmp_path / "given.deck.yaml", "given")
    with Library.open(places, extra=[given]) as library:
        library.refresh()
        with opened(places) as other:
            assert [entry.id for entry in other.decks()] == ["a"]
        assert library.question("given/q0") is not None
        assert library.cards_with(tag="x") == set()
    given.unlink()
    opened(places).close()
    with sqlite3.connect(places.index) as index:
        assert index.execute("SELECT deck FROM file").fetchall() == [("a",)]
        assert index.execute("SELECT count(*) FROM card").fetchone() == (1,)
    index.close()


def test_programs_that_start_at_once_share_the_index(places: Paths, write: Write) -> None:
    for number in range(40):
        write(places.decks / f"{number}.deck.yaml", f"d{number}", [(f"Q{n}?", f"A{n}") for n in range(30)])
    code = (
        "import sys; from pathlib import Path; from quizapp.paths import Paths\n"
        "from quizapp.library.library import Library\n"
        "library = Library.open(Paths(*map(Path, sys.argv[1:])))\n"
        "library.refresh()\n"
        "print(sum(len(library.places(entry.id)) for entry in library.decks()), library.notices)\n"
    )
    folders = [str(getattr(places, name)) for name in FOLDERS]
    running = [
        subprocess.Popen([sys.executable, "-c", code, *folders], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [program.communicate(timeout=120)[0] for program in running] == ["1200 ()\n"] * 3
    with sqlite3.connect(places.index) as index:
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert index.execute("SELECT count(*), count(DISTINCT key) FROM card").fetchone() == (1200, 1200)
    index.close()


def test_the_index_is_the_users_alone(places: Paths, write: Write) -> None:
    write(places.decks / "a.deck.yaml", "a")
    old = os.umask(0)
    try:
        opened(places).close()
    finally:
        os.umask(old)
    assert places.cache.stat().st_mode & 0o077 == 0
