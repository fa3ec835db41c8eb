"""The only place that knows where things live."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "QUIZAPP_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one user. None of them is made until something is written there.

    data: the log and its backups. config: settings. cache: what can be deleted at any time.
    decks: the user's own decks. shipped: the decks that came with the program, read-only.
    """

    data: Path
    config: Path
    cache: Path
    decks: Path
    shipped: Path

    @property
    def store(self) -> Path:
        """The learner's log."""
        return self.data / "progress.db"

    @property
    def backups(self) -> Path:
        """Folder of the copies of the log."""
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def index(self) -> Path:
        """The library's index of parsed decks; disposable."""
        return self.cache / "library.db"

    @property
    def findings(self) -> Path:
        """What checks of deck files found; disposable."""
        return self.cache / "findings.db"

    @property
    def log(self) -> Path:
        """The program's own log, for finding faults; it holds no responses."""
        return self.cache / "quizapp.log"


def paths_from(environment: Mapping[str, str]) -> Paths:
    """Return the folders of this user; `QUIZAPP_HOME` puts data, config and cache under one folder."""
    home = environment.get(HOME_VARIABLE, "").strip()
    if home:
        root = Path(home).expanduser().absolute()
        data, config, cache = root / "data", root / "config", root / "cache"
    else:
        from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed where the folder is given

        here = PlatformDirs("quizapp", appauthor=False)
        data, config, cache = here.user_data_path, here.user_config_path, here.user_cache_path
    return Paths(data=data, config=config, cache=cache, decks=data / "decks", shipped=_shipped())


def shown(path: Path) -> str:
    """Return a path as people read it: the user's own folder is written `~`."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # it lies elsewhere, or the system knows no folder of this user
        return str(path)


def _shipped() -> Path:
    """The decks beside the package (a checkout or an editable install), else those inside it (a wheel)."""
    package = Path(__file__).resolve().parent
    inside = package / "decks"
    return inside if inside.is_dir() else package.parent / "decks"


def manual_folder() -> Path:
    """Return where the pages of the manual are: beside the package, or inside it in a wheel."""
    package = Path(__file__).resolve().parent
    inside = package / "manual"
    return inside if inside.is_dir() else package.parent / "docs"


def make_private(folder: Path) -> None:
    """Make `folder` and its parents where missing; a folder made here is the user's alone.

    Raises OSError where the file system refuses.
    """
    if folder.is_dir():
        return
    make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def beginning(path: Path, most: int) -> bytes:
    """Return a file's content; of one with more than `most` bytes, only so many that this can be seen.

    Raises OSError where it can't be read.
    """
    with path.open("rb") as file:
        return file.read(most + 1)


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that a crash leaves either the old file or the whole new one.

    The file is readable by its owner alone. Raises OSError where the file system refuses.
    """
    make_private(path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
