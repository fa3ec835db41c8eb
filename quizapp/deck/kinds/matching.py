"""Left sides to match with right sides."""

from typing import Any

from quizapp.deck.fields import Field, Named, Plain
from quizapp.deck.kinds.kind import CREDIT, QUESTION, Entry, Kind, texts
from quizapp.deck.model import Matching


def _build(entry: Entry) -> Matching | None:
    before = entry.report.errors
    rights = {right for _, right in entry.values["pairs"]}
    extra = entry.values.get("extra", ())
    entry.repeats("E121", "extra", extra)
    for place, right in enumerate(extra):
        if right in rights:
            entry.problem("E124", "extra", place, value=right)
    return Matching(**entry.values) if entry.report.errors == before else None


def _thaw(values: list[Any]) -> Matching:
    question, pairs, extra, credit = values
    return Matching(question, tuple((left, right) for left, right in pairs), tuple(extra), credit)


KIND = Kind(
    name="matching",
    body=Matching,
    told_by=("pairs",),
    about="Left sides, each with its right side.",
    fields=(
        QUESTION,
        Field(
            "pairs",
            Named(Plain(), 2),
            "Each left side with its right side.",
            "{left: right, other: side}",
            required=True,
        ),
        Field("extra", texts(single=True), "Right sides that belong to none.", "[none of them]"),
        CREDIT,
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=lambda body, _face: "; ".join(f"{left} → {right}" for left, right in body.pairs),
    thaw=_thaw,
    shown=lambda body, _face: (*(left for left, _ in body.pairs), *body.rights),
)
