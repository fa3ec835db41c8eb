"""Sentences of the line front end that don't belong to one card."""

from collections.abc import Iterator, Sequence

from quizapp.memory.model import Phase, Rating
from quizapp.memory.spans import span
from quizapp.study.queue import Counts
from quizapp.study.summary import Summary
from quizapp.text import counted

RATINGS = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
PHASES = {
    Phase.NEW: "New card",
    Phase.LEARNING: "Learning",
    Phase.REVIEW: "Review",
    Phase.RELEARNING: "Relearning",
}


def joined(parts: Sequence[str]) -> str:
    """Join as in speech: `a, b and c`."""
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def left(counts: Counts) -> str:
    """Say what is left: `2 new, 1 in learning and 5 to review`; `nothing` if so."""
    return waiting(counts.new, counts.learning, counts.review)


def waiting(new: int, learning: int, review: int) -> str:
    """Say what waits, leaving out what there is none of."""
    parts = [(new, "new"), (learning, "in learning"), (review, "to review")]
    return joined([f"{number} {words}" for number, words in parts if number]) or "nothing"


def minutes(number: float) -> str:
    """Say a time: `less than a minute`, `1 minute`, `12 minutes`."""
    whole = round(number)
    return counted(whole, "minute") if whole else "less than a minute"


def wait(seconds: int) -> str:
    """Say when the next card within learning is due."""
    return f"The next card comes in {span(seconds=seconds)}."


def summed_up(summary: Summary) -> tuple[str, ...]:
    """Say what a sitting came to."""
    if not summary.answered:
        return ("Nothing was answered in this sitting.",)
    done = [counted(summary.answered, "answer"), f"{summary.right} right"]
    if summary.new:
        done.append(counted(summary.new, "new card"))
    rated = [
        f"{summary.by_rating[rating]} {name}" for rating, name in RATINGS.items() if summary.by_rating[rating]
    ]
    return (
        f"Done in this sitting: {', '.join(done)}, in {minutes(summary.minutes)}.",
        f"Rated: {', '.join(rated)}.",
        f"Tomorrow: {', '.join(_tomorrow(summary))}.",
    )


def _tomorrow(summary: Summary) -> Iterator[str]:
    yield counted(summary.tomorrow, "review")
    if summary.put_off:
        yield f"{counted(summary.put_off, 'card')} put off"
