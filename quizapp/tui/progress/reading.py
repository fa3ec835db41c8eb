"""Adds the figures up, on any thread: with connections of its own, and nothing of the screen."""

from collections.abc import Callable, Mapping
from typing import Any

from quizapp import report
from quizapp.library.refresh import Progress
from quizapp.report.authoring import author_view
from quizapp.report.breakdown import breakdown
from quizapp.report.confusions import confusions
from quizapp.report.documents import document_maps
from quizapp.report.exam import exam
from quizapp.report.selection import started
from quizapp.store.store import Store
from quizapp.study.desk import Desk
from quizapp.tui.progress.view import Ask


def _progress(desk: Desk, ask: Ask, _: Progress) -> object:
    return report.progress(desk, ask.day, ask.selection, _period(ask))


def _divided(desk: Desk, ask: Ask, _: Progress) -> object:
    return breakdown(desk, ask.by, ask.day, ask.selection, _period(ask))


def _sources(desk: Desk, ask: Ask, _: Progress) -> object:
    return document_maps(desk, ask.day, ask.selection)


def _exam(desk: Desk, ask: Ask, _: Progress) -> object:
    return exam(desk, ask.day, ask.on, ask.selection, ask.goal)


def _mixups(desk: Desk, ask: Ask, _: Progress) -> object:
    return confusions(desk, ask.selection, _period(ask))


def _questions(desk: Desk, ask: Ask, progress: Progress) -> object:
    return author_view(desk, ask.selection.decks or started(desk), progress=progress)


_READERS: Mapping[str, Callable[[Desk, Ask, Progress], object]] = {
    "progress": _progress,
    "divided": _divided,
    "sources": _sources,
    "exam": _exam,
    "mixups": _mixups,
    "questions": _questions,
}


def essence(key: str, ask: Ask) -> tuple[object, ...]:
    """What a section's figures depend on, beside log and decks: asked for the same, they are the same."""
    same: tuple[object, ...] = (key, ask.day, ask.selection)
    if key in {"progress", "mixups"}:
        return (*same, ask.everything)
    if key == "divided":
        return (*same, ask.everything, ask.by)
    return (*same, ask.on, ask.goal) if key == "exam" else same


def job(desk: Desk, key: str, ask: Ask) -> Callable[[Progress], Any]:
    """Return what adds a section's figures up. It raises QuizappError where log or decks can't be read.

    What it tells of its progress may end it.
    """
    settings = (desk.settings, desk.setting_problems)
    paths, clock, front = desk.paths, desk.clock, desk.front
    library, log = desk.library, desk.store.path

    def read(progress: Progress) -> Any:
        with library.twin() as twin, Store.open(log, read_only=True) as store:
            twin.refresh(lambda *_: progress(0, 0))
            progress(0, 0)
            return _READERS[key](Desk(paths, settings, clock, twin, store, front), ask, progress)

    return read


def _period(ask: Ask) -> "report.Period":
    return report.all_time() if ask.everything else report.past_year(ask.day)
