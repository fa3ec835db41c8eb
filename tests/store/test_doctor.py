"""The doctor tells what is wrong, and sets right what can be without loss."""

from pathlib import Path

import pytest
from store.making import CARDS, draft, place_all, review

from quizapp.store.backup import backup
from quizapp.store.doctor import examine
from quizapp.store.event import Kind
from quizapp.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "data" / "progress.db"
    with Store.open(found) as store:
        place_all(store)
        store.append(review(CARDS[0]), review(CARDS[3]), draft(Kind.START, "heart-1"))
    return found


def _codes(path: Path, *, repair: bool = False) -> list[tuple[str, bool]]:
    return [(finding.code, finding.fixed) for finding in examine(path, repair=repair)]


def test_a_sound_log_has_no_findings(path: Path) -> None:
    assert _codes(path) == _codes(path, repair=True) == []


def test_where_there_is_no_log_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert _codes(tmp_path / "none" / "progress.db") == []


def test_a_log_that_is_gone_is_told_by_its_backups(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    backup(path, folder, day=20_514, budget_bytes=10**9)
    assert examine(path, backups=folder) == []
    path.unlink()
    (found,) = examine(path, backups=folder)
    assert found.code == "gone"
    assert found.todo == "'quizapp restore progress-2026-03-02.db' brings it back"


def test_a_folder_in_the_place_of_the_log_is_told_and_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "progress.db"
    place.mkdir(mode=0o755)
    (found,) = examine(place, repair=True)
    assert found.code == "unreadable"
    assert place.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE standing SET lapses = 4 WHERE card = 'heart-1/beat'",
        "UPDATE standing SET suspended = 1 WHERE card = 'heart-1/valve'",
        "UPDATE review SET rating = 1",
        "DELETE FROM review",
        "UPDATE deck SET started_stamp = NULL",
        "UPDATE deck SET started_stamp = 1, started_device = 'x' WHERE name = 'lung-1'",
    ],
)
def test_a_cache_that_is_not_what_the_log_says_is_made_anew(path: Path, damage: str) -> None:
    with Store.open(path) as store:
        before = [store.standing(card) for card in CARDS]
        store.database.run(damage)
    assert _codes(path) == [("standing", False)]
    assert _codes(path, repair=True) == [("standing", True)]
    assert _codes(path) == []
    with Store.open(path) as store:
        assert [store.standing(card) for card in CARDS] == before


def test_missing_events_are_told(path: Path) -> None:
    with Store.open(path) as store:
        (event,) = store.append(draft(Kind.FLAG, CARDS[0], value=1))
        store.append(draft(Kind.VOID, CARDS[0], target=event.key))
        store.database.run("DELETE FROM event WHERE seq = ?", (event.seq,))
        store.refold()
    assert _codes(path) == [("gap", False), ("target", False)]


def test_a_log_others_can_read_is_made_private(path: Path) -> None:
    path.chmod(0o644)
    path.parent.chmod(0o755)
    assert _codes(path) == [("rights", False), ("rights", False)]
    assert set(_codes(path, repair=True)) == {("rights", True)}
    assert _codes(path) == []


def test_answers_left_without_their_log_are_told(path: Path) -> None:
    path.rename(path.with_name("progress.db-wal"))
    assert _codes(path) == [("stray", False)]


def test_a_synchronised_folder_is_told(tmp_path: Path) -> None:
    found = tmp_path / "Dropbox" / "progress.db"
    with Store.open(found) as store:
        assert "Dropbox" in store.notices[0]
    assert [finding.code for finding in examine(found)] == ["place"]
