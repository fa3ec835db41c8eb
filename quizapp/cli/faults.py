"""Faults of the program itself: into the log file, and one sentence to the person."""

import logging
import os
import platform
import sys
import traceback
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from quizapp import __version__
from quizapp.paths import make_private, paths_from

DEBUG_VARIABLE = "QUIZAPP_DEBUG"
LOG_BYTES = 256 * 1024
LOG_FILES = 3


def report(error: BaseException, environment: Mapping[str, str]) -> str:
    """Write the fault into the log file and return what to tell the person.

    The log names the kind of the error and the lines it passed through, but not its message: what a
    learner typed could stand in it. With `QUIZAPP_DEBUG=1` all of it goes to stderr too.
    """
    if environment.get(DEBUG_VARIABLE, "") not in ("", "0"):
        traceback.print_exception(error)
    said = f"quizapp made a mistake ({type(error).__name__}). Answers already given are safe."
    try:
        path = paths_from(environment).log
        make_private(path.parent)
        _write(path, _describe(error))
    except OSError as trouble:
        return f"{said} Its log file could not be written: {trouble.strerror}."
    return f"{said} Details are in {path}."


def _describe(error: BaseException) -> str:
    lines = [f"quizapp {__version__}, Python {platform.python_version()}, {platform.system()}"]
    chain: BaseException | None = error
    while chain is not None:
        lines += [f"{type(chain).__module__}.{type(chain).__qualname__}", *_frames(chain.__traceback__)]
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)
    return "\n".join(lines)


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace, limit=-30)
    ]


class _Log(RotatingFileHandler):
    """Lets whoever writes know that it could not be written, in place of a traceback on stderr."""

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - logging calls it so
        error = sys.exc_info()[1]
        if error is not None:
            raise error


def _write(path: Path, text: str) -> None:
    handler = _Log(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8")
    try:
        path.chmod(0o600)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        handler.emit(logging.LogRecord("quizapp", logging.ERROR, __file__, 0, text, None, None))
    finally:
        handler.close()


def silence() -> None:
    """After a closed pipe: let nothing more be written, not even when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    os.close(nowhere)
