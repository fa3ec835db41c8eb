"""What the preview screen says of a file, and which of its actions fit where one stands. Pure."""

from collections import Counter

from quizapp.author.lint.table import NOTE
from quizapp.author.preview import Preview
from quizapp.author.trial import Trial
from quizapp.deck.problems import ERROR, WARNING
from quizapp.study.sitting import Stage
from quizapp.text import counted
from quizapp.tui.widgets.findings import SIGNS

_LEVELS = ((ERROR, "error"), (WARNING, "warning"), (NOTE, "note"))


def offered(
    preview: Preview, trial: Trial | None, action: str, parameters: tuple[object, ...]
) -> bool | None:
    """Tell whether an action can be taken: True, False to hide it, None to show it as unavailable."""
    asking = trial is not None and trial.stage is Stage.ASKING
    match action:
        case "type" | "dont_know":
            return asking
        case "again":
            return trial is not None and not asking
        case "hint":
            return _hint(trial)
        case "face":
            return len(preview.faces) > 1
        case "passage":
            return trial is not None and bool(trial.item.question.sources)
        case "go":
            return _can_go(preview, parameters[0])
    return True


def _hint(trial: Trial | None) -> bool | None:
    if trial is None or trial.stage is not Stage.ASKING:
        return False
    return True if trial.hints_left else None if trial.hints else False


def _can_go(preview: Preview, by: object) -> bool | None:
    assert isinstance(by, int)
    at, last = preview.spot.at, len(preview.questions) - 1
    return True if (at < last if by > 0 else at > 0) else None


def where(preview: Preview) -> str:
    """Say which question of how many, and which of its cards."""
    of, names = len(preview.questions), preview.faces
    if not of:
        return "No questions"
    place = f"Question {preview.spot.at + 1} of {of}"
    if len(names) < 2:
        return place
    return f"{place}, card {names.index(preview.spot.face) + 1} of {len(names)}"


def tally(preview: Preview) -> str:
    """Say how much was found."""
    counts = Counter(problem.severity for problem in preview.problems)
    parts = [f"{SIGNS[level]} {counted(counts[level], word)}" for level, word in _LEVELS if counts[level]]
    return "  ".join(parts) or ("Nothing found." if preview.checked else "Checking…")


def banner(preview: Preview) -> str:
    """Say why the newest save isn't what is shown; empty if it is."""
    if not preview.broken:
        return ""
    if preview.shown is None:
        return f"✗ {preview.broken} There is nothing to show yet."
    return f"✗ {preview.broken} Until then you see it as it was before."


def first_line(text: str) -> str:
    """Return the first line of a text that has anything in it."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
