"""An index that lasts: what breaks is made anew, and without a place for it there is one in memory."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from quizapp.library import wording
from quizapp.library.index import MEMORY, Index, broken, open_index, throw_away

T = TypeVar("T")


class Lasting:
    """The index of a library, whatever happens to its file.

    index: the one in use now. notice: a sentence if it lives in memory only, else None.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.index, self.notice = open_index(path)

    def ask(self, work: Callable[[], T], look: Callable[[], None]) -> T:
        """Do what needs the index; if it fails, make it anew, fill it by `look` and try again."""
        try:
            return work()
        except sqlite3.Error as error:
            self.index.close()
            if broken(error):
                with suppress(OSError):
                    throw_away(self._path)
            self.index, self.notice = open_index(self._path)
        try:
            look()
            return work()
        except sqlite3.Error as error:
            self.index.close()
            self.index, self.notice = Index(MEMORY), wording.no_cache(str(self._path), error)
        look()
        return work()
