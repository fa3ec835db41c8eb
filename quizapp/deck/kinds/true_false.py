"""True or false: a statement to judge."""

from typing import Any

from quizapp.deck.fields import LONG, Field, Flag, Plain
from quizapp.deck.kinds.kind import Entry, Kind
from quizapp.deck.model import TrueFalse


def _build(entry: Entry) -> TrueFalse:
    return TrueFalse(**entry.values)


def _thaw(values: list[Any]) -> TrueFalse:
    return TrueFalse(*values)


KIND = Kind(
    name="true/false",
    body=TrueFalse,
    told_by=("statement",),
    about="A statement that is true or false.",
    fields=(
        Field("statement", Plain(LONG), "The statement to judge.", "The statement to judge.", required=True),
        Field("answer", Flag(), "Whether it is true.", "false", required=True),
    ),
    build=_build,
    asks=lambda body, _face: body.statement,
    answers=lambda body, _face: "true" if body.answer else "false",
    thaw=_thaw,
)
