"""A small world of deck files for the library's tests."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quizapp.paths import Paths

SOME_DAY = 1_700_000_000
Write = Callable[..., Path]


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    """Folders of one user; none of them is there yet."""
    root = tmp_path.resolve()
    return Paths(
        data=root / "data",
        config=root / "config",
        cache=root / "cache",
        decks=root / "data" / "decks",
        shipped=root / "shipped",
    )


@pytest.fixture
def write() -> Write:
    """Writes a deck file with one flashcard for each pair, last changed long ago."""

    def write_deck(
        path: Path,
        deck: str | None = None,
        pairs: Sequence[tuple[str, str]] = (("One?", "Two"),),
        *,
        extra: str = "",
        questions: str | None = None,
        at: int = SOME_DAY,
    ) -> Path:
        lines = [f"deck: Deck {deck or path.name}"]
        lines += [f"id: {deck}"] if deck else []
        lines += [extra] if extra else []
        if questions is None and pairs:
            questions = "".join(
                f"\n  - id: q{number}\n    question: {question}\n    answer: {answer}"
                for number, (question, answer) in enumerate(pairs)
            )
        lines += [f"questions:{questions}"] if questions else []
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n")
        os.utime(path, (at, at))
        return path

    return write_deck
