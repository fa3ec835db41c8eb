"""The preview of deck files on the whole screen: the program's frame, without a log behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from textual.screen import Screen

from quizapp.paths import Paths, paths_from
from quizapp.settings import SettingProblem, Settings, load
from quizapp.study.desk import Desk
from quizapp.tui.app import QuizApp, show
from quizapp.tui.screens.preview import PreviewScreen


@dataclass
class Easel:
    """What of a desk the frame needs when no log is opened."""

    paths: Paths
    settings: Settings
    setting_problems: tuple[SettingProblem, ...]

    def reload_settings(self) -> None:
        """Read the settings again."""
        self.settings, self.setting_problems = load(self.paths.settings)


class PreviewApp(QuizApp):
    """Shows one screen, the preview of these files."""

    # Textual reads what the first screen needs from here alone.
    CSS_PATH = ["styles/quizapp.tcss", "styles/preview.tcss"]  # noqa: RUF012 - as Textual declares it

    def __init__(self, files: Sequence[Path], folder: Path | None, environment: Mapping[str, str]) -> None:
        """Show the first of `files`. folder: where documents are looked for first."""
        paths = paths_from(environment)
        easel = Easel(paths, *load(paths.settings))
        # The frame asks a desk for its settings alone, unless a learner's screens are opened.
        super().__init__(cast("Desk", easel))
        self._files = tuple(files)
        self._folder = folder
        self._environment = environment

    def get_default_screen(self) -> Screen[Any]:
        """The preview lies under everything."""
        shipped = self.desk.paths.shipped
        return PreviewScreen(self._files, self._folder, self._environment, (shipped,))

    def _begin(self) -> None:
        self.apply_settings()


def run(files: Sequence[Path], folder: Path | None, environment: Mapping[str, str]) -> int:
    """Show a preview until its author quits, and return the exit code. Opens no log."""
    return show(PreviewApp(files, folder, environment))
