"""Saves the result of a quiz as a file, in the form its ending asks for."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.study.quiz.data import FORMAT, result_data
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.result import Result
from quizapp.study.quiz.sit import Past
from quizapp.study.quiz.wording import as_text, when

ASKS = "Where to? .html is a page to print, with paper and key; .txt is plain text; .json is for programs."
ENDINGS = (".html", ".txt", ".json")


def proposed(result: Result, folder: Path) -> str:
    """Propose a file in a folder by what it was and when; one that isn't there yet."""
    name = file_name(result)
    stem, number = name.removesuffix(ENDINGS[0]), 2
    while (folder / name).exists():
        name = f"{stem}-{number}{ENDINGS[0]}"
        number += 1
    return str(folder / name)


def file_name(result: Result) -> str:
    """Name a file by what it was and when."""
    name = re.sub(r"\W+", "-", result.paper.title.casefold()).strip("-")[:40] or "quiz"
    return f"{name}-{when(result.attempt)[:10]}.html"


def wrong(text: str) -> str | None:
    """Say what is wrong with the name of a file to write; None if nothing is."""
    path = Path(text).expanduser()
    if not text or path.suffix.casefold() not in ENDINGS:
        return "The name needs one of the endings .html, .txt and .json."
    if not path.parent.parent.is_dir() or (path.parent.exists() and not path.parent.is_dir()):
        return f"There is no folder {path.parent}."
    if path.exists():
        return "There is a file of that name already."
    return None


def save(quiz: Quiz, before: Sequence[Past], name: str) -> str:
    """Write the result; return a sentence that says where. Raises UsageError if that isn't possible.

    The folder it goes into is made if only that one is missing.
    """
    path = Path(name).expanduser()
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            path.chmod(0o600)
            file.write(written(quiz, before, path.suffix.casefold()))
    except OSError as error:
        raise UsageError(
            f"The file can't be written: {error.strerror}", where=str(path), todo="Choose another place"
        ) from error
    return f"Saved as {path.resolve()}."


def written(quiz: Quiz, before: Sequence[Past], ending: str) -> str:
    """Return the result as the text of a file with this ending."""
    match ending:
        case ".html":
            from quizapp.study.quiz.page import as_html  # noqa: PLC0415 - seldom needed

            return as_html(quiz.result(), before)
        case ".json":
            data = {"format": FORMAT, **result_data(quiz.result(), before, quiz.course)}
            return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        case _:
            return "\n".join(as_text(quiz.result(), before)) + "\n"
