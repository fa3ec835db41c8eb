"""Items to put in their right order."""

from typing import Any

from quizapp.deck.fields import Field
from quizapp.deck.kinds.kind import CREDIT, QUESTION, Entry, Kind, texts
from quizapp.deck.model import Ordering


def _build(entry: Entry) -> Ordering | None:
    before = entry.report.errors
    entry.repeats("E121", "order", entry.values["order"])
    return Ordering(**entry.values) if entry.report.errors == before else None


def _thaw(values: list[Any]) -> Ordering:
    question, order, credit = values
    return Ordering(question, tuple(order), credit)


KIND = Kind(
    name="ordering",
    body=Ordering,
    told_by=("order",),
    about="Items to put in their right order.",
    fields=(
        QUESTION,
        Field("order", texts(2), "The items in their right order.", "[first, second, third]", required=True),
        CREDIT,
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=lambda body, _face: " → ".join(body.order),
    thaw=_thaw,
    shown=lambda body, _face: body.order,
)
