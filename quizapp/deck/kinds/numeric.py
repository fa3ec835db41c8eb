"""Numbers, with a tolerance and a unit if the teacher wants."""

import re
from typing import Any

from quizapp.deck import numbers
from quizapp.deck.fields import Checked, Field, Named, Plain
from quizapp.deck.kinds.kind import QUESTION, Entry, Kind
from quizapp.deck.model import FRONT, Numeric
from quizapp.deck.nodes import Node, Text
from quizapp.deck.problems import Report
from quizapp.deck.syntax import quote

_WITH_UNIT = re.compile(r"(?P<number>.*[0-9])\s*(?P<unit>(?!x)[^\W\d_]\S*|[°%]\S*)")
_SHORT = 60


class Amount(Checked):
    """The shape of the right number; with its unit behind it, that gets a message of its own."""

    __slots__ = ()

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the number as typed."""
        text = node.text.strip() if type(node) is Text else ""
        match = _WITH_UNIT.fullmatch(text) if len(text) <= _SHORT else None
        if match is not None and not self.check(text) and self.check(match["number"]):
            unit = quote(match["unit"]) if match["unit"].startswith("%") else match["unit"]
            report.at("E119", node, key=key, value=text, number=match["number"], unit=unit)
            return None
        return Checked.read(self, node, key, report)


_A_NUMBER = "a number such as 12, -1.5, 3/4 or 6.02e23"
_NUMBER = Amount(_A_NUMBER, numbers.is_number, "1.5", pattern=numbers.PATTERN)
_FACTOR = Checked("a number above 0", numbers.is_factor, "0.001", pattern=numbers.POSITIVE)
_TOLERANCE = Checked(
    "a number such as 2, or a percentage such as 5%",
    numbers.is_tolerance,
    "5%",
    pattern=rf"{numbers.POSITIVE}\s*%?",
)


def _build(entry: Entry) -> Numeric | None:
    values = entry.values
    before = entry.report.errors
    unit = values.get("unit")
    if "units" in values:
        if unit is None:
            entry.problem("E128", "units")
        elif any(name == unit for name, _ in values["units"]):
            entry.problem("E129", "units", unit=unit)
    if entry.report.errors > before:
        return None
    number = values["number"]
    # Only what starts like a zero can be one; exact numbers take time.
    if (
        values.get("tolerance", "").endswith("%")
        and number[0] not in "123456789"
        and not numbers.parse(number)
    ):
        entry.problem("W204", "tolerance", value=values["tolerance"])
    return Numeric(**values)


def _answers(body: Numeric, _face: str) -> str:
    return body.number if body.unit is None else f"{body.number} {body.unit}"


def _thaw(values: list[Any]) -> Numeric:
    question, number, tolerance, unit, units = values
    return Numeric(question, number, tolerance, unit, tuple((name, factor) for name, factor in units))


KIND = Kind(
    name="numeric",
    body=Numeric,
    told_by=("number",),
    about="A question whose answer is a number.",
    fields=(
        QUESTION,
        Field("number", _NUMBER, "The right number.", "37.5", required=True),
        Field("tolerance", _TOLERANCE, "How far off is still right: a number, or a percentage.", "5%"),
        Field("unit", Plain(40), "The unit of the number.", "g"),
        Field(
            "units", Named(_FACTOR, 1), "Other units, and how much of `unit` one of each is.", "{mg: 0.001}"
        ),
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=_answers,
    thaw=_thaw,
    blanks=lambda _body, _face: 1,
    typed=lambda body: ((FRONT, _answers(body, FRONT)),),
)
