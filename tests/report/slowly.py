"""The figures once more, the slow and obvious way, from exported lines alone.

Nothing of `report` and `store` is used here; only the memory model's two formulas.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from math import sqrt
from typing import Any

from quizapp.memory.fsrs import DEFAULT, next_memory, retrievability
from quizapp.memory.model import Memory

REVIEWS = ("study", "early", "cram")
EPOCH = date(1970, 1, 1)


def counted(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The reviews that count, in order, with what the learner changed, and what was known before each."""
    every = list(events)
    voided = {tuple(event["target"]) for event in every if event["kind"] == "void"}
    alive = [event for event in every if (event["device"], event["seq"]) not in voided]
    changes: dict[tuple[str, int], dict[str, Any]] = {}
    for event in alive:
        if event["kind"] == "override":
            changes[tuple(event["target"])] = event
    found = []
    cards: dict[str, dict[str, Any]] = {}
    for event in alive:
        if event["kind"] == "reset":
            cards.pop(event["card"], None)
        if event["kind"] not in REVIEWS:
            continue
        review = dict(event)
        change = changes.get((event["device"], event["seq"]))
        if change is not None:
            review |= {
                name: change.get(name) for name in ("rating", "interval", "after_phase", "due_day", "due_at")
            }
        card = cards.setdefault(event["card"], {"memory": None, "day": None, "interval": 0})
        review["before"] = dict(card)
        if review["kind"] != "cram":
            elapsed = 0 if card["day"] is None else review["day"] - card["day"]
            card["memory"] = next_memory(DEFAULT, card["memory"], review["rating"], elapsed)
            card["day"] = review["day"]
            card["interval"] = review["interval"] or 0
        found.append(review)
    return found


def stage(review: dict[str, Any]) -> str:
    if review["kind"] == "cram":
        return "cram"
    if review["phase"] != "review":
        return "new" if review["phase"] == "new" else "learning"
    return "mature" if review["before"]["interval"] >= 21 else "young"


def when(review: dict[str, Any]) -> date:
    return EPOCH + timedelta(days=review["day"])


def seconds(review: dict[str, Any]) -> float:
    return min(review.get("answer_ms") or 0, 60_000) / 1000


def hour(review: dict[str, Any]) -> int:
    local = datetime.fromtimestamp(review["at"] / 1000, UTC) + timedelta(minutes=review["offset"])
    return local.hour


def chance(review: dict[str, Any]) -> float:
    before = review["before"]
    memory: Memory = before["memory"]
    return retrievability(DEFAULT, review["day"] - before["day"], memory.stability)


def streaks(days: set[int], today: int) -> tuple[int, int]:
    """The present row and the longest."""
    current, day = 0, today if today in days else today - 1
    while day in days:
        current, day = current + 1, day - 1
    longest = 0
    for start in days:
        length = 0
        while start + length in days:
            length += 1
        longest = max(longest, length)
    return current, longest


def wilson(right: int, count: int) -> tuple[float, float]:
    """The roots of (p - x)^2 = z^2 x(1 - x)/n, solved as a quadratic equation."""
    p, z = right / count, 1.959964
    a, b, c = 1 + z * z / count, -2 * p - z * z / count, p * p
    root = sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def standings(events: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """How each card with an event stands at the end."""
    every = list(events)
    reviews = counted(every)
    voided = {tuple(event["target"]) for event in every if event["kind"] == "void"}
    cards: dict[str, dict[str, Any]] = defaultdict(
        lambda: {"phase": "new", "interval": 0, "due": None, "at": None, "suspended": False, "buried": None}
    )
    by_key = {(review["device"], review["seq"]): review for review in reviews}
    for event in every:
        key = (event["device"], event["seq"])
        if key in voided or "/" not in event["card"]:
            continue
        card = cards[event["card"]]
        if key in by_key and event["kind"] != "cram":
            review = by_key[key]
            card |= {
                "phase": review["after_phase"],
                "interval": review["interval"],
                "at": review.get("due_at"),
            }
            card["due"] = review["due_day"]
        elif event["kind"] == "reset":
            kept = card["suspended"]
            del cards[event["card"]]
            cards[event["card"]]["suspended"] = kept
        elif event["kind"] == "suspend":
            card["suspended"] = True
        elif event["kind"] == "bury":
            card["buried"] = event["value"]
    return cards


def tally(values: Iterable[Any]) -> dict[Any, int]:
    return dict(Counter(values))
