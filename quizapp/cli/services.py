"""Opens what commands work with."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.output import tell

if TYPE_CHECKING:
    from quizapp.study.desk import Desk


def open_desk(environment: Mapping[str, str], extra: Sequence[Path] = (), *, front: str = "cli") -> "Desk":
    """Open decks, log and settings, and say on stderr what is wrong with the settings file."""
    from quizapp.study.desk import Desk  # noqa: PLC0415 - not needed to show help or paths

    desk = Desk.open(environment, extra, front=front)
    for problem in desk.setting_problems:
        tell(problem.message)
    return desk
