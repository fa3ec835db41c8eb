"""Follows a deck file: reads it when it was saved, then puts the rules to it, on another thread."""

from pathlib import Path

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from quizapp.author.saves import Stamp, Version, Watch, problems_of, version_of
from quizapp.deck.problems import Problem
from quizapp.errors import DeckError

EVERY = 0.2
"""Seconds between two looks at the file; a save is read at the second look that finds it unchanged."""


class Follow(Widget, can_focus=False):
    """Shows nothing; says `Read` after each save, `Checked` once it was checked, `Lost` if it is away."""

    class Read(Message):
        """The file was saved and read."""

        def __init__(self, version: Version) -> None:
            super().__init__()
            self.version = version

    class Checked(Message):
        """All that is found in a version."""

        def __init__(self, version: Version, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.version = version
            self.problems = problems

    class Lost(Message):
        """The file can't be read at the moment; it is looked for further."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, folder: Path | None) -> None:
        """`folder` is where documents are looked for first."""
        super().__init__()
        self.display = False
        self._folder = folder
        self._path = Path()
        self._watch = Watch()
        self._away = 0

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(EVERY, self.look)

    def follow(self, path: Path) -> None:
        """Follow this file from now on, read it at once."""
        stamp = Stamp.of(path)
        self._path, self._watch, self._away = path, Watch(stamp, stamp), 0
        self._read(path)

    def look(self) -> None:
        """Look whether the file was saved."""
        stamp = Stamp.of(self._path)
        self._watch, ready = self._watch.look(stamp)
        self._away = 0 if stamp else self._away + 1
        if ready:
            self._read(self._path)
        elif self._away == round(1 / EVERY):
            self.post_message(self.Lost(f"{self._path} is gone. As soon as it is back, it is read again."))

    @work(thread=True, exclusive=True, group="read")
    def _read(self, path: Path) -> None:
        try:
            version = version_of(path)
        except DeckError as error:
            self._tell(self.Lost(str(error)))
        else:
            self._tell(self.Read(version))

    @work(thread=True, exclusive=True, group="check")
    def check(self, version: Version) -> None:
        """Put the rules to a version; best asked for once it is on the screen."""
        problems = problems_of(version, self._folder)
        self._tell(self.Checked(version, problems))

    def _tell(self, message: Message) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(message)
