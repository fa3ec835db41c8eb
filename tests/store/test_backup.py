"""Backups are made, verified, thinned out, and found again when they are needed."""

import datetime as dt
import os
import shutil
import sqlite3
import threading
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st
from store.making import CARDS, TODAY, review

from quizapp.clock import file_time
from quizapp.errors import StoreError
from quizapp.store import backup
from quizapp.store.backup import Backup, NoRoomError
from quizapp.store.store import Store
from quizapp.store.transfer import export_log, import_log

PLENTY = 10**12


@pytest.fixture
def studied(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "progress.db"
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
    return path


def _events(path: Path) -> int:
    with Store.open(path, read_only=True) as store:
        assert store.check() == []
        return len(list(store.events()))


def test_a_backup_is_made_once_a_study_day_and_holds_everything(studied: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert backup.due(folder, TODAY)
    made = backup.backup(studied, folder, day=TODAY, budget_bytes=PLENTY)
    assert made.name == "progress-2026-03-02.db"
    assert not backup.due(folder, TODAY)
    assert backup.due(folder, TODAY + 1)
    assert _events(made) == 1
    assert made.stat().st_mode & 0o077 == 0
    assert [file.name for file in folder.iterdir()] == [made.name]
    assert backup.backups(folder) == [Backup(made, TODAY, made.stat().st_size)]


def test_a_backup_is_made_on_another_thread_while_the_log_is_written(studied: Path, tmp_path: Path) -> None:
    made: list[Path] = []

    def copy() -> None:
        made.append(backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY))

    with Store.open(studied) as store:
        thread = threading.Thread(target=copy)
        thread.start()
        for number in range(40):
            store.append(review(CARDS[number % 4]))
        thread.join()
        assert len(list(store.events())) == 41
    assert 1 <= _events(made[0]) <= 41


class _Usage(NamedTuple):
    free: int


def test_no_backup_is_made_when_the_disk_is_short(
    studied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(studied.stat().st_size * 3 - 1))
    with pytest.raises(NoRoomError, match="No backup was made"):
        backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_damaged_log_does_not_replace_a_good_backup(studied: Path, tmp_path: Path) -> None:
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    with sqlite3.connect(studied) as database:
        root = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_card'").fetchone()[0]
        size = database.execute("PRAGMA page_size").fetchone()[0]
    database.close()
    data = bytearray(studied.read_bytes())
    data[(root - 1) * size : root * size] = b"?" * size
    studied.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    assert _events(made) == 1
    assert list((tmp_path / "b").iterdir()) == [made]


def test_what_a_crash_left_of_a_copy_goes_after_a_day(studied: Path, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    left = [
        *(folder / f".before-schema-3.db.77.part{end}" for end in ("", "-journal", "-wal", "-shm")),
        folder / ".progress-2026-03-01.db.77.part",
        studied.parent / ".progress.db.77.part",
    ]
    others = [
        folder / "mine.part",
        folder / ".notes.part",
        folder / ".x.db.part",
        folder / "progress.db.7.part",
    ]
    young = folder / ".before-schema-4.db.78.part"
    for path in (*left, *others, young):
        path.write_bytes(b"half")
    for path in (*left, *others):
        os.utime(path, ns=(0, file_time() - 25 * 3600 * 10**9))
    made = backup.backup(studied, folder, day=TODAY, budget_bytes=PLENTY)
    assert not any(path.exists() for path in left)
    assert sorted(folder.iterdir()) == sorted([*others, young, made])
    assert studied.exists()


def _days(found: list[Backup]) -> list[int]:
    return sorted(one.day for one in found)


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    found = [Backup(Path(str(day)), day, 1) for day in range(TODAY - 700, TODAY + 1)]
    gone = set(backup.thin(found, PLENTY, keep=Path(str(TODAY))))
    kept = _days([one for one in found if one not in gone])
    # 2 March 2026, a Monday: seven days, the Sundays before them, and the ends of months.
    dates = [str(dt.date(1970, 1, 1) + dt.timedelta(days=day)) for day in kept]
    assert dates[-7:] == [f"2026-02-{day}" for day in range(24, 29)] + ["2026-03-01", "2026-03-02"]
    ends = enumerate((30, 31, 30, 31, 31, 30, 31, 30, 31), 4)
    months = [f"2025-{month:02}-{day}" for month, day in ends]
    assert dates[:-7] == [*months, "2026-01-31", "2026-02-15", "2026-02-22"]


@given(
    st.dictionaries(st.integers(TODAY - 500, TODAY), st.integers(1, 100), min_size=1), st.integers(0, 2_000)
)
def test_the_budget_is_kept_and_the_newest_is_never_deleted(sizes: dict[int, int], budget: int) -> None:
    found = [Backup(Path(str(day)), day, size) for day, size in sizes.items()]
    newest = max(found, key=lambda one: one.day)
    gone = backup.thin(found, budget, keep=newest.path)
    kept = [one for one in found if one not in gone]
    assert newest in kept
    assert kept == [newest] or sum(one.size for one in kept) <= budget
    if budget == 2_000 and len(found) <= 7:
        assert kept == found


def test_restoring_keeps_what_was_there_and_draws_a_new_device(studied: Path, tmp_path: Path) -> None:
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    with Store.open(studied) as store:
        first, learner = store.device, store.learner
        store.append(review(CARDS[1]))
    kept = backup.restore(made, studied)
    assert kept
    assert kept.parent == studied.parent
    assert _events(kept) == 2
    with Store.open(studied) as store:
        assert (store.device != first, store.learner) == (True, learner)
        assert len(list(store.events())) == 1
        (event,) = store.append(review(CARDS[1]))
        assert event.key == (store.device, 1)
    again = backup.restore(made, studied)
    assert again != kept
    assert _events(made) == 1


def test_restoring_where_there_is_no_log_needs_nothing_kept(studied: Path, tmp_path: Path) -> None:
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    studied.unlink()
    assert backup.restore(made, studied) is None
    assert _events(studied) == 1


def test_a_log_in_use_is_not_replaced(studied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.store.connection.BUSY_MS", 1)
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    with Store.open(studied) as store:
        store.append(review(CARDS[1]))
        with pytest.raises(StoreError, match="has the log open"):
            backup.restore(made, studied)
        store.append(review(CARDS[1]))
    assert [file.name for file in studied.parent.iterdir()] == ["progress.db"]
    assert _events(studied) == 3


def test_what_is_no_backup_is_not_restored(studied: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"nothing" * 1_000)
    for source in (bad, tmp_path / "none.db"):
        with pytest.raises(StoreError):
            backup.restore(source, studied)
    assert [file.name for file in studied.parent.iterdir()] == ["progress.db"]
    assert _events(studied) == 1


def test_a_damaged_log_is_kept_when_a_backup_takes_its_place(studied: Path, tmp_path: Path) -> None:
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    studied.write_bytes(b"damage" * 5_000)
    studied.with_name("progress.db-wal").write_bytes(b"left over")
    kept = backup.restore(made, studied)
    assert kept
    assert kept.read_bytes() == b"damage" * 5_000
    assert not studied.with_name("progress.db-wal").exists()
    assert _events(studied) == 1


def test_a_backup_can_be_united_with_the_log_instead_of_replacing_it(studied: Path, tmp_path: Path) -> None:
    made = backup.backup(studied, tmp_path / "b", day=TODAY, budget_bytes=PLENTY)
    with Store.open(studied) as store, Store.open(made, read_only=True) as old:
        store.append(review(CARDS[1]))
        report = import_log(store, export_log(old))
        assert (report.added, report.known) == (0, 1)
        assert len(list(store.events())) == 2
