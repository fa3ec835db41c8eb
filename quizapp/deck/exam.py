"""Reads exams: the key `exam` of a deck, and files of their own, named `*.exam.yaml`."""

from dataclasses import replace
from typing import Any, NamedTuple

from quizapp.deck import numbers
from quizapp.deck.blueprint import CLOCKS, FEEDBACK, ORDERS, Blueprint, Part, Place
from quizapp.deck.decoding import decode, lines_of
from quizapp.deck.fields import Checked, Field, Flag, OneOf, Plain, Real, Several, Whole
from quizapp.deck.kinds import KINDS
from quizapp.deck.nodes import Node, Table, Text
from quizapp.deck.problems import Problem, Report, width
from quizapp.deck.records import Record, read_table, tell_unknown

FORMAT = 1
MOST = 1_000


def share(text: str) -> float | None:
    """Read a percentage from 0 to 100, with or without its sign; None for anything else."""
    value = numbers.parse(text.strip().removesuffix("%"))
    return None if value is None or not 0 <= value <= 100 else float(value)


def cost(text: str) -> tuple[float, bool] | None:
    """Read a penalty: the number, and whether it is percent. None for anything else."""
    if text.strip().endswith("%"):
        percent = share(text)
        return None if percent is None else (percent, True)
    value = numbers.parse(text)
    return None if value is None or not 0 <= value <= MOST else (float(value), False)


_PERCENT = r"\s*(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?)\s*%?\s*"
_PASS = Checked("a percentage from 0% to 100%", lambda text: share(text) is not None, "60%", pattern=_PERCENT)
_PENALTY = Checked(
    "a number of points from 0 on, or a share from 0% to 100%",
    lambda text: cost(text) is not None,
    "25%",
    pattern=r"\s*(?:[0-9./]+|" + _PERCENT + r")\s*",
)


class _Placed(Record):
    """A mapping whose value knows the places of its keys."""

    def read(self, node: Node, key: str, report: Report) -> Any | None:
        """Return the value made, with its places."""
        value = Record.read(self, node, key, report)
        return replace(value, places=_places(node, key)) if value is not None else None


def _places(node: Node, key: str) -> dict[str, Place]:
    found: dict[str, Place] = {key: (node.line, node.column, width(node))}
    if isinstance(node, Table):
        found |= {name: (at.line, at.column, width(at)) for name, at in node.values.items()}
        if (first := next(iter(node.keys.values()), None)) is not None:
            found[key] = (*first, 1)
    return found


def _words(limit: int = 500) -> Several:
    return Several(Plain(limit), 1, single=True)


_POINTS = Field("points", Real(0, MOST), "What each of these questions is worth.", "2")
_SECONDS = Field("seconds", Whole(1, 86_400), "Time for each question; it closes when that is over.", "60")
_COST = Field("penalty", _PENALTY, "What a wrong answer costs: points, or a share of the question's.", "25%")
PART = _Placed(
    (
        Field("count", Whole(1, MOST), "How many questions; without it all that fit.", "5"),
        Field("deck", _words(), "Only of this deck, or of these.", "biology"),
        Field("topic", _words(), "Only of this topic, or of these.", "images"),
        Field("tag", _words(60), "Only with this tag, or with one of these.", "biology"),
        Field("source", _words(), "Only drawn from this source, or from one of these.", "clinic"),
        Field(
            "kind",
            Several(OneOf(tuple(kind.name for kind in KINDS)), 1, single=True),
            "Only of this kind, or of these.",
            "multiple choice",
        ),
        Field("level", Several(Whole(1, 3), 1, single=True), "Only this hard, or one of these.", "[2, 3]"),
        _POINTS,
        _SECONDS,
        _COST,
    ),
    Part,
)
RULES: tuple[Field, ...] = (
    Field("count", Whole(1, MOST), "How many questions; with parts, their sum.", "30"),
    Field("parts", Several(PART, 1, 100), "How many questions of which sort.", "[{count: 5, topic: images}]"),
    Field("minutes", Whole(1, 1_440), "Time for the whole; it is handed in as it is then.", "45"),
    _SECONDS,
    _POINTS._replace(help="What a question is worth that doesn't say so itself."),
    _COST,
    Field("pass", _PASS, "How much of the points is needed to pass.", "60%"),
    Field("order", OneOf(ORDERS), "shuffled, deck (as the questions stand) or parts.", "parts"),
    Field("feedback", OneOf(FEEDBACK), "end: the result at the end. each: after each answer.", "each"),
    Field("clock", OneOf(CLOCKS), "While interrupted the clock runs on, or stands still.", "stands"),
    Field("certainty", Flag(), "Ask how sure one is of each answer.", "true"),
)


def _made(**values: Any) -> Blueprint:
    passing = values.pop("pass", None)
    return Blueprint(passing=None if passing is None else share(passing), **values)


class _Exam(_Placed):
    """The shape of a deck's own exam."""

    def read(self, node: Node, key: str, report: Report) -> Blueprint | None:
        """Return the blueprint."""
        found: Blueprint | None = _Placed.read(self, node, key, report)
        return found if found is None or _adds_up(found, report) else None


EXAM = Field(
    "exam", _Exam(RULES, _made), "How a quiz of this deck is made.", "{count: 30, minutes: 45, pass: 60%}"
)
FILE: tuple[Field, ...] = (
    Field("format", Whole(1, 999_999), "The number of this format.", "1"),
    Field("exam", Plain(), "The title of the exam.", "Mock exam", required=True),
    Field(
        "decks",
        _words(),
        "The decks its questions come from: ids, titles, or files beside this one.",
        "[biology]",
        required=True,
    ),
    *RULES,
)
_BY_NAME = {field.name: field for field in FILE}


class ExamReading(NamedTuple):
    """What an exam file gave: its blueprint, None if there was an error, and every problem, by place."""

    blueprint: Blueprint | None
    problems: tuple[Problem, ...]


def read_exam(data: bytes) -> ExamReading:
    """Read a file `*.exam.yaml`. Never raises; one error and there is no blueprint."""
    from quizapp.deck.recovery import parse  # noqa: PLC0415 - YAML is loaded when there is a file to read

    report = Report()
    text = decode(data, report)
    if text is None:
        return ExamReading(None, report.all())
    report.lines = lines_of(text)
    root = parse(text, report).root
    if not isinstance(root, Table):
        if not report.errors:
            report.add("E150", *((root.line, root.column) if root is not None else (1, 1)))
        return ExamReading(None, report.all())
    if isinstance(node := root.values.get("format"), Text) and _newer(node.text):
        newer = Report(report.lines)
        newer.at("E005", node, found=node.text, known=FORMAT)
        return ExamReading(None, newer.all())
    made = _file(root, report)
    return ExamReading(None if report.errors else made, report.all())


def _newer(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10 and int(text) > FORMAT


def _file(root: Table, report: Report) -> Blueprint | None:
    values, unknown = read_table(root, _BY_NAME, report)
    close = {tell_unknown(name, root, list(_BY_NAME), "an exam", report) for name in unknown}
    for field in FILE:
        if field.required and field.name not in values and field.name not in close | set(root.values):
            report.add(
                "E102", root.line, root.column, key=field.name, where="the exam", example=field.example
            )
    if not {"exam", "decks"} <= values.keys() or report.errors:
        return None
    values.pop("format", None)
    found = replace(_made(title=values.pop("exam"), **values), places=_places(root, "exam"))
    return found if _adds_up(found, report) else None


def _adds_up(found: Blueprint, report: Report) -> bool:
    """Tell whether the count is that of the parts, or report that it isn't."""
    if found.count is None or not found.parts:
        return True
    together = sum(part.count or 0 for part in found.parts)
    every = all(part.count is not None for part in found.parts)
    if every and together == found.count:
        return True
    report.add("E151" if every else "E152", *found.places["count"], count=found.count, parts=together)
    return False
