"""A log that can't be used says so in a sentence, loses nothing and is not touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.making import CARDS, draft, place_all, review

import quizapp
from quizapp.errors import StoreError
from quizapp.store import connection, migrate, owner, store as store_module, trouble
from quizapp.store.doctor import examine
from quizapp.store.event import Kind
from quizapp.store.migrate import newest
from quizapp.store.store import Store
from quizapp.store.whereabouts import Whereabouts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.db"


@pytest.fixture
def studied(path: Path) -> Path:
    with Store.open(path) as store:
        place_all(store)
        store.append(review(CARDS[0]))
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 1)


def test_a_locked_log_is_told_and_works_again_afterwards(studied: Path, impatient: None) -> None:
    other = sqlite3.connect(studied, isolation_level=None)
    with Store.open(studied) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is writing"):
            store.append(review(CARDS[1]))
        other.execute("ROLLBACK")
        other.close()
        store.append(review(CARDS[1]))
        assert len(list(store.events())) == 2


def _fill(store: Store) -> None:
    for _ in range(10_000):
        store.append(review(CARDS[1], response="x" * 3_000))


def test_a_full_disk_is_told_and_nothing_is_half_written(studied: Path) -> None:
    with Store.open(studied) as store:
        pages = store.database.value("PRAGMA page_count")
        store.database.run(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full"):
            _fill(store)
        count = len(list(store.events()))
        assert store.check() == []
        store.database.run("PRAGMA max_page_count = 100000")
        store.append(review(CARDS[1]))
        assert len(list(store.events())) == count + 1


def test_a_log_that_no_room_is_left_to_open_is_told_as_a_full_disk(
    studied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert "disk failed" in str(trouble.explain(error, studied))
    room = shutil.disk_usage(studied)._replace(free=4096)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    assert "disk is full" in str(trouble.explain(error, studied))


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    for path in (tmp_path / "home" / "progress.db", tmp_path / "home" / "data" / "progress.db"):
        with pytest.raises(StoreError, match="a file where a folder"):
            Store.open(path)


def test_a_log_that_vanished_is_not_written_to(studied: Path) -> None:
    with Store.open(studied) as store:
        kept = studied.with_name("pulled-out.db")
        studied.rename(kept)
        with pytest.raises(StoreError, match="not there any more"):
            store.append(review(CARDS[1]))
        assert not studied.exists()
        kept.rename(studied)
        store.append(review(CARDS[1]))
        assert len(list(store.events())) == 2


def test_a_log_that_was_replaced_is_not_written_to(studied: Path) -> None:
    with Store.open(studied) as store:
        other = studied.with_name("other.db")
        shutil.copyfile(studied, other)
        other.replace(studied)
        with pytest.raises(StoreError, match="replaced by another file"):
            store.append(review(CARDS[1]))


def test_a_newer_log_is_told_with_both_numbers_and_not_touched(studied: Path) -> None:
    database = sqlite3.connect(studied)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = studied.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError, match=rf"format 99, .* up to {newest()}\. Update"):
            Store.open(studied, read_only=read_only)
    assert [finding.code for finding in examine(studied, repair=True)] == ["unreadable"]
    assert studied.read_bytes() == before
    assert not list(studied.parent.glob("*salvaged*"))


def test_a_database_of_another_program_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE cookies (crumb)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a log of quizapp"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_database_is_told_with_the_way_out(path: Path, *, read_only: bool) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Dear diary, " * 1_000)
    with pytest.raises(StoreError, match=r"quizapp restore.*quizapp doctor"):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == b"Dear diary, " * 1_000


def test_a_folder_where_the_log_should_be_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError):
        Store.open(path)


def test_an_empty_file_is_a_new_log(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
        assert store.check() == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every user can enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _open_to_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in path.parents)


def _somebody_else_reads(path: Path, pipe: int) -> None:
    if os.geteuid() == 0:
        os.setuid(65_534)
    with Store.open(path, read_only=True) as store:
        os.write(pipe, f"{len(list(store.events()))}\n".encode())
    try:
        Store.open(path)
    except StoreError as error:
        os.write(pipe, str(error).encode())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs users and rights as POSIX has them")
def test_a_folder_nobody_may_write_to_can_still_be_read(open_folder: Path) -> None:
    if os.geteuid() == 0 and not _open_to_all(Path(quizapp.__file__)):
        pytest.skip("another user can't read the program where it lies")
    path = open_folder / "progress.db"
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    reading, writing = os.pipe()
    # Root may write anywhere, so it is done by somebody else, in a process of its own.
    child = os.fork()
    if not child:
        try:
            _somebody_else_reads(path, writing)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    open_folder.chmod(0o755)
    assert said.startswith("1\n")
    assert "can't be opened for writing" in said


def test_two_programs_on_one_log_see_each_others_answers(studied: Path) -> None:
    with Store.open(studied) as one, Store.open(studied) as two:
        assert one.device == two.device
        (first,) = one.append(review(CARDS[1]))
        assert two.standing(CARDS[1]) == one.standing(CARDS[1])
        (second,) = two.append(draft(Kind.VOID, CARDS[1], target=first.key))
        assert (second.seq, second.stamp) == (first.seq + 1, first.stamp + 1)
        assert one.last_undoable(sitting="s1", day=first.day) != first
        assert one.check() == two.check() == []


_WRITE = """
import sys
from pathlib import Path
from quizapp.store.store import Store
from store.making import CARDS, review
print("ready", flush=True)
sys.stdin.readline()
for number in range(30):
    with Store.open(Path(sys.argv[1])) as store:
        store.append(review(CARDS[number % 4]))
"""


def test_programs_that_start_and_write_at_the_same_moment_lose_nothing(path: Path) -> None:
    root = Path(quizapp.__file__).parents[1]
    places = os.pathsep.join([str(root), str(root / "tests")])
    variables = {**os.environ, "PYTHONPATH": places}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITE, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=variables,
        )
        for _ in range(3)
    ]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with Store.open(path) as store:
        assert [event.seq for event in store.events()] == list(range(1, 91))
        assert store.check() == []


def test_a_copy_and_another_machine_draw_a_new_device(studied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(studied) as store:
        first = store.device
    with Store.open(studied) as store:
        assert store.device == first
    copied = studied.with_name("copy.db")
    shutil.copyfile(studied, copied)
    with Store.open(copied) as store:
        assert store.device != first
        assert [event.device for event in store.events()] == [first]
        (event,) = store.append(review(CARDS[1]))
        assert event.key == (store.device, 1)
    monkeypatch.setattr(owner, "_machine", lambda: "another")
    with Store.open(studied) as store:
        assert store.device != first


def test_a_network_file_system_gets_a_journal_that_works_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "look", lambda _: Whereabouts("nfs4"))
    with Store.open(path) as store:
        assert store.database.value("PRAGMA journal_mode") == "delete"
        assert "network file system (nfs4)" in store.notices[0]
        store.append(review(CARDS[0]))
    assert [file.name for file in path.parent.iterdir()] == ["progress.db"]


def test_a_later_schema_is_reached_in_one_transaction_after_a_backup(
    studied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = tmp_path / "schema"
    shutil.copytree(migrate.FOLDER, schema)
    present = migrate.newest()
    more = schema / f"{present + 1:04}_more.sql"
    more.write_text("CREATE TABLE more (a INTEGER) STRICT;\nINSERT INTO more VALUES ('x');\n")
    monkeypatch.setattr(migrate, "FOLDER", schema)
    with pytest.raises(StoreError):
        Store.open(studied)
    database = sqlite3.connect(studied)
    assert database.execute("PRAGMA user_version").fetchone() == (present,)
    assert database.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").fetchone() == (0,)
    database.close()
    more.write_text("CREATE TABLE more (a INTEGER) STRICT;\nINSERT INTO more VALUES (7);\n")
    with Store.open(studied, read_only=True) as store:
        assert store.database.value("SELECT a FROM more") == 7
        assert len(list(store.events())) == 1
    with Store.open(studied) as store:
        assert store.database.value("SELECT a FROM more") == 7
        assert len(list(store.events())) == 1
    monkeypatch.undo()
    with Store.open(studied.parent / "backups" / f"before-schema-{present + 1}.db", read_only=True) as store:
        assert len(list(store.events())) == 1


def test_a_damaged_log_is_salvaged_into_a_new_file(studied: Path) -> None:
    with Store.open(studied) as store:
        saved = store.append(*(review(CARDS[number % 4], response="y" * 300) for number in range(200)))
    data = bytearray(studied.read_bytes())
    with sqlite3.connect(studied) as database:
        size = database.execute("PRAGMA page_size").fetchone()[0]
    database.close()
    # One page in the middle of the table of events, found by what is written there.
    page = data.index(b"y" * 300, len(data) // 2) // size
    data[page * size : (page + 1) * size] = os.urandom(size)
    studied.write_bytes(data)
    # Some damage makes the examination itself fail; either way it is told.
    assert {"damage", "unreadable"} & {finding.code for finding in examine(studied)}
    findings = examine(studied, repair=True)
    assert studied.read_bytes() == bytes(data)
    (salvaged,) = (finding for finding in findings if finding.code == "salvage")
    assert salvaged.fixed
    (found,) = studied.parent.glob("progress-salvaged-*.db")
    with Store.open(found) as store:
        events = list(store.events())
        assert 150 < len(events) < 201
        assert set(events[1:]) <= set(saved)
        assert all("names a row" not in problem for problem in store.check())


def test_nothing_is_made_of_a_log_of_which_nothing_can_be_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Dear diary, " * 1_000)
    findings = examine(path, repair=True)
    assert [finding.code for finding in findings if finding.code != "rights"] == ["unreadable", "salvage"]
    assert "not a database" in findings[-2].what
    assert [file.name for file in path.parent.iterdir()] == ["progress.db"]


def test_migrating_for_reading_makes_no_copy_on_the_disk(
    studied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = tmp_path / "schema"
    shutil.copytree(migrate.FOLDER, schema)
    (schema / f"{migrate.newest() + 1:04}_more.sql").write_text("CREATE TABLE more (a INTEGER) STRICT;\n")
    monkeypatch.setattr(migrate, "FOLDER", schema)
    before = studied.read_bytes()
    with Store.open(studied, read_only=True) as store:
        assert store.database.value("SELECT count(*) FROM more") == 0
    assert studied.read_bytes() == before
    assert not (studied.parent / "backups").exists()
