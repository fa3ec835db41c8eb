"""How the findings of a check are written: as text, JSON, GitHub annotations and SARIF."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from quizapp import __version__
from quizapp.author.check import Checked, Report
from quizapp.author.lint.table import NOTE, messages, rules
from quizapp.deck.decoding import LARGEST, text_lines
from quizapp.deck.messages import cure, render, what
from quizapp.deck.problems import ERROR, WARNING, Problem
from quizapp.paths import beginning
from quizapp.text import counted

FORMAT = 1
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB = {ERROR: "error", WARNING: "warning", NOTE: "notice"}


def as_text(checked: Checked, *, notes: bool) -> Iterator[str]:
    """Write every problem with its line and a caret, then how much there is of each; notes if asked for."""
    for report in checked.reports:
        shown = [problem for problem in report.problems if notes or problem.severity != NOTE]
        lines = text_lines(beginning(report.path, LARGEST)) if shown else []
        for problem in shown:
            yield render(problem, name(report.path), lines, messages())
    yield summary(checked, notes=notes)


def summary(checked: Checked, *, notes: bool) -> str:
    """Say in a line how much was checked and found."""
    reports = checked.reports
    found = {
        "error": _sum(reports, ERROR),
        "warning": _sum(reports, WARNING),
        "note": _sum(reports, NOTE),
    }
    said = [counted(number, word) for word, number in found.items() if number]
    if found["note"] and not notes:
        said[-1] += " (--notes shows them)" if found["note"] > 1 else " (--notes shows it)"
    silenced = sum(len(report.silenced) for report in reports)
    said += [f"{silenced} silenced"] if silenced else []
    skipped = sorted({code for report in reports for code in report.skipped if rules()[code].document})
    if skipped:
        said.append(f"{' and '.join(skipped)} skipped where a document isn't at hand")
    questions = sum(report.questions + report.left_out for report in reports)
    head = f"{counted(len(reports), 'file')}, {counted(questions, 'question')}"
    return f"{head}: {'; '.join(said) or 'nothing found'}."


def as_json(checked: Checked) -> str:
    """Write everything as one object."""
    files = [
        {
            "file": name(report.path),
            "deck": report.deck,
            "questions": report.questions,
            "left_out": report.left_out,
            "problems": [_data(problem) for problem in report.problems],
            "silenced": [{**_data(problem), "reason": reason} for problem, reason in report.silenced],
            "skipped": list(report.skipped),
        }
        for report in checked.reports
    ]
    counts = {f"{level}s": _sum(checked.reports, level) for level in (ERROR, WARNING, NOTE)}
    return json.dumps(
        {"format": FORMAT, **counts, "unreadable": list(checked.unreadable), "files": files}, indent=2
    )


def as_github(checked: Checked, *, notes: bool) -> Iterator[str]:
    """Write workflow commands that GitHub shows beside the lines of a pull request."""
    for report in checked.reports:
        for problem in report.problems:
            if problem.severity == NOTE and not notes:
                continue
            place = {
                "file": name(report.path),
                "line": problem.line,
                "col": problem.column,
                "endColumn": problem.column + problem.length,
                "title": problem.code,
            }
            parts = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
            text = f"{what(problem, messages())}; {cure(problem, messages())}"
            yield f"::{_GITHUB[problem.severity]} {parts}::{_escaped(text)}"


def as_sarif(checked: Checked) -> str:
    """Write SARIF 2.1.0; what a comment silences is a suppressed result with its reason."""
    results = [
        result
        for report in checked.reports
        for result in (
            *(_result(problem, report.path) for problem in report.problems),
            *(_result(problem, report.path, reason) for problem, reason in report.silenced),
        )
    ]
    used = dict.fromkeys(str(result["ruleId"]) for result in results)
    driver = {"name": "quizapp", "version": __version__, "rules": [_descriptor(code) for code in used]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2)


def name(path: Path) -> str:
    """Return a path as it is shown: from the working folder if it lies in it."""
    real = os.path.abspath(path)  # noqa: PTH100 - links stay as the person named them
    try:
        inside = os.path.relpath(real)
    except ValueError:
        return real
    return real if inside.startswith("..") else inside


def _sum(reports: Iterable[Report], severity: str) -> int:
    return sum(report.count(severity) for report in reports)


def _data(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "line": problem.line,
        "column": problem.column,
        "length": problem.length,
        "message": what(problem, messages()),
        "cure": cure(problem, messages()),
    }


def _escaped(text: str, more: str = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _result(problem: Problem, path: Path, reason: str | None = None) -> dict[str, object]:
    region = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endColumn": problem.column + problem.length,
    }
    shown = name(path)
    uri = Path(shown).as_uri() if Path(shown).is_absolute() else quote(shown.replace(os.sep, "/"))
    result: dict[str, object] = {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": f"{what(problem, messages())}; {cure(problem, messages())}."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
    if reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _descriptor(code: str) -> Mapping[str, object]:
    rule = rules().get(code)
    if rule is None:
        return {"id": code}
    text = {"text": f"{rule.title}."}
    return {
        "id": code,
        "shortDescription": text,
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": rule.level},
    }
