"""The one family of errors: each is a sentence or two that a person can act on."""


class QuizappError(Exception):
    """Something went wrong that the user can do something about.

    what: what happened, a sentence without its full stop.
    where: where it happened: a path, or `file:line:column`; None if that adds nothing.
    todo: what to do about it, a sentence without its full stop; None if there is nothing to do.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        super().__init__(what, where, todo)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        cure = f" {self.todo}." if self.todo else ""
        return f"{place}{self.what}.{cure}"


class UsageError(QuizappError):
    """The command or its input can't be used as given: wrong words, or a file that can't be read."""

    exit_code = 2


class DeckError(QuizappError):
    """A deck file can't be read or written at all."""

    exit_code = 2


class SettingsError(QuizappError):
    """A setting has a value it can't have."""

    exit_code = 2


class StoreError(QuizappError):
    """The learner's log can't be opened, read or written."""

    exit_code = 2
