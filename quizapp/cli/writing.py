"""Writes the files that commands are asked for: whole or not at all, for their owner's eyes."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from quizapp.errors import UsageError


def check_free(file: Path, *, force: bool) -> None:
    """Raise UsageError where a file can't be put, before any work is done for it."""
    if file.exists() and not force:
        raise UsageError(
            "There is a file of that name", where=str(file), todo="Take another name, or add --force"
        )
    if file.exists() and not file.is_file():
        raise UsageError("This is a device or a folder", where=str(file), todo="Name a file to be written")
    if not file.absolute().parent.is_dir():
        raise UsageError("There is no such folder", where=str(file.parent))


def write(file: Path, pieces: Iterable[str]) -> int:
    """Put `pieces` into a file that only its owner can read; return how many there were.

    It is written beside the file first: a crash leaves the old file or the whole new one. Raises
    UsageError where that isn't possible.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    number = 0
    try:
        part.unlink(missing_ok=True)
        # What somebody else put there in the meantime, such as a link to another file, is left alone.
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as out:
            for number, piece in enumerate(pieces, 1):  # noqa: B007 - the last number is the count
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        raise UsageError(f"It can't be written: {error.strerror or error}", where=str(file)) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return number
