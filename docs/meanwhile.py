"""What can be the matter while a picture is taken, and goes on until it is."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from threading import Event

from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp
from quizapp.tui.widgets.loading import Loading, Progress


@contextmanager
def reading(app: QuizApp, _: Desk) -> Iterator[None]:
    """Decks are being read."""
    seen = Event()

    def job(progress: Progress) -> object:
        progress(318, 500)
        seen.wait(60)
        return None

    loading = app.home.query_one(Loading)
    loading.begin(job)
    try:
        yield
    finally:
        loading.cancel()
        seen.set()


@contextmanager
def writing(_: QuizApp, desk: Desk) -> Iterator[None]:
    """Another program holds the log and doesn't let go."""
    with closing(sqlite3.connect(desk.paths.store)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


HAPPENINGS: Mapping[str, Callable[[QuizApp, Desk], AbstractContextManager[None]]] = {
    "reading": reading,
    "another program writes": writing,
}
"""By name."""
