"""The lines at the head of a card."""

from textual.content import Content

from quizapp.memory.model import Phase
from quizapp.study.queue import Counts
from quizapp.tui.texts import clean

_PHASES = {
    Phase.NEW: "New",
    Phase.LEARNING: "Learning",
    Phase.REVIEW: "Review",
    Phase.RELEARNING: "Learning again",
}
_COLUMN = {Phase.NEW: 0, Phase.LEARNING: 1, Phase.RELEARNING: 1, Phase.REVIEW: 2}


def counts_line(counts: Counts, phase: Phase) -> Content:
    """Write what is left, without what is none; the group the card belongs to is underlined."""
    names = ("new", "learning", "due")
    parts = [
        Content.styled(f"{number} {name}", "underline" if _COLUMN[phase] == at else "")
        for at, (number, name) in enumerate(zip(counts, names, strict=True))
        if number
    ]
    return Content("  ").join(parts)


def kind_line(phase: Phase, title: str, *, flag: int, guessed: bool) -> Content:
    """Say what sort of card it is and what is to be done with it."""
    parts = [_PHASES[phase], clean(title)]
    if flag:
        parts.append(f"⚑ flag {flag}")
    if guessed:
        parts.append("? guessing")
    return Content(" · ".join(part for part in parts if part))
