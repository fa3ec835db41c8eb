"""A desk that is yet to be opened: the first screen is drawn before the log is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.settings import Settings

if TYPE_CHECKING:
    from quizapp.study.desk import Desk


class Opening(NamedTuple):
    """What is known of a desk before it is open, and what opens it. `open` raises QuizappError."""

    settings: Settings
    open: "Callable[[], Desk]"
