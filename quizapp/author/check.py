"""Checks deck files: every problem of reading them, and what the rules for questions find."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp import __version__
from quizapp.author import documents
from quizapp.author.lint.table import NOTE, rules
from quizapp.deck.decoding import LARGEST, text_lines
from quizapp.deck.model import Deck
from quizapp.deck.problems import ERROR, WARNING, Problem
from quizapp.errors import DeckError
from quizapp.library import schema
from quizapp.library.findings import Findings
from quizapp.library.include import expand
from quizapp.paths import beginning

if TYPE_CHECKING:
    from quizapp.deck.read import Reading

MOST = 1_000
SEVERITIES = (ERROR, WARNING, NOTE)
_ROW = 64
_LINT = Path(__file__).resolve().parent / "lint"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one file.

    deck: its id; None if no deck could be read. at: line and column of the id, or of the deck.
    questions: how many can be asked, drafts included. left_out: how many can't for an error.
    silenced: problems that a comment silences, each with the reason given.
    skipped: rules that weren't asked, because a document isn't at hand or the deck isn't English.
    """

    path: Path
    deck: str | None
    at: tuple[int, int]
    questions: int
    left_out: int
    problems: tuple[Problem, ...]
    silenced: tuple[tuple[Problem, str], ...] = ()
    skipped: tuple[str, ...] = ()
    include: tuple[str, ...] = ()

    def count(self, severity: str) -> int:
        """How many problems of a severity there are."""
        return sum(problem.severity == severity for problem in self.problems)


class Checked(NamedTuple):
    """All files of a check. unreadable: sentences about files that the system doesn't let us read."""

    reports: tuple[Report, ...]
    unreadable: tuple[str, ...]


def check(
    paths: Sequence[Path],
    kept: Findings,
    folder: Path | None = None,
    step: Callable[[], None] = lambda: None,
) -> Checked:
    """Check deck files, those that changed since anew.

    folder: where documents are looked for first. step: called after each file.
    """
    reports, unreadable, rows = [], [], []
    changed = False
    for path in paths:
        try:
            report, row = _look(path, kept, folder)
        except OSError as error:
            unreadable.append(f"{path} can't be read: {error.strerror or error}.")
        else:
            reports.append(report)
            rows += [row] if row else []
            changed = changed or row is not None
        if len(rows) >= _ROW:
            kept.keep(rows)
            rows = []
        step()
    kept.keep(rows)
    if changed:
        kept.forget_missing()
    return Checked(tuple(_together(reports)), tuple(unreadable))


def examine(data: bytes, path: Path, texts: Callable[[Deck], Mapping[str, str]] = lambda _deck: {}) -> Report:
    """Read a deck file's content and put the rules to it. `texts` gives the documents at hand of a deck."""
    # Files that haven't changed need no YAML.
    from quizapp.deck.read import read  # noqa: PLC0415 - loaded only where a file has changed

    return found_in(read(data, str(path)), data, path, texts)


def found_in(
    reading: "Reading",
    data: bytes,
    path: Path,
    texts: Callable[[Deck], Mapping[str, str]] = lambda _deck: {},
) -> Report:
    """Put the rules to what was read from a file's content; as `examine`."""
    if reading.deck is None:
        return Report(path, None, (1, 1), 0, reading.left_out, reading.problems)
    from quizapp.author.lint.engine import lint  # noqa: PLC0415 - needed where there is a question

    deck, lines = reading.deck, text_lines(data)
    outcome = lint(deck, lines, texts(deck))
    unfilled = _unfilled(deck)
    found = sorted(
        (*reading.problems, *unfilled, *_capped(outcome.problems)), key=lambda at: (at.line, at.column)
    )
    at = next((number for number, line in enumerate(lines, 1) if line.startswith("id:")), None)
    return Report(
        path,
        deck.id,
        (deck.line, deck.column) if at is None else (at, 1),
        len(deck.questions),
        reading.left_out,
        tuple(found),
        tuple((silenced.problem, silenced.reason) for silenced in outcome.silenced),
        outcome.skipped,
        deck.include,
    )


def _unfilled(deck: Deck) -> Sequence[Problem]:
    """Why a deck can't fill its own exam, if it has one."""
    if deck.exam is None:
        return ()
    from quizapp.author.exams import own  # noqa: PLC0415 - few decks have an exam

    return own(deck)


def _capped(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The first of very many problems, errors before warnings and notes, and how many more there are."""
    if len(problems) <= MOST:
        return problems
    ranked = sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    first, worst = ranked[:MOST], ranked[MOST].severity
    last = max((problem.line, problem.column) for problem in first)
    return (*first, Problem("E000", worst, *last, 1, {"count": str(len(problems) - MOST)}))


def _look(path: Path, kept: Findings, folder: Path | None) -> tuple[Report, tuple[str, str, str] | None]:
    """Return the report of a file, and what to keep of it if that is new."""
    data = beginning(path, LARGEST)
    content, name = sha256(data).hexdigest(), str(path.absolute())
    known = kept.get(name, f"{content} {stamp()}")
    if known is not None:
        with suppress(ValueError, KeyError, TypeError):
            value = json.loads(known)
            if value["documents"] == _seen(value["files"], path, folder):
                return _thawed(value, path), None
    files: list[str] = []

    def texts(deck: Deck) -> Mapping[str, str]:
        files.extend(document.file for document in deck.documents if document.file)
        return texts_of(deck, path, folder)

    report = examine(data, path, texts)
    value = {**_frozen(report), "files": files, "documents": _seen(files, path, folder)}
    return report, (name, f"{content} {stamp()}", json.dumps(value, ensure_ascii=False))


def texts_of(deck: Deck, path: Path, folder: Path | None) -> Mapping[str, str]:
    """Return the documents of a deck file that are at hand and can be read, by their keys."""
    found = {}
    for document in deck.documents:
        at = documents.locate(document.file, path, folder) if document.file else None
        if at is not None:
            with suppress(DeckError):
                found[document.key] = "\n".join(documents.load(at).paragraphs)
    return found


def _seen(files: Sequence[str], path: Path, folder: Path | None) -> list[list[object]]:
    """By what it is known that documents are as they were: where they are, their time and size."""
    seen: list[list[object]] = []
    for file in files:
        at = documents.locate(file, path, folder)
        state = at.stat() if at is not None else None
        seen.append([str(at), state.st_mtime_ns, state.st_size] if state else [])
    return seen


@cache
def stamp() -> str:
    """Tell this program's way of checking from others: its version, and the age of its code."""
    ages = [entry.stat().st_mtime_ns for entry in os.scandir(_LINT) if entry.is_file()]
    return f"{__version__} {schema.stamp()} {max(ages)}"


def _frozen(report: Report) -> dict[str, Any]:
    return {
        "deck": report.deck,
        "at": report.at,
        "questions": report.questions,
        "left_out": report.left_out,
        "problems": [_values(problem) for problem in report.problems],
        "silenced": [(_values(problem), reason) for problem, reason in report.silenced],
        "skipped": report.skipped,
        "include": report.include,
    }


def _values(problem: Problem) -> tuple[object, ...]:
    place = (problem.line, problem.column, problem.length)
    return (problem.code, problem.severity, *place, dict(problem.values))


def _thawed(value: Mapping[str, Any], path: Path) -> Report:
    line, column = value["at"]
    return Report(
        path,
        value["deck"],
        (line, column),
        value["questions"],
        value["left_out"],
        tuple(Problem(*problem) for problem in value["problems"]),
        tuple((Problem(*problem), reason) for problem, reason in value["silenced"]),
        tuple(value["skipped"]),
        tuple(value["include"]),
    )


def _together(reports: Sequence[Report]) -> Iterator[Report]:
    """Add what only all files and folders can tell: ids that come twice, includes that lead nowhere."""
    first: dict[str, Path] = {}
    for report in reports:
        found = list(_includes(report))
        if report.deck is not None and first.setdefault(report.deck, report.path) != report.path:
            values = {"id": report.deck, "other": str(first[report.deck])}
            found.append(Problem("X1", rules()["X1"].level, *report.at, 1, values))
        if found:
            more = sorted((*report.problems, *found), key=lambda at: (at.line, at.column))
            yield replace(report, problems=tuple(more))
        else:
            yield report


def _includes(report: Report) -> Iterator[Problem]:
    real = os.path.realpath(report.path)
    for pattern in report.include:
        for sentence in expand(real, [pattern]).problems:
            what, _, cure = sentence.removeprefix(f"{real}: ").rstrip(".").partition(". ")
            values = {"what": what, "cure": cure or "correct the path"}
            yield Problem("X2", rules()["X2"].level, *report.at, 1, values)
