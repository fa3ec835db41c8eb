"""Reads on behind a place that YAML can't read, so that a slip costs one question and not the deck."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.deck.nodes import Items, Node, Table
from quizapp.deck.problems import Report
from quizapp.deck.syntax import Cause, cause
from quizapp.deck.yaml import Builder, Stopped

_MOST_STOPS = 200
_MOST_COPIED = 300_000_000
_FINAL = ("E020",)


class Parsed:
    """What was read of a file.

    root: its value, None if it has none. skipped: how many questions were lost. lost: top keys whose
    value was lost. cut: the end of the file was not read.
    """

    __slots__ = ("cut", "lost", "root", "skipped")

    def __init__(self) -> None:
        self.root: Node | None = None
        self.skipped = 0
        self.lost: set[str] = set()
        self.cut = False


class _Gone(NamedTuple):
    """What a stop costs, and where reading goes on.

    questions: how many were lost; key: of the deck, whose value was lost. line: where reading goes on,
    from 1; None if nothing more can be told apart. question: that line starts a question. rest: what
    stands behind the stop was lost with it, though it may be sound.
    """

    questions: int
    key: str | None
    line: int | None
    question: bool = False
    rest: bool = False


def parse(text: str, report: Report) -> Parsed:
    """Read `text`, whose lines the report has; each stop is reported."""
    parsed = Parsed()
    rest = text
    most = min(_MOST_STOPS, 1 + _MOST_COPIED // (1 + len(text)))
    for _ in range(most):
        builder = Builder(report)
        try:
            builder.read(rest)
        except Stopped as stop:
            gone = _gone(builder, stop, report.lines)
            _tell(stop, gone, report)
            _join(parsed, builder, gone)
            if gone.line is None:
                parsed.cut = True
                return parsed
            rest = _rest(report.lines, gone, parsed.root)
        else:
            _join(parsed, builder, None)
            return parsed
    line = rest.count("\n") - rest.lstrip("\n").count("\n") + 1
    report.add("E024", line, 1, most=most)
    parsed.cut = True
    return parsed


def _gone(builder: Builder, stop: Stopped, lines: Sequence[str]) -> _Gone:
    """Take what a stop broke out of what was built, and find where reading can go on."""
    root = builder.root
    if not isinstance(root, Table):
        line = None if root or stop.code in _FINAL else _next(lines, stop.line, _key_line(1))
        return _Gone(0, None, line, rest=line is None)
    questions = root.values.get("questions")
    if len(builder.open) > 1 and builder.open[1] is questions and isinstance(questions, Items):
        return _question_gone(builder, stop, lines, questions, root.column)
    key = next(reversed(root.keys), None)
    begun = stop.line if key is None else root.keys[key][0]
    if key is not None and (len(builder.open) > 1 or begun == stop.line or key not in root.values):
        root.values.pop(key, None)
    else:
        key, begun = None, stop.line
    line = None if stop.code in _FINAL else _next(lines, begun, _key_line(root.column))
    return _Gone(0, key, line, rest=stop.code in _FINAL)


def _question_gone(
    builder: Builder, stop: Stopped, lines: Sequence[str], questions: Items, margin: int
) -> _Gone:
    """The same for a stop among the questions; `margin` is the column of the deck's keys."""
    begun = stop.line
    if len(builder.open) > 2:
        begun = builder.open[2].line
        questions.items.pop()
    elif questions.items and stop.line <= len(lines) and not lines[stop.line - 1].lstrip().startswith("- "):
        # What stops it hangs on the question before, which seemed to have ended.
        begun = questions.items.pop().line
    if lines[questions.line - 1][questions.column - 1 : questions.column] != "-":
        return _Gone(1, None, None, rest=True)
    dash = re.compile(rf"[ ]{{{questions.column - 1}}}-(?: |$)")
    if stop.code in _FINAL:
        behind = sum(1 for text in lines[begun:] if dash.match(text))
        return _Gone(1 + behind, None, None, rest=True)
    line = _next(lines, begun, dash)
    if line is not None:
        return _Gone(1, None, line, question=True)
    return _Gone(1, None, _next(lines, begun, _key_line(margin)))


def _key_line(column: int) -> re.Pattern[str]:
    return re.compile(rf"[ ]{{{column - 1}}}[\w.-]+\s*:(?:\s|$)")


def _next(lines: Sequence[str], after: int, pattern: re.Pattern[str]) -> int | None:
    """Return the first line behind line `after` that matches."""
    for number in range(after, len(lines)):
        if pattern.match(lines[number]):
            return number + 1
    return None


def _tell(stop: Stopped, gone: _Gone, report: Report) -> None:
    then = "" if not gone.rest else "; nothing behind this place was read"
    if stop.code == "E014":
        context = stop.values["context"]
        assert context is None or isinstance(context, int)
        found = cause(list(report.lines), stop.line, stop.column, context, str(stop.values["said"]))
    else:
        found = Cause(stop.code, stop.line, stop.column, 1, {k: str(v) for k, v in stop.values.items()})
    report.add(found.code, found.line, found.column, found.length, then=then, **found.values)


def _join(parsed: Parsed, builder: Builder, gone: _Gone | None) -> None:
    """Add what the builder read to what was read before."""
    root = builder.root
    if gone is not None:
        parsed.skipped += gone.questions
        if gone.key is not None:
            parsed.lost.add(gone.key)
    if not isinstance(parsed.root, Table) or not isinstance(root, Table):
        parsed.root = root if parsed.root is None else parsed.root
        return
    known = parsed.root.values.get("questions")
    more = root.values.pop("questions", None)
    if isinstance(known, Items) and isinstance(more, Items):
        known.items.extend(more.items)
    elif more is not None:
        parsed.root.values["questions"] = more
    for key, value in root.values.items():
        parsed.root.values.setdefault(key, value)
    for key, place in root.keys.items():
        parsed.root.keys.setdefault(key, place)


def _rest(lines: Sequence[str], gone: _Gone, root: Node | None) -> str:
    """Return the file from where reading goes on, at the lines it has in the file."""
    assert gone.line is not None
    behind = "\n".join(lines[gone.line - 1 :])
    if not gone.question:
        return "\n" * (gone.line - 1) + behind
    indent = " " * (root.column - 1) if root is not None else ""
    return "\n" * (gone.line - 2) + f"{indent}questions:\n" + behind
