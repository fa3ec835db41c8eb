"""Attempts at quizzes are kept, moved, backed up and saved like everything else a learner did."""

import shutil
from pathlib import Path

import pytest
from store.making import CARDS, review

from quizapp.errors import StoreError
from quizapp.store import attempts, migrate
from quizapp.store.attempts import Act, Attempt, AttemptEvent, AttemptQuestion
from quizapp.store.backup import backup, backups
from quizapp.store.salvage import salvage
from quizapp.store.store import Store
from quizapp.store.transfer import export_log, import_log

NAME = "a1"


def begun(store: Store, name: str = NAME, day: int = 20_000) -> None:
    """Begin an attempt of two questions, and answer the first."""
    first = AttemptEvent(name, store.device, 1, 5, 60, day, 0, Act.GO, 0)
    questions = [AttemptQuestion(name, place, "d", f"d/q{place}", "{}") for place in range(2)]
    attempt = Attempt(name, store.device, 5, 60, day, "line", "1", "A quiz", "CODE", "{}")
    attempts.begin(store, attempt, questions, first)
    attempts.record(store, [first._replace(kind=Act.ANSWER, spent=10, value='"é"')])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "progress.db"


def test_an_attempt_is_read_as_it_was_written(path: Path) -> None:
    with Store.open(path) as store:
        begun(store)
        found = attempts.attempt(store, NAME)
        assert found is not None
        assert found.title == "A quiz"
        assert [one.card for one in attempts.questions(store, NAME)] == ["d/q0", "d/q1"]
        assert [(one.seq, one.kind) for one in attempts.events(store, NAME)] == [(1, "go"), (2, "answer")]
        assert store.check() == []


def test_an_attempt_is_listed_by_its_decks_and_as_unfinished_until_it_is_finished(path: Path) -> None:
    with Store.open(path) as store:
        begun(store)
        begun(store, "a2")
        done = AttemptEvent("a2", "", 0, 9, 60, 20_000, 20, Act.FINISH, 0, "{}")
        attempts.record(store, [done])
        assert [one.attempt.id for one in attempts.unfinished(store)] == [NAME]
        assert {one.attempt.id for one in attempts.listed(store, ["d"])} == {NAME, "a2"}
        assert attempts.listed(store, ["other"]) == []


def test_questions_of_late_are_those_studied_or_quizzed_since_a_day(path: Path) -> None:
    with Store.open(path) as store:
        begun(store, day=20_000)
        assert attempts.asked_since(store, ["d"], 20_000) == {"d/q0": 20_000, "d/q1": 20_000}
        assert attempts.asked_since(store, ["d"], 20_001) == {}
        (event,) = store.append(review(CARDS[0]))
        deck = CARDS[0].partition("/")[0]
        assert attempts.asked_since(store, [deck], event.day) == {CARDS[0]: event.day}


def test_a_log_of_the_first_schema_is_brought_up_and_keeps_everything(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "schema"
    old.mkdir()
    shutil.copy(migrate.FOLDER / "0001_first.sql", old)
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "FOLDER", old)
        with Store.open(path) as store:
            assert migrate.schema_of(store.database) == 1
    with Store.open(path) as store:
        assert migrate.schema_of(store.database) == migrate.newest()
        begun(store)
        assert store.check() == []
    assert (path.parent / "backups" / "before-schema-2.db").exists()


def test_attempts_are_exported_and_imported_once_however_often(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
        begun(store)
        lines = list(export_log(store))
    with Store.open(tmp_path / "other.db") as other:
        assert import_log(other, lines).attempts == 1
        assert list(export_log(other)) == lines
        assert import_log(other, lines).attempts == 0
        assert list(export_log(other)) == lines
        assert other.check() == []


def test_two_logs_that_went_on_from_one_attempt_are_united_whichever_comes_first(
    path: Path, tmp_path: Path
) -> None:
    with Store.open(path) as store:
        begun(store)
        lines = list(export_log(store))
    mixed = []
    logs = []
    for name in ("b", "c"):
        with Store.open(tmp_path / f"{name}.db") as other:
            import_log(other, lines)
            event = AttemptEvent(NAME, "", 0, 7, 60, 20_000, 20, Act.LATER, 1, name)
            attempts.record(other, [event])
            logs.append(list(export_log(other)))
    for number, order in enumerate((logs, logs[::-1])):
        with Store.open(tmp_path / f"united{number}.db") as united:
            for log in order:
                import_log(united, log)
            mixed.append(attempts.events(united, NAME))
    assert mixed[0] == mixed[1]
    assert len(mixed[0]) == 4


def test_a_log_with_a_row_of_no_attempt_or_cut_off_is_refused(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        begun(store)
        lines = list(export_log(store))
    stray = [line for line in lines if not line.startswith('{"attempt":')]
    with Store.open(tmp_path / "other.db") as other:
        with pytest.raises(StoreError, match="doesn't belong to any attempt"):
            import_log(other, stray)
        with pytest.raises(StoreError, match="not whole"):
            import_log(other, lines[:-1])
        changed = [line.replace('"A quiz"', '"Another"') for line in lines]
        import_log(other, lines)
        with pytest.raises(StoreError, match="another one here"):
            import_log(other, changed)
        with pytest.raises(StoreError, match="unknown field"):
            import_log(other, [line.replace('"spent"', '"spend"') for line in lines])


def test_a_log_without_attempts_is_exported_in_the_form_older_programs_read(path: Path) -> None:
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
        assert '"format": 1' in next(iter(export_log(store)))
        begun(store)
        assert '"format": 2' in next(iter(export_log(store)))


def test_a_backup_has_the_attempts(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        begun(store)
    backup(path, tmp_path / "backups", day=20_000, budget_bytes=10**9)
    (kept,) = backups(tmp_path / "backups")
    with Store.open(kept.path, read_only=True) as store:
        assert len(attempts.events(store, NAME)) == 2


def test_a_log_for_reading_takes_no_attempt(path: Path) -> None:
    Store.open(path).close()
    with Store.open(path, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        begun(store)


def test_the_doctor_tells_of_a_quiz_that_lacks_its_questions(path: Path) -> None:
    with Store.open(path) as store:
        begun(store)
        store.database.run("DELETE FROM attempt_question")
        (told,) = store.check()
        assert told.startswith("1 quiz you sat lacks questions")


def test_what_can_be_read_of_a_damaged_log_brings_its_quizzes_along(path: Path) -> None:
    with Store.open(path) as store:
        store.append(review(CARDS[0]))
        begun(store)
        store.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    saved = salvage(path)
    with Store.open(saved.path) as store:
        assert len(attempts.questions(store, NAME)) == 2
        assert len(attempts.events(store, NAME)) == 2
