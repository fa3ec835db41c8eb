"""How a card stands, in words."""

from quizapp.memory.days import date_of
from quizapp.memory.model import Phase
from quizapp.memory.spans import span
from quizapp.store.browse import MATURE
from quizapp.store.standing import Standing


def state(standing: Standing) -> str:
    """Say how far a card is learned: new, learning, relearning, young or mature."""
    if standing.phase is Phase.REVIEW:
        return "mature" if standing.interval >= MATURE else "young"
    return standing.phase.value


def marks(standing: Standing, day: int) -> tuple[str, ...]:
    """Say what else there is about a card: suspended, buried, leech, its flag."""
    found = []
    if standing.suspended:
        found.append("suspended")
    if buried(standing, day):
        found.append("buried")
    if standing.leech:
        found.append("leech")
    if standing.flag:
        found.append(f"flag {standing.flag}")
    return tuple(found)


def buried(standing: Standing, day: int) -> bool:
    """Tell whether the card is put off on this study day."""
    return standing.buried_until is not None and standing.buried_until > day


def due(standing: Standing, day: int) -> str:
    """Say when a card is due, shortly: `now`, `in 12 days`, `3 days ago`; empty while it is new."""
    if standing.due_day is None:
        return ""
    if standing.due_at is not None:
        return "now"
    left = standing.due_day - day
    if left > 0:
        return f"in {span(days=left)}"
    return "today" if left == 0 else f"{span(days=-left)} ago"


def date(day: int | None) -> str | None:
    """Write a study day as a date; None stays None."""
    return None if day is None else date_of(day).isoformat()
