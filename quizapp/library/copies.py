"""Remembers which version of a shipped deck each of the user's copies was made from.

It lies beside the copies, not in the cache: nothing else could tell it again.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from quizapp.paths import write_atomically

NAME = ".copied.json"
_FORMAT = 1


def recorded(decks: Path) -> dict[str, str]:
    """Return deck ids with the hash of the shipped file their copy was made from; empty if unknown."""
    try:
        content = json.loads((decks / NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    copied = content.get("copied") if isinstance(content, dict) else None
    if not isinstance(copied, dict):
        return {}
    return {deck: value for deck, value in copied.items() if isinstance(value, str)}


def record(decks: Path, copied: Mapping[str, str]) -> None:
    """Add to what is recorded. Raises OSError where the file system refuses."""
    content = {"format": _FORMAT, "copied": {**recorded(decks), **copied}}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(decks / NAME, f"{text}\n".encode())
