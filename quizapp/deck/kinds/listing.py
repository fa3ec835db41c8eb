"""Several things to name, in any order."""

from typing import Any

from quizapp.deck.fields import Field, Whole
from quizapp.deck.kinds.kind import CREDIT, QUESTION, Entry, Kind, texts
from quizapp.deck.model import FRONT, ListAnswer


def _build(entry: Entry) -> ListAnswer | None:
    values = entry.values
    before = entry.report.errors
    written = values.pop("list")
    items = tuple(tuple(part.strip() for part in text.split("|")) for text in written)
    first: dict[str, int] = {}
    for place, wordings in enumerate(items):
        if "" in wordings:
            entry.problem("E137", "list", place, value=written[place])
        for wording in wordings:
            if wording and first.setdefault(wording, place) != place:
                entry.problem(
                    "E121", "list", place, value=wording, line=entry.node("list", first[wording]).line
                )
    need = values.pop("need", len(items))
    if need > len(items):
        entry.problem("E125", "need", value=need, count=len(items))
    return ListAnswer(items=items, need=need, **values) if entry.report.errors == before else None


def _thaw(values: list[Any]) -> ListAnswer:
    question, items, need, credit = values
    return ListAnswer(question, tuple(map(tuple, items)), need, credit)


KIND = Kind(
    name="list",
    body=ListAnswer,
    told_by=("list",),
    about="Several things to name, in any order.",
    fields=(
        QUESTION,
        Field(
            "list",
            texts(),
            "The things to name; `a | b` accepts either wording.",
            "[first, second | another]",
            required=True,
        ),
        Field("need", Whole(1, 200), "How many of them are asked for; all if left out.", "2"),
        CREDIT,
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=lambda body, _face: "; ".join(item[0] for item in body.items),
    thaw=_thaw,
    blanks=lambda body, _face: body.need,
    typed=lambda body: tuple((FRONT, wording) for item in body.items for wording in item),
)
