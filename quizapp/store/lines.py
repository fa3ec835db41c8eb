"""Reads the lines of an exported log, within bounds: whoever sent the file, it can't fill the memory."""

from collections.abc import Iterator
from pathlib import Path

from quizapp.errors import StoreError

LONGEST = 16_000_000
"""Bytes in a line; one holds an event, or a question as it was worded, with its answers."""

MOST = 1_000_000_000
"""Bytes in a file: about two million answers."""


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file. Raises StoreError if it can't be read, isn't text, or is too large."""
    size = 0
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST + 1):
                size += len(line)
                if len(line) > LONGEST:
                    raise _refused(path, f"it has a line of more than {LONGEST // 1_000_000} MB")
                if size > MOST:
                    raise _refused(path, f"it has more than {MOST // 1_000_000:,} MB")
                yield line.decode()
    except UnicodeDecodeError:
        raise _refused(path, "it isn't text in UTF-8") from None
    except OSError as error:
        raise StoreError(f"The export can't be read: {error.strerror or error}", where=str(path)) from None


def _refused(path: Path, why: str) -> StoreError:
    return StoreError(f"This is not a learner's export: {why}", where=str(path))
