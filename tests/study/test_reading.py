"""Decks read on another thread: the same outcome as reading them here, and nothing halfway."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from support import cards, deck

from quizapp.clock import SetClock
from quizapp.paths import paths_from
from quizapp.study.desk import Desk


class Stop(Exception):  # noqa: N818 - what a front end raises to stop reading
    """The learner has seen enough."""


def put(home: Path, name: str, number: int = 3) -> None:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.deck.yaml"
    file.write_text(deck(name, cards(number)), encoding="utf-8")
    os.utime(file, (1_000_000_000, 1_000_000_000))  # a file written just now is looked at twice


def opened(home: Path, clock: SetClock) -> Desk:
    return Desk.open({"QUIZAPP_HOME": str(home)}, front="tui", clock=clock)


def elsewhere(job: Callable[[], Any]) -> list[Any]:
    """Run a job on another thread; its outcome, or what it raised."""
    outcome: list[Any] = []

    def run() -> None:
        try:
            outcome.append(job())
        except (Exception, Stop) as error:  # noqa: BLE001 - handed to the test
            outcome.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    return outcome


def quiet(_read: int, _of: int) -> None:
    """Progress that nobody looks at."""


def test_what_another_thread_reads_is_what_refresh_reads(home: Path, clock: SetClock) -> None:
    put(home, "a")
    put(home, "b")
    with opened(home, clock) as desk:
        job = desk.reading()
        assert desk.library.decks() == ()
        (found,) = elsewhere(lambda: job(quiet))
        desk.take(found)
        there = desk.overview()
        assert [row.id for row in there.decks] == ["a", "b"]
        assert desk.store.marks() == {entry.id: entry.mark for entry in desk.library.decks()}
        desk.refresh()
        assert desk.overview() == there


def test_progress_tells_of_each_file_and_may_stop_it(home: Path, clock: SetClock) -> None:
    for name in "abc":
        put(home, name)
    with opened(home, clock) as desk:
        seen: list[tuple[int, int]] = []

        def stop(read: int, of: int) -> None:
            seen.append((read, of))
            if read == 2:
                raise Stop

        job = desk.reading()
        (error,) = elsewhere(lambda: job(stop))
        assert isinstance(error, Stop)
        assert seen == [(0, 3), (1, 3), (2, 3)]
        assert desk.library.decks() == ()
        assert desk.store.marks() == {}
        seen.clear()
        job = desk.reading()
        (found,) = elsewhere(lambda: job(lambda read, of: seen.append((read, of))))
        desk.take(found)
        assert seen == [(0, 1), (1, 1)], "what was read before it was stopped is not read again"
        assert len(desk.library.decks()) == 3


def test_without_a_place_for_the_index_it_works_all_the_same(
    home: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "a")
    home.joinpath("cache").write_text("a file in its place", encoding="utf-8")
    with opened(home, clock) as desk:
        job = desk.reading()
        (found,) = elsewhere(lambda: job(quiet))
        told = desk.take(found)
        assert [row.id for row in desk.overview().decks] == ["a"]
        assert len([each for each in told if "cache" in each]) == 1


def test_folders_from_the_settings_are_looked_at_once_they_are_set(
    home: Path, clock: SetClock, tmp_path: Path
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "x.deck.yaml").write_text(deck("x", cards(1)), encoding="utf-8")
    with opened(home, clock) as desk:
        desk.refresh()
        assert desk.library.decks() == ()
        desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
        desk.paths.settings.write_text(f'deck_folders = ["{folder}"]\n', encoding="utf-8")
        desk.reload_settings()
        desk.refresh()
        assert [entry.id for entry in desk.library.decks()] == ["x"]
